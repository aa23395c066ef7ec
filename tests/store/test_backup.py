"""A backup holds the folder as it was at one moment, while kiosks go on."""

import stat
import subprocess
import threading
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path

import pytest

from store.behaviors import BEHAVIORS
from store.check import check
from store.lock import FolderLock
from store.notes import Kind
from store.open import open_store
from store.pin import Cost, Pin, Verdict
from store.progress import progress
from store.safekeeping.backup import back_up
from store.safekeeping.restore import restore
from tests.factories.archives import unpack
from tests.factories.commands import complaint, environment, program, run
from tests.factories.sheets import a_sheet, many_rows
from tests.factories.stores import a_store, visit

_DAY = date(2026, 3, 2)


def silent(_: int) -> None:
    """Takes no notice of progress."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [1, 2, 3, 4, 5])
    run("store", "import", a_sheet(tmp_path / "a.csv", *many_rows(60)), "--data", store.folder)
    store.close_days(_DAY + timedelta(days=1))
    return store.folder


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_backup_holds_settings_journals_and_evidence_but_no_caches(folder: Path, tmp_path: Path) -> None:
    (folder / "check-ins.torn").write_bytes(b"half a line\n")
    (folder / ".check-ins.jsonl.x.new").write_bytes(b"left behind")
    (folder / "holiday.jpg").write_bytes(b"not ours")
    outcome = run("store", "backup", tmp_path / "b.zip", "--data", folder)
    assert outcome.returncode == 0, outcome.stderr
    assert (folder / "cache").is_dir()
    kept = unpack(tmp_path / "b.zip")
    del kept["manifest.json"]
    wanted = content(folder)
    del wanted[".check-ins.jsonl.x.new"], wanted["holiday.jpg"]
    assert kept == wanted


def test_a_backup_is_private_and_tells_no_time_of_day(folder: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        back_up(folder, tmp_path / name, progress, replace=False)
    assert (tmp_path / "a.zip").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_restored_backup_is_the_same_store(folder: Path, tmp_path: Path) -> None:
    scores = run("store", "scores", "--json", "--from", "2026-01-01", "--data", folder).stdout
    run("store", "backup", tmp_path / "b.zip", "--data", folder)
    other = tmp_path / "deep" / "other"
    outcome = run("store", "restore", tmp_path / "b.zip", "--data", other)
    assert outcome.returncode == 0, outcome.stderr
    assert content(other) == content(folder)
    assert run("store", "scores", "--json", "--from", "2026-01-01", "--data", other).stdout == scores
    assert other.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in other.iterdir() if path.is_file()} == {0o600}


def test_backups_are_consistent_while_kiosks_write_and_days_close(folder: Path, tmp_path: Path) -> None:
    done, acknowledged = threading.Event(), list[str]()

    def write() -> None:
        kiosk, day = open_store(folder), _DAY
        while not done.wait(0.002):
            day += timedelta(days=1)
            for _ in range(6):
                check_in = kiosk.save("north", dict.fromkeys(BEHAVIORS, 3), extra_mile=True, on=day)
                acknowledged.append(check_in.id)
            kiosk.close_days(day + timedelta(days=1))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(6):
            sure = list(acknowledged)
            back_up(folder, tmp_path / f"{number}.zip", progress, replace=False)
            copy = tmp_path / f"copy-{number}"
            restore(tmp_path / f"{number}.zip", copy, progress, replace=False)
            assert not check(copy, FolderLock(copy), silent)
            store = open_store(copy)
            kept = [payload for _, payload in store.journal("check-ins").lines()]
            assert all(any(number.encode() in payload for payload in kept) for number in sure[-6:])
            released = sum(
                sum(batch.counts)
                for batch in store.batches()
                if batch.stream == "check-ins" and batch.question == "extra_mile"
            )
            assert released <= len(kept), "no batch is newer than the check-ins that it counts"
    finally:
        done.set()
        writer.join()
    assert len(acknowledged) > 12


def test_the_lock_is_held_only_for_a_moment(folder: Path, tmp_path: Path) -> None:
    kiosk = open_store(folder)

    def save(_: int) -> None:
        kiosk.save("south", {BEHAVIORS[0]: 3}, extra_mile=False, on=_DAY)

    before = content(folder)
    back_up(folder, tmp_path / "b.zip", lambda *_: nullcontext(save), replace=False)
    kept = unpack(tmp_path / "b.zip")
    assert {name: kept[name] for name in before} == before, "what arrived meanwhile is not in it"
    assert content(folder) != before


def test_an_older_backup_is_replaced_only_when_told(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.zip"
    target.write_bytes(b"older")
    assert "exists already" in complaint(run("store", "backup", target, "--data", folder), 1)
    assert target.read_bytes() == b"older"
    assert run("store", "backup", target, "--replace", "--data", folder).returncode == 0
    assert unpack(target)["format"] == b"1\n"


def test_a_backup_inside_the_folder_that_it_protects_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    for target in (folder / "b.zip", tmp_path / "link" / "b.zip"):
        assert "lies in the data folder" in complaint(run("store", "backup", target, "--data", folder), 2)
    assert "is a folder" in complaint(run("store", "backup", tmp_path, "--data", folder), 2)


@pytest.mark.parametrize("name", ["b", "b.csv", "b.zip.old"])
def test_a_backup_that_nobody_would_take_for_one_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    said = complaint(run("store", "backup", tmp_path / name, "--data", folder), 2)
    assert said.endswith(f"A backup is a zip file; name it {tmp_path / Path(name).with_suffix('.zip')}.")
    assert not (tmp_path / name).exists()
    assert run("store", "backup", tmp_path / "B.ZIP", "--data", folder).returncode == 0


def test_a_store_with_mistakes_and_damage_can_still_be_backed_up_and_restored(folder: Path, tmp_path: Path) -> None:
    (folder / "organisation.toml").write_text("nonsense")
    path = folder / "check-ins.jsonl"
    path.write_bytes(path.read_bytes().replace(b"north", b"nerth", 1) + b"torn")
    said = run("store", "backup", tmp_path / "b.zip", "--data", folder)
    assert said.returncode == 0
    assert "Some lines are damaged" in said.stdout
    assert run("store", "restore", tmp_path / "b.zip", "--data", tmp_path / "new").returncode == 0
    assert content(tmp_path / "new") == content(folder)


def test_a_full_disk_leaves_no_backup_behind(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "target" / "b.zip"
    target.parent.mkdir()
    outcome = subprocess.run(
        ["bash", "-c", 'ulimit -f 4; trap "" XFSZ; exec "$@"', "bash", program("store"), "backup", target],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=environment(SEVENWAYS_DATA=str(folder), PYTHONDONTWRITEBYTECODE="1"),
    )
    assert outcome.returncode == 1
    assert "may not grow any further" in outcome.stderr
    assert not list(target.parent.iterdir())


def test_pin_slips_and_notes_come_back_with_a_restore(folder: Path, tmp_path: Path) -> None:
    store = open_store(folder)
    Pin(folder, store.lock, Cost(passes=1, memory_kib=8, lanes=1)).set("271828")
    store.pin.check("314159", 0.0)
    used, unused = store.slips.make(2)
    store.slips.use(used)
    note = store.notes.add("north", Kind.PRAISE, None, "They stayed on.", date(2026, 3, 2))
    back_up(folder, tmp_path / "b.zip", progress, replace=False)
    restore(tmp_path / "b.zip", tmp_path / "restored", progress, replace=False)
    restored = open_store(tmp_path / "restored")
    assert restored.pin.check("314159", 0.0).tries_left == 3
    assert restored.pin.check("271828", 0.0).verdict is Verdict.OK
    assert [restored.slips.is_unused(code) for code in (used, unused)] == [False, True]
    assert restored.notes.waiting() == [note]
    assert stat.S_IMODE((restored.folder / "pin.json").stat().st_mode) == 0o600
