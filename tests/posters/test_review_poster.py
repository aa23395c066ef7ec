"""What a poster says for a review beyond the wall's: all answers, twelve months, every change."""

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from posters import render
from posters.drawing.paper import A3, TABLOID, Paper
from posters.drawing.theme import theme_of
from posters.output.setup import Setup
from posters.sheets.look import Look
from posters.sheets.team import Extras, team_sheet
from posters.texts.languages import speak
from store.behaviors import BEHAVIORS
from store.language import ENGLISH, LANGUAGES
from store.scorecard import Counts, Score, Scorecard
from tests.posters.checks import spoken
from tests.posters.reading import baseline, read, top_of_capitals
from tests.posters.scorecards import NONE, nothing_released, scorecard, with_history
from tests.posters.wall import wall_poster

LOOK = Look(theme_of(), ENGLISH)
_counts = st.one_of(st.just(NONE), st.tuples(*[st.integers(0, 20_000)] * 5).filter(lambda counts: sum(counts) >= 3))


def review(card: Scorecard, action: str | None = None) -> bytes:
    return render.pdf_of(team_sheet(card, LOOK, "review", Extras(action=action)))


@given(st.tuples(*[_counts] * 7), st.sets(st.integers(0, 6)), st.sets(st.integers(0, 6)))
@settings(max_examples=8, phases=(Phase.explicit, Phase.generate))
def test_every_number_printed_equals_the_scorecard(
    seven: tuple[Counts, ...], rising: set[int], falling: set[int]
) -> None:
    card = with_history(scorecard("North Ward", *seven, rising=frozenset(rising), falling=frozenset(falling)))
    text = read(review(card)).text
    starts = [text.index(f"{behavior.number} {behavior.label}") for behavior in BEHAVIORS]
    for index, (start, end) in enumerate(zip(starts, [*starts[1:], text.index("HOW TO READ")], strict=True)):
        _assert_row_agrees(text[start:end], card.scores.behaviors[index])


def _assert_row_agrees(row: str, score: Score) -> None:
    if score.mean is None or score.likely_range is None or score.favourable is None:
        assert "not enough voices yet" in row
        assert "of 5" not in row
        return
    low, high = score.likely_range
    assert f"{score.mean:.1f} of 5" in row
    assert f"likely {low:.1f}–{high:.1f}" in row
    assert f"4 or 5: {round(score.favourable * 100)}% of {score.n:,} " in row
    assert {"up": "rising: Oct", "down": "falling: Oct", "steady": "steady: Oct"}[score.change or "steady"] in row
    ones, twos, threes, fours, fives = (f"{count:,}" for count in score.counts)
    assert f"5 {fives} 4 {fours} 3 {threes} 2 {twos} 1 {ones}" in row


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("paper", [TABLOID, A3], ids=lambda paper: paper.name)
def test_a_room_can_read_names_and_scores(code: str, paper: Paper) -> None:
    language = speak(code)
    card = with_history(scorecard(rising=frozenset({0}), falling=frozenset({2})))
    words = read(render.pdf_of(team_sheet(card, Look(theme_of(), language, paper), "review"), Setup(paper))).words
    assert min(word.size for word in words) >= 14
    large = " ".join(word.text for word in words if word.size >= 34)
    scores = " ".join(word.text for word in words if word.size >= 60)
    for behavior in BEHAVIORS:
        assert f"{behavior.number} {language.say(behavior.label)}" in large
        assert language.number(card.scores[behavior].mean or 0.0, 1) in scores


@pytest.mark.parametrize("paper", [TABLOID, A3], ids=lambda paper: paper.name)
def test_nothing_crosses_the_middle_where_two_sheets_meet(paper: Paper) -> None:
    sheet = team_sheet(with_history(scorecard()), Look(theme_of(), speak("vi"), paper), "review")
    seam = sheet.sides[0].seam
    assert seam is not None
    assert abs(seam - paper.height / 2) <= 1
    words = read(render.pdf_of(sheet, Setup(paper))).words
    assert all(baseline(word) <= seam or top_of_capitals(word) >= seam for word in words)


def test_the_months_are_said_with_their_gaps() -> None:
    figures = [alt for tag, alt in spoken(review(with_history(scorecard()))) if tag == "Figure"]
    months = [alt for alt in figures if alt.startswith("Month by month")]
    assert len(months) == len(BEHAVIORS)
    assert months[0].startswith("Month by month: Nov ")
    assert "; Dec –; Jan " in months[0]
    assert "; May –; Jun –; Jul " in months[0]


def test_a_change_for_the_worse_is_said_in_plain_words_for_a_review_only() -> None:
    card = with_history(scorecard(falling=frozenset({2})))
    said = " ".join(alt for _, alt in spoken(review(card)))
    assert "Communicate Often: 3.9 of 5, likely between 3.7 and 4.1, 85 answers, falling: Oct" in said
    wall = wall_poster(card)
    assert "fall" not in read(wall).text + " ".join(alt for _, alt in spoken(wall))


def test_how_many_gave_each_is_heard_too() -> None:
    said = [alt for _, alt in spoken(review(scorecard()))]
    assert "How many gave each: 5: 40, 4: 33, 3: 10, 2: 2, 1: 0" in said


def test_without_a_history_no_months_are_claimed() -> None:
    assert "12 months" not in read(review(scorecard())).text


def test_nothing_released_shows_no_number_that_could_be_a_score() -> None:
    text = read(review(nothing_released())).text
    assert text.count("not enough voices yet") == 7
    assert "of 5" not in text
    assert "%" not in text


def test_the_action_takes_the_place_of_the_questions() -> None:
    assert "What stands in the way?" in read(review(scorecard())).text
    text = read(review(scorecard(), "We answer the phone within three rings.")).text
    assert "OUR NEXT STEP" in text
    assert "We answer the phone within three rings." in text
    assert "What stands in the way?" not in text


@pytest.mark.parametrize("paper", [TABLOID, A3], ids=lambda paper: paper.name)
def test_a_step_of_a_hundred_and_fifty_letters_has_room(paper: Paper) -> None:
    step = "We answer the phone within three rings, call back the same day whoever asked us for what we could not do "
    step += "at once, and say when it will be done, each time."
    assert len(step) >= 150
    sheet = team_sheet(with_history(scorecard()), Look(theme_of(), ENGLISH, paper), "review", Extras(action=step))
    assert step in read(render.pdf_of(sheet, Setup(paper))).text


def test_a_comma_parts_decimals_where_the_language_says_so() -> None:
    pdf = render.pdf_of(team_sheet(scorecard(), replace(LOOK, language=speak("de")), "review"))
    text = read(pdf).text
    assert "4,3" in text
    assert "4.3" not in text


def test_sample_data_is_called_so() -> None:
    assert "SAMPLE DATA" in read(review(scorecard(sample=True))).text


def test_the_same_scorecard_gives_the_same_bytes() -> None:
    assert review(with_history(scorecard())) == review(with_history(scorecard()))


def test_nothing_hangs_over_the_right_margin() -> None:
    words = read(review(with_history(scorecard()))).words
    assert max(word.x1 for word in words) <= 11 * 72 - 48 + 0.5
