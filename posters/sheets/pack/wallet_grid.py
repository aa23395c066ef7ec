"""Where wallet cards lie on paper, and where to cut: eight of them, edge to edge."""

from dataclasses import dataclass

from posters.drawing.paper import MILLIMETER, Box, Paper

CARD_WIDTH, CARD_HEIGHT = 85.6 * MILLIMETER, 54.0 * MILLIMETER
"""ISO/IEC 7810 ID-1: as large as a bank card."""
COLUMNS, ROWS = 2, 4

_ABOVE, _BELOW = 100.0, 50.0
"""Room above the cards for a heading, and below them for the page's number."""
_MARK, _CLEAR = 12.0, 5.0
"""How long a cut mark is, and how far it stays off the cards."""


@dataclass(frozen=True, slots=True)
class WalletGrid:
    """Cards in the middle of a paper's width, so that their backs meet them when it is turned on its long edge."""

    paper: Paper

    @property
    def block(self) -> Box:
        """All cards together."""
        wide, high = COLUMNS * CARD_WIDTH, ROWS * CARD_HEIGHT
        top = (_ABOVE + self.paper.height - _BELOW - high) / 2
        return Box((self.paper.width - wide) / 2, top, wide, high)

    def front(self, index: int) -> Box:
        """The front of a card, counted from 0 along the rows."""
        row, column = divmod(index, COLUMNS)
        return self._card(row, column)

    def back(self, index: int) -> Box:
        """Its back, on the other side of the paper."""
        row, column = divmod(index, COLUMNS)
        return self._card(row, COLUMNS - 1 - column)

    def marks(self) -> tuple[tuple[float, float, float, float], ...]:
        """Lines along which to cut, all outside the cards: x and y of both ends."""
        block = self.block
        across = [block.left + column * CARD_WIDTH for column in range(COLUMNS + 1)]
        down = [block.top + row * CARD_HEIGHT for row in range(ROWS + 1)]
        above, below = block.top - _CLEAR, block.bottom + _CLEAR
        before, after = block.left - _CLEAR, block.right + _CLEAR
        return (
            *((x, above - _MARK, x, above) for x in across),
            *((x, below, x, below + _MARK) for x in across),
            *((before - _MARK, y, before, y) for y in down),
            *((after, y, after + _MARK, y) for y in down),
        )

    def _card(self, row: int, column: int) -> Box:
        block = self.block
        return Box(block.left + column * CARD_WIDTH, block.top + row * CARD_HEIGHT, CARD_WIDTH, CARD_HEIGHT)
