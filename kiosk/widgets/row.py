"""One line of a list: a sign, a label that grows with its place, and what belongs to it."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from kiosk.letters.setting import largest_face, lettered_lines
from kiosk.widgets.fitting import fitted
from kiosk.widgets.tile import rows_beside

_SIGN, _LABEL, _GAP = 4, 34, 2
_LETTERED_SIGN, _LETTERED_LABEL = 8, 106


class Row(Widget):
    """A sign, a label, and a value beside one another.

    Args:
        sign: One character at the front, such as a number or a key.
        label: What it is.
        value: A picture or words, in one line.
        peers: The labels of the whole list, so that all are set alike.
    """

    def __init__(
        self,
        sign: str,
        label: str,
        value: Content,
        *,
        peers: Sequence[str],
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._sign = sign
        self._label = label
        self._value = value
        self._peers = peers

    def show_value(self, value: Content) -> None:
        """Change the value."""
        self._value = value
        self.refresh()

    def render(self) -> Content:
        """All three, the label in block letters where every label of the list fits."""
        face = largest_face(self._peers, _LETTERED_LABEL, self.content_size.height)
        if face is None or face.scale == 2:
            return self._beside([self._sign], fitted(self._label, _LABEL, 1), _SIGN, _LABEL)
        sign = lettered_lines(self._sign, face._replace(narrow=False), _LETTERED_SIGN)
        return self._beside(sign, lettered_lines(self._label, face, _LETTERED_LABEL), _LETTERED_SIGN, _LETTERED_LABEL)

    def _beside(self, sign: list[str], label: list[str], sign_room: int, label_room: int) -> Content:
        """The rows of sign and label, with the value beside the middle one."""
        rows = rows_beside(sign, [line.ljust(label_room + _GAP) for line in label], sign_room)
        rows[len(rows) // 2] += self._value
        return Content("\n").join(rows)
