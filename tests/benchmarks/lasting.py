"""Whether the kiosk grows heavier over the visits of years, in a real terminal."""

import sys
from collections.abc import Iterator

from tests.benchmarks import kiosk, table
from tests.benchmarks.data import Data
from tests.benchmarks.sizes import Size
from tests.benchmarks.table import Row
from tests.benchmarks.terminal import Terminal

_MOST_MEGABYTES = 5


def measure(made: Data, size: Size) -> Iterator[Row]:
    """The memory of one kiosk after many visits against its own after few; only Linux tells."""
    if sys.platform != "linux":
        return
    early, late = size.lasting
    with Terminal(kiosk.command(made, size, "lasting"), kiosk.F10) as terminal:
        terminal.wait_for(kiosk.LAST_OF_WELCOME)
        few = _after(terminal, early)
        many = _after(terminal, late - early)
    what = f"the kiosk's memory after {late:,} visits"
    yield table.smaller(what, [many], f"ours after {early:,}", [few], _MOST_MEGABYTES, more=True)


def _after(terminal: Terminal, visits: int) -> int:
    """Memory in bytes after so many more visits."""
    for _ in range(visits):
        kiosk.visit(terminal, at_once=True)
    return terminal.memory
