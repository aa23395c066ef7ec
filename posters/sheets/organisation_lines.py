"""Which teams stand on which page of the organisation's poster, and how high: as large as the number allows."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from store.errors import DoesNotFitError
from store.scorecard import Scorecard

TALLEST, LOWEST = 104.0, 29.0
"""Of a team's row."""
_STEP = 0.5
_HEADING_SHARE, _LOWEST_HEADING, _TALLEST_HEADING = 0.55, 32.0, 44.0
_MOST_STRETCH = 1.45
"""A half of the page may stretch its rows by so much to reach the seam; a larger hole asks for lower rows."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a team, or a department's heading.

    Attributes:
        name: Whose, settable.
        card: The team's scores; None for a heading.
        least: What the name needs, in points.
        heading: The heading that it stands under, if any.
    """

    name: str
    card: Scorecard | None
    least: float
    heading: "Line | None" = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and where it stands, in points from the top of the page."""

    line: Line
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Room:
    """Where lines may stand on a page: from its top to the seam, and from there on."""

    top: float
    seam: float
    bottom: float


def by_department(cards: Iterable[Scorecard]) -> Iterator[tuple[str | None, list[Scorecard]]]:
    """Departments in the order of the alphabet, teams without one last; in each its teams in that order.

    Never by score, so that nobody stands at the foot for what was answered.
    """
    ordered = sorted(cards, key=lambda card: (card.department is None, _folded(card.department or ""), _name(card)))
    for department, teams in groupby(ordered, key=lambda card: card.department):
        yield department, list(teams)


def _name(card: Scorecard) -> tuple[tuple[tuple[str, int], ...], str]:
    return _folded(card.name), card.team


def _folded(name: str) -> tuple[tuple[str, int], ...]:
    """A name as it is sorted: accents and capitals make no difference, and Ward 9 comes before Ward 10."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return tuple((part[1], int(part[2] or 0)) for part in _PARTS.finditer(plain))


_PARTS = re.compile(r"([^0-9]*)([0-9]{0,18})")


def laid_out(lines: Sequence[Line], first: Room, further: Room) -> list[list[Placed]]:
    """The lines on as few pages as they need, and there as high as they can be."""
    fewest = len(_pages(lines, LOWEST, first, further))
    heights = [LOWEST + _STEP * step for step in range(int((TALLEST - LOWEST) / _STEP), -1, -1)]
    fitting = [pages for height in heights if len(pages := _pages(lines, height, first, further)) == fewest]
    whole = (pages for pages in fitting if not _has_hole(pages[0], first))
    return next(whole, fitting[0])


def _has_hole(page: Sequence[Placed], room: Room) -> bool:
    """Whether the upper half ends long before the seam although the lower one goes on."""
    upper = [placed for placed in page if placed.top < room.seam]
    if len(upper) == len(page):
        return False
    return not upper or upper[-1].top + upper[-1].height < room.seam - 0.1


def _pages(lines: Sequence[Line], height: float, first: Room, further: Room) -> list[list[Placed]]:
    pages: list[list[Placed]] = []
    rest = list(_groups(lines))
    while rest or not pages:
        room = further if pages else first
        if rest and rest[0][0].heading is not None:
            rest[0] = [rest[0][0].heading, *rest[0]]
        upper = _fill(rest, room.top, room.seam, height)
        pages.append([*(_stretched(upper, room) if rest else upper), *_fill(rest, room.seam, room.bottom, height)])
        if not pages[-1] and rest:
            raise DoesNotFitError(_too_high(rest[0][-1].name))
    return pages


def _too_high(name: str) -> str:
    return f'The name "{name}" needs more lines than a page has; give it a shorter one.'


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """A heading stays with the team below it."""
    group: list[Line] = []
    for line in lines:
        group.append(line)
        if line.card is not None:
            yield group
            group = []


def _fill(rest: list[list[Line]], top: float, bottom: float, height: float) -> list[Placed]:
    """Take as many groups from the rest as fit between two y."""
    placed: list[Placed] = []
    while rest:
        heights = [_height(line, height) for line in rest[0]]
        if top + sum(heights) > bottom:
            break
        for line, high in zip(rest.pop(0), heights, strict=True):
            placed.append(Placed(line, top, high))
            top += high
    return placed


def _height(line: Line, height: float) -> float:
    if line.card is not None:
        return max(height, line.least)
    return max(_LOWEST_HEADING, min(_TALLEST_HEADING, height * _HEADING_SHARE), line.least)


def _stretched(part: list[Placed], room: Room) -> list[Placed]:
    """The lines a little higher, so that the last one ends at the seam."""
    used = sum(placed.height for placed in part)
    factor = (room.seam - room.top) / used if used else _MOST_STRETCH
    if factor >= _MOST_STRETCH:
        return part
    return [Placed(p.line, room.top + (p.top - room.top) * factor, p.height * factor) for p in part]
