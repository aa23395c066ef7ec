"""Codes of letters: each reads back as what it stands for, and ASCII is the same in all documents."""

import pytest

from posters.drawing.tagged.codes import Codes

SCRIPTS = "".join(chr(first) for first in (*range(0x21, 0x7F), *range(0xA1, 0x2AF), *range(0x4E00, 0x5000)))
"""Many more letters than one subset holds."""


def read_back(codes: Codes, parts: list[tuple[str, bytes]]) -> str:
    letters = dict(codes.subsets())
    return "".join(chr(letters[name][code]) for name, string in parts for code in string)


@pytest.mark.parametrize("text", ["Office (2) \\ Yard", "Łódź – “Ward” · 5 °C", "病院 North 𝔄", SCRIPTS, SCRIPTS[::-1]])
def test_every_letter_reads_back(text: str) -> None:
    codes = Codes("F1")
    parts = codes.of(text)
    assert read_back(codes, parts) == text
    assert not any(0 in string for _, string in parts)
    assert all(len(letters) <= 256 for _, letters in codes.subsets())


def test_what_came_before_changes_no_code_of_ascii() -> None:
    late = Codes("F1")
    late.of(SCRIPTS)
    assert late.of("Pharmacy 7") == Codes("F1").of("Pharmacy 7") == [("F1+0", b"Pharmacy 7")]


def test_the_order_of_ascii_changes_no_subset() -> None:
    one, other = Codes("F1"), Codes("F1")
    one.of("stop")
    other.of("post")
    assert list(one.subsets()) == list(other.subsets())


def test_what_is_not_set_is_not_embedded() -> None:
    codes = Codes("F1")
    codes.of("Ward")
    assert {letter for _, letters in codes.subsets() for letter in letters} == {0, *map(ord, "Ward")}


def test_a_space_where_no_line_may_break_reads_back_as_a_space() -> None:
    codes = Codes("F1")
    assert read_back(codes, codes.of("5\N{NO-BREAK SPACE}°C")) == "5 °C"
