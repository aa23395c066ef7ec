"""Runs a program under the power-cut simulator and looks at what cuts may leave."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.proofs.power_cut import Folder, cuts
from tests.proofs.strace import record

STATES = int(os.environ.get("SEVENWAYS_PROOF_STATES", "2000"))

Check = Callable[[Path, Sequence[str]], None]


def simulate(programs: Sequence[Sequence[str]], check: Check, memory: Path, wanted: int, killed_at: str = "") -> int:
    """Runs programs one after the other in ``memory / "disk"``, and checks what cuts may leave.

    Args:
        programs: Arguments for the Python interpreter.
        check: Looks at a copy of that folder as a cut left it, and at the promises made by then.
        memory: Where to work; what is in its folder ``disk`` already is durable.
        wanted: How many differing states to look at.
        killed_at: At which call the first program is killed, see ``record``.

    Returns:
        How many states there were.
    """
    root = memory / "disk"
    root.mkdir(exist_ok=True)
    before = Folder.copy_of(root)
    first, *others = programs
    recorded = [record(first, root, killed_at=killed_at), *(record(program, root) for program in others)]
    states = 0
    for cut in cuts(before, root, recorded, wanted):
        states += 1
        after = memory / f"after-{states}"
        cut.lay_out(after)
        check(after, cut.promised)
        shutil.rmtree(after)
    return states
