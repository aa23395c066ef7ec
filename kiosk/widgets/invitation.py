"""The one thing to look at: somebody is asked to tell how it went."""

from textual.content import Content
from textual.widget import Widget

from kiosk.letters.setting import Face, largest_face, lettered_lines
from kiosk.widgets.fitting import fitted
from store.plain_text import width

_BETWEEN = 3
_AIR = 2
_FACES = (Face(1, narrow=False), Face(1, narrow=True))


class Invitation(Widget):
    """A question and what to do, as large as the place allows.

    Args:
        question: What it is about.
        call: How to begin.
    """

    def __init__(self, question: str, call: str) -> None:
        super().__init__(id="start")
        self._question = question
        self._call = call

    def render(self) -> Content:
        """Both in block letters, or one of them, or one plain line, or two; in the middle of the height."""
        columns, rows = self.content_size
        lines = self._lettered(columns, rows - _AIR) or self._plain(columns, rows)
        return Content("\n" * ((rows - len(lines)) // 2)) + Content("\n").join(lines)

    def _lettered(self, columns: int, rows: int) -> list[Content]:
        """Empty if there is not enough room, or the writing has no block letters."""
        call = _large(self._call, columns, rows)
        question = _large(self._question, columns, rows)
        plain = [Content.styled(line, "bold") for line in fitted(self._question, columns, 1)]
        for lines in ([*question, Content(""), *call], [*plain, Content(""), *call], [*plain, *call]):
            if call and lines[0] and len(lines) <= rows:
                return lines
        return []

    def _plain(self, columns: int, rows: int) -> list[Content]:
        if width(self._question) + _BETWEEN + width(self._call) <= columns:
            return [Content.assemble((self._question, "bold"), " " * _BETWEEN, self._call)]
        call = fitted(self._call, columns, max(1, rows - 1))
        question = fitted(self._question, columns, max(1, rows - len(call)))
        return [*(Content.styled(line, "bold") for line in question), *(Content(line) for line in call)]


def _large(text: str, columns: int, rows: int) -> list[Content]:
    """A text in small block letters, or nothing."""
    face = largest_face([text], columns, rows, _FACES)
    return [Content(line) for line in lettered_lines(text, face, columns)] if face else []
