"""One writer at a time, and nobody waits for ever."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.errors import CannotWriteError, StoreBusyError
from store.lock import FolderLock
from store.tinydb_journal import open_tinydb

HOLD = """
import sys
from pathlib import Path
from store.lock import FolderLock
with FolderLock(Path(sys.argv[1])).held():
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until it is told to go."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def is_free(folder: Path) -> bool:
    """Whether a stranger gets the lock at once."""
    try:
        with FolderLock(folder, deadline=0.0).held():
            return True
    except StoreBusyError:
        return False


def open_files() -> int:
    """How many files this process has open."""
    return sum(1 for _ in Path("/dev/fd").iterdir())


def test_a_stopped_holder_makes_others_say_busy_within_five_seconds(tmp_path: Path) -> None:
    with holder(tmp_path) as stopped:
        stopped.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        with pytest.raises(StoreBusyError, match=r"busy.*Ctrl\+Z"):
            open_tinydb(tmp_path).insert({"a": 1})
        assert time.monotonic() - began < 5
        assert list(open_tinydb(tmp_path)) == []  # reading goes on
        stopped.send_signal(signal.SIGCONT)
        assert stopped.stdin
        stopped.stdin.close()
        assert open_tinydb(tmp_path).insert({"a": 1}) == 1


def test_a_killed_holder_gives_the_lock_back(tmp_path: Path) -> None:
    with holder(tmp_path) as killed:
        assert not is_free(tmp_path)
        killed.kill()
        killed.wait()
        assert is_free(tmp_path)


def test_a_thread_may_take_it_again_and_keeps_it_until_it_lets_go_of_the_last(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with lock.held():
        with lock.held():
            assert not is_free(tmp_path)
        assert not is_free(tmp_path)
    assert is_free(tmp_path)


def test_an_error_inside_gives_it_back(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    for _ in range(2):
        with pytest.raises(KeyError), lock.held(), lock.held():
            raise KeyError
        assert is_free(tmp_path)


def test_another_thread_waits_its_turn_and_says_busy_in_the_end(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path, deadline=0.05)
    said: list[str] = []

    def try_it() -> None:
        try:
            with lock.held():
                said.append("held")
        except StoreBusyError:
            said.append("busy")

    with lock.held():
        thread = threading.Thread(target=try_it)
        thread.start()
        thread.join()
    try_it()
    assert said == ["busy", "held"]


def test_two_locks_in_one_process_exclude_each_other(tmp_path: Path) -> None:
    with FolderLock(tmp_path).held():
        assert not is_free(tmp_path)
    assert is_free(tmp_path)


def test_nothing_stays_open_whatever_happens(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path, deadline=0.0)
    with holder(tmp_path):
        before = open_files()
        for _ in range(20):
            with pytest.raises(StoreBusyError), lock.held():
                pass
        assert open_files() == before
    before = open_files()
    with lock.held():
        assert open_files() == before + 1
    assert open_files() == before


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match="none: there is no such folder"), FolderLock(tmp_path / "none").held():
        pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_process_that_was_forked_meanwhile_does_not_keep_it(tmp_path: Path) -> None:
    script = f"""
import os, signal, sys
from pathlib import Path
from store.lock import FolderLock
lock = FolderLock(Path({str(tmp_path)!r}))
with lock.held():
    child = os.fork()
    if not child:
        signal.pause()
try:
    with FolderLock(Path({str(tmp_path)!r}), deadline=0.0).held():
        print("free")
finally:
    os.kill(child, signal.SIGKILL)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.stdout == "free\n", ran.stderr
