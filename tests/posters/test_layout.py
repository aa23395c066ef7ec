"""How the team poster is set: large enough to read from afar, nothing touching, nothing cut off."""

from itertools import permutations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from posters import render
from posters.drawing.paper import TABLOID, Box, Paper, PosterGrid
from posters.sheets.team import GRID
from store.behaviors import BEHAVIORS, Behavior
from store.scorecard import Scorecard
from tests.posters.reading import HEIGHT, WIDTH, baseline, overlaps, read, top_of_capitals
from tests.posters.scorecards import NONE, TYPICAL, nothing_released, scorecard

ONE_BATCH = ((0, 1, 2, 1, 1), NONE, NONE, NONE, (0, 0, 0, 0, 5), NONE, NONE)
CROWDED = ((12_000, 1, 1, 4_000, 90_000),) * 7

WORST = {
    "typical": scorecard(rising=frozenset(range(7)), sample=True),
    "one batch": scorecard("IT", *ONE_BATCH),
    "all fives": scorecard("Kitchen", *([(0, 0, 0, 0, 61)] * 7)),
    "nothing released": nothing_released("Pharmacy"),
    "one hundred thousand answers": scorecard("Gym", *CROWDED, rising=frozenset(range(7))),
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


@pytest.mark.parametrize("card", WORST.values(), ids=WORST)
def test_nothing_overlaps_and_nothing_leaves_the_margins(card: Scorecard) -> None:
    words = read(render.team_poster(card)).words
    assert overlaps(words) == []
    for word in words:
        assert word.x0 >= GRID.margin - 8, word
        assert word.x1 <= WIDTH - GRID.margin + 1, word
        assert word.top >= 0, word
        assert word.bottom <= HEIGHT - 0.25 * 72, word


@pytest.mark.parametrize("card", WORST.values(), ids=WORST)
def test_everything_is_large_enough(card: Scorecard) -> None:
    printed = read(render.team_poster(card))
    assert min(word.size for word in printed.words) >= 14
    hero = max(word.size for word in printed.words if word.bottom < GRID.header)
    assert 48 <= hero <= 108
    for behavior in BEHAVIORS:
        assert printed.size_of(behavior.act.split()[-1]) >= 20
        label = [word.size for word in printed.words if word.text == behavior.label.split()[-1]]
        assert max(label) >= 34
    for behavior, score in zip(BEHAVIORS, card.scores.behaviors, strict=True):
        if score.mean is not None:
            assert max(w.size for w in printed.words if w.text == f"{score.mean:.1f}") >= 60, behavior


@pytest.mark.parametrize("card", WORST.values(), ids=WORST)
def test_the_hero_stands_clear_of_the_lines_above_and_below(card: Scorecard) -> None:
    words = [word for word in read(render.team_poster(card)).words if word.bottom < GRID.header]
    hero = max(word.size for word in words)
    name = [word for word in words if word.size == hero]
    above = [word for word in words if word.bottom < name[0].bottom and word.size < hero]
    below = [word for word in words if word.top > name[-1].top and word.size < hero]
    assert min(map(top_of_capitals, name)) - max(map(baseline, above)) >= 18
    assert min(map(top_of_capitals, below)) - max(map(baseline, name)) >= 18


@pytest.mark.parametrize(("first", "second"), list(permutations(BEHAVIORS, 2)))
def test_any_two_behaviors_stand_side_by_side_in_the_header(first: Behavior, second: Behavior) -> None:
    seven = [(0, 10, 60, 10, 0)] * 7
    seven[first.number - 1], seven[second.number - 1] = (0, 0, 0, 0, 80), (80, 0, 0, 0, 0)
    words = read(render.team_poster(scorecard("IT", *seven))).words
    story = [word for word in words if word.bottom < GRID.header and word.size == 33]
    assert " ".join(word.text for word in story) == f"{first.label} {second.label}"
    assert overlaps(tuple(story)) == []
    assert max(word.x1 for word in story) <= WIDTH - GRID.margin
    assert {baseline(word) for word in story} == {baseline(story[0])}


def test_the_last_scale_stands_clear_of_the_foot() -> None:
    rows = [word for word in read(render.team_poster(scorecard())).words if word.bottom < GRID.foot_box.top]
    assert GRID.foot_box.top - max(map(baseline, rows)) >= 20


def test_a_short_name_is_as_large_as_it_gets() -> None:
    assert read(render.team_poster(scorecard("IT"))).size_of("IT") == 108


UNSHRUNK = (Phase.explicit, Phase.generate)
"""A page takes a tenth of a second to read: searching for a smaller failure would take minutes."""


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=24))
@settings(max_examples=25, deadline=None, phases=UNSHRUNK)
def test_any_short_name_prints_within_the_margins(name: str) -> None:
    words = read(render.team_poster(scorecard(name))).words
    assert overlaps(words) == []
    assert all(word.x1 <= WIDTH - GRID.margin + 1 for word in words)


def test_the_overlap_check_sees_an_overlap() -> None:
    words = read(render.team_poster(scorecard())).words
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
