"""The scale from 1 to 5, with the mean as a dot and its likely range as a band."""

from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.theme import WHITE, Theme
from posters.drawing.type import Face

_AXIS = 3.0
_TICK = 4.2
_DOT = 7.5
_BAND = 20.0
_DIGIT = 15.0
_DIGITS_BELOW = 24.0


def place(value: float, left: float, right: float) -> float:
    """Where a value from 1 to 5 lies on a scale between two x."""
    return left + (right - left) * (value - 1) / 4


def scale(
    page: Page,
    theme: Theme,
    left: float,
    right: float,
    y: float,
    figures: tuple[float, tuple[float, float]] | None,
) -> None:
    """Draw the scale with its digits below.

    Args:
        page: Where to draw.
        theme: The colours.
        left: x of the 1.
        right: x of the 5.
        y: Height of the axis.
        figures: Mean and likely range, each 1 to 5; None leaves the scale empty.
    """
    page.rule(left, right, y, theme.line, _AXIS)
    for value in range(1, 6):
        x = place(value, left, right)
        page.disc(x, y, _TICK, theme.line)
        if figures is None:
            page.disc(x, y, _TICK - 2, WHITE)
        page.text(x, y + _DIGITS_BELOW, str(value), Face.MEDIUM, _DIGIT, theme.muted, align="center")
    if figures is not None:
        mean, (low, high) = figures
        mark(page, theme, place(low, left, right), place(high, left, right), place(mean, left, right), y)


def mark(page: Page, theme: Theme, low: float, high: float, mean: float, y: float) -> None:
    """Draw the band between two x and the dot at a third; the band is never narrower than its dot."""
    start = min(low, mean - _DOT - 2)
    end = max(high, mean + _DOT + 2)
    page.fill(Box(start, y - _BAND / 2, end - start, _BAND), theme.band, radius=6)
    page.disc(mean, y, _DOT, theme.ink)
