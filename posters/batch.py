"""Many sheets at once, on all cores; each file is whole or not there, and one that cannot be set stops no other."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path

from posters import render
from posters.drawing.sheet import Sheet
from posters.output.files import put
from posters.output.setup import Setup
from posters.sheets.look import Look, look_of
from store.errors import DoesNotFitError
from store.organisation import Brand

_WORTH_A_PROCESS = 48
"""So many sheets take as long as another Python takes to start."""
_AHEAD = 4
"""Sheets that wait for each process: enough to keep it busy, few enough to stop soon and to hold little."""


@dataclass(frozen=True)
class PrintRun:
    """What all sheets of a batch share.

    Attributes:
        brand: The organisation's colours and font.
        saves_toner: Whether all is black on white instead.
        language: Code of their language.
        setup: How they leave the house.
        dpi: Dots per inch of pictures; None for PDFs.
    """

    brand: Brand
    saves_toner: bool
    language: str
    setup: Setup
    dpi: int | None = None


@dataclass(frozen=True)
class Job:
    """One sheet of a batch.

    Attributes:
        path: The PDF to write; pictures take its name.
        make: Makes the sheet; can be sent to another process.
    """

    path: Path
    make: Callable[[Look], Sheet]


@dataclass(frozen=True)
class Outcome:
    """What became of a job.

    Attributes:
        job: Which one.
        paths: What was written; nothing if there is a problem.
        notes: What whoever asked should know, as sentences.
        problem: Why there is no sheet, as a sentence.
    """

    job: Job
    paths: tuple[Path, ...]
    notes: tuple[str, ...] = ()
    problem: str | None = None


def print_all(jobs: Iterable[Job], count: int, run: PrintRun, processes: int | None = None) -> Iterator[Outcome]:
    """Print all jobs, in their order; whoever stops asking leaves only whole files behind.

    Args:
        jobs: What to print; taken as it is needed.
        count: How many there are.
        run: What they share.
        processes: How many work at it; None for as many as there are cores, if that is worth it.

    Raises:
        SevenWaysError: Nothing more can be printed, such as onto a full disk.
    """
    if processes is None:
        processes = min(os.cpu_count() or 1, count // _WORTH_A_PROCESS)
    if processes < 2:
        yield from (_print(job, run) for job in jobs)
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), _obey_parent) as pool:
        try:
            yield from _in_turn(pool, jobs, run, processes * _AHEAD)
        finally:
            pool.shutdown(cancel_futures=True)


def _in_turn(pool: ProcessPoolExecutor, jobs: Iterable[Job], run: PrintRun, most: int) -> Iterator[Outcome]:
    """Outcomes in the order of their jobs, so many of which wait or are printed at once."""
    coming = iter(jobs)
    waiting: deque[Future[Outcome]] = deque(pool.submit(_print, job, run) for job in islice(coming, most))
    while waiting:
        yield waiting.popleft().result()
        waiting.extend(pool.submit(_print, job, run) for job in islice(coming, 1))


def _print(job: Job, run: PrintRun) -> Outcome:
    try:
        sheet = job.make(look_of(run.brand, run.language, run.setup.paper, saves_toner=run.saves_toner))
        paths = put(render.pdf_of(sheet, run.setup), job.path, run.dpi)
    except DoesNotFitError as error:
        return Outcome(job, (), problem=str(error))
    return Outcome(job, paths, sheet.notes)


def _obey_parent() -> None:
    """Leave Ctrl+C to the parent, which ends this process when its file is whole; do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_leave_after, args=(parent.join,), daemon=True).start()


def _leave_after(parent_has_ended: Callable[[], None]) -> None:
    parent_has_ended()
    os._exit(1)
