"""Twelve months of one score: a line through the means, a band for their likely ranges, gaps where nothing is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from posters.drawing.page import Align, Page
from posters.drawing.paper import Box
from posters.drawing.theme import Theme
from posters.drawing.type import Face

_DIGIT = 14.0
_DIGITS = 16.0
_RIM = 6.0
"""Above and below: half a digit."""
_AXIS, _LINE = 1.0, 3.0
_DOT, _LAST_DOT = 3.6, 6.0
_ALONE = 5.0
"""Half the width of a likely range whose neighbours are unknown."""
_NAMED_EVERY = 3
_BESIDE = 6.0
"""What the last name takes beyond the last month, so that the one before it stands clear."""


@dataclass(frozen=True, slots=True)
class Point:
    """One month.

    Attributes:
        name: In short, in the sheet's language.
        known: Mean and likely range, 1 to 5; None where nothing is released.
    """

    name: str
    known: tuple[float, float, float] | None


def draw_history(page: Page, theme: Theme, box: Box, points: Sequence[Point], *, weight: float = 1.0) -> None:
    """Draw months from left to right, with the digits 1, 3 and 5 beside.

    Args:
        page: Where to draw, within a figure that says the same in words.
        theme: The colours.
        box: The room for all of it.
        points: The months, oldest first.
        weight: Of line and dots; less in a low chart, where they would hide the likely ranges.
    """
    plot = _plot(box)
    for value in (1, 3, 5):
        y = _height(plot, value)
        page.rule(plot.left, plot.right, y, theme.line, _AXIS)
        page.text(box.left, y + _DIGIT * 0.35, str(value), Face.MEDIUM, _DIGIT, theme.muted)
    for run in _runs(points):
        _draw_band(page, theme, plot, points, run)
    for run in _runs(points):
        means = [(_across(plot, points, index), _height(plot, _known(points, index)[0])) for index in run]
        page.trail(means, theme.ink, _LINE * weight)
        for x, y in means:
            page.disc(x, y, _DOT * weight, theme.ink)
    _draw_last(page, theme, plot, points)


def draw_names(page: Page, theme: Theme, box: Box, points: Sequence[Point], *, within: bool = False) -> None:
    """Set every third month's name at the foot of a box, below where `draw_history` draws them in a box as wide.

    Args:
        page: Where to draw.
        theme: The colours.
        box: The room of the names.
        points: The months, oldest first.
        within: Whether the last name ends with the box; if not, it stands right below its month and runs over a little.
    """
    plot = _plot(box)
    for index in range(len(points) - 1, -1, -_NAMED_EVERY):
        ends = within and index == len(points) - 1
        x = box.right if ends else _across(plot, points, index)
        align: Align = "right" if ends else "center"
        page.text(x, box.bottom - 3, points[index].name, Face.MEDIUM, _DIGIT, theme.muted, align=align)


def _plot(box: Box) -> Box:
    """Where the lines run."""
    return Box(box.left + _DIGITS, box.top + _RIM, box.width - _DIGITS - _BESIDE, box.height - 2 * _RIM)


def _draw_band(page: Page, theme: Theme, plot: Box, points: Sequence[Point], run: Sequence[int]) -> None:
    across = [_across(plot, points, index) for index in run]
    if len(run) == 1:
        across, run = [across[0] - _ALONE, across[0] + _ALONE], [run[0], run[0]]
    lower = [(x, _height(plot, _known(points, index)[1])) for x, index in zip(across, run, strict=True)]
    upper = [(x, _height(plot, _known(points, index)[2])) for x, index in zip(across, run, strict=True)]
    page.area([*upper, *reversed(lower)], theme.band)


def _draw_last(page: Page, theme: Theme, plot: Box, points: Sequence[Point]) -> None:
    """Mark the newest month of which anything is known."""
    known = [index for index, point in enumerate(points) if point.known is not None]
    if known:
        x, y = _across(plot, points, known[-1]), _height(plot, _known(points, known[-1])[0])
        page.disc(x, y, _LAST_DOT, theme.ink)
        page.disc(x, y, _LAST_DOT / 2, theme.on_accent if theme.saves_toner else theme.accent)


def _runs(points: Sequence[Point]) -> Iterator[list[int]]:
    """The months that follow one another without a gap."""
    run: list[int] = []
    for index, point in enumerate(points):
        if point.known is not None:
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _known(points: Sequence[Point], index: int) -> tuple[float, float, float]:
    known = points[index].known
    if known is None:
        message = "a gap has no height"
        raise ValueError(message)
    return known


def _across(plot: Box, points: Sequence[Point], index: int) -> float:
    return plot.left + 8 + (plot.width - 8) * index / max(1, len(points) - 1)


def _height(plot: Box, value: float) -> float:
    return plot.bottom - plot.height * (value - 1) / 4
