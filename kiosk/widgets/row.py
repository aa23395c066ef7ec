"""One line of a list: a label that grows with its place, and what belongs to it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from kiosk.widgets.headline import Headline


class Row(Horizontal):
    """A sign, a label, and a value.

    Args:
        sign: One character at the front, such as a number or a key.
        label: What it is.
        value: A picture or words.
        peers: The other labels of the list, so that all are set alike.
    """

    def __init__(
        self,
        sign: str,
        label: str,
        value: Content,
        *,
        peers: Sequence[str],
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._sign = sign
        self._label = label
        self._value = value
        self._peers = peers

    def compose(self) -> ComposeResult:
        """Sign, label and value beside one another."""
        yield Headline(self._sign, peers=["4"], classes="sign")
        yield Headline(self._label, peers=self._peers, classes="label")
        yield Static(self._value, classes="value")

    def show_value(self, value: Content) -> None:
        """Change the value."""
        self.query_one(".value", Static).update(value)
