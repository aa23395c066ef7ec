"""A text that must be read from a step away, as large as its place allows."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from kiosk.lettering import largest_face, lettered_lines
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
        columns, rows = self.content_size
        face = largest_face([*self._peers, self.text], columns, rows)
        if face is None:
            return Content.styled("\n".join(fitted(self.text, columns, rows)), "bold")
        return Content("\n".join(lettered_lines(self.text, face, columns)))
