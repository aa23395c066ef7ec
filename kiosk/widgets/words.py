"""A few lines of text being typed, all of them in sight, that never lose the order of keys."""

from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widget import Widget

from store.plain_text import is_unsafe, width

_MARK: Final = "_"


class Words(Widget, can_focus=True):
    """Wraps what is typed and shows where the next character goes.

    Its screen hands it the keys with `take`, in their order; it takes the focus so that keys are heard as characters.

    Args:
        text: What stands there at first.
        longest: How much fits: a character counts once, one that is two columns wide counts twice.
    """

    @dataclass
    class Changed(Message):
        """Something was typed or taken away."""

    def __init__(self, text: str, *, longest: int) -> None:
        super().__init__()
        self._longest = longest
        self._before = ""
        self._after = ""
        self.insert(text)

    @property
    def text(self) -> str:
        """What stands there."""
        return self._before + self._after

    @property
    def left(self) -> int:
        """How much more fits."""
        return self._longest - _size(self.text)

    def render(self) -> Content:
        """The text with a mark at its end, or on the character before which the next goes."""
        if not self._after:
            return Content.assemble(self._before, (_MARK, "bold $accent"))
        return Content.assemble(self._before, (self._after[0], "reverse"), self._after[1:])

    def take(self, event: Key) -> bool:
        """Do what a key means in a text; whether it means anything."""
        match event.key:
            case "backspace":
                self._set(self._before[:-1], self._after)
            case "delete":
                self._set(self._before, self._after[1:])
            case "left" if self._before:
                self._set(self._before[:-1], self._before[-1] + self._after)
            case "right" if self._after:
                self._set(self._before + self._after[0], self._after[1:])
            case "home":
                self._set("", self.text)
            case "end":
                self._set(self.text, "")
            case _ if event.character and event.is_printable:
                self.insert(event.character)
            case _:
                return False
        return True

    def on_paste(self, event: Paste) -> None:
        """Take as much of it as fits."""
        event.stop()
        self.insert(event.text)

    def insert(self, text: str) -> None:
        """Put in what can be shown of a text and fits."""
        room, kept = self.left, ""
        for character in " ".join(text[: 2 * self._longest].split()) if len(text) > 1 else text:
            room -= max(1, width(character))
            if room < 0:
                break
            kept += "\N{REPLACEMENT CHARACTER}" if is_unsafe(character) else character
        self._set(self._before + kept, self._after)

    def _set(self, before: str, after: str) -> None:
        self._before, self._after = before, after
        self.refresh()
        if self.is_mounted:
            self.post_message(self.Changed())


def _size(text: str) -> int:
    return sum(max(1, width(character)) for character in text)
