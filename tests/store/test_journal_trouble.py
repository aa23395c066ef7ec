"""Full disks, read-only folders and other people's folders: one clear error, nothing half-written, and on it goes."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.journal import Journal
from store.lock import FolderLock
from store.tinydb_journal import open_tinydb
from tests.factories.journals import read

NOBODY = 65534
CHILD = """
import os, resource, sys
from pathlib import Path
from store.errors import SevenWaysError
from store.tinydb_journal import open_tinydb
from tinydb import where

folder = Path(sys.argv[1])

def attempt(work):
    try:
        print("done", work())
    except SevenWaysError as error:
        print(type(error).__name__, error)
"""
# Not before all is imported: the interpreter itself may be closed to others.
BECOME_NOBODY = f"os.setgid({NOBODY}); os.setuid({NOBODY})"
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can act for another user")


def run(script: str, folder: Path) -> list[str]:
    """The lines that a child prints."""
    command = [sys.executable, "-c", CHILD + script, str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


@pytest.fixture
def visible() -> Iterator[Path]:
    """A folder that every user can reach."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


FILL = """
table = open_tinydb(folder).table("t")
table.insert_multiple({"i": i, "text": "x" * 100} for i in range(10))
limit = (folder / "t.jsonl").stat().st_size + 250
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
for work in (
    lambda: table.insert({"i": 10}),
    lambda: table.insert_multiple({"i": i, "text": "x" * 100} for i in range(11, 99)),
    lambda: table.insert({"i": 11, "text": "x" * 1000}),
    lambda: table.update({"more": "x" * 100}),
    lambda: table.insert({"i": 11}),
):
    attempt(work)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
attempt(lambda: table.insert({"i": 12}))
attempt(lambda: len(table.update({"more": 1})))
"""


def test_when_a_file_may_not_grow_nothing_half_written_stays_and_writing_goes_on_later(tmp_path: Path) -> None:
    said = run(FILL, tmp_path)
    assert [line.split()[0] for line in said] == ["done"] + 3 * ["CannotWriteError"] + 3 * ["done"]
    assert all("may not grow any further" in line and str(tmp_path) in line for line in said[1:4])
    lines, damage, end = read(tmp_path / "t.jsonl")
    assert [n for n, _ in lines] == list(range(1, 14))
    assert not damage
    assert end.offset == (tmp_path / "t.jsonl").stat().st_size
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.jsonl"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KiB."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", tmp_path], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    yield tmp_path
    subprocess.run(["umount", "--lazy", tmp_path], check=True)


def test_on_a_full_disk_nothing_half_written_stays_and_writing_goes_on_with_room(small_disk: Path) -> None:
    script = """
filler = folder / "filler"
filler.write_bytes(bytes(100_000))
table = open_tinydb(folder).table("t")
stored = 0
try:
    while True:
        table.insert({"i": stored, "text": "x" * 1000})
        stored += 1
except SevenWaysError as error:
    print(type(error).__name__, error)
attempt(lambda: table.insert({"i": -1, "text": "x" * 5000}))
attempt(lambda: table.insert_multiple({"i": -1, "text": "x" * 5000} for _ in range(9)))
attempt(lambda: table.update({"more": 1}))
attempt(lambda: table.remove(where("i") == 0))
print([document["i"] for document in table] == list(range(stored)))
filler.unlink()
attempt(lambda: table.insert({"i": stored}) == stored + 1)
print([document["i"] for document in table] == list(range(stored + 1)), table.damaged)
"""
    *said, before, done, after = run(script, small_disk)
    assert len(said) == 5
    assert all(line.startswith("CannotWriteError") and "the disk is full; make room" in line for line in said)
    assert (before, done, after) == ("True", "done True", "True 0")
    assert sorted(path.name for path in small_disk.iterdir()) == ["t.jsonl"]


@as_root
def test_a_folder_that_may_only_be_read_gives_one_named_error_and_can_still_be_read(visible: Path) -> None:
    open_tinydb(visible).insert({"a": 1})
    (visible / "_default.jsonl").chmod(0o644)
    script = f"""{BECOME_NOBODY}
db = open_tinydb(folder)
for work in (
    lambda: db.insert({{"a": 2}}),
    lambda: db.table("other").insert({{"a": 2}}),
    lambda: db.update({{"a": 2}}),
    lambda: db.truncate(),
    lambda: db.drop_table("_default"),
    lambda: open_tinydb(folder / "new"),
):
    attempt(work)
print(db.all())
"""
    *said, found = run(script, visible)
    assert all(line.startswith("CannotWriteError") and "permission is missing" in line for line in said), said
    assert len(said) == 6
    assert found == "[{'a': 1}]"


@as_root
def test_a_file_that_may_not_be_read_is_named(visible: Path) -> None:
    open_tinydb(visible).insert({"a": 1})
    (said,) = run(f"{BECOME_NOBODY}\nattempt(lambda: open_tinydb(folder).all())", visible)
    assert said.startswith("CannotReadError")
    assert "_default.jsonl" in said


def make_all_kinds_of_files(folder: Path) -> set[str]:
    """A journal that has been torn, damaged and rewritten; returns the names of all files."""
    journal = Journal(folder / "t.jsonl", FolderLock(folder))
    journal.append([b"{}"] * 3)
    data = journal.path.read_bytes()
    with journal.path.open("r+b") as file:
        file.write(b"junk")
        file.seek(0, os.SEEK_END)
        file.write(b"torn")
    journal.append([b"{}"])
    journal.rewrite(lambda: lambda lines: ((n, payload + b" ") for n, payload in lines))
    assert journal.path.read_bytes() != data
    return {path.name for path in folder.iterdir()}


def test_all_files_are_private_whatever_the_umask(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    before = os.umask(0)
    try:
        open_tinydb(folder).insert({"a": 1})
        names = make_all_kinds_of_files(folder)
    finally:
        os.umask(before)
    assert names == {"_default.jsonl", "t.jsonl", "t.torn", "t.damaged"}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE((folder / name).stat().st_mode) for name in names} == {0o600}


@as_root
def test_what_root_writes_belongs_to_the_folders_owner(visible: Path) -> None:
    os.chown(visible, NOBODY, NOBODY)
    names = make_all_kinds_of_files(visible)
    assert names == {"t.jsonl", "t.torn", "t.damaged"}
    assert {((visible / name).stat().st_uid, (visible / name).stat().st_gid) for name in names} == {(NOBODY, NOBODY)}
    script = BECOME_NOBODY + '\nattempt(lambda: open_tinydb(folder).table("t").insert({"a": 1}))'
    assert run(script, visible) == ["done 5"]
