"""An answer that can be chosen with a digit, as large as its place allows."""

from collections.abc import Sequence

from textual.content import Content

from kiosk.letters.setting import Face, largest_face, lettered_lines
from kiosk.widgets.fitting import fitted
from kiosk.widgets.tile import Tile, beside

_DIGIT, _LETTERED_DIGIT = 3, 7


class OptionTile(Tile):
    """The tile of one answer.

    Args:
        digit: The key that chooses it.
        words: What it is.
        peers: The words of all answers, so that all are set alike.
    """

    def __init__(self, digit: int, words: str, *, peers: Sequence[str]) -> None:
        super().__init__(f"choose({digit})", id=f"option-{digit}")
        self._digit = str(digit)
        self._words = words
        self._peers = peers

    def render(self) -> Content:
        """Digit and words beside one another, in block letters where those of all answers fit."""
        columns, rows = self.content_size
        face = largest_face(self._peers, columns - _LETTERED_DIGIT, rows)
        if face is None:
            return beside([self._digit], fitted(self._words, columns - _DIGIT, rows), _DIGIT)
        digit = lettered_lines(self._digit, Face(1, narrow=True), columns)
        return beside(digit, lettered_lines(self._words, face, columns - _LETTERED_DIGIT), _LETTERED_DIGIT)
