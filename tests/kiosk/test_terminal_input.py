"""A terminal may send anything; keys go on being keys afterwards."""

import random

import pytest
from textual import events
from textual.message import Message

from kiosk.keys import heard
from kiosk.terminal.reading import LONGEST_PASTE, TerminalInput

START, END = b"\x1b[200~", b"\x1b[201~"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def seconds(self) -> float:
        return self.now


def keys(messages: list[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, events.Key)]


def sent(terminal: TerminalInput, *pieces: bytes) -> list[Message]:
    return [message for piece in pieces for message in terminal.feed(piece)]


@pytest.mark.parametrize(
    "bad",
    [
        *(b"\xff", b"\xe9", b"\xc3(", b"\xf5\x80\x80\x80", bytes(range(128, 256))),
        *(b"\x1b[99999999u", b"\x1b[55296u", b"\x1b[1;99999999999999u", b"\x1b[49;1;99999999u", b"\x1b[::;;::u"),
        *(b"\x1b[48;0;0;0;0t\x1b[<0;1;1M", b"\x1b[48;24;80;480;0t\x1b[<0;5;5M", b"\x1b[48;9999;9999;1;1t"),
        *(b"\x1b[999;999R", b"\x1b[?2048;1$y", b"\x1b[<0;-5;-5M", b"\x1b[M\x20\xff\xff", b"\x00" * 50),
    ],
)
def test_what_no_keyboard_should_send_neither_ends_the_kiosk_nor_changes_its_keys(bad: bytes) -> None:
    terminal = TerminalInput(Clock().seconds)
    messages = sent(terminal, bad, b"7", b"\r", b"\x1b[<0;10;5M")
    assert keys(messages)[-2:] == ["7", "enter"]
    assert not [message for message in messages if isinstance(message, events.Resize)]
    tap = messages[-1]
    assert isinstance(tap, events.MouseDown)
    assert (tap.x, tap.y) == (9, 4)


def test_what_cannot_be_takes_nothing_else_with_it() -> None:
    messages = sent(TerminalInput(Clock().seconds), b"3\x1b[99999999u5" + START + b"12" + END + b"\r")
    assert keys(messages) == ["3", "5", "enter"]


def test_random_bytes_never_end_it() -> None:
    chance = random.Random(7)
    clock = Clock()
    terminal = TerminalInput(clock.seconds)
    alphabet = [*(bytes([code]) for code in range(256)), b"\x1b[", b"\x1bO", b";", b"u", b"~", b"48;", START, END, b"M"]
    for _ in range(5_000):
        sent(terminal, b"".join(chance.choices(alphabet, k=12)))
    clock.now += 2
    list(terminal.tick())
    list(terminal.tick())
    assert keys(sent(terminal, b"\x1b[A", b"3"))[-1] == "3"


def test_a_paste_arrives_as_a_paste() -> None:
    (paste, key) = sent(TerminalInput(Clock().seconds), START + "Świetnie 1234".encode() + END + b"5")
    assert isinstance(paste, events.Paste)
    assert paste.text == "Świetnie 1234"
    assert keys([key]) == ["5"]


@pytest.mark.parametrize("cut", range(1, 6))
def test_a_paste_that_never_ends_is_ended(cut: int) -> None:
    clock = Clock()
    terminal = TerminalInput(clock.seconds)
    assert not keys(sent(terminal, START[:cut], START[cut:] + b"123"))
    clock.now += 0.5
    assert not keys(list(terminal.tick()))
    clock.now += 1
    list(terminal.tick())
    assert keys(sent(terminal, b"5")) == ["5"]


def test_a_paste_without_measure_is_cut() -> None:
    terminal = TerminalInput(Clock().seconds)
    messages = sent(terminal, START, *[b"x" * 1000] * 500, END, b"5")
    (paste,) = (message for message in messages if isinstance(message, events.Paste))
    assert LONGEST_PASTE - 1000 <= len(paste.text) <= LONGEST_PASTE
    assert keys(messages) == ["5"]


@pytest.mark.parametrize(
    ("sequence", "meant"), [(b"\x1b[G", "5"), (b"\x1bOE", "5"), (b"\x1b[E", "5"), (b"\x1bOl", "full_stop")]
)
def test_keys_of_keypads_that_textual_does_not_know(sequence: bytes, meant: str) -> None:
    (event,) = sent(TerminalInput(Clock().seconds), sequence)
    assert isinstance(event, events.Key)
    assert heard(event).key == meant
