"""How far a long job is: a bar on a terminal, plain lines in a pipe, nothing for a quick one."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TextIO

import typer

_FIRST = 2.0  # seconds before anything is said
_PAUSE = 10.0  # seconds between plain lines

#: Is told how much more is done.
Advance = Callable[[int], None]
#: Starts to show how far a job is, given its label and size: ``progress`` below.
Progress = Callable[[str, int], AbstractContextManager[Advance]]


@contextmanager
def progress(
    label: str, total: int, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[Advance]:
    """Shows how much of a job is done.

    Args:
        label: What is being done, such as ``Reading answers.csv``; printable.
        total: Its size, in any unit.
        stream: Where to; by default stderr.
        clock: Seconds, from any moment on.

    Yields:
        A function to call with how much more is done now.
    """
    out = stream or sys.stderr
    if out.isatty():
        with typer.progressbar(length=total, label=label, file=out, update_min_steps=max(1, total // 200)) as bar:
            yield bar.update
    else:
        yield _PlainLines(label, total, out, clock).advance


class _PlainLines:
    """One line now and then."""

    def __init__(self, label: str, total: int, out: TextIO, clock: Callable[[], float]) -> None:
        self._label = label
        self._total = total
        self._out = out
        self._done = 0
        self._clock = clock
        self._next = clock() + _FIRST

    def advance(self, more: int) -> None:
        self._done += more
        now = self._clock()
        if now >= self._next:
            self._next = now + _PAUSE
            share = min(100, 100 * self._done // max(1, self._total))
            print(f"{self._label}: {share} %", file=self._out, flush=True)
