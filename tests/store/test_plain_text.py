"""Names from strangers on a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.plain_text import padded, printable, shortened, width

HOSTILE = [
    "\x1b[31mred",
    "a\nb",
    "a\rb",
    "a\tb",
    "\x9b2J",
    "a\u202eb",
    "a\u2066b",
    "a\u2028b",
    "\ud800",
    "\x00",
    "\x7f",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_steers_a_terminal_is_printed(text: str) -> None:
    assert "\N{REPLACEMENT CHARACTER}" in printable(text)
    assert all(character not in printable(text) for character in "\x1b\n\r\t\x9b\u202e\u2066\u2028\ud800\x00\x7f")


@pytest.mark.parametrize("text", ["Kitchen", "Łódź Küche", "厨房", "مطبخ", "👩‍🍳 Küche", "[/foo]", "<b>", "=cmd()"])
def test_what_people_write_is_printed_as_it_is(text: str) -> None:
    assert printable(text) == text


@given(st.text(), st.integers(1, 40))
def test_a_cell_is_never_wider_than_its_column(text: str, columns: int) -> None:
    assert width(shortened(text, columns)) <= columns
    assert width(padded(text, columns)) == columns


@given(st.text())
def test_printed_text_holds_no_control_characters_and_can_be_encoded(text: str) -> None:
    assert not {unicodedata.category(character) for character in printable(text)} & {"Cc", "Cs", "Zl", "Zp"}
    printable(text).encode()


def test_wide_letters_take_two_columns_and_marks_none() -> None:
    assert width("厨房") == 4
    assert width("e\u0301") == 1
    assert shortened("厨房部門", 5) == "厨房…"


def test_a_short_text_is_not_cut() -> None:
    assert shortened("Kitchen", 7) == "Kitchen"
    assert shortened("Kitchen", 6) == "Kitch…"
