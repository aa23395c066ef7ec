"""Everything that can be tapped: a tile runs the same action as its key."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from kiosk.widgets.fitting import fitted
from store.plain_text import width

_GAP = "  "


class Tile(Widget):
    """A surface that runs an action of its screen when it is tapped or clicked.

    Args:
        action: The action, such as ``back``.
    """

    @dataclass
    class Tapped(Message):
        """Somebody chose a tile by touch or mouse."""

        action: str

    def __init__(self, action: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._action = action

    def on_click(self, event: Click) -> None:
        """Do what the key does."""
        event.stop()
        self.post_message(self.Tapped(self._action))


class KeyTile(Tile):
    """A key and what it does, in as many lines as the words need.

    Args:
        key: The key's name as it stands on the keyboard.
        words: What it does, or what it chooses; text from people is welcome.
        action: The action, such as ``back``.
    """

    def __init__(self, key: str, words: str, action: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(action, id=id)
        self._key = key
        self._words = words

    def show_words(self, words: str) -> None:
        """Change what the tile says."""
        self._words = words
        self.refresh()

    def render(self) -> Content:
        """The key in bold, the words beside it, or below it on a tile that is narrow."""
        columns, rows = self.content_size
        indent = width(self._key) + len(_GAP)
        if columns - indent < _longest_word(self._words) and rows > 1:
            return Content.assemble((self._key, "bold"), "\n", "\n".join(fitted(self._words, columns, rows - 1)))
        lines = fitted(self._words, columns - indent, rows)
        return Content.assemble((self._key, "bold"), _GAP, ("\n" + " " * indent).join(lines))


def beside(sign: Sequence[str], lines: Sequence[str], room: int) -> Content:
    """A key's sign, so many columns wide, before the words."""
    return Content("\n").join(rows_beside(sign, lines, room))


def rows_beside(sign: Sequence[str], lines: Sequence[str], room: int) -> list[Content]:
    """The same, row by row."""
    return [
        Content.assemble((front.ljust(room), "bold $accent"), (line, "bold"))
        for front, line in zip_longest(sign, lines, fillvalue="")
    ]


def _longest_word(text: str) -> int:
    """How many columns the longest word of a text takes."""
    return max(map(width, text.split()), default=0)
