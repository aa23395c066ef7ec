"""The band at the top of every screen: what this is about, in large, and how far."""

from textual.content import Content
from textual.widget import Widget

from kiosk.widgets.fitting import fitted
from kiosk.widgets.headline import headline

_GAP = 3


class Masthead(Widget):
    """An overline, a sign at its right, and a headline below; one widget, as every screen has one.

    Args:
        overline: A few words above the headline.
        title: The headline; text from people is welcome.
        sample: The mark of sample data; empty where the data is real.
        sign: What stands at the right of the overline.
    """

    def __init__(self, overline: str, title: str, *, sample: str = "", sign: Content | None = None) -> None:
        super().__init__()
        self._overline = overline
        self._title_text = title
        self._sample = Content.styled(f" {sample} ", "bold $on-accent on $accent-ground") if sample else Content("")
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
            right = Content(" " * _GAP).join([right, self._sample]) if right else self._sample
        left = "".join(fitted(self._overline, columns - right.cell_length - 1, 1))
        return Content.assemble((left.ljust(columns - right.cell_length), "bold $accent"), right)


def progress(step: int, count: int, words: str) -> Content:
    """How far: a dot for each question, and the same in words.

    Args:
        step: How many questions lie behind.
        count: How many there are.
        words: Such as "3 of 7".
    """
    return Content.assemble(
        ("● " * step, "$text"),
        ("◉ ", "bold $accent"),
        ("○ " * (count - step - 1), "$muted"),
        (f" {words}", "bold $text"),
    )
