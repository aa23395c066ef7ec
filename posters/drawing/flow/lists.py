"""Lists: points, numbered steps, and things to tick."""

from collections.abc import Callable, Sequence

from posters.drawing.flow.block import Block
from posters.drawing.flow.lines import Line, Run, broken, draw_lines
from posters.drawing.flow.style import Style
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.type import Face

Item = str | Sequence[Run]
Mark = Callable[[Page, Style, int, float, float], None]
"""Draws the mark of the item with this index, from 0: its left edge and its baseline."""


class Items(Block):
    """A list.

    Args:
        style: Its look.
        items: What it lists.
        mark: Draws what stands before each item; see `dots`, `numbers`, `boxes`, `ticks`, `crosses`.
    """

    def __init__(self, style: Style, items: Sequence[Item], mark: Mark) -> None:
        self._style = style
        self._items = [[Run(item)] if isinstance(item, str) else list(item) for item in items]
        self._mark = mark

    def height(self, width: float) -> float:
        """All items, and the gap below."""
        return sum(self._item_height(lines) for lines in self._lines(width)) + self._style.gap * 0.65

    def draw(self, page: Page, box: Box) -> None:
        """Item by item."""
        style, top = self._style, box.top
        with page.element("L"):
            for index, lines in enumerate(self._lines(box.width)):
                baseline = top + style.text
                with page.element("LI"):
                    with page.element("Lbl"):
                        self._mark(page, style, index, box.left, baseline)
                    with page.element("LBody"):
                        draw_lines(
                            page, lines, box.left + self._indent, baseline, style.pitch, style.text, style.theme.ink
                        )
                top += self._item_height(lines)

    @property
    def _indent(self) -> float:
        return self._style.text * 1.7

    def _item_height(self, lines: Sequence[Line]) -> float:
        return len(lines) * self._style.pitch + self._style.gap * 0.35

    def _lines(self, width: float) -> list[tuple[Line, ...]]:
        return [broken(item, self._style.text, width - self._indent) for item in self._items]


def dots(page: Page, style: Style, index: int, left: float, baseline: float) -> None:
    """A point, for lists without an order."""
    del index
    page.disc(left + style.text * 0.45, baseline - style.text * 0.34, style.text * 0.2, style.theme.accent)


def numbers(page: Page, style: Style, index: int, left: float, baseline: float) -> None:
    """1, 2, 3 …, for steps."""
    page.text(left, baseline, f"{index + 1}", Face.BLACK, style.text, style.theme.ink)


def boxes(page: Page, style: Style, index: int, left: float, baseline: float) -> None:
    """A box to tick by hand."""
    del index
    side = style.text * 0.86
    page.frame(Box(left, baseline - side * 0.92, side, side), style.theme.ink, style.text * 0.09, radius=side * 0.15)


def ticks(page: Page, style: Style, index: int, left: float, baseline: float) -> None:
    """A tick, for what is right."""
    del index
    size = style.text * 0.75
    points = [(0.05, -0.45), (0.38, -0.08), (1.0, -0.95)]
    page.trail([(left + x * size, baseline + y * size) for x, y in points], style.theme.ink, style.text * 0.16)


def crosses(page: Page, style: Style, index: int, left: float, baseline: float) -> None:
    """A cross, for what is wrong."""
    del index
    size = style.text * 0.62
    for start, end in (((0, -1.0), (1, 0)), ((1, -1.0), (0, 0))):
        page.trail(
            [(left + x * size, baseline - style.text * 0.03 + y * size) for x, y in (start, end)],
            style.theme.muted,
            style.text * 0.14,
        )
