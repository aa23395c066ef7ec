"""Whatever a keypad, a layout or a terminal calls a key, it means the same."""

from collections.abc import Iterator

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.keys import _character_to_key
from textual.message import Message

from kiosk.keys import BACK, CONTRAST, ENTER, HEAR, LANGUAGE, NEXT, heard, is_plain, meaning

DIGITS = "0123456789"
#: What the ten digits send, by keyboard and terminal.
DIGIT_BYTES = {
    "top row, or keypad with Num Lock": list(DIGITS),
    "keypad in application mode": [f"\x1bO{final}" for final in "pqrstuvwxy"],
    "kitty keypad": [f"\x1b[{57399 + digit}u" for digit in range(10)],
    "kitty keypad with text, Num Lock lit": [f"\x1b[{57399 + digit};129;{48 + digit}u" for digit in range(10)],
    "kitty top row": [f"\x1b[{48 + digit};;{48 + digit}u" for digit in range(10)],
    "full-width": list("０１２３４５６７８９"),
    "Arabic-Indic": list("٠١٢٣٤٥٦٧٨٩"),
    "Persian": list("۰۱۲۳۴۵۶۷۸۹"),
    "Devanagari": list("०१२३४५६७८९"),
    "Bengali": list("০১২৩৪৫৬৭৮৯"),
    "Thai": list("๐๑๒๓๔๕๖๗๘๙"),
    "Num Lock off, xterm": [f"\x1b[{end}" for end in ("2~", "F", "B", "6~", "D", "E", "C", "H", "A", "5~")],
    "Num Lock off, xterm, cursor keys in application mode": [
        f"\x1b{end}" for end in ("[2~", "OF", "OB", "[6~", "OD", "[E", "OC", "OH", "OA", "[5~")
    ],
    "Num Lock off, kitty": [
        f"\x1b[{code}"
        for code in ("57425u", "57424u", "57420u", "57422u", "57417u", "57427~", "57418u", "57423u", "57419u", "57421u")
    ],
    "Num Lock off, screen and tmux": [f"\x1b[{end}" for end in ("2~", "4~", "B", "6~", "D", "E", "C", "1~", "A", "5~")],
    "Num Lock off, rxvt": [f"\x1b{end}" for end in ("[2~", "[8~", "[B", "[6~", "[D", "Ou", "[C", "[7~", "[A", "[5~")],
}
#: What the other keys of a keypad send.
SIGN_BYTES = {
    ENTER: ["\r", "\x1bOM", "\x1b[13u", "\x1b[13;129u", "\x1b[57414u", "\x1b[57414;129u"],
    BACK: [
        *("\x7f", "\x08", "\x1b[127u", "\x1b[127;129u", "\x1b", "\x1b[27u"),
        *("-", "\x1bOm", "\x1b[57412u", "\x1b[57412;129;45u", "\x1b[45;;45u", "－", "−"),
    ],
    NEXT: ["+", "\x1bOk", "\x1b[57413u", "\x1b[57413;129;43u", "\x1b[61;2;43u", "＋"],
    LANGUAGE: [
        *("*", "\x1bOj", "\x1b[57411u", "\x1b[57411;129;42u", "＊", "×"),
        *("\x1bOQ", "\x1b[12~", "\x1b[[B", "\x1b[Q", "\x1b[1;129Q"),
    ],
    CONTRAST: [
        *("/", "\x1bOo", "\x1b[57410u", "\x1b[57410;129;47u", "／", "÷"),
        *("\x1bOR", "\x1b[13~", "\x1b[[C", "\x1b[13;129~"),
    ],
    HEAR: [
        *(".", "\x1bOn", "\x1b[57409u", "\x1b[57409;129;46u", "．"),
        *(",", "\x1b[57409;129;44u", "\x1b[57416u", "\x1b[57416;129;44u", "，", "٫", "،"),
        *("\x1b[3~", "\x1b[57426u", "\x1b[57426;129u"),
    ],
}


def parsed(sequence: str) -> Iterator[Message]:
    """What Textual makes of bytes from a terminal, when nothing follows."""
    parser = XTermParser()
    yield from parser.feed(sequence)
    yield from parser.feed("")


def pressed(sequence: str) -> Key:
    (event,) = parsed(sequence)
    assert isinstance(event, Key)
    return event


@pytest.mark.parametrize("keyboard", DIGIT_BYTES)
def test_a_digit_is_a_digit_on_every_keyboard(keyboard: str) -> None:
    for digit, sequence in zip(DIGITS, DIGIT_BYTES[keyboard], strict=True):
        event = heard(pressed(sequence))
        assert (event.key, event.character) == (digit, digit)
        assert is_plain(event)


@pytest.mark.parametrize(
    ("means", "sequence"), [(means, sequence) for means, all_bytes in SIGN_BYTES.items() for sequence in all_bytes]
)
def test_a_sign_means_the_same_on_every_keyboard(means: str, sequence: str) -> None:
    assert heard(pressed(sequence)).key in means.split(",")


@pytest.mark.parametrize("name", ["kp_7", "kp_home", "home"])
def test_names_that_only_some_drivers_give_are_known_too(name: str) -> None:
    assert meaning(name) == "7"


def test_while_somebody_types_arrows_move_the_cursor_and_a_comma_is_a_comma() -> None:
    for key in ("left", "right", "home", "end", "delete", "insert", "comma", "a"):
        assert meaning(key, typing=True) == key


def test_while_somebody_types_a_keypad_types() -> None:
    typed = [heard(pressed(sequence), typing=True) for sequence in ("\x1b[57401u", "\x1b[57409u", "\x1b[57413u", "٣")]
    assert [event.character for event in typed] == ["2", ".", "+", "3"]


def test_letters_and_control_keys_keep_their_names() -> None:
    for key in ("a", "A", "é", "ż", "ї", "tab", "ctrl+c", "ctrl+j", "alt+1", "f10", "²"):
        assert meaning(key) == key


@pytest.mark.parametrize("sequence", ["\x1b[57360u", "\x1b[57358u", "\x1b[57441;2u", "\x1b[57439u", "\x1bOP", "\x03"])
def test_locks_shift_volume_and_control_keys_are_not_any_key(sequence: str) -> None:
    assert not is_plain(pressed(sequence))


@pytest.mark.parametrize("character", ["a", "7", " ", "ß", "中", "*"])
def test_what_people_type_is_any_key(character: str) -> None:
    assert is_plain(Key(_character_to_key(character), character))
