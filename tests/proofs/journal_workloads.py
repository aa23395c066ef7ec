"""What programs do to journals while the power is cut.

``python -m tests.proofs.journal_workloads NAME FOLDER FIRST SIZE`` runs one of them. Each line that it prints is a
promise: by then, what it tells of must last.
"""

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tinydb import TinyDB, where

from store.journal import Journal, Line, Transform
from store.lock import FolderLock
from store.tinydb_journal import open_tinydb


def promise(*words: object) -> None:
    """Says that something now lasts."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def text(k: int, longest: int = 5000) -> str:
    """Something of a length that differs from document to document."""
    return "x" * (k * 137 % longest)


def inserts(folder: Path, first: int, size: int) -> None:
    """Single documents; promises their numbers."""
    table = open_tinydb(folder / "data").table("t")
    for k in range(first, first + size):
        table.insert({"k": k, "text": text(k)})
        promise(k)


def batches(folder: Path, first: int, size: int) -> None:
    """Eighty documents at a time; promises their numbers."""
    table = open_tinydb(folder / "data").table("t")
    for k in range(first, first + size * 8, 80):
        table.insert_multiple([{"k": k + i, "text": text(i, 1500)} for i in range(80)])
        promise(*range(k, k + 80))


def rewrites(folder: Path, first: int, size: int) -> None:
    """Inserts, updates and removals; promises ``edited K VERSION`` and ``removed K 0``."""
    table = open_tinydb(folder / "data").table("t")
    for k in range(first, first + size // 4):
        table.insert({"k": k, "edits": 0, "text": text(k)})
        promise("edited", k, 0)
        table.update({"edits": k}, where("k") <= k - 2)
        for other in range(first, k - 1):
            promise("edited", other, k)
        if k % 4 == 3:
            promise("removing", k, 0)
            table.remove(where("k") == k)
            promise("removed", k, 0)


def rewrites_among_inserts(folder: Path, first: int, size: int) -> None:
    """Rewrites during which others insert, when all lines are read and the lock is not yet taken; promises keys."""
    theirs = open_tinydb(folder / "data").table("t")
    mine = Journal(folder / "data" / "t.jsonl", FolderLock(folder / "data"))

    def edit_while_inserting(new: Iterator[int]) -> Transform:
        def transform(lines: Iterator[Line]) -> Iterator[Line]:
            yield from ((n, payload.replace(b"x", b"y", 1)) for n, payload in lines)
            for k in new:  # nothing is left of it the second time
                theirs.insert({"k": k, "text": text(k)})
                promise(k)

        return transform

    for k in range(first, first + size):
        mine.rewrite(partial(edit_while_inserting, iter([k])))


def emptyings(folder: Path, first: int, size: int) -> None:
    """Truncates and drops a table again and again; promises ``added K`` and ``emptied K``."""
    db = open_tinydb(folder / "data")
    for k in range(first, first + size):
        db.table("t").insert({"k": k, "text": text(k)})
        promise("added", k)
        if k % 4 == 3:
            promise("emptying", k)
            if k % 8 == 3:
                db.table("t").truncate()
            else:
                db.drop_table("t")
            promise("emptied", k)


def a_little_of_all(folder: Path, first: int, size: int) -> None:
    """Makes the folder, appends, rewrites, appends; promises the numbers of two documents."""
    table = open_tinydb(folder / "data").table("t")
    table.insert({"k": first})
    promise(first)
    table.update({"edits": size})
    table.insert({"k": first + 1})
    promise(first + 1)


def stock_tinydb(folder: Path, first: int, size: int) -> None:
    """Single documents into TinyDB as shipped; promises their numbers."""
    table = TinyDB(folder / "stock.json").table("t")
    for k in range(first, first + size):
        table.insert({"k": k, "text": text(k, 500)})
        promise(k)


ALL = [inserts, batches, rewrites, rewrites_among_inserts, emptyings, a_little_of_all, stock_tinydb]

if __name__ == "__main__":
    name, folder, first, size = sys.argv[1:]
    {each.__name__: each for each in ALL}[name](Path(folder), int(first), int(size))
