"""The mark for sample data: its letters stand within it, and it looks the same on every kind of sheet."""

import pytest

from posters.drawing.page import Page
from posters.drawing.paper import LETTER, Box
from posters.drawing.sheet import Sheet
from posters.drawing.survey import Found, survey
from posters.drawing.theme import theme_of
from posters.sheets.handout.sheet import handout_sheet
from posters.sheets.mark import Mark
from posters.sheets.progress import progress_sheet
from posters.sheets.team import team_sheet
from store.behaviors import Behavior
from store.language import LANGUAGES
from tests.posters.organisations import ON, look
from tests.posters.scorecards import scorecard

CARD = scorecard(sample=True)


@pytest.mark.parametrize("size", [10.5, 15.0, 18.0])
@pytest.mark.parametrize("text", ["Sample data", "Dữ liệu mẫu", "Données d'exemple"])
def test_its_letters_stand_within_it_and_in_its_middle(text: str, size: float) -> None:
    def draw(page: Page) -> None:
        Mark(text, size).draw(page, theme_of(), 500, 100)

    found = survey(LETTER, draw)
    (pill, *_) = found.shapes
    first, last = found.letters[0], found.letters[-1]
    assert pill.right == pytest.approx(500)
    assert pill.width == pytest.approx(Mark(text, size).wide)
    assert pill.top < first.top
    assert first.left - pill.left == pytest.approx(pill.right - last.right, abs=0.15 * size)
    assert first.left - pill.left > size * 0.9


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_looks_the_same_on_every_kind_of_sheet(code: str) -> None:
    seen = look(code)
    shapes = {shape_of(sheet, seen.language.say("Sample data")) for sheet in sheets(code)}
    assert len(shapes) == 1, shapes


def sheets(code: str) -> tuple[Sheet, ...]:
    seen = look(code)
    return (
        team_sheet(CARD, seen),
        team_sheet(CARD, seen, "review"),
        progress_sheet(CARD, seen),
        handout_sheet(Behavior.BE_POLITE, seen, ON, CARD),
    )


def shape_of(sheet: Sheet, said: str) -> tuple[float, float]:
    """How much wider and higher than its letters the mark is, in sizes of its type."""
    side = sheet.sides[0]
    found = survey(side.paper, side.draw)
    mark = next(mark for size in (15.0, 10.5) if (mark := pill(found, Mark(said, size))))
    size = 15.0 if mark.height > 24 else 10.5
    return round(mark.width / size, 2), round(mark.height / size, 2)


def pill(found: Found, mark: Mark) -> Box | None:
    return next((box for box in found.shapes if abs(box.width - mark.wide) < 0.01 and box.height < 30), None)
