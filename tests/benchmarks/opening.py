"""What it costs to come to a large store: to store one check-in, and to see the scores."""

from collections.abc import Iterator
from datetime import timedelta

from tests.benchmarks import table
from tests.benchmarks.data import LAST, Data
from tests.benchmarks.measure import alone, alternate
from tests.benchmarks.sizes import Size
from tests.benchmarks.table import Row


def measure(made: Data, size: Size) -> Iterator[Row]:
    """A fresh process on a large store against the same on an empty one."""
    on = LAST + timedelta(days=1)
    few, many = size.teams
    full, empty = made.copy(size.most, few, "opening-full"), made.copy(0, few, "opening-empty")
    alone("save_one", full, on), alone("save_one", empty, on)
    ours, theirs = alternate(size.runs, lambda: alone("save_one", full, on), lambda: alone("save_one", empty, on))
    what = f"a process that stores one check-in at {size.most:,}"
    yield table.faster(what, [each.seconds for each in ours], "ours at 0", [each.seconds for each in theirs], 1.5)
    peaks, others = [each.peak for each in ours], [each.peak for each in theirs]
    yield table.smaller(f"{what}: peak memory", peaks, "ours at 0", others, 10, more=True)
    for teams in (few, many):
        yield from _scores(made, size, teams)


def _scores(made: Data, size: Size, teams: int) -> Iterator[Row]:
    """Opening a store and reading all scorecards, with nothing new since somebody did so last."""
    on = LAST + timedelta(days=1)
    full, empty = made.filled(size.most, teams), made.filled(0, teams)
    ours, theirs = alternate(size.runs, lambda: alone("our_scores", full, on), lambda: alone("our_scores", empty, on))
    what = f"open and read the scorecards at {size.most:,}, {teams} teams"
    yield table.faster(what, [each.seconds for each in ours], "ours at 0", [each.seconds for each in theirs])
    yield table.smaller(
        f"{what}: peak memory", [each.peak for each in ours], "ours at 0", [each.peak for each in theirs]
    )
