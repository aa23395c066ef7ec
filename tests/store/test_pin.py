"""The staff's PIN: five tries, then ever longer locks, whoever restarts, kills or sets the clock."""

import multiprocessing
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from store.errors import CannotReadError, CannotWriteError, UsageError
from store.lock import FolderLock
from store.pin import FILE, Answer, Cost, Pin, Verdict
from tests.factories.commands import complaint, environment, program, run
from tests.factories.stores import a_store

RIGHT, WRONG = "271828", "314159"
CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
NOON = 1_800_000_000.0


def a_pin(folder: Path) -> Pin:
    folder.mkdir(exist_ok=True)
    return Pin(folder, FolderLock(folder), CHEAP)


@pytest.fixture
def pin(tmp_path: Path) -> Pin:
    kept = a_pin(tmp_path / "data")
    kept.set(RIGHT)
    return kept


def fail(pin: Pin, times: int, now: float) -> Answer:
    answers = [pin.check(WRONG, now) for _ in range(times)]
    return answers[-1]


def test_without_a_pin_it_says_so(tmp_path: Path) -> None:
    pin = a_pin(tmp_path / "data")
    assert not pin.is_set
    assert pin.check(RIGHT, NOON) == Answer(Verdict.NOT_SET)


def test_the_right_pin_opens_and_a_wrong_one_says_how_many_tries_are_left(pin: Pin) -> None:
    assert pin.is_set
    assert pin.check(RIGHT, NOON).verdict is Verdict.OK
    assert [pin.check(WRONG, NOON) for _ in range(4)] == [
        Answer(Verdict.WRONG, tries_left=left) for left in (4, 3, 2, 1)
    ]
    assert pin.check(RIGHT, NOON).verdict is Verdict.OK
    assert pin.check(WRONG, NOON).tries_left == 4


def test_each_five_wrong_tries_lock_for_longer(pin: Pin) -> None:
    now = NOON
    for seconds in (60, 300, 900, 3600, 3600):
        assert fail(pin, 5, now) == Answer(Verdict.LOCKED, seconds=seconds)
        assert pin.check(RIGHT, now + seconds - 0.5) == Answer(Verdict.LOCKED, seconds=1)
        now += seconds
    assert pin.check(RIGHT, now).verdict is Verdict.OK
    assert fail(pin, 5, now) == Answer(Verdict.LOCKED, seconds=60)


def test_tries_during_a_lock_count_for_nothing(pin: Pin) -> None:
    fail(pin, 5, NOON)
    assert fail(pin, 20, NOON + 30) == Answer(Verdict.LOCKED, seconds=30)
    assert pin.check(WRONG, NOON + 60) == Answer(Verdict.WRONG, tries_left=4)


def test_a_restart_forgets_nothing(pin: Pin, tmp_path: Path) -> None:
    fail(pin, 4, NOON)
    assert a_pin(tmp_path / "data").check(WRONG, NOON) == Answer(Verdict.LOCKED, seconds=60)
    assert a_pin(tmp_path / "data").check(RIGHT, NOON + 59) == Answer(Verdict.LOCKED, seconds=1)


def test_a_clock_set_back_neither_unlocks_early_nor_locks_for_ever(pin: Pin) -> None:
    fail(pin, 5, NOON)
    yesterday = NOON - 86_400
    assert pin.check(RIGHT, yesterday) == Answer(Verdict.LOCKED, seconds=60)
    assert pin.check(RIGHT, yesterday + 59) == Answer(Verdict.LOCKED, seconds=1)
    assert pin.check(RIGHT, yesterday + 60).verdict is Verdict.OK


@pytest.mark.parametrize(
    "text", ["", "12345", "12345a", "١٢٣٤٥٦", "123 456", "1" * 65, "-123456", "\ud800" * 6, "[/foo]"]
)
def test_only_six_digits_or_more_make_a_pin(pin: Pin, text: str) -> None:
    with pytest.raises(UsageError, match="6 to 64 digits and nothing else"):
        pin.set(text)
    assert pin.check(text, NOON) == Answer(Verdict.WRONG, tries_left=4)
    assert pin.check(RIGHT, NOON).verdict is Verdict.OK


def test_the_file_is_private_and_does_not_hold_the_pin(pin: Pin, tmp_path: Path) -> None:
    path = tmp_path / "data" / FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert RIGHT not in path.read_text()
    assert [entry.name for entry in path.parent.iterdir()] == [FILE]


def test_by_default_a_guess_costs_what_the_standard_asks_for(tmp_path: Path) -> None:
    Pin(tmp_path, FolderLock(tmp_path)).set(RIGHT)
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in (tmp_path / FILE).read_text()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "{}",
        '{"hash":""}',
        '{"hash":"$argon2id$nonsense"}',
        '{"hash":"$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA", "x":1}',
        "\xff",
    ],
)
def test_a_damaged_file_never_means_that_no_pin_is_needed(pin: Pin, tmp_path: Path, content: str) -> None:
    (tmp_path / "data" / FILE).write_bytes(content.encode("latin-1"))
    assert pin.is_set
    with pytest.raises(CannotReadError, match="`store pin`"):
        pin.check(RIGHT, NOON)
    pin.set(WRONG)
    assert pin.check(WRONG, NOON).verdict is Verdict.OK


def test_a_folder_in_its_place_is_no_open_door(tmp_path: Path) -> None:
    pin = a_pin(tmp_path / "data")
    (tmp_path / "data" / FILE).mkdir()
    assert pin.is_set
    with pytest.raises(CannotReadError, match="Cannot read"):
        pin.check(RIGHT, NOON)


def test_a_try_that_cannot_be_counted_is_not_looked_at(pin: Pin, tmp_path: Path) -> None:
    (tmp_path / "data").rename(tmp_path / "gone")
    with pytest.raises(CannotWriteError):
        pin.check(RIGHT, NOON)


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_lets_staff_in_and_gives_others_one_try_a_minute(pin: Pin, tmp_path: Path) -> None:
    seconds = [0.0]
    kept = Pin(tmp_path / "data", FolderLock(tmp_path / "data"), CHEAP, lambda: seconds[0])
    before = (tmp_path / "data" / FILE).read_bytes()
    with full_disk():
        assert kept.check(RIGHT, NOON) == Answer(Verdict.LOCKED, seconds=60)  # a new process brings no free try
        seconds[0] = 59.5
        assert kept.check(RIGHT, NOON) == Answer(Verdict.LOCKED, seconds=1)
        seconds[0] = 60.0
        assert kept.check(WRONG, NOON) == Answer(Verdict.LOCKED, seconds=60)
        seconds[0] = 119.9
        assert kept.check(RIGHT, NOON + 86_400) == Answer(Verdict.LOCKED, seconds=1)
        seconds[0] = 120.0
        assert kept.check(RIGHT, NOON).verdict is Verdict.OK
        assert kept.check(RIGHT, NOON) == Answer(Verdict.LOCKED, seconds=60)
    assert (tmp_path / "data" / FILE).read_bytes() == before
    assert kept.check(WRONG, NOON) == Answer(Verdict.WRONG, tries_left=4)


def test_a_lock_holds_on_a_full_disk_too(pin: Pin, tmp_path: Path) -> None:
    fail(pin, 10, NOON - 60)
    fail(pin, 5, NOON)
    seconds = [0.0]
    kept = Pin(tmp_path / "data", FolderLock(tmp_path / "data"), CHEAP, lambda: seconds[0])
    seconds[0] = 1000.0
    with full_disk():
        assert kept.check(RIGHT, NOON + 299) == Answer(Verdict.LOCKED, seconds=1)
        assert kept.check(RIGHT, NOON + 300).verdict is Verdict.OK


def _guess(folder: Path, results: "multiprocessing.Queue[Answer]") -> None:
    results.put(a_pin(folder).check(WRONG, NOON))


def test_many_processes_share_five_tries(pin: Pin, tmp_path: Path) -> None:
    results: multiprocessing.Queue[Answer] = multiprocessing.Queue()
    guessers = [multiprocessing.Process(target=_guess, args=(tmp_path / "data", results)) for _ in range(12)]
    for guesser in guessers:
        guesser.start()
    answers = [results.get(timeout=30) for _ in guessers]
    for guesser in guessers:
        guesser.join()
    assert sorted(answer.tries_left for answer in answers) == [0] * 8 + [1, 2, 3, 4]
    assert {answer.seconds for answer in answers if answer.verdict is Verdict.LOCKED} == {60}


KILLED_WHILE_HASHING = """
import os, signal, sys
from pathlib import Path
import argon2
from store.lock import FolderLock
from store.pin import Pin
argon2.PasswordHasher.verify = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
folder = Path(sys.argv[1])
Pin(folder, FolderLock(folder)).check("314159", float(sys.argv[2]))
"""


def test_being_killed_before_the_answer_gives_no_free_try(pin: Pin, tmp_path: Path) -> None:
    for _ in range(5):
        killed = subprocess.run([sys.executable, "-c", KILLED_WHILE_HASHING, tmp_path / "data", str(NOON)], check=False)
        assert killed.returncode == -signal.SIGKILL
    assert pin.check(RIGHT, NOON) == Answer(Verdict.LOCKED, seconds=60)


def test_a_removed_pin_is_gone_with_its_locks(pin: Pin, tmp_path: Path) -> None:
    fail(pin, 5, NOON)
    (tmp_path / "data" / f".{FILE}.abc.new").touch()
    pin.remove()
    assert list((tmp_path / "data").iterdir()) == []
    assert pin.check(RIGHT, NOON) == Answer(Verdict.NOT_SET)


def test_the_command_asks_twice_on_a_terminal_and_shows_nothing(tmp_path: Path) -> None:
    folder = a_store(tmp_path / "data").folder
    for second, said in ((WRONG, "The two differ; nothing was changed."), (RIGHT, "The PIN is set")):
        terminal = pexpect.spawn(
            program("store"), ["pin", "--data", str(folder)], env=environment(), encoding="utf-8", timeout=30
        )
        terminal.expect("not shown")
        terminal.sendline(RIGHT)
        terminal.expect("Once more")
        terminal.sendline(second)
        terminal.expect_exact(said)
        assert RIGHT not in terminal.before
        terminal.expect(pexpect.EOF)
        terminal.close()
    assert a_pin(folder).check(RIGHT, NOON).verdict is Verdict.OK


def test_the_command_takes_a_pin_from_a_pipe_and_removes_it_again(tmp_path: Path) -> None:
    folder = a_store(tmp_path / "data").folder
    assert "digits" in complaint(run("store", "pin", "--stdin", "--data", folder, text="secret\n"), 2)
    assert "--stdin" in complaint(run("store", "pin", "--data", folder, text=RIGHT), 2)
    assert "one of them" in complaint(run("store", "pin", "--stdin", "--remove", "--data", folder), 2)
    assert run("store", "pin", "--stdin", "--data", folder, text=f"{RIGHT}\r\n").returncode == 0
    assert a_pin(folder).check(RIGHT, NOON).verdict is Verdict.OK
    assert "is removed" in run("store", "pin", "--remove", "--data", folder).stdout
    assert "No PIN was set" in run("store", "pin", "--remove", "--data", folder).stdout
    assert not (folder / FILE).exists()


def test_opening_a_store_does_not_load_the_hash() -> None:
    code = "import sys, store.open, store.pin; print('argon2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
