"""The scale from 1 to 5, with the mean as a dot and its likely range as a band."""

from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.theme import WHITE, Theme
from posters.drawing.type import Face

_AXIS = 3.0
_TICK = 4.0
_DOT = 5.0
_BAND = 20.0
_RIM = 1.5
"""What always shows of the band on both sides of the dot: with thousands of answers it is thinner than the dot."""
_RING = 14.0
_DIGIT = 15.0
_DIGITS_BELOW = 22.5


def place(value: float, left: float, right: float) -> float:
    """Where a value from 1 to 5 lies on a scale between two x."""
    return left + (right - left) * (value - 1) / 4


def scale(
    page: Page, theme: Theme, left: float, right: float, y: float, mean: float, likely: tuple[float, float]
) -> None:
    """Draw the scale with its digits below, the mean and the likely range on it.

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
        x = place(value, left, right)
        page.disc(x, y, _TICK, theme.line)
        page.text(x, y + _DIGITS_BELOW, str(value), Face.MEDIUM, _DIGIT, theme.muted, align="center")
    middle = place(mean, left, right)
    start = min(place(likely[0], left, right), middle - _DOT - _RIM)
    end = max(place(likely[1], left, right), middle + _DOT + _RIM)
    band(page, theme, start, end, y)
    dot(page, theme, middle, y)


def open_scale(page: Page, theme: Theme, left: float, right: float, y: float) -> None:
    """Draw a scale that waits for its first score: five open rings with their digits inside."""
    page.rule(left, right, y, theme.band, _AXIS)
    for value in range(1, 6):
        x = place(value, left, right)
        page.disc(x, y, _RING, WHITE)
        page.ring(x, y, _RING, theme.band, _AXIS)
        page.text(x, y + _DIGIT * 0.36, str(value), Face.BOLD, _DIGIT, theme.muted, align="center")


def band(page: Page, theme: Theme, low: float, high: float, y: float) -> None:
    """Draw a likely range between two x."""
    page.fill(Box(low, y - _BAND / 2, high - low, _BAND), theme.band, radius=min(4.0, (high - low) / 2))


def dot(page: Page, theme: Theme, x: float, y: float) -> None:
    """Draw a mean."""
    page.disc(x, y, _DOT, theme.ink)
