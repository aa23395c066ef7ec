"""Many team posters at once: on all cores against independent processes, and in a memory that stays as it is."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks import table
from tests.benchmarks.data import Data
from tests.benchmarks.measure import ROOT, alone, alternate, environment, seconds
from tests.benchmarks.sizes import Size
from tests.benchmarks.table import Row

_JOB = "many_posters"
_PROCESSES = 2
_OF_INDEPENDENT = round(1 / 0.9, 2)
"""How much longer than independent processes we may take for 0.9 of their rate."""
_MOST_MEGABYTES = 20


def measure(made: Data, size: Size) -> Iterator[Row]:
    """`--all` against processes that share nothing, and the memory of one process over all of it."""
    folder = made.fresh("posters")
    folder.mkdir(parents=True)
    together = partial(alone, _JOB, folder, 0, size.batch, _PROCESSES)
    ours, theirs = alternate(
        size.runs, partial(seconds, together), partial(seconds, partial(_independent, folder, size.batch))
    )
    what = f"{size.batch:,} team posters into files"
    yield table.faster(what, ours, "two independent processes", theirs, _OF_INDEPENDENT)
    if sys.platform != "linux":
        return
    early = size.lasting[0]
    few, many = alone(_JOB, folder, 0, size.batch, 1, early).found
    what = f"memory after {size.batch:,} team posters"
    yield table.smaller(what, [many], f"ours after {early:,}", [few], _MOST_MEGABYTES, more=True)


def _independent(folder: Path, count: int) -> None:
    """Two processes that know nothing of one another, each with half of the work and a folder of its own."""
    started = []
    for part in range(_PROCESSES):
        own = folder / str(part)
        own.mkdir(exist_ok=True)
        half = (count // _PROCESSES * part, count // _PROCESSES)
        command = [sys.executable, str(ROOT / "tests/benchmarks/alone/run.py"), _JOB, str(own), *map(str, half), "1"]
        started.append(subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL))
    assert [process.wait() for process in started] == [0] * _PROCESSES
