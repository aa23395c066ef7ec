"""`store check` and `store status` miss what was lost, and nothing that was erased or rewritten on purpose."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.check import check
from store.compact import compact
from store.lock import FolderLock
from store.open import Store, open_store
from store.status import look
from store.tinydb_journal import open_tinydb
from tests.factories.commands import run
from tests.factories.sheets import a_sheet, many_rows
from tests.factories.stores import a_store, visit

_DAY = date(2026, 3, 2)
_LATER = date(2026, 6, 1)


def silent(_: int) -> None:
    """Takes no notice of progress."""


def a_full_store(folder: Path) -> Store:
    """Check-ins of the kiosk and of a spreadsheet, some of them released, some waiting."""
    store = a_store(folder / "data")
    visit(store, _DAY, [1, 2, 3, 4, 5])
    run("store", "import", a_sheet(folder / "a.csv", *many_rows(60)), "--data", store.folder)
    store.close_days(_LATER)
    visit(store, _LATER, [4, 4])
    store.close_days(_LATER)
    return store


def named(folder: Path) -> list[str]:
    """The files that `check` finds fault with; `status` must agree."""
    found = [fault.file for fault in check(folder, FolderLock(folder), silent)]
    assert [damage.file for damage in look(open_store(folder), _LATER).damage] == found
    return found


def cut(path: Path, lines: int) -> None:
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-lines]))


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b""), lambda path: cut(path, 1)])
@pytest.mark.parametrize("pattern", ["batches.jsonl", "check-ins.jsonl", "import-*.jsonl"])
def test_a_file_that_is_gone_emptied_or_cut_is_named(
    tmp_path: Path, pattern: str, harm: Callable[[Path], object]
) -> None:
    folder = a_full_store(tmp_path).folder
    assert named(folder) == []
    (path,) = folder.glob(pattern)
    harm(path)
    assert named(folder) == [path.name]
    outcome = run("store", "check", "--data", folder)
    assert outcome.returncode == 1
    assert outcome.stdout.startswith(f"{path.name}: ")
    assert "restore a backup" in outcome.stdout
    assert outcome.stdout.count("\n") == 1


@pytest.mark.parametrize("pattern", ["check-ins.jsonl", "import-*.jsonl"])
def test_a_stream_that_scores_were_counted_from_is_missed_without_any_derived_copy(
    tmp_path: Path, pattern: str
) -> None:
    folder = a_full_store(tmp_path).folder
    for path in (folder / "cache").iterdir():
        path.unlink()
    assert named(folder) == []
    (path,) = folder.glob(pattern)
    path.unlink()
    assert named(folder) == [path.name]


def remove_some(folder: Path) -> None:
    with open_tinydb(folder) as db:
        db.table("check-ins").remove(doc_ids=[3, 7])


def update_all(folder: Path) -> None:
    with open_tinydb(folder) as db:
        db.table("check-ins").update({"extra_mile": True})


def erase_batches(folder: Path) -> None:
    with open_tinydb(folder) as db:
        db.table("batches").remove(lambda batch: batch["team"] == "south")


def forget_batches(folder: Path) -> None:
    with open_tinydb(folder) as db:
        db.drop_table("batches")


def put_in_order(folder: Path) -> None:
    compact(open_store(folder), silent)


def put_back(folder: Path) -> None:
    backup = folder.parent / "backup.zip"
    assert run("store", "backup", backup, "--data", folder).returncode == 0
    visit(open_store(folder), _LATER, [1, 2, 3, 4, 5])
    open_store(folder).close_days(date(2026, 6, 2))
    assert run("store", "restore", backup, "--replace", "--data", folder).returncode == 0


@pytest.mark.parametrize("change", [remove_some, update_all, erase_batches, forget_batches, put_in_order, put_back])
def test_what_is_changed_on_purpose_is_no_loss(tmp_path: Path, change: Callable[[Path], None]) -> None:
    folder = a_full_store(tmp_path).folder
    change(folder)
    assert named(folder) == []
    open_store(folder).scorecards(_LATER)
    assert named(folder) == []


def test_a_torn_last_line_is_no_lost_one(tmp_path: Path) -> None:
    folder = a_full_store(tmp_path).folder
    with (folder / "check-ins.jsonl").open("ab") as file:
        file.write(b'{"n":9')
    assert named(folder) == ["check-ins.jsonl"]
    assert "torn" in run("store", "status", "--data", folder).stdout
    assert run("store", "status", "--data", folder).returncode == 0
