"""A restore proves the backup first, and never overwrites a store that has data unless told."""

import os
import signal
import stat
import subprocess
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from zipfile import ZipFile, ZipInfo

import msgspec
import pytest

from store.behaviors import BEHAVIORS
from store.check import check
from store.errors import CannotReadError, NewerFormatError, SevenWaysError
from store.lock import FolderLock
from store.open import open_store
from store.progress import progress
from store.safekeeping.archive import belongs
from store.safekeeping.backup import back_up
from store.safekeeping.restore import restore
from tests.factories.archives import Contents, pack, rebuilt, unpack
from tests.factories.commands import complaint, environment, program, run
from tests.factories.stores import a_check_in, a_store, visit

_DAY = date(2026, 3, 2)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """The backup of a store with five check-ins and their batches."""
    store = a_store(tmp_path / "original")
    visit(store, _DAY, [1, 2, 3, 4, 5])
    store.close_days(date(2026, 3, 3))
    back_up(store.folder, tmp_path / "b.zip", progress, replace=False)
    return tmp_path / "b.zip"


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def refused(backup: Path, folder: Path, expected: str = "not a sound backup") -> None:
    """A restore that must not change anything."""
    beside = sorted(folder.parent.iterdir())
    with pytest.raises(CannotReadError, match=expected):
        restore(backup, folder, progress, replace=True)
    assert sorted(folder.parent.iterdir()) == beside


def test_a_folder_that_holds_something_is_left_alone(backup: Path, tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    before = content(store.folder)
    said = complaint(run("store", "restore", backup, "--data", store.folder), 1)
    assert "holds data already" in said
    assert content(store.folder) == before


def test_an_empty_folder_is_filled(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert run("store", "restore", backup, "--data", tmp_path / "data").returncode == 0
    assert content(tmp_path / "data") == content(tmp_path / "original")


def test_when_told_the_earlier_content_is_moved_aside_and_named(backup: Path, tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [5])
    (store.folder / "holiday.jpg").write_bytes(b"not ours")
    before = content(store.folder)
    for name in ("data.before-restore", "data.before-restore-2"):
        outcome = run("store", "restore", backup, "--replace", "--data", store.folder)
        assert outcome.returncode == 0, outcome.stderr
        assert f"What was there before is in {tmp_path / name}." in outcome.stdout
    assert content(tmp_path / "data.before-restore") == before
    assert content(store.folder) == content(tmp_path / "original")


def test_a_link_to_the_folder_stays_a_link(backup: Path, tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    (tmp_path / "link").symlink_to(store.folder)
    restore(backup, tmp_path / "link", progress, replace=True)
    assert (tmp_path / "link").is_symlink()
    assert content(store.folder) == content(tmp_path / "original")


def test_kiosks_that_are_open_go_on_in_the_restored_folder(backup: Path, tmp_path: Path) -> None:
    kiosk = a_store(tmp_path / "data")
    visit(kiosk, _DAY, [5])
    restore(backup, kiosk.folder, progress, replace=True)
    visit(kiosk, _DAY, [4])
    assert len(list(open_store(kiosk.folder).journal("check-ins").lines())) == 6
    assert not check(kiosk.folder, FolderLock(kiosk.folder), lambda _: None)


def test_a_writer_that_waited_for_the_old_folder_locks_the_new_one(tmp_path: Path) -> None:
    old, new = a_store(tmp_path / "data"), a_store(tmp_path / "new")
    waiter = threading.Thread(target=lambda: visit(old, _DAY, [3]))
    with FolderLock(new.folder).held():
        with FolderLock(old.folder).held():
            waiter.start()
            while waiter.is_alive() and not _waits(tmp_path / "data"):
                time.sleep(0.001)
            old.folder.rename(tmp_path / "moved")
            new.folder.rename(tmp_path / "data")
        waiter.join(timeout=0.3)
        assert waiter.is_alive(), "the new folder is locked by somebody else"
    waiter.join()
    assert (tmp_path / "data" / "check-ins.jsonl").exists()


def _waits(folder: Path) -> bool:
    """Whether two descriptors of this process are open on a folder: one that holds its lock, one that wants it."""
    links = [link.resolve() for link in Path("/proc/self/fd").iterdir()]
    return links.count(folder) >= 2


def test_every_harmed_byte_of_a_backup_is_one_sentence_or_harmless(backup: Path, tmp_path: Path) -> None:
    whole, original = backup.read_bytes(), content(tmp_path / "original")
    harmed_file, folder = tmp_path / "harmed.zip", tmp_path / "data"
    random, refusals = Random(7), 0
    for place in range(0, len(whole), 11):
        harmed = bytearray(whole)
        harmed[place] ^= random.randrange(1, 256)
        harmed_file.write_bytes(harmed)
        try:
            restore(harmed_file, folder, progress, replace=False)
        except SevenWaysError:
            refusals += 1
            assert not folder.exists()
        else:
            assert content(folder) == original, place
            folder.rename(tmp_path / f"ok-{place}")
    assert refusals > len(whole) / 11 / 2


@pytest.mark.parametrize("length", [0, 1, 100, 1000, -1, -30])
def test_a_backup_that_was_cut_short_is_refused(backup: Path, tmp_path: Path, length: int) -> None:
    cut = tmp_path / "cut.zip"
    cut.write_bytes(backup.read_bytes()[:length])
    refused(cut, tmp_path / "data")


def a_changed_rating(files: Contents) -> None:
    files["check-ins.jsonl"] = files["check-ins.jsonl"].replace(b'"be_polite":4', b'"be_polite":5')


def a_line_less(files: Contents) -> None:
    lines = files["check-ins.jsonl"].splitlines(keepends=True)
    files["check-ins.jsonl"] = b"".join(lines[:2] + lines[3:])


def a_torn_line_more(files: Contents) -> None:
    files["check-ins.jsonl"] += b'{"n":6'


def no_settings(files: Contents) -> None:
    del files["organisation.toml"]


def adding(name: str) -> Callable[[Contents], None]:
    def change(files: Contents) -> None:
        files[name] = b"x"

    return change


@pytest.mark.parametrize(
    "change",
    [
        a_changed_rating,
        a_line_less,
        a_torn_line_more,
        no_settings,
        adding("../escaped.jsonl"),
        adding("/tmp/escaped.jsonl"),
        adding("sub/escaped.jsonl"),
        adding("..\\escaped.jsonl"),
        adding("C:escaped.jsonl"),
        adding(".hidden.jsonl"),
        adding("authorized_keys"),
        adding("cache"),
        adding("a\x1b[2J.jsonl"),
    ],
)
def test_a_forged_backup_is_refused_though_its_manifest_agrees(
    backup: Path, tmp_path: Path, change: Callable[[Contents], None]
) -> None:
    refused(rebuilt(backup, change), tmp_path / "data")
    assert not (tmp_path.parent / "escaped.jsonl").exists()


def test_a_file_that_the_manifest_does_not_name_is_refused(backup: Path, tmp_path: Path) -> None:
    more = pack(tmp_path / "more.zip", unpack(backup) | {"notes.jsonl": b""})
    refused(more, tmp_path / "data")
    fewer = {name: content for name, content in unpack(backup).items() if name != "batches.jsonl"}
    refused(pack(tmp_path / "fewer.zip", fewer), tmp_path / "data")


def test_links_in_a_backup_are_refused(backup: Path, tmp_path: Path) -> None:
    forged = tmp_path / "links.zip"
    with ZipFile(forged, "w") as archive:
        for name, data in unpack(backup).items():
            info = ZipInfo(name)
            info.external_attr = (stat.S_IFLNK if name == "batches.jsonl" else stat.S_IFREG) << 16
            archive.writestr(info, data)
    refused(forged, tmp_path / "data")


def test_the_same_name_twice_is_refused(backup: Path, tmp_path: Path) -> None:
    forged = tmp_path / "twice.zip"
    forged.write_bytes(backup.read_bytes())
    with ZipFile(forged, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("check-ins.jsonl", b"")
    refused(forged, tmp_path / "data")


def test_a_bomb_is_refused_before_it_goes_off(backup: Path, tmp_path: Path) -> None:
    files = unpack(backup)
    manifest = msgspec.json.decode(files["manifest.json"])
    manifest["files"][0]["size"] = 10**15
    contents = files | {"manifest.json": msgspec.json.encode(manifest)}
    refused(pack(tmp_path / "big.zip", contents), tmp_path / "data")
    refused(pack(tmp_path / "manifest.zip", files | {"manifest.json": b" " * (1 << 25)}), tmp_path / "data", "too long")


def test_a_backup_of_a_newer_version_is_refused_with_what_to_do(backup: Path, tmp_path: Path) -> None:
    newer = unpack(backup) | {"manifest.json": b'{"format":2,"files":{},"more":true}'}
    with pytest.raises(NewerFormatError, match="install that version"):
        restore(pack(tmp_path / "newer.zip", newer), tmp_path / "data", progress, replace=False)

    def newer_inside(files: Contents) -> None:
        files["format"] = b"2\n"

    with pytest.raises(NewerFormatError, match="newer Seven Ways"):
        restore(rebuilt(backup, newer_inside), tmp_path / "data", progress, replace=False)
    assert not (tmp_path / "data").exists()


def test_what_is_no_backup_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("hello")
    for path in (tmp_path / "gone.zip", tmp_path, tmp_path / "text.zip"):
        complaint(run("store", "restore", path, "--data", tmp_path / "data"), 1)
    (tmp_path / "file").write_text("a file")
    assert "is a file" in complaint(run("store", "restore", tmp_path / "text.zip", "--data", tmp_path / "file"), 1)


@pytest.mark.parametrize("seed", range(8))
def test_a_killed_restore_leaves_the_old_store_or_the_new_one(tmp_path: Path, seed: int) -> None:
    new = a_store(tmp_path / "new")
    new.add_many([a_check_in(_DAY) for _ in range(4_000)])
    back_up(new.folder, tmp_path / "b.zip", progress, replace=False)
    old = a_store(tmp_path / "data")
    old.save("south", {BEHAVIORS[0]: 1}, extra_mile=False, on=_DAY)
    before = content(old.folder)
    process = subprocess.Popen(
        [program("store"), "restore", tmp_path / "b.zip", "--replace", "--data", old.folder],
        stdout=subprocess.DEVNULL,
        env=environment(),
    )
    try:
        process.wait(timeout=Random(seed).uniform(0.25, 0.8))
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert content(old.folder) in (before, content(new.folder))
    assert restore(tmp_path / "b.zip", old.folder, progress, replace=True).before
    assert content(old.folder) == content(new.folder)
    assert before in [content(path) for path in tmp_path.glob("data.before-restore*")]
    assert not list(tmp_path.glob(".data.*"))


@pytest.mark.parametrize("when", range(1, 5))
def test_a_restore_killed_at_any_rename_leaves_a_store_in_place(backup: Path, tmp_path: Path, when: int) -> None:
    old = a_store(tmp_path / "data")
    before = content(old.folder)
    command = [program("store"), "restore", str(backup), "--replace", "--data", str(old.folder)]
    renames = "rename,renameat,renameat2"
    killer = ["strace", "-f", "-qq", "-o", "/dev/null", f"-etrace={renames}"]
    subprocess.run(
        [*killer, f"-einject={renames}:signal=KILL:when={when}", *command],
        capture_output=True,
        check=False,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
    )
    assert content(old.folder) in (before, content(tmp_path / "original"))
    assert content(old.folder) == before or content(tmp_path / "data.before-restore") == before


def test_only_names_of_our_files_belong_into_a_backup() -> None:
    assert all(map(belongs, ["organisation.toml", "format", "check-ins.jsonl", "report-cards.torn", "häuser.damaged"]))
    assert not any(map(belongs, ["", ".jsonl", "x", "x.json", "a/b.jsonl", "..", "manifest.json", "format.jsonl/"]))
