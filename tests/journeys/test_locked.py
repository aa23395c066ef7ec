"""A locked kiosk in a real terminal: no key that any terminal knows leaves it, copies, or writes a file."""

import os
import pty
import signal
import subprocess
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pytest

from tests.factories.commands import environment, program
from tests.journeys.terminal import Terminal
from tests.journeys.terminal_keys import TERMINALS, alt_keys, control_keys, kitty_keys, named_keys, textual_keys
from tests.kiosk.standing import a_store

WELCOME = "SEVEN WAYS WE SERVE EACH OTHER"
#: What visits leave in a data folder; a note of a crash is not among it.
OF_THE_STORE = {"check-ins.jsonl", "held.jsonl", "notes.jsonl", "batches.jsonl", "cache"}
#: So many keys are sent before the kiosk is looked at: painting what each of them shows would take most of the time.
AT_ONCE = 40
#: What an administrator may have left in the environment, each of which would open a hole.
WEAK = {
    "TEXTUAL": "debug,devtools",
    "TEXTUAL_ALLOW_SIGNALS": "1",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_LOG": "textual.log",
    "TEXTUAL_SCREENSHOT": "1",
    "TEXTUAL_SCREENSHOT_LOCATION": ".",
    "TEXTUAL_PRESS": "f10,ctrl+q,1",
    "TEXTUAL_SHOW_RETURN": "1",
    "TEXTUAL_DRIVER": "nowhere:Driver",
    "TEXTUAL_COLOR_SYSTEM": "nonsense",
    "ESCDELAY": "60000",
    "COLUMNS": "20",
    "LINES": "5",
}
#: Bytes that belong to no key: broken text, reports nobody asked for, sizes and characters that cannot be.
NONSENSE = {
    **{f"byte {code}": bytes([code]) for code in range(128, 256)},
    "an impossible character": b"\x1b[99999999u",
    "a size of nothing": b"\x1b[48;0;0;0;0t\x1b[<0;1;1M",
    "an enormous size": b"\x1b[48;9999;9999;1;1t",
    "a tap far outside": b"\x1b[<0;9999;9999M\x1b[<0;9999;9999m",
    "the focus goes": b"\x1b[O",
    "a paste with keys in it": b"\x1b[200~\x1b[21~\x03\x1b[201~",
    "a long paste": b"\x1b[200~" + b"[/foo]" * 2000 + b"\x1b[201~",
    "answers of a terminal": b"\x1b[?62;4c\x1b]52;c;Zm9v\x07\x1bP1$r0m\x1b\\\x1b[?2026;1$y\x1b[?2048;1$y",
    "a paste that never ends": b"\x1b[200~",
}


def back_at_the_welcome(terminal: Terminal) -> bool:
    """Steps back until there is no further; a person would do the same."""
    for _ in range(20):
        terminal.settle()
        if WELCOME in terminal.text:
            return True
        terminal.type("Esc")
    return False


def withstands(folder: Path, keys: Mapping[str, bytes], **environment: str) -> None:
    """Try keys one after the other, on the welcome screen and wherever they lead."""
    store = a_store(folder / "data")
    work = folder / "work"
    work.mkdir()
    before = {path.name for path in store.folder.iterdir()}
    command = ("kiosk", "run", "--data", store.folder, "--locked")
    with Terminal(*command, size=(80, 24), folder=work, **environment) as terminal:
        terminal.wait_for(WELCOME)
        for first in range(0, len(keys), AT_ONCE):
            group = dict(islice(keys.items(), first, first + AT_ONCE))
            for sequence in group.values():
                terminal.send(sequence)
            terminal.wait_until_heard()
            terminal.written += terminal.skim()
            assert terminal.is_running, list(group)
        terminal.settle()
        assert terminal.is_running, "the last keys"
        assert back_at_the_welcome(terminal), terminal.text
        assert b"\x1b]52" not in terminal.written
        assert b"Traceback" not in terminal.written
    assert [path.name for path in work.iterdir()] == []
    assert {path.name for path in store.folder.iterdir()} - before <= OF_THE_STORE


@pytest.mark.parametrize("terminal", TERMINALS)
def test_no_key_of_any_terminal_leaves(tmp_path: Path, terminal: str) -> None:
    keys = named_keys(terminal)
    assert {"kf1", "kf10", "kdch1", "kcuu1"} <= keys.keys()
    withstands(tmp_path, keys, TERM=terminal, **WEAK)


def test_no_control_key_leaves(tmp_path: Path) -> None:
    withstands(tmp_path, control_keys(), **WEAK)


def test_no_key_with_alt_leaves(tmp_path: Path) -> None:
    withstands(tmp_path, alt_keys())


def test_no_key_that_textual_knows_leaves(tmp_path: Path) -> None:
    withstands(tmp_path, textual_keys())


def test_no_key_of_the_kitty_protocol_leaves(tmp_path: Path) -> None:
    withstands(tmp_path, kitty_keys())


def test_what_is_no_key_at_all_does_not_leave_either(tmp_path: Path) -> None:
    withstands(tmp_path, NONSENSE)


def test_keys_of_the_terminal_are_harmless_while_it_is_still_being_loaded(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "run", "--data", store.folder, "--locked") as terminal:
        terminal.wait_for(WELCOME)
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
            terminal.signal(number)
        terminal.settle()
        assert terminal.is_running
        terminal.type("x", "1")
        terminal.wait_for("1 of 7")


def test_the_window_may_become_anything_and_comes_back(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "run", "--data", store.folder, "--locked", size=(80, 24), folder=None, **WEAK) as terminal:
        terminal.wait_for(WELCOME)
        for size in ((1, 1), (300, 90), (2, 200), (500, 2), (79, 23), (80, 24)):
            terminal.resize(*size)
            terminal.settle()
            assert terminal.is_running, size
        terminal.wait_for(WELCOME)


def test_a_lock_that_could_not_hold_is_refused(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "run", "--data", store.folder, "--locked", PYTHONINSPECT="1") as terminal:
        terminal.wait_for("unset PYTHONINSPECT")


def test_a_kiosk_whose_terminal_is_gone_ends_and_waits_for_nobody(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    screen, inside = pty.openpty()
    command = [program("kiosk"), "run", "--data", str(store.folder), "--locked"]
    with subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside, env=environment(TERM="linux")) as kiosk:
        try:
            os.close(inside)
            painted = b""
            while b"SEVEN WAYS" not in painted:
                painted += os.read(screen, 65536)
            os.write(screen, b"x1234512345-12345-" * 100)
            while b"HOW DID" not in painted:
                painted += os.read(screen, 65536)
            os.close(screen)  # no hang-up signal: this is not the kiosk's controlling terminal
            assert kiosk.wait(60) in {0, 120}
        finally:
            kiosk.kill()
