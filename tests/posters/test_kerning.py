"""Large letters move together as the typeface's makers meant; figures keep their columns."""

import pytest

from posters.drawing.type import Face, Part, placed, register_faces, width
from tests.posters.reading import read
from tests.posters.scorecards import scorecard
from tests.posters.wall import wall_poster


@pytest.fixture(autouse=True)
def _faces() -> None:
    register_faces()


@pytest.mark.parametrize("pair", ["To", "AV", "Yo", "Wa", "P.", "ΓΑ", "Ту"])
def test_open_pairs_close_up(pair: str) -> None:
    assert [part.text for part in placed(pair, Face.BLACK)] == list(pair)
    assert width(pair, Face.BLACK, 100) < width(pair[0], Face.BLACK, 100) + width(pair[1], Face.BLACK, 100)


@pytest.mark.parametrize("text", ["nn", "HH", "4.3", "1714", ""])
def test_even_pairs_and_figures_stay_as_they_are(text: str) -> None:
    assert placed(text, Face.BLACK) == (Part(0.0, text, Face.BLACK.value),)


def test_small_type_is_not_kerned() -> None:
    assert placed("Two Towers", Face.MEDIUM) == (Part(0.0, "Two Towers", Face.MEDIUM.value),)


@pytest.mark.parametrize("text", ["Ty To AV Waffle", "Office & Yard", "Toyota 17"])
def test_no_letter_is_lost_or_moved_about(text: str) -> None:
    assert "".join(part.text for part in placed(text, Face.BLACK)) == text


def test_the_measured_width_is_the_printed_width() -> None:
    hero = [word for word in read(wall_poster(scorecard("AVATAR"))).words if word.text == "AVATAR"]
    assert hero[0].x1 - hero[0].x0 == pytest.approx(width("AVATAR", Face.BLACK, hero[0].size), abs=0.5)
