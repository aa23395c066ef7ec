"""The quiet line at the bottom of every screen."""

from textual.content import Content
from textual.widget import Widget

from kiosk.widgets.fitting import fitted
from store.plain_text import width


class Foot(Widget):
    """A note at the left, and one at the right.

    Args:
        note: A few words; none is fine.
        right: As few as possible.
    """

    def __init__(self, note: str, right: str) -> None:
        super().__init__()
        self._note = note
        self._right = right

    def render(self) -> Content:
        """Both in one row."""
        room = self.content_size.width - width(self._right)
        return Content("".join(fitted(self._note, room - 1, 1)).ljust(room) + self._right)
