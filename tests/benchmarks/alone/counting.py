"""What each peer is asked to count, and a sum over it that shows whether all counted the same."""

from collections.abc import Iterable
from typing import Any

from store.behaviors import BEHAVIORS

#: Every rating value of every behaviour: 35 counts for each team and span of days.
COUNTED = tuple((behavior.value, value) for behavior in BEHAVIORS for value in range(1, 6))
_FIRST = 4


def tally(rows: Iterable[tuple[Any, ...]], on: str) -> tuple[int, int]:
    """How many ratings are counted in the window, and in the complete months before a day (ISO).

    Args:
        rows: Month, whether the days lie in the window, answers yes to the extra mile, check-ins, 35 counts.
        on: The day.
    """
    window = months = 0
    for month, in_window, *_, in_row in ((*row[:_FIRST], sum(filter(None, row[_FIRST:]))) for row in rows):
        window += in_row if in_window else 0
        months += in_row if month < on[:7] else 0
    return window, months
