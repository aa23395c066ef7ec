"""How soon the kiosk is there, and how soon it answers a key, in a real terminal."""

import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from store.behaviors import BEHAVIORS
from tests.benchmarks import kiosk, table
from tests.benchmarks.data import Data
from tests.benchmarks.measure import alternate, percentile
from tests.benchmarks.sizes import Size
from tests.benchmarks.table import Limit, Row, duration
from tests.benchmarks.terminal import Terminal

_PEER = "bare Textual app"
_BARE = (sys.executable, str(Path(__file__).parent / "alone" / "bare_app.py"))
_CTRL_Q = b"\x11"
_SLOWEST = 0.033
_STARTS = 5  # in each run: a single one is quick, and says little


def measure(made: Data, size: Size) -> Iterator[Row]:
    """The kiosk on a full store against an app that shows one line of text."""
    command = kiosk.command(made, size, "kiosk")
    ours, theirs = alternate(
        size.runs * _STARTS,
        partial(_first_paint, command, kiosk.LAST_OF_WELCOME, kiosk.F10),
        partial(_first_paint, _BARE, "Number 0", _CTRL_Q),
    )
    yield table.faster(f"first paint, {len(ours)} starts", ours, _PEER, theirs, 1.3)
    visits = -(-size.visits // size.runs)
    keys, others = alternate(size.runs, partial(_visit, command, visits), partial(_count, _BARE, visits * _ASKED_NEXT))
    for percent in (50, 99):
        yield _key_row(percent, keys, others)


_ASKED_NEXT = len(BEHAVIORS) - 1


def _key_row(percent: int, ours: list[list[float]], theirs: list[list[float]]) -> Row:
    """One percentile over all visits; the ratios are those of each run's."""
    all_ours, all_theirs = (percentile([time for run in runs for time in run], percent) for runs in (ours, theirs))
    ratios = [percentile(mine, percent) / percentile(other, percent) for mine, other in zip(ours, theirs, strict=True)]
    return Row(
        f"key to next question, p{percent}",
        duration(all_ours),
        f"{_PEER}: {duration(all_theirs)}",
        tuple(ratios),
        Limit(_SLOWEST, f"<= {_SLOWEST * 1000:g} ms"),
        all_ours,
    )


def _first_paint(command: tuple[str, ...], last: str, leave: bytes) -> float:
    """From the start of the process until the last text of its first frame has arrived."""
    start = time.perf_counter()
    with Terminal(command, leave) as terminal:
        terminal.wait_for(last)
        return time.perf_counter() - start


def _visit(command: tuple[str, ...], visits: int) -> list[float]:
    """Whole visits, stored at the end; for each question but the first the seconds from key to question."""
    with Terminal(command, kiosk.F10) as terminal:
        terminal.wait_for(kiosk.LAST_OF_WELCOME)
        return [took for _ in range(visits) for took in kiosk.visit(terminal)]


def _count(command: tuple[str, ...], keys: int) -> list[float]:
    """As many key presses, each of which changes a line of text."""
    with Terminal(command, _CTRL_Q) as terminal:
        terminal.wait_for("Number 0")
        return [terminal.press("4", then=f"Number {number}") for number in range(1, keys + 1)]
