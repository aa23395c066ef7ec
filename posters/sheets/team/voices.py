"""How many more voices would make the scores sharper, taken from the interval that the bars show."""

from dataclasses import dataclass

from store.intervals import likely_range
from store.scorecard import Scores

_SHARP = 0.2
"""A bar this short: its ends round to the score, or to the tenth beside it."""
_STEP = 5


@dataclass(frozen=True, slots=True)
class Sharper:
    """What more answers would do.

    Attributes:
        answers: How many more, for each behaviour that has a score.
        percent: By how much each of their bars would be shorter at least, rounded down to fives.
    """

    answers: int
    percent: int


def sharper(scores: Scores) -> Sharper | None:
    """What as many answers again would do, if they were like those so far; None if nothing is left to sharpen."""
    known = [score.counts for score in scores.behaviors if score.n]
    if not known or max(map(_length, known)) <= _SHARP:
        return None
    least = min(1 - _length(tuple(2 * count for count in counts)) / _length(counts) for counts in known)
    percent = int(least * 100) // _STEP * _STEP
    return Sharper(max(map(sum, known)), percent) if percent > 0 else None


def _length(counts: tuple[int, ...]) -> float:
    low, high = likely_range(counts)
    return high - low
