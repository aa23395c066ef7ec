"""How the team poster is set: large enough to read from afar, nothing touching, nothing cut off."""

from functools import lru_cache
from itertools import cycle, groupby, pairwise
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from posters import render
from posters.drawing.paper import A3, A4, LETTER, TABLOID, Box, Paper, PosterGrid
from posters.drawing.theme import ink_theme, theme_of
from posters.output.setup import Setup
from posters.sheets.look import Look
from posters.sheets.team import PURPOSES, Extras, Purpose, team_sheet
from posters.sheets.team.grid import poster_grid
from posters.texts.languages import speak
from store.behaviors import BEHAVIORS, Behavior
from store.language import ENGLISH, LANGUAGES, Language
from tests.posters.checks import check_sheet, faults
from tests.posters.long_words import stretched
from tests.posters.reading import HEIGHT, WIDTH, Printed, baseline, overlaps, pages, read, top_of_capitals
from tests.posters.scorecards import NONE, TYPICAL, nothing_released, scorecard, with_history
from tests.posters.wall import wall_poster

GRID = poster_grid(TABLOID)
ONE_BATCH = ((0, 1, 2, 1, 1), NONE, NONE, NONE, (0, 0, 0, 0, 5), NONE, NONE)
CROWDED = ((12_000, 1, 1, 4_000, 90_000),) * 7

WORST = {
    "typical": scorecard(rising=frozenset(range(7)), sample=True),
    "one batch": scorecard("IT", *ONE_BATCH),
    "all fives": scorecard("Kitchen", *([(0, 0, 0, 0, 61)] * 7)),
    "nothing released": nothing_released("Pharmacy"),
    "one hundred thousand answers": scorecard("Gym", *CROWDED, rising=frozenset(range(7))),
    "rising and falling": scorecard("Lab", rising=frozenset({0, 6}), falling=frozenset({2, 3})),
    "sixty letters": scorecard("Interdisciplinary Outpatient Rehabilitation and Aftercare II"),
    "sixty capitals": scorecard("ST. WOLFGANG MÜNCHEN NOTAUFNAHME UND INTENSIVSTATION WEST II"),
    "German compound": scorecard("Donaudampfschifffahrtsgesellschaftskapitänsverwaltung"),
    "two compounds": scorecard("Rechtsschutzversicherungs- und Arbeitsunfähigkeitsabteilung"),
    "three lines and a story": scorecard("Qualitätsmanagementbeauftragtenversammlungsraumverwaltungsamt"),
    "Greek": scorecard("Τμήμα Επειγόντων Περιστατικών και Ανάνηψης"),
    "Cyrillic": scorecard("Отделение неотложной помощи и реанимации"),
    "Vietnamese": scorecard("Phòng Khám Đa Khoa và Cấp Cứu Trẻ Em"),
    "long organisation": scorecard(
        organisation="Österreichische Donaudampfschifffahrt",
        department="Personalentwicklung und Weiterbildung",
    ),
}


@lru_cache(maxsize=2 * len(WORST))
def printed(case: str, purpose: Purpose = "wall") -> Printed:
    """A worst case, read back."""
    return read(render.pdf_of(team_sheet(WORST[case], Look(theme_of(), ENGLISH), purpose)))


@pytest.mark.parametrize("case", WORST)
def test_nothing_overlaps_and_nothing_leaves_the_margins(case: str) -> None:
    words = printed(case).words
    assert overlaps(words) == []
    for word in words:
        assert word.x0 >= GRID.margin - 8, word
        assert word.x1 <= WIDTH - GRID.margin + 1, word
        assert word.top >= 0, word
        assert word.bottom <= HEIGHT - 0.25 * 72, word


@pytest.mark.parametrize("case", WORST)
def test_everything_is_large_enough(case: str) -> None:
    page = printed(case)
    assert min(word.size for word in page.words) >= 14
    hero = max(word.size for word in page.words if word.bottom < GRID.header)
    assert 48 <= hero <= 108
    for behavior in BEHAVIORS:
        assert page.size_of(behavior.act.split()[-1]) >= 20
        label = [word.size for word in page.words if word.text == behavior.label.split()[-1]]
        assert max(label) >= 34
    for behavior, score in zip(BEHAVIORS, WORST[case].scores.behaviors, strict=True):
        if score.mean is not None:
            assert max(w.size for w in page.words if w.text == f"{score.mean:.1f}") >= 60, behavior


@pytest.mark.parametrize("case", WORST)
@pytest.mark.parametrize("purpose", PURPOSES)
def test_the_hero_stands_clear_of_the_lines_above_and_below(purpose: Purpose, case: str) -> None:
    words = [word for word in printed(case, purpose).words if word.bottom < GRID.header]
    hero = max(word.size for word in words)
    name = [word for word in words if word.size == hero]
    above = [word for word in words if word.bottom < name[0].bottom and word.size < hero]
    below = [word for word in words if word.top > name[-1].top and word.size < hero]
    assert min(map(top_of_capitals, name)) - max(map(baseline, above)) >= 14
    assert min(map(top_of_capitals, below)) - max(map(baseline, name)) >= 14


PAIRS = [*pairwise(BEHAVIORS), (Behavior.NEGOTIATE_EXPECTATIONS, Behavior.STEP_OUT_OF_YOUR_SILO)]


@pytest.mark.parametrize("code", ["en", "de", "uk"])
@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_two_behaviors_stand_side_by_side_in_the_header(first: Behavior, second: Behavior, code: str) -> None:
    seven = [(0, 10, 60, 10, 0)] * 7
    seven[first.number - 1], seven[second.number - 1] = (0, 0, 0, 0, 80), (80, 0, 0, 0, 0)
    language = speak(code)
    sheet = team_sheet(scorecard("IT", *seven), Look(theme_of(), language))
    words = read(render.pdf_of(sheet)).words
    told = f"{language.say(first.label)} {language.say(second.label)}"
    story = [word for word in words if word.bottom < GRID.header and 22 <= word.size <= 33]
    assert " ".join(word.text for word in story) == told
    assert overlaps(tuple(story)) == []
    assert max(word.x1 for word in story) <= WIDTH - GRID.margin
    assert {round(baseline(word), 2) for word in story} == {round(baseline(story[0]), 2)}


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize(
    ("code", "behavior"), [("de", Behavior.STEP_OUT_OF_YOUR_SILO), ("fr", Behavior.BE_POLITE)], ids=["de", "fr"]
)
def test_an_accent_stands_clear_of_the_mark_above_it(code: str, behavior: Behavior, purpose: Purpose) -> None:
    seven = [(0, 10, 60, 10, 0)] * 7
    seven[behavior.number - 1] = (0, 0, 0, 0, 80)
    language = speak(code)
    pdf = render.pdf_of(team_sheet(scorecard("IT", *seven), Look(theme_of(), language), purpose))
    words = [word for word in read(pdf).words if word.bottom < GRID.header]
    label = next(word for word in words if word.text == language.say("Our strength").split()[0].upper())
    story = next(word for word in words if word.text == language.say(behavior.label).split()[0])
    picture = PdfDocument(pdf)[0].render(scale=4).to_pil().convert("L")
    below_mark = GRID.margin - 4, baseline(label) - 5, GRID.margin + 14, baseline(story)
    column = picture.crop(tuple(round(4 * edge) for edge in below_mark))
    rows = [column.crop((0, y, column.width, y + 1)).getextrema() for y in range(column.height)]
    runs = [(inked, len(list(run))) for inked, run in groupby(high - low > 30 for low, high in rows)]
    assert [inked for inked, _ in runs[:2]] == [True, False]
    assert runs[1][1] / 4 >= 3


def _mixed() -> list[tuple[str, Purpose, str, str, Paper]]:
    """Each worst case once, with purposes, languages, themes and papers in turn, so that each meets many others."""
    ways = zip(
        cycle(PURPOSES), cycle(LANGUAGES), cycle("ccccciiiii"), cycle((TABLOID, A3, A3, LETTER, A4)), strict=False
    )
    return [(case, *way) for case, way in zip([*WORST, *WORST], ways, strict=False)]


@pytest.mark.parametrize(("case", "purpose", "code", "theme", "paper"), _mixed())
def test_a_screen_reader_reads_it_and_nothing_touches(
    case: str, purpose: Purpose, code: str, theme: str, paper: Paper, tmp_path: Path
) -> None:
    look = Look(theme_of() if theme == "c" else ink_theme(), speak(code), paper)
    card = with_history(WORST[case])
    sheet = team_sheet(card, look, purpose, Extras(link=f"https://example.org/{'x' * len(case)}"))
    halved = paper in {LETTER, A4}
    pdf = render.pdf_of(sheet, Setup(paper))
    assert len(pdf) <= 60_000
    if halved:
        assert faults(pdf, tmp_path) == []
        assert len(pages(pdf)) == 2
    else:
        check_sheet(pdf, tmp_path, smallest=14)


@pytest.mark.parametrize("paper", [TABLOID, A3])
def test_the_seam_lies_in_the_middle_between_two_rows(paper: Paper) -> None:
    grid = poster_grid(paper)
    (side,) = team_sheet(scorecard(), Look(theme_of(), ENGLISH, paper)).sides
    assert side.seam is not None
    assert abs(side.seam - paper.height / 2) <= 1
    assert side.seam == grid.row_box(2).bottom
    ((_, words),) = pages(render.pdf_of(team_sheet(scorecard(), Look(theme_of(), ENGLISH, paper)), Setup(paper)))
    assert all(baseline(word) <= side.seam or top_of_capitals(word) >= side.seam for word in words)


def test_both_halves_on_office_paper_are_equally_large() -> None:
    look = Look(theme_of(), ENGLISH, LETTER)
    upper, lower = pages(render.pdf_of(team_sheet(scorecard(), look), Setup(LETTER)))
    acts = [max(w.size for w in half[1] if w.text in {"They", "answers"}) for half in (upper, lower)]
    assert acts[0] == pytest.approx(acts[1])
    assert acts[0] / 21 == pytest.approx(0.93, abs=0.01)


def test_the_last_scale_stands_clear_of_the_foot() -> None:
    rows = [word for word in read(wall_poster(scorecard())).words if word.bottom < GRID.foot_box.top]
    assert GRID.foot_box.top - max(map(baseline, rows)) >= 20


def test_a_short_name_is_as_large_as_it_gets() -> None:
    assert read(wall_poster(scorecard("IT"))).size_of("IT") == 108


UNSHRUNK = (Phase.explicit, Phase.generate)
"""A page takes a tenth of a second to read: searching for a smaller failure would take minutes."""


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=24))
@settings(max_examples=25, phases=UNSHRUNK)
def test_any_short_name_prints_within_the_margins(name: str) -> None:
    words = read(wall_poster(scorecard(name))).words
    assert overlaps(words) == []
    assert all(word.x1 <= WIDTH - GRID.margin + 1 for word in words)


def test_the_overlap_check_sees_an_overlap() -> None:
    words = read(wall_poster(scorecard())).words
    assert overlaps((*words, words[-1]))


def test_a_grid_that_does_not_fit_its_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="7 rows and foot do not fit on tabloid"):
        PosterGrid(TABLOID, 48, header=300, first_row=310, row=140, rows=7, foot=(1056, 100), imprint=1190)


def test_rows_that_run_into_the_foot_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        PosterGrid(TABLOID, 48, header=300, first_row=310, row=108, rows=7, foot=(1056, 100), imprint=1190)


def test_margins_that_eat_the_paper_are_refused() -> None:
    with pytest.raises(ValueError, match="leave no room"):
        Paper("card", 100, 60, safe=30)


def test_a_box_without_area_is_refused() -> None:
    with pytest.raises(ValueError, match="no area"):
        Box(0, 0, 10, 0)


def test_typical_counts_are_seven() -> None:
    assert len(TYPICAL) == len(BEHAVIORS)


@pytest.mark.parametrize("language", [*map(speak, LANGUAGES), stretched()], ids=[*LANGUAGES, "stretched"])
def test_the_title_stands_clear_of_the_mark_for_sample_data(language: Language) -> None:
    words = read(render.pdf_of(team_sheet(scorecard(sample=True), Look(theme_of(), language)))).words
    assert overlaps(tuple(word for word in words if word.bottom < GRID.header * 0.3)) == []
