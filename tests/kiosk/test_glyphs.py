"""A terminal is sent only signs that it can show."""

from dataclasses import astuple

import pytest

from kiosk.glyphs import ASCII, CONSOLE, FULL, Signs, signs_for


def characters(signs: Signs) -> str:
    return "".join(field for field in astuple(signs) if isinstance(field, str))


@pytest.mark.parametrize(
    ("terminal", "signs"),
    [
        *[(name, FULL) for name in ("xterm-256color", "tmux-256color", "screen", "xterm-kitty", "foot", "rxvt", "")],
        *[(name, CONSOLE) for name in ("linux", "linux-16color")],
        *[(name, ASCII) for name in ("vt100", "vt220", "ansi", "VT102")],
    ],
)
def test_the_terminal_decides(terminal: str, signs: Signs) -> None:
    assert signs_for({"TERM": terminal}, "utf-8") is signs
    assert signs_for({"TERM": terminal}, "ISO-8859-1") is ASCII


def test_a_terminal_without_a_name_is_taken_for_a_modern_one() -> None:
    assert signs_for({}, "UTF-8") is FULL


def test_signs_stay_within_what_their_terminal_has() -> None:
    assert characters(ASCII).isascii()
    assert characters(CONSOLE).encode("cp437")


@pytest.mark.parametrize("signs", [FULL, CONSOLE, ASCII])
def test_signs_differ_without_color(signs: Signs) -> None:
    assert len({signs.done, signs.here, signs.ahead, signs.none}) == 4
    assert {len(sign) for sign in (signs.done, signs.here, signs.ahead, signs.none)} == {1}
