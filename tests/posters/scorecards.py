"""Builds scorecards for the poster tests."""

from dataclasses import replace
from datetime import date

from store.behaviors import BEHAVIORS
from store.scorecard import Counts, Month, Score, Scorecard, Scores, Window

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


GOOD_MONTH: Counts = (0, 0, 0, 10, 50)
POOR_MONTH: Counts = (10, 20, 20, 10, 0)


def scores(
    *counts: Counts,
    check_ins: int | None = None,
    rising: frozenset[int] = frozenset(),
    falling: frozenset[int] = frozenset(),
) -> Scores:
    """Scores from the counts of the seven behaviours; those whose index is in ``rising`` have risen."""
    made = tuple(
        Score(
            counts=given,
            later=GOOD_MONTH if index in rising else POOR_MONTH if index in falling else given,
            earlier=POOR_MONTH if index in rising else GOOD_MONTH if index in falling else given,
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
    falling: frozenset[int] = frozenset(),
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
        scores=scores(*(counts or TYPICAL), rising=rising, falling=falling),
        history=(),
    )


def nothing_released(name: str = "North Ward", **settings: str) -> Scorecard:
    """A scorecard of a team that nobody can read anything about yet."""
    return scorecard(name, *(NONE for _ in BEHAVIORS), **settings)  # type: ignore[arg-type]


MONTHS = ("2025-11", "2025-12", *(f"2026-{month:02d}" for month in range(1, 11)))
SILENT = frozenset({"2025-12", "2026-05", "2026-06"})


def with_history(card: Scorecard) -> Scorecard:
    """The same scorecard after twelve months, three of them without a released score."""
    months = tuple(
        Month(month, scores(*(NONE if month in SILENT else (at % 3, 1, 4, 9 - index, 3 + at) for index in range(7))))
        for at, month in enumerate(MONTHS)
    )
    return replace(card, history=months)
