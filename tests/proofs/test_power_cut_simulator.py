"""The simulator itself: it must allow every loss that a disk allows, and no other."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from tests.proofs.power_cut import PAGE, Cut, File, Folder, cuts
from tests.proofs.strace import record

needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


@pytest.fixture
def chance() -> random.Random:
    return random.Random(1)


def outcomes(draw: Callable[[], bytes]) -> set[bytes]:
    """All that a hundred draws give."""
    return {draw() for _ in range(100)}


def test_unsynced_bytes_may_stay_go_or_stay_in_part(chance: random.Random) -> None:
    file = File(b"a" * PAGE * 2)
    file.write(0, b"b" * PAGE * 2)
    a, b = b"a" * PAGE, b"b" * PAGE
    assert outcomes(lambda: file.after_cut(chance)) == {a + a, a + b, b + a, b + b}
    file.sync()
    assert outcomes(lambda: file.after_cut(chance)) == {b + b}


def test_an_unsynced_length_may_last_without_its_bytes(chance: random.Random) -> None:
    file = File()
    file.write(0, b"a")
    assert outcomes(lambda: file.after_cut(chance)) == {b"", b"\0", b"a"}


def test_an_unsynced_cut_may_be_undone(chance: random.Random) -> None:
    file = File(b"abc")
    file.resize(1)
    assert outcomes(lambda: file.after_cut(chance)) >= {b"abc", b"a"}


def test_an_unsynced_rename_may_be_undone_and_leaves_one_of_the_two(chance: random.Random) -> None:
    folder, old, new = Folder(), File(b"old"), File(b"new")
    folder.put("file", old)
    folder.put("file.new", new)
    folder.sync()
    folder.put("file", new)
    folder.put("file.new", None)
    seen = {dict(folder.after_cut(chance)).get(PurePosixPath("file")) for _ in range(100)}
    assert seen == {b"old", b"new"}
    folder.sync()
    assert dict(folder.after_cut(chance)) == {PurePosixPath("file"): b"new"}


def test_a_file_in_an_unsynced_folder_may_vanish_with_it(chance: random.Random) -> None:
    top, below = Folder(), Folder()
    top.put("data", below)
    below.put("file", File(b"a"))
    below.sync()
    seen = {frozenset(dict(top.after_cut(chance))) for _ in range(100)}
    assert seen == {frozenset(), frozenset({PurePosixPath("data"), PurePosixPath("data/file")})}


PREAMBLE = """
import os, sys
folder = sys.argv[1]
def promise(text): os.write(1, (text + "\\n").encode())
file = os.open(folder + "/file", os.O_CREAT | os.O_RDWR)
os.write(file, b"abc")
"""
KEPT = {
    "neither": "",
    "the file": "os.fsync(file)",
    "the folder": "os.fsync(os.open(folder, os.O_RDONLY))",
    "both": "os.fsync(file); os.fsync(os.open(folder, os.O_RDONLY))",
}


def after_promise(seen: Iterator[Cut]) -> set[bytes | None]:
    """What the file may hold once the program has promised that it is there."""
    return {cut.files.get(PurePosixPath("file")) for cut in seen if cut.promised}


@needs_strace
@pytest.mark.parametrize("synced", KEPT)
def test_only_what_was_synced_is_sure(tmp_path: Path, synced: str) -> None:
    root = tmp_path / "disk"
    root.mkdir()
    calls = record(["-c", PREAMBLE + KEPT[synced] + "\npromise('there')", str(root)], root)
    left = after_promise(cuts(Folder(), root, [calls], wanted=100))
    allowed: dict[str, set[bytes | None]] = {
        "neither": {None, b"", b"abc", bytes(3)},
        "the file": {None, b"abc"},
        "the folder": {b"", b"abc", bytes(3)},
        "both": {b"abc"},
    }
    assert left == allowed[synced]


@needs_strace
def test_a_program_may_be_killed_at_a_call_of_our_choice(tmp_path: Path) -> None:
    root = tmp_path / "disk"
    root.mkdir()
    calls = record(["-c", PREAMBLE + "os.fsync(file)\npromise('there')", str(root)], root, killed_at="fsync:1")
    assert [call.name for call in calls][-1] == "write"
    assert not after_promise(cuts(Folder(), root, [calls], wanted=100))


@needs_strace
def test_a_call_that_is_not_understood_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "disk"
    root.mkdir()
    calls = record(["-c", PREAMBLE + "os.posix_fallocate(file, 0, 100)", str(root)], root)
    with pytest.raises(NotImplementedError, match="fallocate"):
        list(cuts(Folder(), root, [calls], wanted=100))
