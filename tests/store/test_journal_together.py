"""Many processes and threads write one journal at once: nothing is lost, ids are unique and rise."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import pytest

from store.journal import Journal
from store.lock import FolderLock
from store.tinydb_journal import open_tinydb
from tests.factories.journals import read

WRITE = """
import json, sys
from store.tinydb_journal import open_tinydb
from tinydb import where
folder, who, kind, times = sys.argv[1:]
table = open_tinydb(folder).table("t")
given = []
for i in range(int(times)):
    if kind == "insert":
        given.append(table.insert({"who": who, "i": i}))
    elif kind == "batch":
        given += table.insert_multiple({"who": who, "i": i * 10 + j} for j in range(10))
    elif kind == "update":
        table.update(lambda document: document.update({who: document.get(who, 0) + 1}), where("shared") == True)
    else:
        table.upsert({"who": who, "i": i}, where("who") == who)
print(json.dumps(given))
"""


def start(folder: Path, who: str, kind: str, times: int, prefix: Sequence[str] = ()) -> "subprocess.Popen[str]":
    """A process that writes so many times."""
    command = [*prefix, sys.executable, "-c", WRITE, str(folder), who, kind, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ids_of(process: "subprocess.Popen[str]") -> list[int]:
    """The ids that it was given, once it is done."""
    said, complaint = process.communicate(timeout=60)
    assert process.returncode == 0, complaint
    given: list[int] = json.loads(said)
    return given


def test_four_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    processes = [start(tmp_path, f"p{i}", "batch" if i == 3 else "insert", 100) for i in range(4)]
    given = [ids_of(process) for process in processes]
    lines, damage, _ = read(tmp_path / "t.jsonl")
    assert not damage
    assert [n for n, _ in lines] == list(range(1, 1301))
    assert sorted(chain(*given)) == list(range(1, 1301))
    assert all(ids == sorted(ids) for ids in given)
    by_id = {n: json.loads(payload) for n, payload in lines}
    for number, ids in enumerate(given):
        assert [by_id[n] for n in ids] == [{"who": f"p{number}", "i": i} for i in range(len(ids))]


def test_rewrites_and_inserts_at_once_all_count(tmp_path: Path) -> None:
    table = open_tinydb(tmp_path).table("t")
    table.insert_multiple({"shared": True, "text": "x" * 100} for _ in range(50))
    processes = [
        start(tmp_path, "a", "update", 30),
        start(tmp_path, "b", "update", 30),
        start(tmp_path, "c", "insert", 150),
        start(tmp_path, "d", "upsert", 30),
    ]
    given = [ids_of(process) for process in processes]
    shared = [document for document in table if document.get("shared")]
    assert [(document["a"], document["b"]) for document in shared] == [(30, 30)] * 50
    assert {document.doc_id: document["i"] for document in table if document.get("who") == "c"} == {
        n: i for i, n in enumerate(given[2])
    }
    assert [document["i"] for document in table if document.get("who") == "d"] == [29]
    ids = [document.doc_id for document in table]
    assert ids == sorted(set(ids))
    assert not list(tmp_path.glob(".*.new"))
    assert not list(tmp_path.glob("*.damaged"))


def test_threads_may_share_one_journal(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "t.jsonl", FolderLock(tmp_path))

    def write(thread: int) -> list[int]:
        given = []
        for i in range(60):
            given += journal.append([b'{"thread":%d,"i":%d}' % (thread, i)])
            if i % 20 == 0:
                journal.rewrite(lambda: lambda lines: ((n, payload + b" ") for n, payload in lines))
        return given

    with ThreadPoolExecutor(4) as pool:
        given = list(pool.map(write, range(4)))
    lines, damage, _ = read(tmp_path / "t.jsonl")
    assert not damage
    assert sorted(chain(*given)) == [n for n, _ in lines] == list(range(1, 241))


def test_a_reader_follows_writers_and_sees_each_document_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "t.jsonl", FolderLock(tmp_path))
    journal.append([b"{}"])
    (cursor,) = [chunk.cursor for chunk in journal.chunks()]
    processes = [start(tmp_path, f"p{i}", "batch", 60) for i in range(2)]
    seen: list[int] = []
    while len(seen) < 1200:
        for chunk in journal.chunks(cursor):
            cursor = chunk.cursor
            seen += [int(line.split(b",")[0][5:]) for line in chunk.data.splitlines()]
    assert seen == list(range(2, 1202))
    assert journal.damaged == 0
    assert all(ids_of(process) for process in processes)


def test_a_forked_process_writes_beside_its_parent(tmp_path: Path) -> None:
    script = """
import os, sys
from store.tinydb_journal import open_tinydb
table = open_tinydb(sys.argv[1]).table("t")
table.insert({"who": "both"})
child = os.fork()
for i in range(100):
    table.insert({"who": "parent" if child else "child"})
if child:
    os.waitpid(child, 0)
    print(sum(document["who"] == "child" for document in table), len(table), table.damaged)
"""
    ran = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=False)
    assert ran.stdout == "100 201 0\n", ran.stderr


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed; it makes the disk slow")
def test_on_a_slow_disk_everybody_gets_a_turn(tmp_path: Path) -> None:
    slow = ["strace", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", "inject=fdatasync:delay_exit=8000"]
    processes = [start(tmp_path, f"p{i}", "insert", 50, prefix=slow) for i in range(4)]
    assert sorted(chain(*map(ids_of, processes))) == list(range(1, 201))
