"""Lays blocks on pages: as many as they need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from posters.drawing.flow.block import Block
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import Side
from store.errors import DoesNotFitError

Furniture = Callable[[Page, int, int], None]
"""Draws what stands on every page, such as its number: the page, its number from 1, and how many there are."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where running text stands on every page.

    Attributes:
        paper: The paper.
        box: The room for blocks.
        first_box: The room on the first page, if a header takes some of it.
        furniture: Draws what stands on every page.
    """

    paper: Paper
    box: Box
    first_box: Box
    furniture: Furniture

    def sides(self, blocks: Sequence[Block]) -> tuple[Side, ...]:
        """The blocks on pages.

        Raises:
            DoesNotFitError: A block is higher than a page.
        """
        pages = list(self._pages(blocks))
        return tuple(
            Side(self.paper, self._drawing(placed, number, len(pages))) for number, placed in enumerate(pages, start=1)
        )

    def page_of(self, blocks: Sequence[Block], wanted: Block) -> int:
        """On which page a block stands, from 1."""
        pages = self._pages(blocks)
        return next(number for number, placed in enumerate(pages, start=1) if any(b is wanted for b, _ in placed))

    def _drawing(self, placed: "list[tuple[Block, Box]]", number: int, count: int) -> Callable[[Page], None]:
        def draw(page: Page) -> None:
            with_content = [(block, box) for block, box in placed if box.height > _NOTHING]
            if number == 1:
                self.furniture(page, number, count)
            for block, box in with_content:
                block.draw(page, box)
            if number > 1:
                self.furniture(page, number, count)

        return draw

    def _pages(self, blocks: Sequence[Block]) -> "Iterator[list[tuple[Block, Box]]]":
        room, top = self.first_box, self.first_box.top
        placed: list[tuple[Block, Box]] = []
        for group in _groups(blocks):
            heights = [block.height(room.width) for block in group]
            if placed and (group[0].breaks_before or top + sum(heights) > room.bottom + _ROUNDING):
                yield placed
                placed, room, top = [], self.box, self.box.top
            if top + sum(heights) > room.bottom + _ROUNDING:
                message = "A part of the text is higher than a page; use larger paper, or smaller print."
                raise DoesNotFitError(message)
            for block, high in zip(group, heights, strict=True):
                placed.append((block, Box(room.left, top, room.width, max(high, _NOTHING))))
                top += high
        yield placed


_NOTHING = 0.01
_ROUNDING = 0.01


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that must stay on one page."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keeps_next:
            yield group
            group = []
    if group:
        yield group
