"""The one story that a team's scores tell: a strength, and something to work on, only if the numbers bear it."""

from dataclasses import dataclass

from store.behaviors import BEHAVIORS, Behavior
from store.scorecard import Scores

GOOD = 4.0
"""A score whose whole likely range lies at "often" or above is good on its own."""
FAIR = 3.0
"""Nothing below "sometimes" is called a strength, even if all else is lower."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the header says about the seven scores.

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


def story_of(scores: Scores) -> Story:
    """The story of these scores.

    The highest and the lowest stand out if their likely ranges do not touch: then the order of the two is no
    accident of who happened to answer.
    """
    figures = {
        behavior: (score.mean, score.likely_range)
        for behavior, score in zip(BEHAVIORS, scores.behaviors, strict=True)
        if score.mean is not None and score.likely_range is not None
    }
    known = [(mean, *likely, behavior) for behavior, (mean, likely) in figures.items() if mean and likely]
    if not known:
        return Story(released=False)
    all_good = len(known) == len(BEHAVIORS) and min(low for _, low, _, _ in known) >= GOOD
    top_mean, top_low, _, top = max(known, key=lambda entry: entry[0])
    _, _, bottom_high, bottom = min(known, key=lambda entry: entry[0])
    if top_low <= bottom_high:
        return Story(released=True, all_good=all_good)
    return Story(
        released=True, strength=top if top_mean >= FAIR else None, working_on=bottom, all_good=all_good
    )
