"""Builds scorecards for the poster tests."""

from datetime import date

from store.behaviors import BEHAVIORS
from store.scorecard import Counts, Score, Scorecard, Scores, Window

NONE: Counts = (0, 0, 0, 0, 0)
WINDOW = Window(on=date(2026, 11, 22), first=date(2026, 8, 24), last=date(2026, 11, 21))
TYPICAL: tuple[Counts, ...] = (
    (0, 2, 10, 33, 40),
    (2, 9, 27, 31, 16),
    (1, 5, 20, 34, 25),
    (5, 17, 31, 21, 9),
    (4, 14, 28, 24, 14),
    (0, 1, 7, 25, 52),
    (0, 3, 14, 32, 36),
)


def scores(*counts: Counts, check_ins: int | None = None, rising: frozenset[int] = frozenset()) -> Scores:
    """Scores from the counts of the seven behaviours; those whose index is in ``rising`` have risen."""
    made = tuple(
        Score(
            counts=given,
            later=(0, 0, 0, 10, 50) if index in rising else given,
            earlier=(10, 20, 20, 10, 0) if index in rising else given,
        )
        for index, given in enumerate(counts)
    )
    voices = max(map(sum, counts)) if check_ins is None else check_ins
    return Scores(behaviors=made, extra_mile=(voices - voices // 2, voices // 2))


def scorecard(
    name: str = "North Ward",
    *counts: Counts,
    team: str = "north-ward",
    organisation: str = "Riverside Hospital",
    department: str | None = "Clinical Care",
    minimum: int = 5,
    sample: bool = False,
    window: Window = WINDOW,
    rising: frozenset[int] = frozenset(),
) -> Scorecard:
    """A scorecard; typical counts unless seven are given."""
    return Scorecard(
        organisation=organisation,
        sample=sample,
        team=team,
        name=name,
        department=department,
        minimum=minimum,
        window=window,
        scores=scores(*(counts or TYPICAL), rising=rising),
        history=(),
    )


def nothing_released(name: str = "North Ward", **settings: str) -> Scorecard:
    """A scorecard of a team that nobody can read anything about yet."""
    return scorecard(name, *(NONE for _ in BEHAVIORS), **settings)  # type: ignore[arg-type]
