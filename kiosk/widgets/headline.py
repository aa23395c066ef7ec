"""A text that must be read from a step away, as large as its place allows."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from kiosk.letters.setting import largest_face, lettered_lines
from kiosk.widgets.fitting import fitted


class Headline(Widget):
    """Text in block letters, or in bold where its writing has none or the place is too small.

    Args:
        text: What it says; text from people is welcome.
        peers: Texts that stand or take turns beside it: all are set in the face that fits the longest.
    """

    text: reactive[str] = reactive("")

    def __init__(
        self,
        text: str,
        *,
        peers: Sequence[str] = (),
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._peers = tuple(peers)
        self.text = text

    def render(self) -> Content:
        """The text in the face that fits."""
        return headline(self.text, *self.content_size, peers=self._peers)


def headline(text: str, columns: int, rows: int, *, peers: Sequence[str] = ()) -> Content:
    """A text as large as so many columns and rows allow; its peers must fit in the same face."""
    face = largest_face([*peers, text], columns, rows)
    if face is None:
        lines = fitted(text, columns, rows)
        return Content.styled("\n" * ((rows - len(lines)) // 2) + "\n".join(lines), "bold")
    return Content("\n".join(lettered_lines(text, face, columns)))
