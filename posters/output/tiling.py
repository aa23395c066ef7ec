"""A sheet in true size on many sheets of smaller paper, to be cut and glued, with a page that shows how."""

import math
from collections.abc import Iterator
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
from posters.drawing.theme import ink_theme
from posters.drawing.type import Face
from posters.output.marks import GREY, HAIRLINE, say
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
        columns: Tiles beside one another.
        rows: Tiles below one another.
    """

    sheet: Paper
    wide: float
    high: float
    columns: int
    rows: int

    def region(self, row: int, column: int) -> Box:
        """What a tile shows of the sheet; row and column from 0."""
        left = column * (self.wide - 2 * EDGE - OVERLAP)
        top = row * (self.high - 2 * EDGE - OVERLAP)
        width = min(self.wide - 2 * EDGE, self.sheet.width - left)
        height = min(self.high - 2 * EDGE, self.sheet.height - top)
        return Box(left, top, width, height)


def grid_of(sheet: Paper, paper: Paper) -> Grid:
    """The parting that needs the fewest papers, upright if both ways need as many."""
    grids = [
        Grid(sheet, wide, high, _count(sheet.width, wide), _count(sheet.height, high))
        for wide, high in ((paper.width, paper.height), (paper.height, paper.width))
    ]
    return min(grids, key=lambda grid: grid.columns * grid.rows)


def tiles(side: Side, paper: Paper, title: str, language: str) -> Iterator[tuple[Leaf, Draw, Draw | None]]:
    """A page that shows how the tiles are put together, then the tiles, row by row.

    Args:
        side: What is parted.
        paper: What is in the printer.
        title: What the sheet is.
        language: Code of the language in which the tiles say how they belong together.
    """
    grid = grid_of(side.paper, paper)
    said = speak(language)
    yield whole(paper), partial(_assembly, paper=paper, grid=grid, title=title, language=said), None
    for row in range(grid.rows):
        for column in range(grid.columns):
            leaf = Leaf(grid.wide, grid.high, grid.region(row, column), 1.0, EDGE, EDGE)
            yield leaf, side.draw, partial(_marks, leaf=leaf, grid=grid, row=row, column=column, language=said)


def _count(length: float, paper: float) -> int:
    return max(1, math.ceil((length - OVERLAP) / (paper - 2 * EDGE - OVERLAP)))


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
