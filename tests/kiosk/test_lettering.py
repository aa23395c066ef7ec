"""Block letters keep their shape, fit their place, and refuse what they cannot write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.lettering import FACES, Face, can_be_lettered, largest_face, lettered, lettered_lines, lettered_width
from store.behaviors import BEHAVIORS

WRITABLE = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ abcz 0123456789 &-'.,/()+:!?#", min_size=1)


@pytest.mark.parametrize("face", FACES)
@settings(deadline=None)
@given(text=WRITABLE)
def test_all_rows_of_a_line_are_as_wide_as_announced(face: Face, text: str) -> None:
    assert {len(row) for row in lettered(text, face)} == {lettered_width(text, face)}


@pytest.mark.parametrize("face", FACES)
def test_every_letter_and_digit_looks_different(face: Face) -> None:
    characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789"
    assert len({tuple(lettered(character, face)) for character in characters}) == len(characters)


def test_a_letter_is_drawn_in_half_blocks() -> None:
    assert lettered("E", Face(1, narrow=False)) == ["█▀▀", "█▀ ", "▀▀▀"]


@settings(deadline=None)
@given(text=WRITABLE, columns=st.integers(0, 200), rows=st.integers(0, 20))
def test_the_largest_face_that_fits_does_fit(text: str, columns: int, rows: int) -> None:
    face = largest_face([text], columns, rows)
    if face:
        lines = lettered_lines(text, face, columns)
        assert len(lines) <= rows
        assert max(map(len, lines)) <= columns


def test_a_larger_place_gives_larger_letters() -> None:
    small, large = largest_face(["Kitchen"], 76, 3), largest_face(["Kitchen"], 188, 6)
    assert small
    assert large
    assert small.scale == 1
    assert large.scale == 2


def test_names_that_stand_together_are_set_alike() -> None:
    assert largest_face(["Lab", "The Department of Very Long Names"], 76, 3) is None


@pytest.mark.parametrize("text", ["Küche", "Кухня", "[/foo]", "\x1b[2J", "厨房", "", " "])
def test_other_writing_is_left_to_plain_text(text: str) -> None:
    assert largest_face([text], 200, 10) is None


def test_all_seven_behaviors_can_be_lettered_on_a_small_terminal() -> None:
    assert all(can_be_lettered(behavior.label) for behavior in BEHAVIORS)
    assert largest_face([behavior.label for behavior in BEHAVIORS], 76, 6)
