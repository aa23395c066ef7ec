"""The band at the top of every screen: what this is about, in large, and how far."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from kiosk.widgets.headline import Headline
from store.plain_text import shortened

_SAMPLE = " SAMPLE DATA "
_LONGEST_OVERLINE = 60


class Masthead(Vertical):
    """An overline, a headline, and room at the right for a sign.

    Args:
        overline: A few words above the headline.
        title: The headline.
        sample: Whether to mark the screen as sample data.
        sign: What stands at the right of the overline.
    """

    def __init__(self, overline: str, title: str, *, sample: bool, sign: Content | None = None) -> None:
        super().__init__()
        self._overline = overline
        self._title = title
        self._sample = sample
        self._sign = sign or Content("")

    def compose(self) -> ComposeResult:
        """Overline and sign in one row, the headline below."""
        with Horizontal(id="overline-row"):
            yield Static(Content(shortened(self._overline, _LONGEST_OVERLINE)), id="overline")
            yield Static(self._sign, id="sign")
            if self._sample:
                yield Static(Content(_SAMPLE), id="sample")
        yield Headline(self._title, id="title")

    def show_sign(self, sign: Content) -> None:
        """Change what stands at the right."""
        self.query_one("#sign", Static).update(sign)


def progress(step: int, count: int) -> Content:
    """How far: a dot for each question, and the same in words.

    Args:
        step: How many questions lie behind.
        count: How many there are.
    """
    return Content.assemble(
        ("● " * step, "$text"),
        ("◉ ", "bold $accent"),
        ("○ " * (count - step - 1), "$muted"),
        (f" {step + 1} of {count}", "bold $text"),
    )
