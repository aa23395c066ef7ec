"""Where a sheet is parted so that cuts go through little: between rows, between words, between letters.

What a cut costs is how much of it runs through something: through white, nothing; through a word, its height or width;
through a letter, twice as much; through shapes, which look well after gluing, little.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, floor
from typing import Literal

from posters.drawing.paper import Box
from posters.drawing.survey import Found

Way = Literal["across", "down"]

_STEPS = 2
"""How many places there are to cut in a point."""
_LETTER, _WORD, _SHAPE = 20, 20, 1
_FINE = 100
"""Costs are counted in hundredths, as whole numbers: the same on every machine."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a sheet one paper takes.

    Attributes:
        most: Points of the sheet on one paper.
        overlap: How much of that its neighbor shows too.
    """

    most: float
    overlap: float

    @property
    def step(self) -> float:
        """How far one cut may lie behind another."""
        return self.most - self.overlap


def cuts(length: float, count: int, room: Room, costs: list[int]) -> tuple[tuple[float, ...], int]:
    """Where each part but the first begins, and what that costs; of cuts that cost the same, the most even ones.

    Args:
        length: Of the sheet.
        count: Of parts, as many as it takes.
        room: What one paper takes.
        costs: What each place costs, as `costs_of` gives them.
    """
    found: list[float] = []
    total, before = 0, 0.0
    for left in range(count - 1, 0, -1):
        first = max(before + room.overlap, length - room.overlap - left * room.step)
        last = min(before + room.step, length - left * room.overlap)
        even = before + (length - before) / (left + 1)
        cost, _, at = min((costs[at], abs(at / _STEPS - even), at) for at in _places(first, last))
        total += cost
        before = at / _STEPS
        found.append(before)
    return tuple(found), total


def costs_of(found: Found, length: float, way: Way, within: tuple[float, float]) -> list[int]:
    """What it costs to cut a sheet at each place, in steps of half a point.

    Args:
        found: What stands on it.
        length: How far it reaches from its left edge, or from its top.
        way: "down" for an upright cut, which lies so far from the left; "across" for a level one, so far from the top.
        within: From where to where the cut runs.
    """
    changes = [0] * (round(length * _STEPS) + 2)
    for weight, boxes in ((_LETTER, found.letters), (_WORD, found.words), (_SHAPE, found.shapes)):
        for start, end, long in _crossed(boxes, way, within):
            low = min(max(int(start * _STEPS) + 1, 0), len(changes) - 1)
            high = min(max(int(end * _STEPS) + 1, low), len(changes) - 1)
            cost = round(long * weight * _FINE)
            changes[low] += cost
            changes[high] -= cost
    return list(accumulate(changes))


def _places(first: float, last: float) -> Iterator[int]:
    """The places between two points of the sheet; where they lie closer than a step, the one behind them."""
    low, high = ceil(first * _STEPS), floor(last * _STEPS)
    yield from range(low, max(low, high) + 1)


def _crossed(boxes: Iterable[Box], way: Way, within: tuple[float, float]) -> Iterator[tuple[float, float, float]]:
    """From where to where a cut goes through each box, and how much of the cut lies in it."""
    for box in boxes:
        if way == "down":
            start, end, low, high = box.left, box.right, box.top, box.bottom
        else:
            start, end, low, high = box.top, box.bottom, box.left, box.right
        long = min(high, within[1]) - max(low, within[0])
        if long > 0:
            yield start, end, long
