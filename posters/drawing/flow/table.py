"""Tables, with a row of heads or without."""

from collections.abc import Sequence

from posters.drawing.flow.block import Block
from posters.drawing.flow.lines import Line, Run, broken, draw_lines
from posters.drawing.flow.style import Style
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.tagged.structure import Scope, Tag
from posters.drawing.type import Face

_BETWEEN = 10.0


class Table(Block):
    """A table of texts; never parted over pages, so give long ones in parts.

    Args:
        style: Its look.
        heads: What each column is; none where the rows' names say enough.
        rows: Rows of as many texts; the first text of each is the row's name.
        shares: How wide the columns are, in proportion.
    """

    def __init__(
        self, style: Style, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
    ) -> None:
        self._style = style
        self._heads = heads
        self._rows = rows
        self._shares = shares

    def height(self, width: float) -> float:
        """All rows, and the gap below."""
        return sum(self._row_height(lines) for lines in self._all(width)) + self._style.gap

    def draw(self, page: Page, box: Box) -> None:
        """Row by row, a rule below each."""
        top = box.top
        with page.element("Table"):
            for index, cells in enumerate(self._all(box.width)):
                bottom = top + self._row_height(cells)
                is_head = index == 0 and bool(self._heads)
                self._draw_row(page, Box(box.left, top, box.width, bottom - top), cells, is_head=is_head)
                top = bottom

    def _draw_row(self, page: Page, box: Box, cells: Sequence[tuple[Line, ...]], *, is_head: bool) -> None:
        theme, size = self._style.theme, self._style.text
        with page.element("TR"):
            for number, (left, lines) in enumerate(zip(self._lefts(box.width), cells, strict=True)):
                tag, scope = _cell(number, is_head=is_head)
                with page.element(tag, scope=scope):
                    draw_lines(page, lines, box.left + left, box.top + size * 1.2, self._style.pitch, size, theme.ink)
        page.rule(box.left, box.right, box.bottom, theme.ink if is_head else theme.line, 1.2 if is_head else 0.8)

    def _all(self, width: float) -> list[list[tuple[Line, ...]]]:
        rows = [[Run(head, Face.BOLD) for head in self._heads]] if self._heads else []
        rows += [
            [Run(text, Face.MEDIUM if number else Face.BOLD) for number, text in enumerate(row)] for row in self._rows
        ]
        widths = self._widths(width)
        return [
            [broken([run], self._style.text, room - _BETWEEN) for run, room in zip(row, widths, strict=True)]
            for row in rows
        ]

    def _row_height(self, cells: Sequence[Sequence[Line]]) -> float:
        return max(1, *(len(lines) for lines in cells)) * self._style.pitch + self._style.text * 0.55

    def _widths(self, width: float) -> list[float]:
        return [width * share / sum(self._shares) for share in self._shares]

    def _lefts(self, width: float) -> list[float]:
        widths = self._widths(width)
        return [sum(widths[:number]) for number in range(len(widths))]


def _cell(number: int, *, is_head: bool) -> tuple[Tag, Scope | None]:
    if is_head:
        return "TH", "Column"
    return ("TH", "Row") if number == 0 else ("TD", None)
