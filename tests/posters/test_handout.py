"""The trainer's handout: all of a lesson on one page, in every language, for every reader."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest

from posters.drawing.paper import A3, A4, LETTER, Paper
from posters.drawing.theme import Theme, ink_theme, theme_of
from posters.render import pdf_of
from posters.sheets.handout.sheet import handout_sheet
from posters.sheets.look import Look
from posters.texts.languages import speak
from posters.texts.training.lessons import lesson_of
from store.behaviors import BEHAVIORS, Behavior
from store.errors import UsageError
from store.language import ENGLISH, LANGUAGES, Language
from store.scorecard import Scorecard
from tests.posters.checks import check_sheet, spoken
from tests.posters.long_words import stretched
from tests.posters.reading import pages
from tests.posters.scorecards import nothing_released, scorecard

ON = date(2026, 11, 22)
THEMES: dict[str, Callable[[], Theme]] = {"color": theme_of, "ink": ink_theme}
PAPERS = {paper.name: paper for paper in (LETTER, A4)}
HOSTILE = "[/foo] <b>North</b> &amp; \x1b[31m \u202eשלום 🎉 Ärzte" + "x" * 40


def look(language: Language = ENGLISH, paper: Paper = LETTER, theme: str = "color") -> Look:
    return Look(THEMES[theme](), language, paper)


def handout(behavior: Behavior = Behavior.BE_POLITE, looks: Look | None = None, card: Scorecard | None = None) -> bytes:
    return pdf_of(handout_sheet(behavior, looks or look(), ON, card))


def text_of(pdf: bytes) -> str:
    return " ".join(word.text for _, words in pages(pdf) for word in words)


def seen(pdf: bytes) -> set[str]:
    return {word.text for _, words in pages(pdf) for word in words}


def taught(behavior: Behavior) -> tuple[str, ...]:
    """Every text of a lesson that belongs on its handout."""
    lesson = lesson_of(behavior)
    exercise = lesson.exercise
    return (
        behavior.label,
        behavior.act,
        lesson.meaning,
        *lesson.looks,
        *lesson.looks_not,
        exercise.title,
        *exercise.steps,
        *lesson.questions,
        *lesson.self_check,
        lesson.pledge,
    )


@pytest.mark.parametrize("behavior", BEHAVIORS)
def test_every_text_of_the_lesson_is_on_its_handout(behavior: Behavior) -> None:
    words = seen(handout(behavior))
    for text in taught(behavior):
        assert set(text.split()) <= words, text


def test_a_line_is_read_to_its_end_before_the_other_column() -> None:
    text = text_of(handout(Behavior.BE_POLITE))
    parts = [text.index(part) for part in taught(Behavior.BE_POLITE)[:9]]
    assert parts == sorted(parts)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_handout_passes_in_every_language_on_every_paper(code: str, theme: str, paper: str, tmp_path: Path) -> None:
    behavior = BEHAVIORS[sum(map(ord, code + theme + paper)) % len(BEHAVIORS)]
    pdf = handout(behavior, look(speak(code), PAPERS[paper], theme), scorecard(sample=True))
    check_sheet(pdf, tmp_path, smallest=9)
    assert len(pages(pdf)) == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_handout_is_one_page_of_eleven_points(code: str) -> None:
    for behavior in BEHAVIORS:
        sheet = handout_sheet(behavior, look(speak(code)), ON, scorecard())
        assert len(sheet.sides) == 1
        assert smallest_sentence(pdf_of(sheet)) >= 11


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("behavior", BEHAVIORS)
def test_texts_may_run_a_third_longer_than_in_english(behavior: Behavior, paper: str, tmp_path: Path) -> None:
    pdf = handout(behavior, look(stretched(), PAPERS[paper]), scorecard(sample=True))
    check_sheet(pdf, tmp_path, smallest=9)
    assert len(pages(pdf)) == 1
    assert smallest_sentence(pdf) >= 11


def smallest_sentence(pdf: bytes) -> float:
    """The smallest type between head and foot."""
    ((_, height), words), *_ = pages(pdf)
    return min(word.size for word in words if 130 < word.top < height - 50)


@pytest.mark.parametrize("behavior", BEHAVIORS)
def test_there_is_room_to_write_an_answer_to_each_question(behavior: Behavior) -> None:
    with pdfplumber.open(BytesIO(handout(behavior, look(stretched())))) as document:
        (page,) = document.pages
        rules = [line for line in page.lines if line["width"] > 200 and line["top"] > 500]
        columns = {round(line["x0"]) for line in rules}
        tops = sorted({round(line["top"], 1) for line in rules})
    assert len(columns) == 2
    assert len(tops) >= 2
    assert all(after - before >= 22 for before, after in pairwise(tops))


def test_large_print_is_never_below_eighteen_points(tmp_path: Path) -> None:
    for language in (ENGLISH, stretched()):
        pdf = pdf_of(handout_sheet(Behavior.HONOR_COMMITMENTS, look(language), ON, scorecard(sample=True), large=True))
        check_sheet(pdf, tmp_path, smallest=18)
        assert len(pages(pdf)) >= 2


@pytest.mark.parametrize("behavior", BEHAVIORS)
def test_large_print_says_the_same(behavior: Behavior) -> None:
    words = seen(pdf_of(handout_sheet(behavior, look(), ON, large=True)))
    for text in taught(behavior):
        assert set(text.split()) <= words, text


def test_headings_lists_and_boxes_are_heard_in_their_order() -> None:
    tags = [tag for tag, _ in spoken(handout())]
    assert tags.count("H1") == 1
    assert [tag for tag in tags if tag.startswith("H")] == ["H1", *["H2"] * 5]
    assert tags.count("L") == 4
    assert tags.count("LI") == 3 + 3 + 4 + 3


@pytest.mark.parametrize("behavior", BEHAVIORS)
def test_a_team_s_score_is_the_one_of_its_scorecard(behavior: Behavior) -> None:
    card = scorecard("Pharmacy")
    score = card.scores[behavior]
    assert score.mean is not None
    assert score.likely_range is not None
    low, high = (f"{end:.1f}" for end in score.likely_range)
    pdf = handout(behavior, card=card)
    text = text_of(pdf)
    assert "Pharmacy" in text
    assert f"{score.mean:.1f} of 5" in text
    assert f"{score.n} answers" in text
    assert f"Likely range: {low} to {high}." in text
    said = f"{behavior.label}: {score.mean:.1f} of 5, likely between {low} and {high}, {score.n} answers"
    assert ("Figure", said) in spoken(pdf)


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert "4,5" in text_of(handout(looks=look(stretched()), card=scorecard()))


def test_nothing_released_shows_no_number_that_could_be_a_score() -> None:
    pdf = handout(card=nothing_released("Pharmacy"))
    assert "Pharmacy There are not enough voices for a score yet." in text_of(pdf)
    assert "of 5" not in text_of(pdf)
    assert "Figure" not in [tag for tag, _ in spoken(pdf)]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("sample", [False, True])
def test_sample_data_is_called_sample_data(sample: bool, large: bool) -> None:
    pdf = pdf_of(handout_sheet(Behavior.BE_HELPFUL, look(), ON, scorecard(sample=sample), large=large))
    assert ("SAMPLE DATA" in text_of(pdf)) is sample


def test_without_a_team_there_is_neither_a_score_nor_a_name() -> None:
    text = text_of(handout())
    assert "of 5" not in text
    assert "answers" not in text
    assert "Sample" not in text


@pytest.mark.parametrize(
    "name", [HOSTILE[:60], "W" * 60, "ST. WOLFGANG MÜNCHEN NOTAUFNAHME UND INTENSIVSTATION WEST II", "🎉🎉", "\x00"]
)
@pytest.mark.parametrize("large", [False, True])
def test_a_hostile_name_stays_text_and_inside(name: str, large: bool, tmp_path: Path) -> None:
    card = scorecard(name, organisation=HOSTILE[:60])
    sheet = handout_sheet(Behavior.NEGOTIATE_EXPECTATIONS, look(), ON, card, large=large)
    check_sheet(pdf_of(sheet), tmp_path, smallest=9)
    assert sheet.notes


def test_larger_paper_is_refused_in_one_sentence() -> None:
    with pytest.raises(UsageError, match="not for a3 paper; use --paper letter or a4"):
        handout(looks=look(paper=A3))


def test_the_same_handout_is_the_same_file() -> None:
    assert handout(card=scorecard()) == handout(card=scorecard())


def test_a_handout_is_a_small_file() -> None:
    assert len(handout(card=scorecard(sample=True))) <= 60_000
