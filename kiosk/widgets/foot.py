"""The quiet line at the bottom of every screen."""

from textual.content import Content
from textual.widget import Widget

from kiosk.widgets.fitting import fitted

_LEAVE = "F10 leaves"


class Foot(Widget):
    """A note at the left, and how to leave at the right.

    Args:
        note: A few words; none is fine.
        leaves: Whether one may leave from here.
    """

    def __init__(self, note: str, *, leaves: bool) -> None:
        super().__init__()
        self._note = note
        self._right = _LEAVE if leaves else ""

    def render(self) -> Content:
        """Both in one row."""
        room = self.content_size.width - len(self._right)
        return Content("".join(fitted(self._note, room - 1, 1)).ljust(room) + self._right)
