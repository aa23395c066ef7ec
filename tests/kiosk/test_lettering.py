"""Block letters keep their shape, fit their place, and refuse what they cannot write."""

import subprocess
import sys
import unicodedata
from ast import literal_eval

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.letters.glyphs import ABOVE, BELOW, ROWS, Fit, clusters, glyph
from kiosk.letters.setting import (
    FACES,
    Face,
    can_be_lettered,
    largest_face,
    lettered,
    lettered_lines,
    lettered_width,
    numeral,
)
from store.behaviors import BEHAVIORS
from store.language import LANGUAGES

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
VIETNAMESE_VOWELS = "AĂÂEÊIOÔƠUƯY"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")

#: The capitals of each language.
ALPHABETS = {
    "en": LATIN,
    "es": LATIN + "ÁÉÍÑÓÚÜ",
    "fr": LATIN + "ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸ",
    "de": LATIN + "ÄÖÜẞ",
    "pt": LATIN + "ÁÂÃÀÇÉÊÍÓÔÕÚ",
    "pl": LATIN + "ĄĆĘŁŃÓŚŹŻ",
    "uk": "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ",
    "vi": LATIN
    + "Đ"
    + "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in VIETNAMESE_VOWELS for tone in TONES),
    "ru": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
}
SIGNS = "!?.,:-–—…%&'’ʼ()/+#«»„“”¿¡"
#: Letters that take more room than a plain one has; in Vietnamese, most.
NEVER_SQUAT = {"pl": "ŚŹŻ"}

ANY_WRITING = st.text("".join(sorted({*"".join(ALPHABETS.values()), *SIGNS, *"äöüßłñ0123456789 "})), min_size=1)
ANY_FACE = st.sampled_from([*FACES, Face(4, narrow=False)])


@given(text=ANY_WRITING, face=ANY_FACE)
def test_all_rows_of_a_line_are_as_wide_as_announced(text: str, face: Face) -> None:
    assert {len(row) for row in lettered(text, face)} == {lettered_width(text, face)}


def test_the_alphabets_are_those_of_the_languages() -> None:
    assert set(LANGUAGES) <= set(ALPHABETS)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("language", ALPHABETS)
@pytest.mark.parametrize("fit", Fit)
def test_every_letter_of_every_language_looks_different(language: str, fit: Fit, narrow: bool) -> None:
    letters = clusters(ALPHABETS[language])
    looks = {letter: glyph(letter, fit, narrow=narrow) for letter in dict.fromkeys(letters)}
    missing = [letter for letter, look in looks.items() if look is None]
    alike = {look: [letter for letter, other in looks.items() if other == look] for look in looks.values() if look}
    assert not [letters for letters in alike.values() if len(letters) > 1]
    if language == "vi":
        assert bool(missing) == (fit < Fit.ROOMY)
    else:
        assert missing == (clusters(NEVER_SQUAT.get(language, "")) if fit is Fit.SQUAT else [])


@pytest.mark.parametrize("face", FACES)
def test_every_digit_looks_different(face: Face) -> None:
    assert len({tuple(lettered(digit, face)) for digit in "0123456789"}) == len("0123456789")


@pytest.mark.parametrize("fit", Fit)
def test_letters_stay_in_the_room_that_they_ask_for(fit: Fit) -> None:
    looks = [glyph(letter, fit) for letter in clusters("".join(ALPHABETS.values()) + SIGNS)]
    for look in filter(None, looks):
        assert {len(column) for column in look.columns} == {ABOVE + ROWS + BELOW}
        assert all("#" not in column[: ABOVE - look.above] for column in look.columns)
        assert all("#" not in column[ABOVE + ROWS + look.below :] for column in look.columns)
        assert fit >= Fit.ROOMY or (look.above <= fit and not look.below)


def test_every_sign_of_the_texts_can_be_set() -> None:
    assert can_be_lettered(SIGNS)


def test_a_letter_is_drawn_in_half_blocks() -> None:
    assert lettered("E", Face(1, narrow=False)) == ["█▀▀", "█▀ ", "▀▀▀"]


def test_a_mark_stands_above_its_letter_or_takes_the_place_of_its_top() -> None:
    assert lettered("é", Face(1, narrow=False)) == [" ▄▀", "▄▄▄", "█▄ ", "█▄▄"]
    assert lettered("é", Face(1, narrow=False, fit=Fit.ROOMY)) == [" ▄▀", "▄▄▄", "█▀ ", "▀▀▀"]
    assert lettered("é", Face(1, narrow=False, fit=Fit.LOW)) == [" ▀▀", "██▀", "█▄▄"]
    assert lettered("é", Face(1, narrow=False, fit=Fit.SQUAT)) == [" ▀▀", "██▀", "▀▀▀"]


def test_a_letter_and_its_mark_may_come_apart() -> None:
    apart = unicodedata.normalize("NFD", "ĐẠI DIỆN, ЇЖАК, GĘŚLĄ")
    assert lettered(apart, FACES[0]) == lettered("ĐẠI DIỆN, ЇЖАК, GĘŚLĄ", FACES[0])


def test_sharp_s_is_set_as_germans_set_it() -> None:
    assert lettered("grüße", FACES[0]) == lettered("GRÜSSE", FACES[0])


@given(texts=st.lists(ANY_WRITING, min_size=1, max_size=4), columns=st.integers(0, 200), rows=st.integers(0, 20))
def test_the_largest_face_that_fits_does_fit_for_all_that_stand_together(
    texts: list[str], columns: int, rows: int
) -> None:
    face = largest_face(texts, columns, rows)
    for text in texts if face else ():
        assert face
        lines = lettered_lines(text, face, columns)
        assert len(lines) <= rows
        assert max(map(len, lines)) <= columns


def test_a_larger_place_gives_larger_letters() -> None:
    small, large = largest_face(["Kitchen"], 76, 3), largest_face(["Kitchen"], 188, 6)
    assert small
    assert large
    assert small.scale == 1
    assert large.scale == 2


@pytest.mark.parametrize("text", ["Küche", "Réception", "Dział Świąt", "Прийом їжі", "Não"])
def test_accents_fit_wherever_english_does(text: str) -> None:
    assert largest_face([text], 76, 3)
    tall = largest_face([text], 76, 4)
    assert tall
    assert tall.fit >= Fit.ROOMY


def test_two_lines_with_marks_fit_where_two_lines_of_english_do() -> None:
    assert largest_face(["Über den eigenen Bereich hinausgehen ändert vieles"], 100, 6)
    assert largest_face(["Вийдіть за межі свого відділу"], 60, 6)


def test_vietnamese_takes_five_rows() -> None:
    assert largest_face(["Đại diện"], 76, 4) is None
    face = largest_face(["Đại diện"], 76, 5)
    assert face
    assert face.height(1) == 5


def test_letters_stand_on_one_line_whoever_stands_beside_them() -> None:
    face = largest_face(["Küche", "Labor"], 76, 3)
    assert face
    assert lettered_lines("Küche", face, 76)[2][-3:] == lettered_lines("E", face, 76)[2]


def test_a_mark_never_touches_the_line_above() -> None:
    face = Face(1, narrow=False, fit=Fit.LOW)
    assert lettered_lines("Ü Ü", face, 8) == ["▀  ▀", "█  █", "▀▄▄▀", "", "▀  ▀", "█  █", "▀▄▄▀"]


def test_names_that_stand_together_are_set_alike() -> None:
    assert largest_face(["Lab", "The Department of Very Long Names"], 76, 3) is None


def test_a_numeral_fills_its_place() -> None:
    assert len(numeral("7", 60, 20)) == 20
    assert numeral("7", 60, 2) == []


@pytest.mark.parametrize(
    "text", ["ελιά", "[/foo]", "\x1b[2J", "厨房", "", " ", "A\u0301\u0302\u0300", "\u0301", "Ŧ", "A" + "\u0301" * 500]
)
def test_other_writing_is_left_to_plain_text(text: str) -> None:
    assert largest_face([text], 200, 10) is None


def test_all_seven_behaviors_can_be_lettered_on_a_small_terminal() -> None:
    assert all(can_be_lettered(behavior.label) for behavior in BEHAVIORS)
    assert largest_face([behavior.label for behavior in BEHAVIORS], 76, 6)


def test_english_loads_no_other_letters() -> None:
    code = (
        "import sys; from kiosk.letters.setting import FACES, lettered; lettered('Press any key', FACES[0]);"
        "print([name for name in sys.modules if name.startswith('kiosk.letters.')])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    latin = ["kiosk.letters.drawing", "kiosk.letters.latin", "kiosk.letters.glyphs", "kiosk.letters.setting"]
    assert sorted(literal_eval(shown)) == sorted(latin)
