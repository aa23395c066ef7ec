"""The one story that a team's scores tell: a strength, and something to work on, only if the numbers bear it."""

from dataclasses import dataclass

from store.behaviors import BEHAVIORS, Behavior
from store.scorecard import Scores

GOOD = 4.0
"""A score whose whole likely range lies at "often" or above is good on its own."""
FAIR = 3.0
"""Nothing below "sometimes" is called a strength, even if all else is lower."""

ENOUGH = 3
"""A story needs this many times the privacy minimum.

The wall says it to everybody, and a team will spend its month on it. A likely range holds for answers that are
independent of one another, and the first group to be released may be one day, one shift, one incident. The third
group is the first that can outvote it.
"""


@dataclass(frozen=True, slots=True)
class Story:
    """What the header says about the seven scores; at most one of ``all_good`` and the two behaviours is set.

    Attributes:
        released: Whether any behaviour has a score.
        strength: The highest score, if it stands out.
        working_on: The lowest score, if it stands out.
        all_good: Whether all seven are good.
    """

    released: bool
    strength: Behavior | None = None
    working_on: Behavior | None = None
    all_good: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    behavior: Behavior
    n: int
    mean: float
    low: float
    high: float


def story_of(scores: Scores, minimum: int) -> Story:
    """The story of these scores.

    The highest and the lowest stand out if their likely ranges do not touch (then their order is no accident of who
    happened to answer), if both have `ENOUGH` answers, and if nothing else has the same printed score.

    Args:
        scores: The seven.
        minimum: The fewest answers that are released.
    """
    known = [
        _Known(behavior, score.n, score.mean, *score.likely_range)
        for behavior, score in zip(BEHAVIORS, scores.behaviors, strict=True)
        if score.mean is not None and score.likely_range is not None
    ]
    if not known:
        return Story(released=False)
    enough = ENOUGH * minimum
    if len(known) == len(BEHAVIORS) and all(score.low >= GOOD and score.n >= enough for score in known):
        return Story(released=True, all_good=True)
    top = max(known, key=lambda score: score.mean)
    bottom = min(known, key=lambda score: score.mean)
    if top.low <= bottom.high or min(top.n, bottom.n) < enough:
        return Story(released=True)
    printed = [_printed(score) for score in known]
    return Story(
        released=True,
        strength=top.behavior if top.mean >= FAIR and printed.count(_printed(top)) == 1 else None,
        working_on=bottom.behavior if printed.count(_printed(bottom)) == 1 else None,
    )


def _printed(score: _Known) -> str:
    """What tells scores apart on paper."""
    return f"{score.mean:.1f}"
