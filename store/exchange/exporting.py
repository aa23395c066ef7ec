"""Released figures as a table for other programs: whole batches, nothing finer."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from store.behaviors import EXTRA_MILE, QUESTIONS
from store.disk import aside, writing
from store.errors import UsageError
from store.exchange.spreadsheet import defused
from store.open import Store
from store.plain_text import printable, shortened
from store.records import Batch
from store.sorting import Sorter

COLUMNS = ("day", "team", "behavior", "rating", "count")

_Writer = Callable[[Iterator["Figure"], IO[bytes]], int]


class Figure(NamedTuple):
    """How often one rating was given in one batch; for the extra mile, rating 0 means no and 1 means yes."""

    day: str
    team: str
    behavior: str
    rating: int
    times: int


def export_file(store: Store, path: Path, team: str | None) -> int:
    """Writes what is released, sorted, so that the same data gives the same bytes; returns how many rows.

    Args:
        store: Where from; days must be closed already.
        path: A ``.csv`` or ``.json`` file; what stands there is replaced, whole.
        team: Key of the only team that is wanted.

    Raises:
        UsageError: The file's name says neither format.
        CannotWriteError: What stood there still stands.
    """
    write = _writer(path)
    shown = {known.key for known in store.organisation.teams if not known.too_small and team in (None, known.key)}
    with Sorter(path.parent) as batches:
        for batch in store.batches():
            if batch.team in shown:
                batches.add(_sortable(batch))
        with aside(path) as file, writing(path):
            return write(_figures(batches), file)


def _writer(path: Path) -> _Writer:
    writers = {".csv": _write_csv, ".json": _write_json}
    kind = path.suffix.lower()
    if kind not in writers:
        message = f"{shortened(str(path), 200)} ends in neither .csv nor .json; name a file that does."
        raise UsageError(message)
    if path.is_dir():
        message = f"{printable(str(path))} is a folder; name a file."
        raise UsageError(message)
    return writers[kind]


def _sortable(batch: Batch) -> bytes:
    """A batch as a line; its stream stays behind."""
    counts = " ".join(map(str, batch.counts))
    return f"{batch.day.isoformat()} {batch.team} {QUESTIONS.index(batch.question)} {counts}".encode()


def _figures(batches: Sorter) -> Iterator[Figure]:
    for line in batches:
        day, team, question, *counts = line.decode().split(" ")
        behavior = QUESTIONS[int(question)]
        for rating, count in enumerate(counts, start=0 if behavior == EXTRA_MILE else 1):
            yield Figure(day, team, behavior, rating, int(count))


def _write_csv(figures: Iterator[Figure], file: IO[bytes]) -> int:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    count = 0
    for count, figure in enumerate(figures, start=1):  # noqa: B007  # how many there were
        table.writerow([defused(str(cell)) for cell in figure])
    text.flush()
    text.detach()
    return count


def _write_json(figures: Iterator[Figure], file: IO[bytes]) -> int:
    """A list of objects, one a line."""
    count = 0
    for count, figure in enumerate(figures, start=1):
        file.write(
            (",\n" if count > 1 else "[\n").encode() + json.dumps(dict(zip(COLUMNS, figure, strict=True))).encode()
        )
    file.write(b"\n]\n" if count else b"[]\n")
    return count
