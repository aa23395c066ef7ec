"""What scores cost after a new day, and when they must be counted from the start.

The peers deliver the counts that our scorecards are made of, for each team: those of the window and of each complete
month before; they are spared the likely ranges. A second comparison spares them the months too, while we make them
all the same.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import msgspec

from store import cache
from store.behaviors import BEHAVIORS
from store.lines import decode_line, read_chunks
from store.open import CHECK_INS
from store.records import CheckIn
from store.scores import MONTHS, window_for
from tests.benchmarks import table
from tests.benchmarks.data import DAYS, LAST, Data, add_day, organisation
from tests.benchmarks.measure import Outcome, alone, alternate, installed
from tests.benchmarks.sizes import Size
from tests.benchmarks.table import Row

_JOURNAL = f"{CHECK_INS}.jsonl"
_COLUMNS = ("day", "team", *(behavior.value for behavior in BEHAVIORS), "extra_mile")
_DUCKDB, _SQLITE, _POLARS = "DuckDB, same journal", "sqlite3 GROUP BY, loaded table", "polars, same journal"


def measure(made: Data, size: Size) -> Iterator[Row]:
    """Scores after a new day, and a recount, for few and for many teams."""
    for teams in size.teams:
        contest = _Contest(made, size.most, teams)
        yield from _after_a_day(contest, size)
        yield from _recount(contest, size)


class _Contest:
    """The same check-ins for all, and one more day for all whenever it is asked for."""

    def __init__(self, made: Data, stored: int, teams: int) -> None:
        self._stored, self.teams = stored, teams
        self._day = LAST
        self.folder = made.copy(stored, teams, "scoring")
        self._sqlite = made.fresh("scores.sqlite3")
        with closing(sqlite3.connect(self._sqlite)) as db, db:
            db.execute(f"CREATE TABLE check_ins ({', '.join(_COLUMNS)})")
            self._insert(db, _stored(self.folder / _JOURNAL))

    def pass_day(self) -> None:
        """One more day of check-ins arrives."""
        self._day += timedelta(days=1)
        new = add_day(self.folder, self._day, max(1, self._stored // DAYS), self.teams)
        with closing(sqlite3.connect(self._sqlite)) as db, db:
            self._insert(db, new)

    def forget(self) -> None:
        """Removes everything derived."""
        shutil.rmtree(self.folder / cache.FOLDER, ignore_errors=True)

    def ours(self, check: str = "") -> Outcome:
        """Our scorecards, as of the day after the newest."""
        return alone("our_scores", self.folder, self._on, check)

    def peer(self, job: str, *, months: bool = True, check: str = "") -> Outcome:
        """A peer's counts as of the same day."""
        window = window_for(organisation(self.teams), self._on, None, None)
        source = self._sqlite if job.startswith("sqlite") else self.folder / _JOURNAL
        since = _months_back(self._on) if months else ""
        return alone(job, source, since, window.first, window.last, self._on, check)

    def compare(self, jobs: Iterable[str]) -> None:
        """Makes sure that all count the same.

        What waits at the edges of a span of days may be counted elsewhere, up to k - 1 ratings for each question.
        """
        ours = self.ours("check").found
        may_wait = self.teams * len(BEHAVIORS) * (organisation(self.teams).privacy.minimum - 1)
        for job in jobs:
            theirs = self.peer(job, check="check").found
            assert all(abs(a - b) <= 2 * may_wait for a, b in zip(ours, theirs, strict=True)), (job, ours, theirs)

    @property
    def _on(self) -> date:
        return self._day + timedelta(days=1)

    def _insert(self, db: sqlite3.Connection, check_ins: Iterable[CheckIn]) -> None:
        rows = ((c.day.isoformat(), c.team, *msgspec.structs.astuple(c.ratings), c.extra_mile) for c in check_ins)
        db.executemany(f"INSERT INTO check_ins VALUES ({', '.join('?' * len(_COLUMNS))})", rows)


def _after_a_day(contest: _Contest, size: Size) -> Iterator[Row]:
    """Scores of one day more, each time in a fresh process; whoever had a cache still has that of the day before."""
    duckdb = ["duckdb_scores"] if installed("duckdb") else []
    contest.pass_day()
    contest.compare(["sqlite_scores", *duckdb])
    entered = [(job, months) for months in (True, False) for job in ("sqlite_scores", *duckdb)]
    jobs = [partial(contest.peer, job, months=months) for job, months in entered]
    ours, *theirs = alternate(size.runs, contest.ours, *jobs, before=contest.pass_day)
    took = dict(zip(entered, theirs, strict=True))
    for months, which in ((True, "window and months"), (False, "peer: window only")):
        what = f"scores after a new day at {size.most:,}, {contest.teams} teams ({which})"
        for name, job, at_most in ((_DUCKDB, "duckdb_scores", 0.3), (_SQLITE, "sqlite_scores", 0.15)):
            yield table.faster(what, _seconds(ours), name, _seconds(took.get((job, months), [])), at_most)


def _recount(contest: _Contest, size: Size) -> Iterator[Row]:
    """Scores from batches.jsonl alone, as if the cache had been deleted."""
    jobs = [partial(contest.peer, "polars_scores")] if installed("polars") else []
    if jobs:
        contest.compare(["polars_scores"])
    ours, *theirs = alternate(size.runs, contest.ours, *jobs, before=contest.forget)
    polars = theirs[0] if theirs else []
    what = f"recount without cache at {size.most:,}, {contest.teams} teams"
    yield table.faster(what, _seconds(ours), _POLARS, _seconds(polars), 1.3)
    peaks = [outcome.peak for outcome in ours]
    yield table.smaller(f"{what}: peak memory", peaks, _POLARS, [outcome.peak for outcome in polars], 60)


def _seconds(outcomes: list[Outcome]) -> list[float]:
    return [outcome.seconds for outcome in outcomes]


def _months_back(on: date) -> date:
    """The first day of the oldest month that a scorecard shows."""
    months = on.year * 12 + on.month - 1 - MONTHS
    return date(months // 12, months % 12 + 1, 1)


def _stored(journal: Path) -> Iterator[CheckIn]:
    for chunk in read_chunks(journal):
        for line in chunk.data.splitlines(keepends=True):
            yield msgspec.json.decode(decode_line(line)[1], type=CheckIn)
