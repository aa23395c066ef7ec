"""An import that is killed at any moment leaves the whole stream or nothing."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from store.check import check
from store.lock import FolderLock
from store.open import Store, open_store
from tests.factories.commands import environment, program, run
from tests.factories.sheets import a_sheet, many_rows
from tests.factories.stores import a_store

_ROWS = 3_000


def start_import(store: Store, sheet: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [program("store"), "import", sheet, "--create-teams", "--data", store.folder],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )


@pytest.fixture(scope="module")
def duration(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that an undisturbed import takes here and now."""
    place = tmp_path_factory.mktemp("undisturbed")
    sheet = a_sheet(place / "a.csv", *many_rows(_ROWS, ["north", "new team"]))
    begin = time.monotonic()
    assert start_import(a_store(place / "data"), sheet).wait() == 0
    return time.monotonic() - begin


@pytest.mark.parametrize("seed", range(8))
def test_a_killed_import_is_whole_or_absent_and_can_be_done_again(tmp_path: Path, duration: float, seed: int) -> None:
    store = a_store(tmp_path / "data")
    sheet = a_sheet(tmp_path / "a.csv", *many_rows(_ROWS, ["north", "new team"]))
    process = start_import(store, sheet)
    try:
        process.wait(timeout=random.Random(seed).uniform(0.4, 1.0) * duration)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    found = [sum(1 for _ in store.journal(stream).lines()) for stream in store.streams()[1:]]
    assert found in ([], [_ROWS])
    assert not check(store.folder, store.lock, lambda _: None)
    again = run("store", "import", sheet, "--create-teams", "--data", store.folder)
    assert again.returncode == (1 if found else 0), again.stderr
    streams = open_store(store.folder).streams()
    assert [sum(1 for _ in store.journal(stream).lines()) for stream in streams[1:]] == [_ROWS]
    assert not list(store.folder.glob(".import*")) or found


@pytest.mark.parametrize("moment", ["fsync:1", "fsync:2", "fsync:3", "link,linkat:1", "unlink,unlinkat:1"])
def test_an_import_killed_at_a_decisive_call_is_whole_or_absent(tmp_path: Path, moment: str) -> None:
    store = a_store(tmp_path / "data")
    sheet = a_sheet(tmp_path / "a.csv", *many_rows(50))
    calls, _, when = moment.partition(":")
    command = [program("store"), "import", str(sheet), "--data", str(store.folder)]
    killer = ["strace", "-f", "-qq", "-o", "/dev/null", f"-etrace={calls}"]
    subprocess.run(
        [*killer, f"-einject={calls}:signal=KILL:when={when}", *command],
        capture_output=True,
        check=False,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
    )
    assert [sum(1 for _ in store.journal(stream).lines()) for stream in store.streams()[1:]] in ([], [50])
    run("store", "import", sheet, "--data", store.folder)
    assert [sum(1 for _ in store.journal(stream).lines()) for stream in store.streams()[1:]] == [50]
    assert not check(store.folder, store.lock, lambda _: None)


def test_what_a_killed_import_left_behind_is_swept_but_not_what_another_one_is_writing(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    left_behind, in_use = (store.folder / f".import-{name}.jsonl.abc.new" for name in ("dead", "alive"))
    left_behind.write_bytes(b"half a li")
    in_use.write_bytes(b"half a li")
    with in_use.open("rb") as file:
        fcntl = pytest.importorskip("fcntl", reason="locks are other ones on Windows")
        fcntl.flock(file, fcntl.LOCK_EX)
        run("store", "import", a_sheet(tmp_path / "a.csv", *many_rows(3)), "--data", store.folder)
        assert in_use.exists()
    assert not left_behind.exists()


def test_a_busy_store_refuses_an_import_and_stays_as_it_was(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with FolderLock(store.folder).held():
        outcome = run("store", "import", a_sheet(tmp_path / "a.csv", *many_rows(3)), "--data", store.folder)
    assert outcome.returncode == 1
    assert "is busy" in outcome.stderr
    assert store.streams() == ["check-ins"]
    assert not list(store.folder.glob(".*"))


def test_a_full_disk_refuses_an_import_and_leaves_nothing_behind(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    sheet = a_sheet(tmp_path / "a.csv", *many_rows(_ROWS))
    limited = 'ulimit -f 100; trap "" XFSZ; exec "$@"'
    outcome = subprocess.run(
        ["bash", "-c", limited, "bash", program("store"), "import", sheet, "--data", store.folder],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
    )
    assert outcome.returncode == 1
    assert "may not grow any further" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert store.streams() == ["check-ins"]
    assert not list(store.folder.glob(".*"))
