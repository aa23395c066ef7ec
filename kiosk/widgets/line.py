"""A line to type on that loses no key, however fast somebody types or pastes."""

from dataclasses import dataclass

from textual.events import Key
from textual.message import Message
from textual.widgets import Input


class Line(Input):
    """Hands out what was typed at the very moment of Enter, and is empty for what comes after."""

    @dataclass
    class Typed(Message):
        """A line is complete."""

        text: str

    def on_key(self, event: Key) -> None:
        """Take Enter here, in the order of the other keys, not after them."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.hand_out()

    def hand_out(self) -> None:
        """Tell what stands on the line, and clear it."""
        self.post_message(self.Typed(self.value.strip()))
        self.value = ""

    def put_back(self, text: str) -> None:
        """Let somebody mend a line, unless the next one has been begun."""
        if not self.value:
            self.value = text
            self.cursor_position = len(text)
