"""Writers to be killed: ``python -m tests.proofs.writers`` starts some for each line that it reads.

A line is ``FOLDER SEED KIND...``. Each writer is a process of its own, forked after the imports, so that it writes
within a millisecond; it works until it is killed. What is said on standard output, a line a time:

- ``started PID`` and, when it is gone, ``ended PID``
- ``stored KEY...`` and ``edited KEY VERSION`` when that is sure to last
"""

import os
import random
import sys
import traceback
from itertools import count
from pathlib import Path

from tinydb import where

from store.tinydb_journal import open_tinydb


def say(*words: object) -> None:
    """One line, in one piece even if several processes speak."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def write(folder: Path, kind: str, seed: str) -> None:
    """Inserts, batches of inserts or edits without end."""
    chance = random.Random(seed)
    table = open_tinydb(folder).table("t")
    mine: list[str] = []
    for i in count():
        keys = [f"{seed}-{i}-{j}" for j in range(chance.randrange(2, 40) if kind == "batches" else 1)]
        table.insert_multiple({"key": key, "version": 0, "text": "x" * chance.randrange(300)} for key in keys)
        say("stored", *keys)
        mine += keys
        if kind == "edits" and i % 3 == 2:
            key = chance.choice(mine)
            table.update({"version": i}, where("key") == key)
            say("edited", key, i)


def start(folder: Path, kind: str, seed: str) -> int:
    """Starts one writer; returns its process id."""
    pid = os.fork()
    if pid:
        return pid
    try:
        write(folder, kind, seed)
    finally:  # it never ends well
        traceback.print_exc()
        os._exit(1)


def main() -> None:
    """Starts writers as they are ordered, and says when they are gone."""
    for line in sys.stdin:
        folder, seed, *kinds = line.split()
        for number, kind in enumerate(kinds):
            say("started", start(Path(folder), kind, f"{seed}.{number}"))
        for _ in kinds:
            pid, _ = os.wait()
            say("ended", pid)


if __name__ == "__main__":
    main()
