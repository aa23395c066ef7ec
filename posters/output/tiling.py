"""A sheet in true size on many sheets of smaller paper, to be cut and glued, with a page that shows how."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from posters.drawing.document import Draw
from posters.drawing.flow.block import Block
from posters.drawing.flow.lists import Items, numbers
from posters.drawing.flow.style import Style
from posters.drawing.flow.text import Heading, Paragraph
from posters.drawing.leaf import Leaf, whole
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import Side
from posters.drawing.survey import Found, survey
from posters.drawing.theme import ink_theme
from posters.drawing.type import Face
from posters.output.marks import GREY, HAIRLINE, say
from posters.output.parting import Room, costs_of, cuts
from posters.texts.languages import speak
from store.language import Language

EDGE = 26.0
"""White at every edge, in points: no office printer needs more, and the marks stand there."""
OVERLAP = 24.0
"""What each tile shows of its neighbours: enough for glue."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How a sheet is parted into tiles.

    Attributes:
        sheet: The sheet.
        wide: Width of the paper as it is turned.
        high: Its height.
        tops: Where each row begins but the first.
        lefts: For each row, where each of its tiles begins but the first.
        cost: How much the cuts go through, as `parting` counts it.
    """

    sheet: Paper
    wide: float
    high: float
    tops: tuple[float, ...]
    lefts: tuple[tuple[float, ...], ...]
    cost: int = 0

    @property
    def rows(self) -> int:
        """Tiles below one another."""
        return len(self.lefts)

    @property
    def columns(self) -> int:
        """Tiles beside one another."""
        return len(self.lefts[0]) + 1

    def region(self, row: int, column: int) -> Box:
        """What a tile shows of the sheet; row and column from 0."""
        top, bottom = _reach(self.tops, row, self.sheet.height)
        left, right = _reach(self.lefts[row], column, self.sheet.width)
        return Box(left, top, right - left, bottom - top)


def grid_of(sheet: Paper, paper: Paper, found: Found) -> Grid:
    """The parting that needs the fewest papers; if both ways to turn them need as many, the one that cuts less.

    Args:
        sheet: The sheet.
        paper: What is in the printer.
        found: What stands on the sheet.
    """
    turned = ((paper.width, paper.height), (paper.height, paper.width))
    grids = [_parted(sheet, wide, high, found) for wide, high in turned]
    return min(grids, key=lambda grid: (grid.columns * grid.rows, grid.cost))


def tiles(side: Side, paper: Paper, title: str, language: str) -> Iterator[tuple[Leaf, Draw, Draw | None]]:
    """A page that shows how the tiles are put together, then the tiles, row by row.

    Args:
        side: What is parted.
        paper: What is in the printer.
        title: What the sheet is.
        language: Code of the language in which the tiles say how they belong together.
    """
    grid = grid_of(side.paper, paper, survey(side.paper, side.draw))
    said = speak(language)
    yield whole(paper), partial(_assembly, paper=paper, grid=grid, title=title, language=said), None
    for row in range(grid.rows):
        for column in range(grid.columns):
            leaf = Leaf(grid.wide, grid.high, grid.region(row, column), 1.0, EDGE, EDGE)
            yield leaf, side.draw, partial(_marks, leaf=leaf, grid=grid, row=row, column=column, language=said)


def _parted(sheet: Paper, wide: float, high: float, found: Found) -> Grid:
    """A sheet on papers that are turned one way: into rows first, and each row where it is cheapest."""
    across, down = Room(wide - 2 * EDGE, OVERLAP), Room(high - 2 * EDGE, OVERLAP)
    tops, cost = cuts(
        sheet.height, _count(sheet.height, down), down, costs_of(found, sheet.height, "across", (0, sheet.width))
    )
    columns = _count(sheet.width, across)
    rows = [_reach(tops, row, sheet.height) for row in range(len(tops) + 1)]
    parted = [cuts(sheet.width, columns, across, costs_of(found, sheet.width, "down", row)) for row in rows]
    return Grid(sheet, wide, high, tops, tuple(lefts for lefts, _ in parted), cost + sum(each for _, each in parted))


def _reach(starts: Sequence[float], index: int, length: float) -> tuple[float, float]:
    """From where to where a tile reaches one way, the overlap with the next one included."""
    start = starts[index - 1] if index else 0.0
    return start, starts[index] + OVERLAP if index < len(starts) else length


def _count(length: float, room: Room) -> int:
    return max(1, math.ceil((length - room.overlap) / room.step))


def _marks(page: Page, leaf: Leaf, grid: Grid, row: int, column: int, language: Language) -> None:
    """Corners of the tile, dashes where the next one begins, and its place."""
    right, bottom = leaf.left + leaf.region.width, leaf.top + leaf.region.height
    for x in (leaf.left, right):
        _upright(page, leaf, x)
    for y in (leaf.top, bottom):
        _level(page, leaf, y)
    with page.dashed(2, 2):
        if column + 1 < grid.columns:
            _upright(page, leaf, right - OVERLAP)
        if row + 1 < grid.rows:
            _level(page, leaf, bottom - OVERLAP)
    place = language.say("(row {row}, column {column})", row=row + 1, column=column + 1)
    say(page, leaf.left + 20, leaf.top - 9, place)


def _upright(page: Page, leaf: Leaf, x: float) -> None:
    page.line(x, EDGE - 12, x, EDGE - 4, GREY, HAIRLINE)
    page.line(x, leaf.height - EDGE + 4, x, leaf.height - EDGE + 12, GREY, HAIRLINE)


def _level(page: Page, leaf: Leaf, y: float) -> None:
    page.line(EDGE - 12, y, EDGE - 4, y, GREY, HAIRLINE)
    page.line(leaf.width - EDGE + 4, y, leaf.width - EDGE + 12, y, GREY, HAIRLINE)


def _assembly(page: Page, paper: Paper, grid: Grid, title: str, language: Language) -> None:
    """The page that shows how."""
    style = Style(ink_theme(), 14.0)
    count = grid.columns * grid.rows
    steps = [
        language.say("Cut each sheet at its left and upper marks, where a neighbor joins it."),
        language.say("Lay it on its neighbor, up to the dashes, and glue it there."),
        language.say("Begin at the upper left; go row by row."),
    ]
    blocks: list[Block] = [
        Heading(style, language.say("How to put it together"), 1),
        Paragraph(style, title),
        Paragraph(
            style, language.say_many("{n} sheet of paper, in true size", "{n} sheets of paper, in true size", count)
        ),
        Items(style, steps, numbers),
    ]
    top, width = 54.0, paper.width - 108.0
    for block in blocks:
        high = block.height(width)
        block.draw(page, Box(54, top, width, high))
        top += high
    _plan(page, grid, Box(54, top + 10, width, paper.height - top - 64), language)


def _plan(page: Page, grid: Grid, room: Box, language: Language) -> None:
    """All tiles as they lie, small."""
    scale = min(room.width / grid.sheet.width, room.height / grid.sheet.height)
    words = language.say("{rows} rows of {columns} sheets", rows=grid.rows, columns=grid.columns)
    with page.figure(words, Box(room.left, room.top, grid.sheet.width * scale, grid.sheet.height * scale)):
        for row in range(grid.rows):
            for column in range(grid.columns):
                region = grid.region(row, column)
                box = Box(
                    room.left + region.left * scale,
                    room.top + region.top * scale,
                    region.width * scale,
                    region.height * scale,
                )
                page.frame(box, GREY, 1)
                x, y = box.middle
                page.text(x, y + 5, f"({row + 1}, {column + 1})", Face.BOLD, 14, (0, 0, 0), align="center")
