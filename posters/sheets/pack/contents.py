"""The booklet's contents: on which page everything begins."""

from collections.abc import Sequence

from posters.drawing.icons import icon_of
from posters.drawing.page import Align, Page
from posters.drawing.paper import Box
from posters.drawing.sheet import Side
from posters.drawing.type import Face, fit
from posters.sheets.handout import masthead
from posters.sheets.handout.masthead import Masthead
from posters.sheets.look import Look
from posters.sheets.office_paper import office_paper
from posters.sheets.pack.chapter import Entry, body_box, foot
from store.behaviors import BEHAVIORS, Behavior

NUMBER = 2
"""The contents stand on the second page."""

_ROW = 36.0
_BETWEEN = 20.0
_ICON = 22.0
_SIZES = (14.0, 11.0)
_COLUMN = 116.0


def contents(look: Look, entries: Sequence[Entry]) -> Side:
    """The page that says where the others are."""
    paper = office_paper(look.paper)
    handouts, plays = (_pages(entries, kind) for kind in ("handout", "role play"))
    first = min(handouts.values())
    plain = [entry for entry in entries if entry.chapter.kind == "chapter"]

    def draw(page: Page) -> None:
        head = Masthead(look.language.say("Contents"), look.language.say("For trainers"), tag="H2")
        masthead.draw(page, look.theme, paper, head)
        box = body_box(look)
        top = box.top
        for entry in [entry for entry in plain if entry.page < first]:
            top = _line(page, look, Box(box.left, top, box.width, _ROW), entry)
        top = _table(page, look, Box(box.left, top + _BETWEEN, box.width, _ROW), handouts, plays) + _BETWEEN
        for entry in [entry for entry in plain if entry.page > first]:
            top = _line(page, look, Box(box.left, top, box.width, _ROW), entry)
        foot(page, look, NUMBER)

    return Side(paper, draw)


def _pages(entries: Sequence[Entry], kind: str) -> dict[Behavior, int]:
    return {
        entry.chapter.behavior: entry.page
        for entry in entries
        if entry.chapter.kind == kind and entry.chapter.behavior is not None
    }


def _line(page: Page, look: Look, box: Box, entry: Entry) -> float:
    """One chapter with its page; gives where the next one begins."""
    words = look.language.say("{title}, page {page}", title=entry.chapter.title, page=entry.page)
    with page.element("P"), page.link(entry.page, words, box):
        _text(page, look, box.left, box, entry.chapter.title, box.width - 60)
        _number(page, look, box.right, box, entry.page)
    page.rule(box.left, box.right, box.bottom, look.theme.line, 0.8)
    return box.bottom


def _table(page: Page, look: Look, row: Box, handouts: dict[Behavior, int], plays: dict[Behavior, int]) -> float:
    """The seven behaviors, with two pages each; gives where the table ends."""
    say = look.language.say
    with page.element("Table"):
        with page.element("TR"):
            with page.element("TH", scope="Column"):
                _head(page, look, row.left, row, say("Behavior"), "left")
            for column, text in ((1, say("Handout")), (0, say("Role play"))):
                with page.element("TH", scope="Column"):
                    _head(page, look, row.right - column * _COLUMN, row, text, "right")
        page.rule(row.left, row.right, row.bottom, look.theme.ink, 1.2)
        for behavior in BEHAVIORS:
            row = Box(row.left, row.bottom, row.width, row.height)
            _row(page, look, row, behavior, (handouts[behavior], plays[behavior]))
    return row.bottom


def _row(page: Page, look: Look, row: Box, behavior: Behavior, numbers: tuple[int, int]) -> None:
    theme = look.theme
    with page.element("TR"):
        with page.element("TH", scope="Row"):
            y = row.middle[1]
            page.icon(icon_of(behavior), Box(row.left, y - _ICON / 2, _ICON, _ICON), theme.ink)
            page.text(row.left + 34, y + 5, str(behavior.number), Face.MEDIUM, _SIZES[0], theme.muted)
            _text(page, look, row.left + 52, row, look.language.say(behavior.label), row.width - 2 * _COLUMN - 60)
        for column, number, words in zip((1, 0), numbers, _told(look, behavior, numbers), strict=True):
            right = row.right - column * _COLUMN
            cell = Box(right - _COLUMN + _BETWEEN, row.top, _COLUMN - _BETWEEN, row.height)
            with page.element("TD"), page.link(number, words, cell):
                _number(page, look, right, row, number)
    page.rule(row.left, row.right, row.bottom, theme.line, 0.8)


def _told(look: Look, behavior: Behavior, numbers: tuple[int, int]) -> tuple[str, str]:
    """Where the links of a row lead: to the handout and to the role play."""
    name, (handout, play) = look.language.say(behavior.label), numbers
    return (
        look.language.say("{behavior}: handout, page {page}", behavior=name, page=handout),
        look.language.say("{behavior}: role play, page {page}", behavior=name, page=play),
    )


def _head(page: Page, look: Look, x: float, row: Box, text: str, align: Align) -> None:
    fitted = fit(text, Face.BOLD, _COLUMN - 10, sizes=(11, 9), leading=(11,), what="a column's head")
    page.text(x, row.bottom - 8, fitted.lines[0], Face.BOLD, fitted.size, look.theme.muted, align=align)


def _text(page: Page, look: Look, left: float, row: Box, text: str, room: float) -> None:
    fitted = fit(text, Face.BOLD, room, sizes=_SIZES, leading=(_SIZES[0],), what="a title in the contents")
    page.text(left, row.middle[1] + 5, fitted.lines[0], Face.BOLD, fitted.size, look.theme.ink)


def _number(page: Page, look: Look, right: float, row: Box, number: int) -> None:
    page.text(right, row.middle[1] + 5, str(number), Face.BOLD, _SIZES[0], look.theme.ink, align="right")
