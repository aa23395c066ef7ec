"""What was stored once and is there no more: files that are gone, lines that were cut off."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from store import closing, drops
from store.documents import Documents
from store.journal import SUFFIX, Journal
from store.lines import START
from store.lock import FolderLock
from store.open import BATCHES
from store.released import Released


class Loss(NamedTuple):
    """A file that holds less than it did.

    Attributes:
        file: Its name.
        what: What is known of it.
    """

    file: str
    what: str


class _Source(msgspec.Struct):
    """As much of a batch as says where its ratings came from."""

    stream: str


_sources = Documents(_Source)


def losses(folder: Path, lock: FolderLock) -> list[Loss]:
    """Files of a data folder that hold less than they did.

    Batches name the streams that they came from, and derived copies say how far each journal was counted. Whoever
    rewrites a journal drops those copies first, so that neither erasing nor compacting looks like a loss.

    Raises:
        CannotReadError: A file cannot be read.
        StoreBusyError: Somebody else held the lock too long.
    """
    batches = Journal(folder / (BATCHES + SUFFIX), lock)
    named = {source.stream for chunk in batches.chunks() for source in _sources.among(chunk.data)}
    with lock.held():
        return list(_less_than_noted(folder, lock, named))


def _less_than_noted(folder: Path, lock: FolderLock, named: set[str]) -> Iterator[Loss]:
    counted = {**closing.counted(folder), BATCHES: Released.load(folder).cursor, drops.TABLE: drops.counted(folder)}
    for table in sorted(counted.keys() | named):
        path = folder / (table + SUFFIX)
        if table in named and not (path.exists() and path.stat().st_size):
            yield Loss(path.name, "it is missing or empty, and scores were counted from it")
        elif not Journal(path, lock).holds(counted.get(table, START)):
            yield Loss(path.name, "lines are missing or changed that were there when it was counted last")
