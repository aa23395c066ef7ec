"""One-time slips: a number that lets one person answer once, many to a page, to be cut apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from posters.drawing import qr
from posters.drawing.flow.lines import Line, Run, broken, draw_lines
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import About, Sheet, Side
from posters.drawing.type import Face
from posters.sheets import names
from posters.sheets.look import Look
from posters.sheets.office_paper import office_paper
from store.language import Language, message
from store.organisation import Organisation

_TITLE = message("Check-in slips")
_KEEP = message("Whoever holds a slip can answer once: keep them safe, and hand them out shuffled and unseen.")
_PAGE = message("page {number} of {count}")
_DO = message(
    "Type or scan this number at the terminal. It works once, and we do not keep which slip gave which answers."
)
_QR = message("QR code of the number {code}")
_OWNER = message("SAMPLE DATA · {name}")

_COLUMNS = 2
_SIDE, _TOP, _BOTTOM = 30.0, 60.0, 32.0
_AIR, _PAD, _QR_SIZE, _CODE, _SMALL, _PITCH = 8.0, 12.0, 78.0, 26.0, 9.0, 11.0
_CODE_ROOM, _BAR = 30.0, 8.0
_LEAST = _QR_SIZE + 8
_QR_EDGE, _PARTED = 5.0, 3.0
_MARK, _MARK_GAP, _CROSS, _HAIR = 9.0, 3.0, 4.0, 0.5


@dataclass(frozen=True, slots=True)
class _Design:
    """What all slips share.

    Attributes:
        head: Lines above the number: whose slips these are.
        told: Languages and lines below it: what to do.
        rows: How many slips stand below one another.
    """

    look: Look
    paper: Paper
    head: tuple[Line, ...]
    told: tuple[tuple[Language, tuple[Line, ...]], ...]
    rows: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a slip."""
        return (self.paper.width - 2 * _SIDE) / _COLUMNS, (self.paper.height - _TOP - _BOTTOM) / self.rows

    @property
    def tall(self) -> float:
        """Height of what stands on a slip."""
        lines = len(self.head) + sum(len(said) for _, said in self.told)
        return _BAR + lines * _PITCH + _CODE_ROOM + _PARTED * len(self.told)

    def box(self, index: int) -> Box:
        """Where the slip with this index stands on its page."""
        wide, high = self.size
        row, column = divmod(index, _COLUMNS)
        return Box(_SIDE + column * wide, _TOP + row * high, wide, high)


def slips_sheet(
    organisation: Organisation, codes: Sequence[str], on: date, look: Look, also: Language | None = None
) -> Sheet:
    """Slips for these codes, in their order.

    Args:
        organisation: Whose they are.
        codes: At least one, each of ten digits.
        on: The day on which they are made.
        look: How they shall look.
        also: A second language on each slip.

    Raises:
        UsageError: The paper is larger than a page.
    """
    named = (organisation.name, look.language.say("All teams"))
    name = names.shown(*named)
    design = _design(name, look, also, sample=organisation.sample)
    many = design.rows * _COLUMNS
    parts = [codes[start : start + many] for start in range(0, len(codes), many)]
    about = About(
        title=look.language.say(_TITLE),
        author=name,
        subject=look.language.say(_KEEP),
        on=on,
        language=look.language.code,
    )
    sides = tuple(_side(design, part, number, len(parts)) for number, part in enumerate(parts, start=1))
    return Sheet(about, sides, names.notes(look.language, [named]))


def grouped(code: str) -> str:
    """Ten digits as they are read out and typed: ``1234 567 890``."""
    return f"{code[:4]} {code[4:7]} {code[7:]}"


def _design(name: str, look: Look, also: Language | None, *, sample: bool) -> _Design:
    paper = office_paper(look.paper)
    room = (paper.width - 2 * _SIDE) / _COLUMNS - _PAD - _QR_SIZE - _QR_EDGE
    owner = look.language.say(_OWNER, name=name) if sample else name
    head = broken([Run(owner, Face.BOLD)], _SMALL, room)
    spoken = [look.language, *([also] if also and also != look.language else [])]
    told = tuple((language, broken([Run(language.say(_DO))], _SMALL, room)) for language in spoken)
    single = _Design(look, paper, head, told, 1)
    return replace(single, rows=int(single.size[1] / max(single.tall + 2 * _AIR, _LEAST)))


def _side(design: _Design, codes: Sequence[str], number: int, count: int) -> Side:
    def draw(page: Page) -> None:
        _head(page, design, number, count)
        _marks(page, design, -(-len(codes) // _COLUMNS))
        with page.element("L"):
            for index, code in enumerate(codes):
                with page.element("LI"), page.element("LBody"):
                    _slip(page, design, design.box(index), code)

    return Side(design.paper, draw)


def _head(page: Page, design: _Design, number: int, count: int) -> None:
    """What these are, in the margin that is cut away."""
    theme, language = design.look.theme, design.look.language
    with page.element("H1" if number == 1 else "P"):
        page.text(_SIDE, 28, language.say(_TITLE), Face.BLACK, 13, theme.ink)
    with page.element("P"):
        right = design.paper.width - _SIDE
        said = language.say(_PAGE, number=number, count=count)
        page.text(right, 28, said, Face.MEDIUM, _SMALL, theme.muted, align="right")
    with page.element("P"):
        page.text(_SIDE, 42, language.say(_KEEP), Face.MEDIUM, _SMALL, theme.muted)


def _marks(page: Page, design: _Design, rows: int) -> None:
    """Where to cut: strokes around the slips, crosses between them."""
    color = design.look.theme.muted
    wide, high = design.size
    left, right, bottom = _SIDE, _SIDE + _COLUMNS * wide, _TOP + rows * high
    for column in range(_COLUMNS + 1):
        x = _SIDE + column * wide
        page.line(x, _TOP - _MARK_GAP - _MARK, x, _TOP - _MARK_GAP, color, _HAIR)
        page.line(x, bottom + _MARK_GAP, x, bottom + _MARK_GAP + _MARK, color, _HAIR)
    for row in range(rows + 1):
        y = _TOP + row * high
        page.line(left - _MARK_GAP - _MARK, y, left - _MARK_GAP, y, color, _HAIR)
        page.line(right + _MARK_GAP, y, right + _MARK_GAP + _MARK, y, color, _HAIR)
        if 0 < row < rows:
            for column in range(1, _COLUMNS):
                x = _SIDE + column * wide
                page.line(x - _CROSS, y, x + _CROSS, y, color, _HAIR)
                page.line(x, y - _CROSS, x, y + _CROSS, color, _HAIR)


def _slip(page: Page, design: _Design, box: Box, code: str) -> None:
    theme = design.look.theme
    x, y = box.left + _PAD, box.middle[1] - design.tall / 2
    page.fill(Box(x, y, 18, 3), theme.accent)
    y += _BAR + _SMALL
    with page.element("P"):
        draw_lines(page, design.head, x, y, _PITCH, _SMALL, theme.ink)
    y += (len(design.head) - 1) * _PITCH + _CODE_ROOM
    with page.element("P"):
        page.text(x, y, grouped(code), Face.BLACK, _CODE, theme.ink)
    y += _PITCH + _PARTED
    for language, said in design.told:
        with page.element("P", language=language.code):
            draw_lines(page, said, x, y, _PITCH, _SMALL, theme.muted)
        y += len(said) * _PITCH + _PARTED
    picture = Box(box.right - _QR_EDGE - _QR_SIZE, box.middle[1] - _QR_SIZE / 2, _QR_SIZE, _QR_SIZE)
    with page.figure(design.look.language.say(_QR, code=grouped(code)), picture):
        qr.draw(page, code, picture, theme.ink)
