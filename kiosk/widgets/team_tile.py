"""A team that can be chosen: its digit and its name."""

from collections.abc import Sequence

from textual.content import Content

from kiosk.letters.setting import Face, largest_face, lettered_lines
from kiosk.widgets.fitting import fitted
from kiosk.widgets.tile import Tile, beside

_DIGIT_COLUMNS, _LETTERED_DIGIT_COLUMNS = 3, 7
_FIRST = ">"


class TeamTile(Tile):
    """The tile at one place of a page of the picker.

    Args:
        digit: The key that chooses it.
    """

    def __init__(self, digit: int) -> None:
        super().__init__(f"choose({digit})")
        self._digit = digit
        self._key = str(digit)
        self._team = ""
        self._peers: Sequence[str] = ()

    def offer(self, names: Sequence[str], *, by_digit: bool) -> None:
        """Show the team that stands here on a page; none if the page is shorter.

        Args:
            names: All names of the page, so that all are set alike.
            by_digit: Whether digits choose; otherwise Enter chooses the first.
        """
        place = self._digit - 1
        self._key = str(self._digit) if by_digit else (_FIRST if place == 0 else " ")
        self._peers = names
        self._team = names[place] if place < len(names) else ""
        self.visible = bool(self._team)
        self.refresh()

    def render(self) -> Content:
        """Digit and name beside one another, in block letters where all names of the page fit."""
        columns, rows = self.content_size
        face = largest_face(self._peers, columns - _LETTERED_DIGIT_COLUMNS, rows)
        if face is None or self._key == _FIRST:
            lines = fitted(self._team, columns - _DIGIT_COLUMNS, rows)
            return beside([self._key], lines, _DIGIT_COLUMNS)
        digit = lettered_lines(self._key, face if face.scale == 1 else Face(1, narrow=True), columns)
        lines = lettered_lines(self._team, face, columns - _LETTERED_DIGIT_COLUMNS)
        return beside(digit, lines, _LETTERED_DIGIT_COLUMNS)
