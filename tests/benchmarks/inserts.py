"""What an insert costs, however much is stored: one check-in, durable when the call returns."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

import msgspec

from store.lines import decode_line, encode_line, read_chunks
from store.open import CHECK_INS
from store.tinydb_journal import open_tinydb
from tests.benchmarks import data, table
from tests.benchmarks.data import Data
from tests.benchmarks.measure import alone, alternate
from tests.benchmarks.sizes import Size
from tests.benchmarks.table import Row

_JOURNAL = f"{CHECK_INS}.jsonl"


def measure(made: Data, size: Size) -> Iterator[Row]:
    """Inserts through TinyDB's table, with so many check-ins stored, against four others that do the same."""
    for stored in size.stored:
        ours, bare, empty, sqlite = _side_by_side(made, size, stored)
        what = f"insert at {stored:,}"
        must = stored == size.most
        yield table.faster(what, ours, "bare write + fdatasync", bare, 1.8 if must else None)
        if stored:
            yield table.faster(what, ours, "ours at 0", empty, 1.2 if must else None)
        yield table.faster(what, ours, "sqlite3, WAL, FULL", sqlite, 1.15 if must else None)
        stock = _stock(made, size, stored)
        yield table.faster(what, [median(ours)] * len(stock), "TinyDB JSONStorage", stock)


def _documents(count: int) -> list[dict[str, Any]]:
    """Check-ins as TinyDB documents."""
    check_ins = data.a_day(data.LAST + timedelta(days=1), count, teams=20, random=Random(1))
    return [msgspec.to_builtins(check_in) for check_in in check_ins]


def _side_by_side(made: Data, size: Size, stored: int) -> list[list[float]]:
    """Median seconds of one insert in each run: ours, a bare write of the same bytes, ours at 0, and sqlite3."""
    folder, empty = made.copy(stored, size.teams[0], "inserts"), made.copy(0, size.teams[0], "inserts-at-0")
    bare, sqlite = made.fresh("bare.jsonl"), made.fresh("inserts.sqlite3")
    journal = folder / _JOURNAL
    if stored:
        shutil.copyfile(journal, bare)
    _fill_sqlite(sqlite, journal)
    documents = _documents(size.inserts)
    texts = [msgspec.json.encode(document).decode() for document in documents]
    lines = [encode_line(stored + 1, text.encode(), 0)[0] for text in texts]
    os.sync()  # or the first inserts would wait for the copies
    return alternate(
        size.runs,
        lambda: _ours(folder, documents),
        lambda: _bare(bare, lines),
        lambda: _ours(empty, documents),
        lambda: _sqlite(sqlite, texts),
    )


def _ours(folder: Path, documents: list[dict[str, Any]]) -> float:
    with open_tinydb(folder) as db:
        return _median_of(db.table(CHECK_INS).insert, documents)


def _bare(path: Path, lines: list[bytes]) -> float:
    """The least that a durable append can cost."""
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def append(line: bytes) -> None:
        os.write(descriptor, line)
        os.fdatasync(descriptor)

    try:
        return _median_of(append, lines)
    finally:
        os.close(descriptor)


def _sqlite(path: Path, texts: list[str]) -> float:
    """One INSERT a transaction; the document is JSON already, as we leave encoding it out for sqlite3's sake."""
    db = _connect(path)
    try:
        return _median_of(lambda text: db.execute("INSERT INTO check_ins (document) VALUES (?)", (text,)), texts)
    finally:
        db.close()


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    return db


def _fill_sqlite(path: Path, journal: Path) -> None:
    db = _connect(path)
    db.execute("CREATE TABLE check_ins (id INTEGER PRIMARY KEY, document TEXT NOT NULL)")
    db.execute("BEGIN")
    db.executemany("INSERT INTO check_ins VALUES (?, ?)", ((n, text.decode()) for n, text in _stored(journal)))
    db.execute("COMMIT")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def _stored(journal: Path) -> Iterator[tuple[int, bytes]]:
    for chunk in read_chunks(journal):
        for line in chunk.data.splitlines(keepends=True):
            yield decode_line(line)


def _median_of(insert: Callable[[Any], object], things: Iterable[Any]) -> float:
    """Median seconds of inserting each of some things; the first insert opens the file and does not count."""
    things = list(things)
    insert(things[0])
    times = []
    for thing in things:
        start = perf_counter()
        insert(thing)
        times.append(perf_counter() - start)
    return median(times)


def _stock(made: Data, size: Size, stored: int) -> list[float]:
    """Seconds of one insert into the storage that TinyDB comes with, in a process of its own for its memory."""
    path = made.fresh("stock.json")
    journal = made.filled(stored, size.teams[0]) / _JOURNAL
    with path.open("wb") as file:
        file.write(b'{"%b": {' % CHECK_INS.encode())
        for place, (n, document) in enumerate(_stored(journal)):
            file.write(b'%b"%d": %b' % (b", " if place else b"", n, document))
        file.write(b"}}")
    example = json.dumps(_documents(1)[0])
    found: list[float] = alone("stock_inserts", path, CHECK_INS, example, size.stock_inserts(stored)).found
    path.unlink()
    return found
