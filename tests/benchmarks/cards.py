"""Made-up scorecards: as many as there are numbers."""

from datetime import timedelta
from random import Random

from store.behaviors import BEHAVIORS
from store.scorecard import Score, Scorecard, Scores, Window
from tests.benchmarks.data import DAYS, LAST


def card(number: int) -> Scorecard:
    """A team's scorecard; each team has its own name and figures."""
    random = Random(number)
    window = Window(LAST + timedelta(days=1), LAST - timedelta(days=89), LAST)
    scores = tuple(Score(_counts(random, 90), _counts(random, 30), _counts(random, 30)) for _ in BEHAVIORS)
    places = ("North Ward", "Pharmacy", "Kitchen", "Radiology", "Patient Transport", "IT Service Desk")
    return Scorecard(
        organisation="Riverside Hospital",
        sample=False,
        team=f"team-{number:04d}",
        name=f"{places[number % len(places)]} {number + 1}",
        department="Clinical services",
        minimum=5,
        window=window,
        scores=Scores(scores, (random.randrange(40, 60), random.randrange(20, 60))),
        history=(),
    )


def _counts(random: Random, answers: int) -> tuple[int, ...]:
    weights = [random.uniform(0.5, 4) * share for share in (1, 2, 4, 6, 5)]
    drawn = random.choices(range(5), weights, k=answers + random.randrange(DAYS))
    return tuple(drawn.count(value) for value in range(5))
