"""What the team poster says: every number is the scorecard's, and nothing else is claimed."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from posters import render
from posters.drawing.theme import theme_of
from posters.sheets.look import Look
from posters.sheets.team import Extras, Praise, team_sheet
from posters.sheets.team.voices import sharper
from posters.texts.languages import speak
from store.behaviors import BEHAVIORS
from store.errors import DoesNotFitError
from store.intervals import likely_range
from store.language import ENGLISH, LANGUAGES
from store.scorecard import Counts, Scorecard, Window
from tests.posters.checks import spoken
from tests.posters.reading import read
from tests.posters.scorecards import NONE, TYPICAL, nothing_released, scorecard, scores
from tests.posters.wall import wall_poster

_counts = st.one_of(st.just(NONE), st.tuples(*[st.integers(0, 400)] * 5).filter(lambda counts: sum(counts) >= 3))


UNSHRUNK = (Phase.explicit, Phase.generate)
"""A page takes a tenth of a second to read: searching for a smaller failure would take minutes."""


@given(st.tuples(*[_counts] * 7), st.sets(st.integers(0, 6)))
@settings(max_examples=15, phases=UNSHRUNK)
def test_every_number_printed_equals_the_scorecard(seven: tuple[Counts, ...], rising: set[int]) -> None:
    card = scorecard("North Ward", *seven, rising=frozenset(rising))
    text = read(wall_poster(card)).text
    for behavior, following in zip(BEHAVIORS, (*BEHAVIORS[1:], None), strict=True):
        start = text.index(f"{behavior.number} {behavior.label}")
        end = text.index(f"{following.number} {following.label}") if following else len(text)
        assert_row_agrees(text[start:end], card, BEHAVIORS.index(behavior))


def assert_row_agrees(row: str, card: Scorecard, index: int) -> None:
    score = card.scores.behaviors[index]
    if score.mean is None or score.likely_range is None:
        assert "not enough voices yet" in row
        assert "of 5" not in row
        assert "answers ·" not in row
        return
    low, high = score.likely_range
    assert f"{score.mean:.1f} of 5" in row
    assert f"{score.n:,} answers · likely {low:.1f}–{high:.1f}" in row
    assert ("rising" in row) is (score.change == "up")
    assert "down" not in row
    assert "falling" not in row


def test_the_header_says_who_how_many_and_when() -> None:
    text = read(wall_poster(scorecard())).text
    assert "North Ward" in text
    assert "42 of 85 check-ins said: they went the extra mile." in text
    assert "Aug 24 – Nov 21, 2026" in text
    assert "As of Nov 22, 2026 · please replace after Dec 22, 2026" in text
    assert "Riverside Hospital · Clinical Care" in text


def test_the_foot_explains_the_marks_the_groups_and_the_age() -> None:
    card = scorecard(minimum=8)
    text = read(wall_poster(card)).text
    assert "average, 1 never to 5 always likely range" in text
    assert "groups of at least 8 answers" in text
    assert "Go to the terminal: seven quick answers" in text


def test_a_window_across_new_year_names_both_years() -> None:
    window = Window(on=date(2027, 2, 1), first=date(2026, 11, 3), last=date(2027, 1, 31))
    assert "Nov 3, 2026 – Jan 31, 2027" in read(wall_poster(scorecard(window=window))).text


def test_strength_and_work_are_told_when_their_ranges_do_not_touch() -> None:
    text = read(wall_poster(scorecard())).text
    assert "OUR STRENGTH" in text
    assert text.index("Be Polite") < text.index("1 Stay Positive")
    assert text.index("Negotiate Expectations") < text.index("1 Stay Positive")


@pytest.mark.parametrize(
    ("seven", "sentence"),
    [
        ([(0, 0, 0, 0, 61)] * 7, "A strength in all seven ways."),
        ([(0, 1, 3, 1, 0), *[(0, 1, 2, 2, 0)] * 6], "No single strength stands out yet."),
        ([NONE] * 7, "Our first scores are on their way."),
    ],
    ids=["all fives", "one batch", "nothing released"],
)
def test_without_a_story_the_header_says_so_and_marks_no_row(seven: list[Counts], sentence: str) -> None:
    text = read(wall_poster(scorecard("North Ward", *seven))).text
    assert sentence in text
    assert "OUR STRENGTH" not in text
    assert "WORKING ON" not in text


FEW: tuple[Counts, ...] = ((0, 0, 0, 2, 12), (12, 2, 0, 0, 0), *[(0, 2, 5, 5, 2)] * 5)
ENOUGH: tuple[Counts, ...] = ((0, 0, 0, 2, 13), (13, 2, 0, 0, 0), *[(0, 2, 5, 5, 2)] * 5)


@pytest.mark.parametrize(("seven", "minimum", "told"), [(FEW, 5, False), (ENOUGH, 5, True), (ENOUGH, 6, False)])
def test_a_story_needs_three_times_the_answers_that_a_score_needs(
    seven: tuple[Counts, ...], minimum: int, told: bool
) -> None:
    text = read(wall_poster(scorecard("North Ward", *seven, minimum=minimum))).text
    assert ("OUR STRENGTH" in text) is told
    assert ("WORKING ON" in text) is told
    assert ("No single strength stands out yet." in text) is not told


@pytest.mark.parametrize("few", [0, 1])
def test_one_end_with_a_handful_of_answers_tells_no_story(few: int) -> None:
    seven = (*ENOUGH[:few], FEW[few], *ENOUGH[few + 1 :])
    text = read(wall_poster(scorecard("North Ward", *seven))).text
    assert "OUR STRENGTH" not in text
    assert "WORKING ON" not in text


def test_all_seven_are_called_good_only_by_more_than_a_handful() -> None:
    handful = [(0, 0, 0, 0, 14)] * 7
    assert "A strength in all seven ways." not in read(wall_poster(scorecard("Kitchen", *handful))).text


def test_a_low_score_is_never_called_a_strength() -> None:
    seven = [(40, 20, 5, 1, 0)] * 5
    text = read(wall_poster(scorecard("North Ward", *seven, (50, 5, 0, 0, 0), (10, 30, 20, 10, 2)))).text
    assert "OUR STRENGTH" not in text
    assert "WORKING ON" in text


def test_two_equal_lows_are_not_told_apart() -> None:
    seven = (*TYPICAL[:3], TYPICAL[3], TYPICAL[3], *TYPICAL[5:])
    text = read(wall_poster(scorecard("North Ward", *seven))).text
    assert "OUR STRENGTH" in text
    assert "WORKING ON" not in text


def test_nothing_released_invites_and_shows_no_number_that_could_be_a_score() -> None:
    text = read(wall_poster(nothing_released())).text
    assert text.count("not enough voices yet") == 7
    assert "Be one of the first voices." in text
    assert "Scores appear once 5 of you have answered." in text
    assert "check-ins" not in text
    assert "of 5" not in text


@pytest.mark.parametrize("sample", [True, False])
def test_sample_data_is_called_sample_data(sample: bool) -> None:
    assert ("SAMPLE DATA" in read(wall_poster(scorecard(sample=sample))).text) is sample


def test_the_same_scorecard_gives_the_same_bytes() -> None:
    assert wall_poster(scorecard()) == wall_poster(scorecard())


def test_the_file_says_what_it_is_whose_it_is_and_as_of_when() -> None:
    about = PdfReader(BytesIO(wall_poster(scorecard()))).metadata
    assert about is not None
    assert about.title == "North Ward, as of Nov 22, 2026"
    assert about.author == "Riverside Hospital"
    assert about.subject == "Seven ways we serve each other, Aug 24 – Nov 21, 2026"
    assert about.creator == "Seven Ways"
    assert about.creation_date is not None
    assert about.creation_date.date() == scorecard().window.on


def test_another_team_printed_in_between_changes_nothing() -> None:
    before = wall_poster(scorecard())
    wall_poster(scorecard("Änderungsschneiderei Œuvre Ħal"))
    assert wall_poster(scorecard()) == before


def test_the_sheet_is_tabloid_and_small() -> None:
    pdf = wall_poster(scorecard(rising=frozenset(range(7)), sample=True))
    (page,) = PdfReader(BytesIO(pdf)).pages
    assert [float(side) for side in page.mediabox] == [0, 0, 792, 1224]
    assert len(pdf) <= 60_000


def test_all_fonts_are_embedded_subsets_of_lato() -> None:
    (page,) = PdfReader(BytesIO(wall_poster(scorecard()))).pages
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert fonts
    for font in fonts:
        assert "+Lato-" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]


def wall(card: Scorecard, **extras: Any) -> bytes:
    return render.pdf_of(team_sheet(card, Look(theme_of(), ENGLISH), extras=Extras(**extras)))


def test_figures_say_what_they_show() -> None:
    figures = [alt for tag, alt in spoken(wall(scorecard(rising=frozenset({0})))) if tag == "Figure"]
    assert figures[0] == f"Stay Positive: {_as_printed(scorecard(), 0)}, 85 answers, rising"
    assert figures[5] == f"Be Polite: {_as_printed(scorecard(), 5)}, 85 answers, steady"


def _as_printed(card: Scorecard, index: int) -> str:
    score = card.scores.behaviors[index]
    assert score.mean is not None
    assert score.likely_range is not None
    return f"{score.mean:.1f} of 5, likely between {score.likely_range[0]:.1f} and {score.likely_range[1]:.1f}"


def test_what_is_heard_begins_with_the_team_and_skips_no_heading() -> None:
    tags = [tag for tag, _ in spoken(wall(scorecard()))]
    assert tags.count("H1") == 1
    assert tags.count("H2") == 9
    assert tags.index("H1") < tags.index("H2")


@pytest.mark.parametrize(
    ("extra_mile", "sentence"),
    [
        ((43, 42), "42 of 85 check-ins said: they went the extra mile."),
        ((0, 1), "1 of 1 check-in said: they went the extra mile."),
        ((85, 0), "85 check-ins from the teams we serve."),
    ],
)
def test_extra_miles_are_counted_and_their_lack_is_not(extra_mile: tuple[int, int], sentence: str) -> None:
    card = scorecard()
    card = replace(card, scores=replace(card.scores, extra_mile=extra_mile))
    assert sentence in read(wall(card)).text


def test_praise_and_action_are_printed_as_they_were_written() -> None:
    praise = Praise("Ana <b>walked</b> the results over [/foo] herself.", date(2026, 10, 3))
    text = read(wall(scorecard(), praise=praise)).text
    assert "THANK YOU, OCTOBER 2026 Ana <b>walked</b> the results over [/foo] herself." in text
    text = read(wall(scorecard(), praise=praise, action="We agree on Mondays.")).text
    assert "OUR NEXT STEP We agree on Mondays." in text
    assert "Ana <b>walked</b>" in text


def test_praise_of_280_letters_fits_and_a_book_is_named() -> None:
    words = "thank you so much " * 20
    assert "thank you" in read(wall(scorecard(), praise=Praise(words[:280], date(2026, 10, 3)))).text
    with pytest.raises(DoesNotFitError, match=r"the praise .* does not fit on the poster"):
        wall(scorecard(), praise=Praise(words * 20, date(2026, 10, 3)))


@pytest.mark.parametrize("score", TYPICAL)
def test_what_more_voices_would_do_follows_from_the_interval(score: Counts) -> None:
    more = sharper(scores(*[score] * 7))
    assert more is not None
    assert more.answers == sum(score)
    low, high = likely_range(score)
    sharper_low, sharper_high = likely_range([2 * count for count in score])
    shorter = 100 * (1 - (sharper_high - sharper_low) / (high - low))
    assert more.percent <= shorter < more.percent + 5
    assert f"{more.answers} more answers would make the bars about {more.percent}% shorter." in (
        read(wall(scorecard("North Ward", *[score] * 7))).text
    )


def test_no_more_voices_are_asked_for_where_nothing_would_change() -> None:
    assert sharper(scores(*[(1_000, 1_000, 1_000, 9_000, 9_000)] * 7)) is None
    assert sharper(scores(*[NONE] * 7)) is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_speaks_every_language(code: str) -> None:
    language = speak(code)
    pdf = render.pdf_of(team_sheet(scorecard(), Look(theme_of(), language)))
    text = read(pdf).text
    for behavior in BEHAVIORS:
        assert f"{behavior.number} {language.say(behavior.label)} {language.say(behavior.act)}" in text
    assert language.number(4.5, 1) in text
    assert PdfReader(BytesIO(pdf)).trailer["/Root"]["/Lang"] == code  # type: ignore[index]
