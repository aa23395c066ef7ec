"""The poster for hand filling: in every language, theme and paper, and never with a number that could be a score."""

from datetime import date
from pathlib import Path

import pytest

from posters import render
from posters.drawing.paper import A3, LETTER, TABLOID, Paper
from posters.drawing.theme import ink_theme, theme_of
from posters.output.setup import Setup
from posters.sheets.look import Look
from posters.sheets.team.blank import blank_sheet
from posters.texts.languages import speak
from store.behaviors import BEHAVIORS
from store.language import ENGLISH, LANGUAGES
from tests.posters.checks import check_sheet, spoken
from tests.posters.reading import pages, read

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("paper", [TABLOID, A3])
def test_it_can_be_read_by_everyone_in_every_language(code: str, paper: Paper, tmp_path: Path) -> None:
    theme = theme_of() if paper is TABLOID else ink_theme()
    pdf = render.pdf_of(blank_sheet(Look(theme, speak(code), paper), DAY), Setup(paper))
    check_sheet(pdf, tmp_path, smallest=14)
    assert len(pdf) <= 60_000


def test_each_behavior_has_circles_and_a_box() -> None:
    pdf = render.pdf_of(blank_sheet(Look(theme_of(), ENGLISH), DAY))
    text = read(pdf).text
    assert text.count("1 2 3 4 5 of 5") == len(BEHAVIORS)
    figures = [alt for tag, alt in spoken(pdf) if tag == "Figure"]
    assert figures[5] == "Be Polite: circles 1 to 5 to tick, and a box for the score"


def test_as_many_as_wished_come_in_one_file_and_are_all_alike() -> None:
    found = pages(render.pdf_of(blank_sheet(Look(theme_of(), ENGLISH), DAY, number=3)))
    assert len(found) == 3
    assert found[0] == found[1] == found[2]


def test_each_takes_two_sheets_of_office_paper() -> None:
    look = Look(theme_of(), ENGLISH, LETTER)
    assert len(pages(render.pdf_of(blank_sheet(look, DAY, number=2), Setup(LETTER)))) == 4
