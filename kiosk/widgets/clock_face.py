"""The time of day, as large as its place allows."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from kiosk.letters.setting import numeral


class ClockFace(Widget):
    """One line of large digits.

    Attributes:
        time: What it shows, such as ``2:05 PM``.
    """

    time: reactive[str] = reactive("")

    def __init__(self, time: str) -> None:
        super().__init__(id="clock")
        self.time = time

    def render(self) -> Content:
        """The time in the largest face that fits, in the middle of the height."""
        columns, rows = self.content_size
        lines = numeral(self.time, columns, rows) or [self.time]
        return Content("\n" * ((rows - len(lines)) // 2) + "\n".join(lines))
