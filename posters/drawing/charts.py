"""Pictures of ratings: the scale from 1 to 5 with the mean as a dot and its likely range as a band; all answers."""

from collections.abc import Sequence

from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.theme import WHITE, Theme
from posters.drawing.type import Face

_AXIS = 3.0
_TICK = 4.0
_DOT = 5.5
_BAND = 20.0
_RIM = 1.5
"""What always shows of the band on both sides of the dot: with thousands of answers it is thinner than the dot."""
_RING, _RING_LINE, _RING_DIGIT = 10.0, 2.0, 14.0
_DIGIT = 15.0
_DIGIT_SIDE = 18.0
"""From the end of the axis to the middle of its digit."""


def place(value: float, left: float, right: float) -> float:
    """Where a value from 1 to 5 lies on a scale between two x."""
    return left + (right - left) * (value - 1) / 4


def scale(
    page: Page, theme: Theme, left: float, right: float, y: float, mean: float, likely: tuple[float, float]
) -> None:
    """Draw the scale with a digit at each end, the mean and the likely range on it.

    Args:
        page: Where to draw.
        theme: The colours.
        left: Where it begins, its digit included.
        right: Where it ends, likewise.
        y: Height of the axis.
        mean: Mean rating, 1 to 5.
        likely: Its likely range, each end 1 to 5.
    """
    half = _DIGIT * 0.3
    low, high = left + half + _DIGIT_SIDE, right - half - _DIGIT_SIDE
    for digit, x in ((1, left + half), (5, right - half)):
        page.text(x, y + _DIGIT * 0.36, str(digit), Face.MEDIUM, _DIGIT, theme.muted, align="center")
    page.rule(low, high, y, theme.line, _AXIS)
    for value in range(1, 6):
        page.disc(place(value, low, high), y, _TICK, theme.line)
    middle = place(mean, low, high)
    start = min(place(likely[0], low, high), middle - _DOT - _RIM)
    end = max(place(likely[1], low, high), middle + _DOT + _RIM)
    band(page, theme, start, end, y)
    dot(page, theme, middle, y)


def open_scale(page: Page, theme: Theme, left: float, right: float, y: float, *, radius: float = _RING) -> None:
    """Draw a scale that waits for its scores: five open rings with their digits inside.

    Args:
        page: Where to draw.
        theme: The colours.
        left: Edge of the first ring.
        right: Edge of the last.
        y: Height of the middles.
        radius: Of a ring.
    """
    rim = radius + _RING_LINE / 2
    page.rule(left + rim, right - rim, y, theme.band, _RING_LINE)
    for value in range(1, 6):
        x = place(value, left + rim, right - rim)
        page.disc(x, y, radius, WHITE)
        page.ring(x, y, radius, theme.band, _RING_LINE)
        page.text(x, y + _RING_DIGIT * 0.36, str(value), Face.BOLD, _RING_DIGIT, theme.muted, align="center")


def band(page: Page, theme: Theme, low: float, high: float, y: float, *, thickness: float = _BAND) -> None:
    """Draw a likely range between two x."""
    page.fill(Box(low, y - thickness / 2, high - low, thickness), theme.band, radius=min(4.0, (high - low) / 2))


def dot(page: Page, theme: Theme, x: float, y: float) -> None:
    """Draw a mean."""
    page.disc(x, y, _DOT, theme.ink)


def distribution(page: Page, theme: Theme, box: Box, counts: Sequence[int], shown: Sequence[str]) -> None:
    """Draw how often 5, 4, 3, 2 and 1 were given: a line each, with a bar and the count.

    Args:
        page: Where to draw.
        theme: The colours.
        box: Where; a line takes a fifth of its height.
        counts: How often 1, 2, 3, 4 and 5 were given.
        shown: The same as text.
    """
    size, pitch = 14.0, box.height / 5
    left, longest = box.left + size * 1.1, box.width - size * 1.1 - 0.62 * size * max(map(len, shown)) - 4
    for line, value in enumerate(range(5, 0, -1)):
        middle = box.top + (line + 0.5) * pitch
        page.text(box.left, middle + size * 0.36, str(value), Face.MEDIUM, size, theme.muted)
        length = max(2.0, longest * counts[value - 1] / max(counts))
        if counts[value - 1]:
            page.fill(Box(left, middle - pitch * 0.28, length, pitch * 0.56), theme.band)
        else:
            page.fill(Box(left, middle - pitch * 0.28, 1.0, pitch * 0.56), theme.line)
        end = left + (length if counts[value - 1] else 0) + 5
        page.text(end, middle + size * 0.36, shown[value - 1], Face.BOLD, size, theme.ink)
