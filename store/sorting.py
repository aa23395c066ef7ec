"""Sorts more lines than memory should hold: in runs on disk, which are merged as they are read."""

import heapq
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Self

from store.disk import writing

RUN_BYTES = 8 << 20
_OVERHEAD = 64  # what Python needs to keep one bytes object in a list, on top of its content


class Sorter:
    """Takes lines in any order, gives them back in byte order; its files have no names and die with the process."""

    def __init__(self, folder: Path, run_bytes: int = RUN_BYTES) -> None:
        """Prepares an empty sorter; nothing is written before memory runs short.

        Args:
            folder: Where runs go: the data folder, so that nothing private leaves its disk.
            run_bytes: How much to keep in memory at once.
        """
        self._folder = folder
        self._run_bytes = run_bytes
        self._lines: list[bytes] = []
        self._size = 0
        self._runs: list[IO[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lines.clear()
        for run in self._runs:
            run.close()

    def add(self, line: bytes) -> None:
        """Takes a line without its newline.

        Raises:
            CannotWriteError: The disk is full.
        """
        self._lines.append(line)
        self._size += len(line) + _OVERHEAD
        if self._size >= self._run_bytes:
            self._put_run()

    def __iter__(self) -> Iterator[bytes]:
        """All lines so far, sorted; may be asked for again once it is finished."""
        self._lines.sort()
        return heapq.merge(*(_read(run) for run in self._runs), self._lines)

    def _put_run(self) -> None:
        self._lines.sort()
        with writing(self._folder):
            run = TemporaryFile(dir=self._folder, prefix=".sorting.", suffix=".new")  # noqa: SIM115
            self._runs.append(run)
            run.writelines(line + b"\n" for line in self._lines)
            run.flush()
        self._lines.clear()
        self._size = 0


def _read(run: IO[bytes]) -> Iterator[bytes]:
    run.seek(0)
    return (line[:-1] for line in run)
