"""The band at the top of every screen: what this is about, in large, and how far."""

from textual.content import Content
from textual.widget import Widget

from kiosk.widgets.fitting import fitted
from kiosk.widgets.headline import headline

_SAMPLE = Content.styled(" SAMPLE DATA ", "bold $on-accent on $accent")
_GAP = 3


class Masthead(Widget):
    """An overline, a sign at its right, and a headline below; one widget, as every screen has one.

    Args:
        overline: A few words above the headline.
        title: The headline; text from people is welcome.
        sample: Whether to mark the screen as sample data.
        sign: What stands at the right of the overline.
    """

    def __init__(self, overline: str, title: str, *, sample: bool, sign: Content | None = None) -> None:
        super().__init__()
        self._overline = overline
        self._title_text = title
        self._sample = sample
        self._sign = sign or Content("")

    def show_sign(self, sign: Content) -> None:
        """Change what stands at the right."""
        self._sign = sign
        self.refresh()

    def render(self) -> Content:
        """Overline and sign in the first row; the headline in what is left, after some air if there is any."""
        columns, rows = self.content_size
        air = 1 if rows < 8 else 2
        below = "\n" if rows < 5 else "\n" * (air + 1)
        return Content.assemble(self._first_row(columns), below, headline(self._title_text, columns, rows - len(below)))

    def _first_row(self, columns: int) -> Content:
        right = self._sign
        if self._sample:
            right = Content(" " * _GAP).join([right, _SAMPLE]) if right else _SAMPLE
        left = "".join(fitted(self._overline, columns - right.cell_length - 1, 1))
        return Content.assemble((left.ljust(columns - right.cell_length), "bold $accent"), right)


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
