"""Blocks that hold blocks: beside one another, or on a panel; and room to write in."""

from collections.abc import Sequence

from posters.drawing import panels
from posters.drawing.flow.block import Block
from posters.drawing.flow.style import Style
from posters.drawing.page import Page
from posters.drawing.paper import Box


class Stack(Block):
    """Blocks that stay together.

    Args:
        blocks: From top to bottom.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks

    def height(self, width: float) -> float:
        """All of them."""
        return sum(block.height(width) for block in self._blocks)

    def draw(self, page: Page, box: Box) -> None:
        """One below the other."""
        top = box.top
        for block in self._blocks:
            high = block.height(box.width)
            if high > 0:
                block.draw(page, Box(box.left, top, box.width, high))
            top += high


class Beside(Block):
    """Columns of blocks, all starting at the same height.

    Args:
        columns: From left to right.
        shares: How wide they are, in proportion; equal if left out.
        between: Points between two.
        level: Whether all end at the same height too, as panels should.
    """

    def __init__(
        self,
        columns: Sequence[Block],
        shares: Sequence[float] | None = None,
        *,
        between: float = 22.0,
        level: bool = False,
    ) -> None:
        self._columns = columns
        self._shares = shares or [1.0] * len(columns)
        self._between = between
        self._level = level

    def height(self, width: float) -> float:
        """The highest of them."""
        return max(column.height(wide) for column, (_, wide) in zip(self._columns, self._places(width), strict=True))

    def draw(self, page: Page, box: Box) -> None:
        """From left to right."""
        for column, (left, wide) in zip(self._columns, self._places(box.width), strict=True):
            high = box.height if self._level else max(column.height(wide), 0.1)
            column.draw(page, Box(box.left + left, box.top, wide, high))

    def _places(self, width: float) -> list[tuple[float, float]]:
        """Left edge and width of each column."""
        room = width - self._between * (len(self._columns) - 1)
        widths = [room * share / sum(self._shares) for share in self._shares]
        return [(sum(widths[:number]) + self._between * number, wide) for number, wide in enumerate(widths)]


class Panel(Block):
    """Blocks on a box of their own.

    Args:
        style: Its look.
        blocks: From top to bottom.
        loud: Whether it calls; its texts must then be given the colour ``theme.on_ground`` or ``theme.mist``.
    """

    def __init__(self, style: Style, blocks: Sequence[Block], *, loud: bool = False) -> None:
        self._style = style
        self._stack = Stack(blocks)
        self._pad = style.pad
        self._panel = panels.loud_panel if loud else panels.quiet_panel

    def height(self, width: float) -> float:
        """The blocks with a rim; the gap below the last one lies below the panel instead."""
        return self._stack.height(width - 2 * self._pad) + 2 * self._pad

    def draw(self, page: Page, box: Box) -> None:
        """The box, then the blocks."""
        self._panel(page, self._style.theme, Box(box.left, box.top, box.width, box.height - self._style.gap))
        inner = box.inset(self._pad)
        self._stack.draw(page, Box(inner.left, inner.top, inner.width, inner.height))


class WritingLines(Block):
    """Lines to write on by hand.

    Args:
        style: Its look.
        count: How many.
        pitch: Points from one to the next: handwriting wants 22 or more.
    """

    def __init__(self, style: Style, count: int, *, pitch: float = 24.0) -> None:
        self._style = style
        self._count = count
        self._pitch = pitch

    def height(self, width: float) -> float:
        """All lines, and the gap below."""
        del width
        return self._count * self._pitch + self._style.gap

    def draw(self, page: Page, box: Box) -> None:
        """Line by line; nothing to hear."""
        for number in range(1, self._count + 1):
            page.rule(box.left, box.right, box.top + number * self._pitch, self._style.theme.muted, 0.7)
