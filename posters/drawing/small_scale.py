"""The scale from 1 to 5 where there is little room: no digits, a dot for the mean, a band for its likely range."""

from posters.drawing.charts import place
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.theme import Theme

_AXIS = 1.5
_END = 1.6
_BAND = 8.0
_DOT = 3.2
_RIM = 1.5
"""What always shows of the band on both sides of the dot."""


def small_scale(
    page: Page, theme: Theme, left: float, right: float, y: float, mean: float, likely: tuple[float, float]
) -> None:
    """Draw it.

    Args:
        page: Where to draw.
        theme: The colours.
        left: x of the 1.
        right: x of the 5.
        y: Height of the axis.
        mean: Mean rating, 1 to 5.
        likely: Its likely range, each end 1 to 5.
    """
    page.rule(left, right, y, theme.line, _AXIS)
    for value in range(1, 6):
        page.disc(place(value, left, right), y, _END, theme.line)
    middle = place(mean, left, right)
    start = min(place(likely[0], left, right), middle - _DOT - _RIM)
    end = max(place(likely[1], left, right), middle + _DOT + _RIM)
    small_band(page, theme, start, end, y)
    small_dot(page, theme, middle, y)


def small_band(page: Page, theme: Theme, start: float, end: float, y: float) -> None:
    """Draw a likely range between two x."""
    page.fill(Box(start, y - _BAND / 2, end - start, _BAND), theme.band, radius=2.5)


def small_dot(page: Page, theme: Theme, x: float, y: float) -> None:
    """Draw a mean."""
    page.disc(x, y, _DOT, theme.ink)
