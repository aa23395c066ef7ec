"""The one thing to add, on the review: an invitation, or exactly what will be stored of it."""

from textual.content import Content
from textual.geometry import Size

from kiosk.widgets.fitting import fitted
from kiosk.widgets.tile import Tile

_SIGN = 4
_MOST_ROWS = 6


class NoteTile(Tile):
    """A title and at most five lines below it, as high as they need.

    Args:
        key: The key that leads to the note.
        title: What it is.
        words: What stands below; text from people is welcome.
        action: What a tap does.
    """

    def __init__(self, key: str, title: str, words: str, action: str) -> None:
        super().__init__(action, id="note")
        self._key = key
        self._title_text = title
        self._words = words

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the text takes."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The key, the title in bold, the words beneath."""
        first, *others = self._lines(self.content_size.width)
        title = Content.assemble((self._key.ljust(_SIGN), "bold"), (first, "bold"))
        return Content("\n").join([title, *map(Content, others)])

    def _lines(self, width: int) -> list[str]:
        """The title, then the words: below it, or from the edge on where they need all the room."""
        title = fitted(self._title_text, width - _SIGN, 1)
        rows = _MOST_ROWS - len(title)
        lines = fitted(self._words, width - _SIGN, rows + 1)
        if len(lines) > rows:
            return [*title, *fitted(self._words, width, rows)]
        return [*title, *(" " * _SIGN + line for line in lines)]
