"""How things are measured: in turns, and where it matters each time in a fresh interpreter."""

import os
import subprocess
import sys
import time
from ast import literal_eval
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).parents[2]
_RUN = Path(__file__).parent / "alone" / "run.py"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a process did.

    Attributes:
        seconds: From before it was started until it had ended.
        peak: The most memory it took, in bytes.
        found: What its job returned.
    """

    seconds: float
    peak: int
    found: Any


def alternate(runs: int, *jobs: Callable[[], T], before: Callable[[], object] = lambda: None) -> list[list[T]]:
    """Runs some jobs in turns, each time another one first, so that what disturbs one disturbs all.

    Args:
        runs: How often each is run.
        jobs: The jobs.
        before: What happens, unmeasured, before each run of all of them.

    Returns:
        For each job its results, one for each run.
    """
    results: list[list[T]] = [[] for _ in jobs]
    for run in range(runs):
        before()
        for place in range(len(jobs)):
            chosen = (run + place) % len(jobs)
            results[chosen].append(jobs[chosen]())
    return results


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def alone(job: str, *arguments: object) -> Outcome:
    """Runs a job of `tests.benchmarks.alone` in a fresh interpreter."""
    command = [sys.executable, str(_RUN), job, *map(str, arguments)]
    start = time.perf_counter()
    output = subprocess.run(command, check=True, capture_output=True, env=environment()).stdout
    took = time.perf_counter() - start
    found, peak = literal_eval(output.decode())
    return Outcome(took, peak, found)


def environment() -> dict[str, str]:
    """What a process of ours is given: this tree, and nothing that would change what it does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SEVENWAYS_", "TEXTUAL"))}
    return {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def installed(package: str) -> bool:
    """Whether a peer can be measured."""
    return find_spec(package) is not None


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that so many per cent of the values do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * percent // 100) - 1)]
