"""Where a sheet in true size is parted: it is covered, and the cuts go through as little as can be."""

from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest

from posters import render
from posters.drawing.page import Page
from posters.drawing.paper import A3, A4, LETTER, TABLOID, Box, Paper
from posters.drawing.sheet import Sheet, Side
from posters.drawing.survey import survey
from posters.drawing.type import Face, width
from posters.output.setup import Setup
from posters.output.tiling import EDGE, OVERLAP, Grid, grid_of
from posters.sheets.look import Look
from posters.sheets.organisation import organisation_sheet
from posters.sheets.progress import progress_sheet
from posters.sheets.team import team_sheet
from tests.posters.organisations import cards, look, team_names
from tests.posters.reading import Word, baseline, pages, top_of_capitals
from tests.posters.ruler import ABOUT, POSTER, THEME, draw
from tests.posters.scorecards import scorecard, with_history

WHITE = 0.03
"""Of the size: what is white before the first letter of a word, and after its last."""
BOTH_OFFICE_PAPERS = pytest.mark.parametrize("paper", [LETTER, A4], ids=["letter", "a4"])


@BOTH_OFFICE_PAPERS
@pytest.mark.parametrize("sheet", [TABLOID, A3], ids=["tabloid", "a3"])
def test_tiles_cover_the_sheet_and_overlap(sheet: Paper, paper: Paper) -> None:
    grid = parted(draw, sheet, paper)
    for row in range(grid.rows):
        regions = [grid.region(row, column) for column in range(grid.columns)]
        assert (regions[0].left, regions[-1].right) == (0, sheet.width)
        assert all(one.right - other.left == pytest.approx(OVERLAP) for one, other in pairwise(regions))
        for region in regions:
            assert OVERLAP < region.width <= grid.wide - 2 * EDGE
            assert OVERLAP < region.height <= grid.high - 2 * EDGE
    first = [grid.region(row, 0) for row in range(grid.rows)]
    assert (first[0].top, first[-1].bottom) == (0, sheet.height)
    assert all(one.bottom - other.top == pytest.approx(OVERLAP) for one, other in pairwise(first))


def test_a_sheet_is_parted_in_its_gutter_and_between_its_rows_wherever_they_are() -> None:
    def in_two_columns(page: Page) -> None:
        for row in range(60):
            with page.element("P"):
                page.text(20, 30 + row * 20, "m" * 34, Face.MEDIUM, 14, THEME.ink)
                page.text(790, 30 + row * 20, "m" * 25, Face.MEDIUM, 14, THEME.ink, align="right")

    left, right = 20 + width("m" * 34, Face.MEDIUM, 14), 790 - width("m" * 25, Face.MEDIUM, 14)
    grid = parted(in_two_columns, TABLOID, LETTER)
    assert all(left < cut < right for (cut,) in grid.lefts)
    assert 30 < right - left < 100  # or the test says little
    assert all(14 * 0.21 < (cut - 30) % 20 < 20 - 14 * 0.73 for cut in grid.tops)


def test_where_something_must_be_cut_it_is_cut_between_words_or_else_between_letters() -> None:
    def one_line(text: str) -> Callable[[Page], None]:
        def drawn(page: Page) -> None:
            with page.element("P"):
                page.text(20, 400, text, Face.MEDIUM, 50, THEME.ink)

        return drawn

    words, word = "mmmmmmm mmmmmm", "m" * 15
    ((cut,), *_) = parted(one_line(words), TABLOID, LETTER).lefts
    assert 20 + width(words[:7], Face.MEDIUM, 50) <= cut <= 20 + width(words[:8], Face.MEDIUM, 50)
    ((cut,), *_) = parted(one_line(word), TABLOID, LETTER).lefts
    letter = width("m", Face.MEDIUM, 50)
    assert min((cut - 20) % letter, -(cut - 20) % letter) < 0.09 * letter


def test_where_nothing_stands_tiles_are_even() -> None:
    grid = parted(lambda _: None, TABLOID, LETTER)
    assert grid.tops == (612,)
    assert grid.lefts == ((396,), (396,))


@BOTH_OFFICE_PAPERS
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["team", "progress", "organisation"])
def test_a_level_cut_goes_through_no_text_and_an_upright_one_through_little(
    name: str, language: str, paper: Paper
) -> None:
    sheet = made(name, look(language, paper=paper.name))
    ((_, words),) = pages(render.pdf_of(sheet))
    grid = parted(sheet.sides[0].draw, sheet.sides[0].paper, paper)
    for top in grid.tops:
        assert [word.text for word in words if top_of_capitals(word) < top < baseline(word)] == []
    for row in range(grid.rows):
        region, room = grid.region(row, 1), grid.wide - 2 * EDGE
        window = (grid.sheet.width - room, room - OVERLAP)
        anywhere = [text_cut(words, region, window[0] + at * (window[1] - window[0]) / 40) for at in range(41)]
        assert text_cut(words, region, region.left) <= 0.85 * sum(anywhere) / len(anywhere)


def test_a_sheet_is_drawn_the_same_after_it_was_surveyed() -> None:
    before = render.pdf_of(POSTER)
    survey(TABLOID, POSTER.sides[0].draw)
    assert render.pdf_of(POSTER) == before


def test_the_assembly_page_shows_the_tiles_as_they_are() -> None:
    def off_the_middle(page: Page) -> None:
        with page.element("P"):
            page.text(300, 300, "mmmmmmm", Face.MEDIUM, 40, THEME.ink)

    sheet = Sheet(ABOUT, (Side(TABLOID, off_the_middle),))
    grid = parted(off_the_middle, TABLOID, LETTER)
    assert grid.lefts[0] != grid.lefts[1]
    assembly, *tiles = pages(render.pdf_of(sheet, Setup(LETTER, tile=True)))
    labels = {word.x0 for word in assembly[1] if word.text.endswith((",", ")")) and word.text[-2:-1].isdigit()}
    assert len(labels) >= 4  # no two rows are parted at the same place
    assert len(tiles) == 4


def parted(drawn: Callable[[Page], None], sheet: Paper, paper: Paper) -> Grid:
    return grid_of(sheet, paper, survey(sheet, drawn))


def made(name: str, seen: Look) -> Sheet:
    card = with_history(scorecard("North Ward"))
    if name == "organisation":
        return organisation_sheet(cards(team_names(9)), seen)
    return team_sheet(card, seen) if name == "team" else progress_sheet(card, seen)


def text_cut(words: Iterable[Word], region: Box, x: float) -> float:
    """How much text an upright cut goes through: the sizes of its words."""
    beside = (word for word in words if region.top < baseline(word) and top_of_capitals(word) < region.bottom)
    return sum(word.size for word in beside if word.x0 + WHITE * word.size < x < word.x1 - WHITE * word.size)
