"""The poster of a team's year: the months' own numbers, gaps where nothing was released, and what was done about it."""

from dataclasses import replace
from pathlib import Path

import pytest

from posters import render
from posters.drawing.paper import PAPERS
from posters.output.setup import Setup
from posters.sheets.progress import progress_sheet
from posters.sheets.progress_news import News
from store.behaviors import BEHAVIORS
from store.errors import DoesNotFitError
from store.language import LANGUAGES
from store.scorecard import Scorecard
from tests.posters.checks import check_sheet, spoken
from tests.posters.organisations import HOSTILE, LONG, look, year
from tests.posters.reading import baseline, pages, top_of_capitals
from tests.posters.scorecards import nothing_released, scorecard


def with_year(card: Scorecard, seed: int = 1, *, empty: bool = False) -> Scorecard:
    return replace(card, history=year(seed, empty=empty))


TYPICAL = with_year(scorecard(sample=True, rising=frozenset({1, 4})))
NEWS = News(
    decided=("Rounds at nine, agreed with North Ward", "A phone at the counter from noon to two"),
    removed=("Two forms for the same thing",),
    answered=(("we never hear when a drug is late.", "a message as soon as we know."),),
)
WORST = {
    "typical": (TYPICAL, News()),
    "all rising": (with_year(scorecard(rising=frozenset(range(7))), 2), NEWS),
    "nothing released": (with_year(nothing_released(), empty=True), News()),
    "no history": (scorecard(), News()),
    "long name": (with_year(scorecard(LONG[0])), NEWS),
    "three lines": (with_year(scorecard(LONG[2])), News()),
    "hostile": (with_year(scorecard(HOSTILE[2])), News(HOSTILE[:2], HOSTILE[2:3], ((HOSTILE[0], HOSTILE[1]),))),
}


def text_of(pdf: bytes) -> str:
    return " ".join(word.text for _, words in pages(pdf) for word in words)


@pytest.mark.parametrize(
    ("case", "theme", "paper"),
    [(case, ("color", "ink")[index % 2], ("tabloid", "a3", "a3")[index % 3]) for index, case in enumerate(WORST)],
)
def test_it_passes_every_check(case: str, theme: str, paper: str, tmp_path: Path) -> None:
    card, news = WORST[case]
    check_sheet(render.pdf_of(progress_sheet(card, look("en", theme, paper), news)), tmp_path, smallest=14)


@pytest.mark.parametrize("paper", ["tabloid", "a3"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_it_passes_every_check_in_each_language(code: str, paper: str, tmp_path: Path) -> None:
    card = WORST["all rising"][0]
    check_sheet(render.pdf_of(progress_sheet(card, look(code, paper=paper))), tmp_path, smallest=14)


def test_no_line_of_text_crosses_the_middle_and_it_parts_into_two_sheets() -> None:
    words = pages(render.pdf_of(progress_sheet(TYPICAL, look())))[0][1]
    assert [word for word in words if word.top < 611 and baseline(word) > 612] == []
    assert len(pages(render.pdf_of(progress_sheet(TYPICAL, look(paper="a4")), Setup(PAPERS["a4"])))) == 2


@pytest.mark.parametrize("seed", range(3))
def test_every_number_is_the_months_own_and_the_large_one_is_that_of_the_wall(seed: int) -> None:
    card = with_year(scorecard(), seed)
    pdf = render.pdf_of(progress_sheet(card, look()))
    said = [alt for tag, alt in spoken(pdf) if tag == "Figure"]
    large = [word.text for word in pages(pdf)[0][1] if word.size == 60]
    for behavior, alt in zip(BEHAVIORS, said, strict=True):
        now, months = alt.split(". Month by month: ")
        assert now.startswith(f"{behavior.label}: {card.scores[behavior].mean:.1f} of 5, likely between ")
        means = [month.scores[behavior].mean for month in card.history]
        for mean, one in zip(means, months.split("; "), strict=True):
            assert (f" {mean:.1f}, likely between " if mean is not None else " not enough voices") in one
    assert large == [f"{score.mean:.1f}" for score in card.scores.behaviors]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_header_says_which_days_the_large_numbers_are_about(code: str) -> None:
    days = look(code).language.days(TYPICAL.window.first, TYPICAL.window.last)
    words = pages(render.pdf_of(progress_sheet(TYPICAL, look(code))))[0][1]
    assert days.split()[-1] in [word.text for word in words if word.top < 272 and word.size >= 14]


def test_months_are_named_once_below_all_charts() -> None:
    ((_, words),) = pages(render.pdf_of(progress_sheet(TYPICAL, look())))
    assert "Chart: each month since November 2025" in " ".join(word.text for word in words)
    named = sorted((word for word in words if word.text in {"Jan", "Apr", "Jul", "Oct"}), key=lambda word: word.x0)
    assert [word.text for word in named] == ["Jan", "Apr", "Jul", "Oct"]
    assert len({word.bottom for word in named}) == 1
    above = [word for word in words if baseline(word) < top_of_capitals(named[0])]
    charts = [word for word in above if word.text in {"1", "3", "5"} and word.size == 14]
    assert len(charts) == 3 * 7
    assert max(word.x1 for word in charts) < min(word.x0 for word in named)


@pytest.mark.parametrize("paper", ["tabloid", "a3"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_names_are_read_across_a_room_in_every_language(code: str, paper: str) -> None:
    seen = look(code, paper=paper)
    ((_, words),) = pages(render.pdf_of(progress_sheet(TYPICAL, seen)))
    large = " ".join(word.text for word in words if word.size == 34)
    for behavior in BEHAVIORS:
        assert f"{behavior.number} {seen.language.say(behavior.label)}" in large
    scores = [word for word in words if word.size == 60]
    assert len(scores) == 7


def test_only_what_really_rose_is_called_rising_and_nothing_is_called_down() -> None:
    text = text_of(render.pdf_of(progress_sheet(TYPICAL, look())))
    assert text.count("rising") == 2
    assert "down" not in text
    assert "falling" not in text


def test_nothing_released_shows_no_number_that_could_be_a_score() -> None:
    pdf = render.pdf_of(progress_sheet(WORST["nothing released"][0], look()))
    assert text_of(pdf).count("not enough voices yet") == 7
    assert [word for word in pages(pdf)[0][1] if word.size == 60] == []


def test_what_was_done_is_told_and_where_nothing_was_there_is_room_to_write() -> None:
    told = text_of(render.pdf_of(progress_sheet(TYPICAL, look(), NEWS)))
    assert "What we decided Rounds at nine, agreed with North Ward" in told
    assert "What we took out of the way Two forms" in told
    assert "You said: we never hear when a drug is late. We did: a message as soon as we know." in told
    assert "What we decided this month You said, we did" in text_of(render.pdf_of(progress_sheet(TYPICAL, look())))


def test_news_that_do_not_fit_are_refused_in_a_sentence() -> None:
    with pytest.raises(DoesNotFitError, match='The news under "What we decided" are longer'):
        render.pdf_of(progress_sheet(TYPICAL, look(), News(decided=("A long story. " * 60,))))


@pytest.mark.parametrize("sample", [True, False])
def test_sample_data_is_called_sample_data(sample: bool) -> None:
    pdf = render.pdf_of(progress_sheet(with_year(scorecard(sample=sample)), look()))
    assert ("SAMPLE DATA" in text_of(pdf)) is sample
