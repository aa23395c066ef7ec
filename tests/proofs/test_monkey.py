"""A monkey at the locked kiosk: it is still there, every stored check-in is valid, and its memory did not grow.

``SEVENWAYS_PROOF_KEYS=100000`` lets it play as long as the promise says.
"""

import os
import signal
from pathlib import Path

import pytest

from tests.factories.commands import run
from tests.journeys.terminal import Terminal
from tests.journeys.test_locked import WELCOME, back_at_the_welcome
from tests.kiosk.standing import a_store, stored
from tests.proofs.monkey import SIZES, Resize, doings

KEYS = int(os.environ.get("SEVENWAYS_PROOF_KEYS", "600"))
# It takes thousands of doings until every screen has been up in every size and language: a short play still meets
# things for the first time, and only a long one can tell them from a leak.
WARM_UP, MOST_GROWTH = (20_000, 5_000_000) if KEYS >= 10_000 else (300, 40_000_000)
SIZE = (80, 24)


def silent(folder: Path) -> dict[str, str]:
    """A machine with a voice that says nothing: what a visitor turns on is turned on, and nobody hears it."""
    folder.mkdir()
    (folder / "espeak-ng").symlink_to("/bin/true")
    return {"PATH": str(folder)}


def play(terminal: Terminal, seed: int, count: int) -> None:
    """Let the monkey play; no faster than the kiosk takes it in."""
    for number, doing in enumerate(doings(seed, count, SIZE)):
        if isinstance(doing, Resize):
            terminal.resize(doing.columns, doing.rows)
        else:
            terminal.send(doing)
        if number % 10 == 0:
            terminal.wait_until_heard()
        assert b"\x1b]52" not in terminal.skim()
    terminal.wait_until_heard()
    assert terminal.is_running


def rest(terminal: Terminal) -> None:
    """Give the keyboard back, in a window of a known size; on to where the next person starts."""
    terminal.resize(*SIZE)
    terminal.send(b"\x1b[201~")
    assert back_at_the_welcome(terminal), terminal.text


@pytest.mark.parametrize("seed", [1])
def test_the_kiosk_outlives_a_monkey(tmp_path: Path, seed: int) -> None:
    store = a_store(tmp_path / "data")
    with Terminal(
        "kiosk", "run", "--data", store.folder, "--locked", size=SIZE, folder=None, **silent(tmp_path / "bin")
    ) as terminal:
        terminal.wait_for(WELCOME)
        for size in SIZES:  # whatever is made once is made now
            terminal.resize(*size)
            play(terminal, seed, WARM_UP // len(SIZES))
            terminal.settle()  # or the next size comes before anything was painted in this one
        rest(terminal)
        before = terminal.resident
        play(terminal, -seed, KEYS)
        rest(terminal)
        grown = terminal.resident - before
        assert terminal.is_running
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 0
    assert not (store.folder / "crashes.txt").exists(), (store.folder / "crashes.txt").read_text("utf-8")
    # Whoever plays for long comes too often.
    held = sum(path.read_bytes().count(b"\n") for path in store.folder.glob("held.jsonl"))
    assert len(stored(store)) + held > KEYS // 500
    check = run("store", "check", "--data", store.folder)
    assert check.returncode == 0, check.stdout + check.stderr
    print(f"{KEYS} doings, memory grew by {grown / 1e6:.1f} MB")
    assert grown <= MOST_GROWTH
