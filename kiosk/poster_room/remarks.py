"""A few sentences below the choices: what is going on, and what is worth knowing."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from kiosk.widgets.fitting import fitted


class Remarks(Widget):
    """As many sentences as there is room for, the first in bold.

    Args:
        sentences: At least one; text from people is welcome.
    """

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(id="remarks")
        self._sentences = tuple(sentences)

    def show(self, sentences: Sequence[str]) -> None:
        """Say something else."""
        self._sentences = tuple(sentences)
        self.refresh()

    def render(self) -> Content:
        """All of them, one after the other."""
        text = "\n".join(fitted(" ".join(self._sentences), *self.content_size))
        return Content.styled(text, "$soft").stylize("bold $text", 0, len(self._sentences[0]))
