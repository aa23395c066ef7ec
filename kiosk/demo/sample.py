"""A plausible hospital for the demo: eight teams and a year of check-ins, all made up from a seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from math import comb
from random import Random
from uuid import UUID

from store.behaviors import BEHAVIORS, Behavior
from store.organisation import Link, Organisation, Team, Timings
from store.records import CheckIn, Ratings

DAYS = 365
_ON_LAST_DAY = 6
_SKIP_SHARE = 0.07
_A_DAY, _A_WEEKEND_DAY = (1, 2, 4, 5, 6, 8), (0, 1, 1, 2, 3)

# Where each team starts on the scale from 1 to 5, how far it drifts in the year, and a leap in the last full month.
_TEAMS: dict[tuple[str, str], tuple[float, float, float]] = {
    ("Pharmacy", "Clinical services"): (3.5, 0.2, 0.7),
    ("Laboratory", "Clinical services"): (4.0, 0.1, 0.0),
    ("North Ward", "Clinical services"): (4.2, -0.5, 0.0),
    ("Radiology", "Clinical services"): (3.8, 0.0, 0.0),
    ("Kitchen", "House services"): (4.2, 0.0, 0.0),
    ("Patient Transport", "House services"): (3.3, 0.7, 0.0),
    ("Facilities", "House services"): (3.6, 0.0, -0.5),
    ("IT Service Desk", "House services"): (3.5, -0.2, 0.0),
}
# Who is served by whom.
_SERVED_BY: dict[str, tuple[str, ...]] = {
    "North Ward": ("Pharmacy", "Laboratory", "Radiology", "Kitchen", "Patient Transport"),
    "Radiology": ("Patient Transport", "IT Service Desk"),
    "Laboratory": ("IT Service Desk",),
    "Kitchen": ("Facilities",),
    "Pharmacy": ("IT Service Desk",),
    "Patient Transport": ("Facilities",),
}
# Where a leap shows: nobody gets better at everything at once.
_LEAPS = {Behavior.COMMUNICATE_OFTEN, Behavior.BE_HELPFUL}
# What comes easier and what comes harder to everybody.
_HARDER: dict[Behavior, float] = {
    Behavior.BE_POLITE: 0.4,
    Behavior.BE_HELPFUL: 0.2,
    Behavior.STAY_POSITIVE: 0.1,
    Behavior.NEGOTIATE_EXPECTATIONS: -0.4,
    Behavior.STEP_OUT_OF_YOUR_SILO: -0.3,
}


def sample_organisation(time_zone: str) -> Organisation:
    """The hospital; nobody is hurried there, so that a stranger can read."""
    teams = (Team(key=_key(name), name=name, department=department) for name, department in _TEAMS)
    links = (
        Link(_key(customer), _key(supplier)) for customer, suppliers in _SERVED_BY.items() for supplier in suppliers
    )
    return Organisation(
        name="Riverside Hospital",
        time_zone=time_zone,
        sample=True,
        timings=Timings(idle_seconds=300, thanks_seconds=0),
        teams=tuple(teams),
        links=tuple(links),
    )


def _key(name: str) -> str:
    return name.lower().replace(" ", "-")


def sample_check_ins(organisation: Organisation, last: date, random: Random) -> Iterator[CheckIn]:
    """A year of check-ins, oldest first; on the last day enough for each team to fill a batch of every question."""
    leap = (last.replace(day=1) - timedelta(days=1)).replace(day=1)
    habits = [_Habit(team, index, random) for index, team in enumerate(organisation.teams)]
    for passed in range(DAYS):
        day = last - timedelta(days=DAYS - passed)
        for habit in habits:
            for _ in range(random.choice(_A_WEEKEND_DAY if day.weekday() >= 5 else _A_DAY)):
                yield habit.check_in(day, passed / DAYS, random, _SKIP_SHARE, leapt=day >= leap)
    for habit in habits:
        for _ in range(_ON_LAST_DAY):
            yield habit.check_in(last, 1.0, random, skip_share=0, leapt=True)


class _Habit:
    """How one team tends to serve.

    Args:
        team: Which team.
        index: Its place in the table above.
        random: Gives each team strengths of its own.
    """

    def __init__(self, team: Team, index: int, random: Random) -> None:
        self._key = team.key
        self._start, self._drift, self._leap = list(_TEAMS.values())[index]
        self._strengths = [_HARDER.get(behavior, 0) + random.uniform(-0.3, 0.3) for behavior in BEHAVIORS]

    def check_in(self, day: date, passed: float, random: Random, skip_share: float, *, leapt: bool) -> CheckIn:
        """One visitor's answers when this share of the year has passed, around the team's level and a mood."""
        level = self._start + self._drift * passed + random.gauss(0, 0.35)
        answers = {
            behavior: _rating(level + strength + self._leap * (leapt and behavior in _LEAPS), random)
            for behavior, strength in zip(BEHAVIORS, self._strengths, strict=True)
            if random.random() >= skip_share
        }
        return CheckIn(
            id=str(UUID(int=random.getrandbits(128), version=4)),
            day=day,
            team=self._key,
            ratings=Ratings(**{behavior.value: rating for behavior, rating in answers.items()}),
            extra_mile=random.random() < (level - 2) / 6,
        )


def _cumulative(tenths: int) -> tuple[float, ...]:
    """Cumulative shares of the ratings 1 to 5 around a mean of so many tenths: a binomial from 0 to 4, plus 1."""
    share = (tenths / 10 - 1) / 4
    return tuple(accumulate(comb(4, hits) * share**hits * (1 - share) ** (4 - hits) for hits in range(5)))


_SHARES = {tenths: _cumulative(tenths) for tenths in range(12, 50)}


def _rating(mean: float, random: Random) -> int:
    shares = _SHARES[min(49, max(12, round(mean * 10)))]
    drawn = random.random()
    return 1 + sum(drawn > share for share in shares[:4])
