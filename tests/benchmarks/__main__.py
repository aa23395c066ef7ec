"""The command `python -m tests.benchmarks`: measures everything in one go and prints one table."""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import batches, inserts, lasting, opening, posters, scoring, screens, surroundings
from tests.benchmarks.data import Data
from tests.benchmarks.sizes import SIZES, Size
from tests.benchmarks.table import Row, render

BENCHMARKS: dict[str, Callable[[Data, Size], Iterator[Row]]] = {
    "inserts": inserts.measure,
    "opening": opening.measure,
    "scoring": scoring.measure,
    "posters": posters.measure,
    "batches": batches.measure,
    "screens": screens.measure,
    "lasting": lasting.measure,
}


def main() -> None:
    """Measures what the arguments of this process ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", choices=BENCHMARKS, action="append", help="measure only this; may be repeated")
    parser.add_argument("--size", choices=SIZES, default="full", help="how much is measured (default: full)")
    parser.add_argument("--runs", type=int, help="how often each pair is measured, in turns (default: 5)")
    parser.add_argument(
        "--data", type=Path, help="folder on the disk to measure; what is made there is kept for next time"
    )
    chosen = parser.parse_args()
    size = SIZES[chosen.size]
    if chosen.runs:
        size = replace(size, runs=chosen.runs)
    with TemporaryDirectory() as temporary:
        made = Data(chosen.data or Path(temporary))
        where = surroundings.sentence(made.fresh("sync"))
        rows = list(_measure(chosen.only or list(BENCHMARKS), made, size))
        print(where, render(rows), sep="\n\n")


def _measure(names: list[str], made: Data, size: Size) -> Iterator[Row]:
    for name in names:
        for row in BENCHMARKS[name](made, size):
            print(f"{name}: {row.what} …", file=sys.stderr)
            yield row


if __name__ == "__main__":
    main()
