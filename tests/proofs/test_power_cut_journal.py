"""Power cuts at any moment of the store's work: nothing promised is lost, nothing becomes unreadable."""

import json
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from store.tinydb_journal import open_tinydb
from tests.factories.journals import encode
from tests.proofs.simulation import STATES, Check, simulate

TORN = b"".join(encode((n, b'{"k":%d}' % -n) for n in range(1, 40)))[:-9]
DAMAGE = b"not a line\nnor this\n"
DAMAGED_END = b'{"n":7,"d":{"k":7},"c":"00000000"}\n'

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


class Workload(NamedTuple):
    """Something that a program does to a store, and what must hold after a cut.

    Attributes:
        name: One of those in ``journal_workloads``.
        check: Looks at a folder that a cut left, and at the promises made by then.
        before: Files that are in the store already.
    """

    name: str
    check: Check
    before: Mapping[str, bytes] = {}


def read_and_write_on(folder: Path) -> list[dict[str, Any]]:
    """All documents; afterwards the store must still take and give one more."""
    with open_tinydb(folder / "data") as db:
        table = db.table("t")
        documents = [dict(document) for document in table]
        n = table.insert({"k": "probe"})
        ids = [document.doc_id for document in table]
        assert ids == sorted(set(ids))
        assert (len(ids), ids[-1]) == (len(documents) + 1, n)
    return documents


def promised_are_there(folder: Path, promised: Sequence[str]) -> None:
    """Each promised document is there, and nothing is there twice."""
    there = Counter(document["k"] for document in read_and_write_on(folder))
    assert set(there.values()) <= {1}
    assert {int(k) for line in promised for k in line.split()} <= there.keys()


def promised_are_there_without_damage(folder: Path, promised: Sequence[str]) -> None:
    """The same, and no line is damaged."""
    promised_are_there(folder, promised)
    with open_tinydb(folder / "data") as db:
        table: Any = db.table("t")
        list(table)
        assert table.damaged == 0


def edits_hold(folder: Path, promised: Sequence[str]) -> None:
    """Each document has its last promised edit or a later one; what was removed stays away."""
    documents = {document["k"]: document["edits"] for document in read_and_write_on(folder)}
    promises = [(what, int(k), int(edits)) for what, k, edits in map(str.split, promised)]
    removing = {k for what, k, _ in promises if what == "removing"}
    for what, k, edits in promises:
        if what == "removed":
            assert k not in documents
        elif k in documents or k not in removing:
            assert documents[k] >= edits


def emptyings_hold(folder: Path, promised: Sequence[str]) -> None:
    """What was emptied stays empty; what was added later is there."""
    there = {document["k"] for document in read_and_write_on(folder)}
    latest = {"added": -1, "emptying": -1, "emptied": -1} | {what: int(k) for what, k in map(str.split, promised)}
    assert all(k > latest["emptied"] for k in there)
    assert set(range(latest["emptying"] + 1, latest["added"] + 1)) <= there


def damage_is_kept(folder: Path, promised: Sequence[str]) -> None:
    """Damaged lines are still in the journal, or beside it."""
    kept = b"".join(path.read_bytes() for path in (folder / "data").glob("[!.]*"))
    assert all(line in kept for line in [*DAMAGE.splitlines(), DAMAGED_END])
    promised_are_there(folder, promised)


WORKLOADS = {
    "inserts": Workload("inserts", promised_are_there_without_damage),
    "batches of inserts": Workload("batches", promised_are_there),
    "rewrites": Workload("rewrites", edits_hold),
    "rewrites while others insert": Workload("rewrites_among_inserts", promised_are_there_without_damage),
    "emptying and dropping": Workload("emptyings", emptyings_hold),
    "inserts after a torn tail": Workload("inserts", promised_are_there_without_damage, {"t.jsonl": TORN}),
}


def run(workload: Workload, memory: Path, wanted: int, killed_at: str = "") -> int:
    """Runs a workload (twice, if it is to be killed the first time); returns how many states were looked at."""
    folder = memory / "disk"
    for name, content in workload.before.items():
        (folder / "data").mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_bytes(content)
    program = ["-m", "tests.proofs.journal_workloads", workload.name, str(folder)]
    size = str(wanted // 4)
    programs = [[*program, "0", size], [*program, "100000", size]]
    return simulate(programs if killed_at else programs[:1], workload.check, memory, wanted, killed_at)


@pytest.mark.parametrize("name", WORKLOADS)
def test_a_power_cut_loses_nothing_that_was_promised(name: str, memory: Path) -> None:
    share = -(-STATES // len(WORKLOADS))
    assert run(WORKLOADS[name], memory, share) == share


@pytest.mark.parametrize(
    "killed_at", ["fsync:1", "fsync:2", "fsync:3", "fsync:4", "fsync:5", "fdatasync:1", "rename:1", "fdatasync:2"]
)
def test_nor_does_one_after_a_writer_was_killed_and_another_went_on(killed_at: str, memory: Path) -> None:
    workload = Workload("a_little_of_all", promised_are_there_without_damage)
    assert run(workload, memory, 200, killed_at) > 10


def test_what_is_kept_aside_outlasts_a_power_cut(memory: Path) -> None:
    first, *rest = encode((n, b'{"k":%d}' % -n) for n in range(1, 7))
    harmed = {"t.jsonl": b"".join([first, DAMAGE, *rest, DAMAGED_END])}
    assert run(Workload("a_little_of_all", damage_is_kept, harmed), memory, 200) > 10


def test_the_simulator_catches_tinydb_as_shipped(memory: Path) -> None:
    verdicts: Counter[str] = Counter()

    def judge(folder: Path, promised: Sequence[str]) -> None:
        try:
            documents = json.loads((folder / "stock.json").read_text())["t"].values()
        except (OSError, ValueError, KeyError):
            verdicts["unreadable" if promised else "empty"] += 1
        else:
            lost = {int(k) for k in promised} - {document["k"] for document in documents}
            verdicts["lost" if lost else "fine"] += 1

    run(Workload("stock_tinydb", judge), memory, 200)
    assert verdicts["unreadable"] > 0
    assert verdicts["fine"] > 0
