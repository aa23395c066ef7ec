"""Text from people is drawn, never obeyed; what cannot be set is seen and said."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posters.drawing.breaking import SOFT_HYPHEN
from posters.drawing.glyphs import FALLBACK, settable
from posters.drawing.type import Face, fit, known_characters, width
from posters.sheets.names import shown
from store.errors import DoesNotFitError
from tests.posters.reading import read
from tests.posters.scorecards import nothing_released, scorecard
from tests.posters.wall import notes_of, wall_poster

LATO = known_characters(Face.BLACK)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("<b>Lab", "<b>Lab"),
        ("[/foo] A", "[/foo] A"),
        ("&amp; Co", "&amp; Co"),
        ("(un\\balanced", "(un\\balanced"),
        ("=1+1", "=1+1"),
        ("Night\x00 \x1b[2J\nShift", "Night [2J Shift"),
        ("evil\u202etxt", "eviltxt"),
        ("Zal\u0336\u0335go", "Zalgo"),
    ],
)
def test_a_name_is_printed_letter_by_letter(name: str, printed: str) -> None:
    assert printed in read(wall_poster(scorecard(name))).text


@pytest.mark.parametrize(
    ("name", "printed", "left_out"),
    [
        ("Crew \N{ROCKET}", "Crew", "U+1F680"),
        ("\N{BLACK TELEPHONE}\ufe0f Help Desk", "Help Desk", "U+260E"),
        ("\N{WAVING HAND SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}\ufe0f Welcome", "Welcome", "U+1F44B, U+1F3FD"),
        ("\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL} Families", "Families", "U+1F468, U+1F469, U+1F467"),
        ("Ward 7\ufe0f\u20e3", "Ward 7", "U+20E3"),
        ("Day\N{ROCKET}Night\N{ROCKET}", "Day Night", "U+1F680"),
        ("Zal\u0336\u0335go", "Zalgo", "U+0336, U+0335"),
    ],
)
def test_an_emoji_or_a_stacked_accent_goes_and_is_named(name: str, printed: str, left_out: str) -> None:
    card = scorecard(name)
    assert settable(name, LATO).text == printed
    assert shown(card.name, card.team) == printed
    assert notes_of(card) == (f'"{printed}" is printed without {left_out}.',)


@pytest.mark.parametrize(
    "name", ["Night\x00 \x1b\nShift", "evil\u202etxt", "Tele\ufe0fphone", "Heiz\xadung", "A\u0301rea"]
)
def test_what_nobody_sees_goes_without_a_word(name: str) -> None:
    assert notes_of(scorecard(name)) == ()


def test_a_letter_that_the_face_lacks_is_seen_and_named() -> None:
    card = scorecard("Crew \N{ROCKET} 薬")
    assert f"Crew {FALLBACK}" in read(wall_poster(card)).text
    assert notes_of(card) == (
        f'"Crew {FALLBACK}": Lato has no U+85AC; {FALLBACK} is printed instead.',
        f'"Crew {FALLBACK}" is printed without U+1F680.',
    )


def test_a_digit_that_the_face_lacks_is_seen_too() -> None:
    assert settable("Ward \N{DEVANAGARI DIGIT SEVEN}", LATO).text == f"Ward {FALLBACK}"


def test_a_name_of_nothing_but_emoji_gives_way_to_the_key() -> None:
    card = scorecard("\N{ROCKET}\N{ROCKET}", team="rockets")
    assert shown(card.name, card.team) == "rockets"
    assert len(notes_of(card)) == 1


def test_a_name_without_one_printable_letter_gives_way_to_the_key() -> None:
    card = scorecard("薬局", team="team-1")
    assert "team-1" in read(wall_poster(card)).text
    assert notes_of(card) == ("Lato has no letter of the name of team-1; that key is printed instead.",)


def test_the_organisation_is_mentioned_too_if_it_cannot_be_set() -> None:
    card = nothing_released(organisation="病院 North")
    assert f"{FALLBACK * 2} North" in read(wall_poster(card)).text
    assert "U+75C5, U+9662" in notes_of(card)[0]


def test_a_name_that_can_be_set_needs_no_words() -> None:
    assert notes_of(scorecard("Ægir Ørsted – Łódź · Ελλάδα · Київ · Đà Nẵng")) == ()


@pytest.mark.parametrize("letters", ["W" * 60, "a" * 20_000, "word " * 4_000])
def test_a_name_that_is_too_long_is_named(letters: str) -> None:
    with pytest.raises(DoesNotFitError, match=r"the name of team north-ward, .* does not fit on the poster") as caught:
        wall_poster(scorecard(letters))
    assert len(str(caught.value)) < 400


def test_an_organisation_that_is_too_long_is_named() -> None:
    with pytest.raises(DoesNotFitError, match="the organisation's name"):
        wall_poster(scorecard(organisation="Mutual Aid " * 20))


@given(st.text(max_size=40))
@settings(max_examples=300)
def test_settable_text_has_only_letters_that_the_face_has(text: str) -> None:
    clean = settable(text, LATO)
    assert all(ord(char) in LATO or char == SOFT_HYPHEN for char in clean.text)
    blanks = re.findall(r"\s+", clean.text)
    assert set(blanks) <= {" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"}
    assert clean.text == clean.text.strip()


def test_a_no_break_space_stays_between_words_and_nowhere_else() -> None:
    assert settable("\xa0Station\xa03 \xa0 Nord\u202f! \xa0", LATO).text == "Station\xa03 Nord\u202f!"
    assert settable("\xa0 \u202f", LATO).text == ""


def test_soft_hyphens_beside_blanks_leave_no_gap() -> None:
    assert settable(f"{SOFT_HYPHEN}A {SOFT_HYPHEN} B\r{SOFT_HYPHEN}", LATO).text == "A B"


def test_the_fallback_can_be_set_in_every_face() -> None:
    assert all(ord(FALLBACK) in known_characters(face) for face in Face)


def test_all_faces_know_the_same_characters() -> None:
    assert len({known_characters(face) for face in Face}) == 1


def test_digits_are_equally_wide() -> None:
    for face in Face:
        assert len({width(digit, face, 10) for digit in "0123456789"}) == 1


def _lines(text: str) -> tuple[str, ...]:
    return fit(text, Face.BLACK, 696, sizes=(108, 48), leading=(108, 72, 48), what="it").lines


def test_a_compound_is_parted_where_it_is_spoken_apart() -> None:
    first, second, third = _lines("Donaudampfschifffahrtsgesellschaftskapitänsverwaltung")
    assert (first, second, third) == ("Donaudampfschiff-", "fahrtsgesellschafts-", "kapitänsverwaltung")


def test_a_soft_hyphen_says_where_a_compound_is_parted() -> None:
    name = f"Donaudampfschifffahrts{SOFT_HYPHEN}gesellschaft"
    assert _lines(name) == ("Donaudampfschifffahrts-", "gesellschaft")


def test_an_unused_soft_hyphen_is_not_printed() -> None:
    assert _lines(f"Heiz{SOFT_HYPHEN}ung") == ("Heizung",)


def test_words_are_never_parted_where_blanks_will_do() -> None:
    assert _lines("Interdisciplinary Outpatient Rehabilitation") == (
        "Interdisciplinary",
        "Outpatient Rehabilitation",
    )
