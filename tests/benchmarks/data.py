"""Seeded check-ins, and stores that are full of them."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from uuid import UUID

from store.behaviors import BEHAVIORS
from store.open import create_store, open_store
from store.organisation import Organisation, Team, Timings
from store.records import CheckIn, Ratings

LAST = date(2026, 6, 30)
DAYS = 365
_SKIP_SHARE = 0.07
_AT_ONCE = 10_000
_NO_WAITING = Timings(idle_seconds=0, warn_seconds=0, thanks_seconds=0, pause_seconds=0, too_fast_seconds=0)


def organisation(teams: int) -> Organisation:
    """An organisation with so many teams, on whose kiosk nobody is kept waiting."""
    numbers = range(1, teams + 1)
    named = tuple(Team(key=f"team-{n:03d}", name=f"Team {n:03d}", department=f"House {n % 5}") for n in numbers)
    return Organisation(name="Benchmark House", timings=_NO_WAITING, teams=named)


def a_day(day: date, count: int, teams: int, random: Random) -> Iterator[CheckIn]:
    """One day's check-ins, spread evenly over the teams; about one rating in fourteen is skipped."""
    keys = [team.key for team in organisation(teams).teams]
    for _ in range(count):
        ratings = random.choices((1, 2, 3, 4, 5), (4, 8, 20, 38, 30), k=len(BEHAVIORS))
        kept = [rating if random.random() >= _SKIP_SHARE else None for rating in ratings]
        yield CheckIn(
            id=str(UUID(int=random.getrandbits(128), version=4)),
            day=day,
            team=random.choice(keys),
            ratings=Ratings(*kept),
            extra_mile=random.random() < 0.3,
        )


def a_year(count: int, teams: int) -> Iterator[CheckIn]:
    """So many check-ins, spread evenly over the year that ends on ``LAST``, oldest first."""
    random = Random(count)
    for passed in range(DAYS):
        today = count * (passed + 1) // DAYS - count * passed // DAYS
        yield from a_day(LAST - timedelta(days=DAYS - 1 - passed), today, teams, random)


class Data:
    """Data folders, made once and handed out as copies.

    Args:
        folder: Where they are kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def fresh(self, name: str) -> Path:
        """A path at which nothing stands, whatever an earlier run has left there."""
        path = self._folder / "work" / name
        path.parent.mkdir(exist_ok=True)
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        return path

    def filled(self, count: int, teams: int) -> Path:
        """A data folder with so many check-ins, all days closed and all caches warm: to be read only."""
        path = self._folder / f"{count}-check-ins-{teams}-teams"
        if not path.exists():
            _fill(self.fresh(path.name), count, teams).rename(path)
        return path

    def copy(self, count: int, teams: int, name: str) -> Path:
        """A copy of such a data folder, for benchmarks that write."""
        return shutil.copytree(self.filled(count, teams), self.fresh(name))


def _fill(folder: Path, count: int, teams: int) -> Path:
    store = create_store(folder, organisation(teams))
    check_ins = a_year(count, teams)
    while group := list(islice(check_ins, _AT_ONCE)):
        store.add_many(group)
    store.scorecards(LAST + timedelta(days=1))
    store.close()
    return folder


def add_day(folder: Path, day: date, count: int, teams: int) -> list[CheckIn]:
    """One more day arrives in a data folder; returns its check-ins."""
    check_ins = list(a_day(day, count, teams, Random(day.toordinal())))
    store = open_store(folder)
    store.add_many(check_ins)
    store.close()
    return check_ins
