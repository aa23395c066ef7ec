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
        """Each sentence begins a line of its own."""
        columns, rows = self.content_size
        lines: list[Content] = []
        for sentence in self._sentences:
            style = "$soft" if lines else "bold"
            lines += [Content.styled(line, style) for line in fitted(sentence, columns, rows - len(lines))]
        return Content("\n").join(lines)
