"""The last line of a team poster: whose sheet it is, and until when."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from posters.drawing.page import Align, Page
from posters.drawing.paper import PosterGrid
from posters.drawing.type import Face, Fitted, fit, width
from posters.sheets import names, words
from posters.sheets.look import Look
from store.errors import DoesNotFitError
from store.scorecard import Scorecard

_FRESH = timedelta(days=30)
_LARGEST, _SMALLEST, _GAP = 16.0, 14.0, 24.0
_LINES, _HIGHER, _PITCH = 2, 0.9, 1.1


def draw(page: Page, grid: PosterGrid, look: Look, card: Scorecard) -> None:
    """Draw it: the day on the right; on the left the organisation and, if there is room, the department.

    Raises:
        DoesNotFitError: The organisation's name is too long.
    """
    until = look.language.say(
        "As of {day} · please replace after {later}",
        day=words.day(look.language, card.window.on),
        later=words.day(look.language, card.window.on + _FRESH),
    )
    right, owner = _beside_one_another(until, _owners(card), grid.width)
    with page.element("P"):
        _set(page, grid.margin + grid.width, grid.imprint, right, look, align="right")
    with page.element("P"):
        _set(page, grid.margin, grid.imprint, owner, look)


def owner_of(card: Scorecard) -> str:
    """The organisation's name as it can be set."""
    return names.shown(card.organisation, card.team)


def _owners(card: Scorecard) -> Iterator[tuple[str, ...]]:
    """What may stand on the left, the best first: on as many lines as it needs, or on a line each."""
    owner = owner_of(card)
    if card.department:
        department = names.shown(card.department, card.department)
        yield (f"{owner} · {department}",)
        yield owner, department
    yield (owner,)


def _beside_one_another(until: str, owners: Iterator[tuple[str, ...]], room: float) -> tuple[Fitted, Fitted]:
    """The day and the owner; a day on two lines leaves more room.

    Raises:
        DoesNotFitError: Not even the organisation's name alone fits.
    """
    days = (Fitted((until,), _SMALLEST), _halved(until, room))
    tried = ((day, owner) for owner in owners for day in days)
    for day, owner in tried:
        left = room - _GAP - max(width(line, Face.MEDIUM, day.size) for line in day.lines)
        try:
            return day, _fitted(owner, left)
        except DoesNotFitError as error:
            problem = error
    raise problem


def _halved(text: str, room: float) -> Fitted:
    """A text of ours on two lines, as narrow as it goes."""
    size = _SMALLEST
    return fit(text, Face.MEDIUM, room, sizes=(size, size), leading=(size / 2, size), what="the day")


def _fitted(owner: Sequence[str], room: float) -> Fitted:
    if len(owner) == 1:
        return _fit(owner[0], room, _LINES)
    each = [_fit(line, room, 1) for line in owner]
    return Fitted(tuple(one.lines[0] for one in each), min(one.size for one in each))


def _fit(text: str, room: float, lines: int) -> Fitted:
    sizes = (_LARGEST, _SMALLEST)
    return fit(
        text, Face.BOLD, room, sizes=sizes, leading=(_LARGEST, _SMALLEST)[:lines], what="the organisation's name"
    )


def _set(page: Page, x: float, baseline: float, text: Fitted, look: Look, align: Align = "left") -> None:
    """One line on the baseline, or two around it."""
    first = baseline - text.size * _HIGHER * (len(text.lines) - 1)
    face, color = (Face.BOLD, look.theme.ink) if align == "left" else (Face.MEDIUM, look.theme.muted)
    for index, line in enumerate(text.lines):
        page.text(x, first + index * text.size * _PITCH, line.removesuffix(" ·"), face, text.size, color, align=align)
