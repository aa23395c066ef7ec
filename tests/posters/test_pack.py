"""The trainer's booklet: complete, in order, and cut where it should be cut."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdf
import pytest

from posters.drawing.paper import A4, LETTER, TABLOID, Box, Paper
from posters.drawing.theme import Theme, ink_theme, theme_of
from posters.render import pdf_of
from posters.sheets.look import Look
from posters.sheets.pack.booklet import pack_sheet
from posters.sheets.pack.wallet_grid import CARD_HEIGHT, CARD_WIDTH, WalletGrid
from posters.texts.languages import speak
from posters.texts.training.introduction import INTRODUCTION
from posters.texts.training.lessons import lesson_of
from posters.texts.training.session import SESSION
from store.behaviors import BEHAVIORS
from store.errors import UsageError
from store.language import ENGLISH, Language
from store.scorecard import Scorecard
from tests.posters.checks import check_sheet, spoken
from tests.posters.long_words import stretched
from tests.posters.reading import pages
from tests.posters.scorecards import scorecard

ON = date(2026, 11, 22)
THEMES: dict[str, Callable[[], Theme]] = {"color": theme_of, "ink": ink_theme}
HOSTILE = "[/foo] <b>North</b> &amp; \x1b[31m \u202eשלום 🎉 Ärzte und mehr"


def pack(
    language: Language = ENGLISH, paper: Paper = LETTER, theme: str = "color", card: Scorecard | None = None
) -> bytes:
    return pdf_of(pack_sheet(Look(THEMES[theme](), language, paper), ON, minimum=7, card=card))


@pytest.fixture(scope="module")
def english() -> bytes:
    return pack()


@pytest.fixture(scope="module")
def long() -> bytes:
    return pack(stretched(), A4, card=scorecard(sample=True))


@lru_cache(maxsize=2)
def texts(pdf: bytes) -> tuple[str, ...]:
    """What stands on each page."""
    return tuple(" ".join(word.text for word in words) for _, words in pages(pdf))


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page of each bookmark."""
    reader = pypdf.PdfReader(BytesIO(pdf))

    def within(outline: object, level: int) -> list[tuple[int, str, int]]:
        assert isinstance(outline, list)
        found: list[tuple[int, str, int]] = []
        for entry in outline:
            if isinstance(entry, list):
                found += within(entry, level + 1)
            else:
                number = reader.get_destination_page_number(entry)
                assert number is not None
                found.append((level, str(entry.title), number + 1))
        return found

    return within(reader.outline, 0)


@pytest.mark.parametrize(
    ("code", "theme", "paper"), [("en", "ink", LETTER), ("de", "color", A4), ("vi", "ink", LETTER)]
)
def test_the_booklet_passes_in_three_languages(code: str, theme: str, paper: Paper, tmp_path: Path) -> None:
    check_sheet(pack(speak(code), paper, theme, scorecard(sample=True)), tmp_path, smallest=9)


def test_texts_may_run_a_third_longer_than_in_english(tmp_path: Path) -> None:
    check_sheet(pack(stretched(), LETTER, card=scorecard(sample=True)), tmp_path, smallest=9)


def test_all_that_is_taught_is_in_it(english: bytes) -> None:
    words = {word for text in texts(english) for word in text.split()}
    for behavior in BEHAVIORS:
        lesson = lesson_of(behavior)
        play = lesson.role_play
        parts = [text for part in play.parts for text in (part.role, part.brief)]
        task = (lesson.task.situation, lesson.task.question, lesson.task.answer)
        for text in (play.title, play.setting, *parts, *play.watch_for, *task, lesson.pledge, lesson.meaning):
            assert set(text.split()) <= words, text


def test_the_plan_and_the_introduction_are_whole(english: bytes) -> None:
    text = " ".join(texts(english))
    for step in SESSION.steps:
        assert f"{step.start} to {step.end} {step.title}" in text
    for sentence in (*INTRODUCTION.how_to_use, *SESSION.bring, *(after.text for after in SESSION.after)):
        assert sentence in text
    assert "groups of at least 7 answers" in text


@pytest.mark.parametrize("which", ["english", "long"])
def test_the_page_numbers_in_the_contents_are_true(which: str, request: pytest.FixtureRequest) -> None:
    pdf: bytes = request.getfixturevalue(which)
    listed = {
        (title, page)
        for level, title, page in bookmarks(pdf)
        if level == 0 and title not in {"Contents", "Handouts", "Role plays"}
    }
    assert len(listed) == 5
    contents = texts(pdf)[1]
    for title, page in listed:
        assert f"{title} {page} " in f"{contents} ", title
    for behavior in BEHAVIORS:
        title = f"{behavior.number} {behavior.label}"
        handout, play = [page for _, marked, page in bookmarks(pdf) if marked == title]
        assert f"{title} {handout} {play}" in contents


@pytest.mark.parametrize("which", ["english", "long"])
def test_the_contents_lead_to_the_pages_that_they_name(which: str, request: pytest.FixtureRequest) -> None:
    pdf: bytes = request.getfixturevalue(which)
    reader = pypdf.PdfReader(BytesIO(pdf))
    found = links(reader)
    assert {page for page, _, _ in found} == {2}
    (_, words) = pages(pdf)[1]
    for _, target, annotation in found:
        left, bottom, right, top = (float(edge) for edge in annotation["/Rect"])  # type: ignore[attr-defined]
        height = float(reader.pages[1].mediabox.height)
        clicked = [word for word in words if left <= word.x0 and word.x1 <= right and height - top < word.bottom - 2]
        assert str(target) in [word.text for word in clicked if word.bottom < height - bottom]
        assert str(annotation["/Contents"]).endswith(str(target))
    begun = {page for _, title, page in bookmarks(pdf) if title != "Contents"}
    assert sorted(target for _, target, _ in found) == sorted(begun)


def test_who_hears_the_contents_finds_its_links(english: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(english))
    root = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    numbers = root["/ParentTree"]["/Nums"]
    owners = {numbers[index]: numbers[index + 1].get_object() for index in range(0, len(numbers), 2)}
    found = links(reader)
    assert [tag for tag, _ in spoken(english)].count("Link") == len(found) == 5 + 2 * len(BEHAVIORS)
    assert root["/ParentTreeNextKey"] == len(owners)
    for _, _, annotation in found:
        owner = owners[annotation["/StructParent"]]
        kids = [kid.get_object() for kid in owner["/K"]]
        assert owner["/S"] == "/Link"
        assert [kid["/Obj"].get_object() for kid in kids if not isinstance(kid, int)] == [annotation]


def links(reader: pypdf.PdfReader) -> list[tuple[int, int, pypdf.generic.DictionaryObject]]:
    """All links: the page on which each stands, the page to which it leads, and its annotation."""
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages, start=1)}
    return [
        (number, numbers[annotation.get_object()["/Dest"][0].get_object().indirect_reference], annotation.get_object())
        for number, page in enumerate(reader.pages, start=1)
        for annotation in page.get("/Annots", ())
    ]


def test_every_page_but_the_cover_bears_its_number(long: bytes) -> None:
    for number, ((width, height), words) in enumerate(pages(long), start=1):
        corner = [word.text for word in words if word.top > height - 50 and word.x1 > width - 50]
        assert corner == ([str(number)] if number > 1 else [])


def test_each_bookmark_leads_to_the_page_that_says_so(english: bytes) -> None:
    marks = bookmarks(english)
    assert [title for level, title, _ in marks if level == 0] == [
        "Contents",
        INTRODUCTION.title,
        SESSION.title,
        "Handouts",
        "Role plays",
        "Exercises: what would you do?",
        "Possible answers",
        "Wallet cards",
    ]
    assert [level for level, _, _ in marks].count(1) == 2 * len(BEHAVIORS)
    for _, title, page in marks:
        if title not in {"Handouts", "Role plays"}:
            assert title in texts(english)[page - 1]
    assert all(before <= after for (_, _, before), (_, _, after) in pairwise(marks))


def test_there_is_one_first_heading_and_no_level_is_skipped(english: bytes) -> None:
    levels = [int(tag[1]) for tag, _ in spoken(english) if tag in {"H1", "H2", "H3"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_answers_do_not_stand_on_the_page_of_their_exercise(english: bytes) -> None:
    for behavior in BEHAVIORS:
        task = lesson_of(behavior).task
        asked = next(n for n, text in enumerate(texts(english)) if task.question in text)
        answered = next(n for n, text in enumerate(texts(english)) if task.answer in text)
        assert asked < answered


@pytest.mark.parametrize("paper", [LETTER, A4], ids=["letter", "a4"])
def test_cut_marks_stay_outside_the_cards_and_inside_the_paper(paper: Paper) -> None:
    grid = WalletGrid(paper)
    cards = [grid.front(index) for index in range(8)]
    assert paper.safe_area.holds(grid.block)
    for x0, y0, x1, y1 in grid.marks():
        assert min(x0, y0) >= 12
        assert x1 <= paper.width - 12
        assert y1 <= paper.height - 12
        for card in cards:
            inside = card.left <= x1 and x0 <= card.right and card.top <= y1 and y0 <= card.bottom
            assert not inside, (card, x0, y0)


@pytest.mark.parametrize("paper", [LETTER, A4], ids=["letter", "a4"])
def test_every_edge_of_a_card_has_marks_at_both_ends(paper: Paper) -> None:
    grid = WalletGrid(paper)
    block, marks = grid.block, grid.marks()
    for index in range(8):
        card = grid.front(index)
        for x in (card.left, card.right):
            ends = {y0 < block.top for x0, y0, x1, _ in marks if x0 == pytest.approx(x) == x1}
            assert ends == {True, False}
        for y in (card.top, card.bottom):
            ends = {x0 < block.left for x0, y0, _, y1 in marks if y0 == pytest.approx(y) == y1}
            assert ends == {True, False}


@pytest.mark.parametrize("paper", [LETTER, A4], ids=["letter", "a4"])
def test_eight_cards_of_a_bank_card_s_size_lie_edge_to_edge(paper: Paper) -> None:
    grid = WalletGrid(paper)
    cards = [grid.front(index) for index in range(8)]
    assert {(round(card.width, 3), round(card.height, 3)) for card in cards} == {
        (round(CARD_WIDTH, 3), round(CARD_HEIGHT, 3))
    }
    assert sum(card.width * card.height for card in cards) == pytest.approx(grid.block.width * grid.block.height)


@pytest.mark.parametrize("paper", [LETTER, A4], ids=["letter", "a4"])
def test_turned_on_the_long_edge_each_back_meets_its_front(paper: Paper) -> None:
    grid = WalletGrid(paper)
    for index in range(8):
        front, back = grid.front(index), grid.back(index)
        assert paper.width - back.right == pytest.approx(front.left)
        assert back.top == front.top


@pytest.mark.parametrize("which", ["english", "long"])
def test_each_promise_is_printed_behind_its_behavior(which: str, request: pytest.FixtureRequest) -> None:
    pdf: bytes = request.getfixturevalue(which)
    with pdfplumber.open(BytesIO(pdf)) as document:
        front, back = document.pages[-2:]
        paper = LETTER if which == "english" else A4
        grid = WalletGrid(paper)
        assert front.page_number % 2 == 1, "the front of a paper"
        for index, behavior in enumerate(BEHAVIORS):
            assert set(behavior.label.split()) <= set(text_in(front, grid.front(index)))
            assert set(lesson_of(behavior).pledge.split()) <= set(text_in(back, grid.back(index)))
        assert [str(behavior.number) in text_in(front, grid.front(7)) for behavior in BEHAVIORS] == [True] * 7


def text_in(page: pdfplumber.page.Page, box: Box) -> list[str]:
    """The words within a box."""
    part = page.within_bbox((box.left, box.top, box.right, box.bottom))
    return [word["text"] for word in part.extract_words()]


def test_a_team_s_scores_are_on_its_handouts(long: bytes) -> None:
    card = scorecard(sample=True)
    for behavior in BEHAVIORS:
        mean = card.scores[behavior].mean
        assert mean is not None
        page = next(page for _, title, page in bookmarks(long) if title == f"{behavior.number} {behavior.label}")
        assert f"{mean:.1f}".replace(".", ",") in texts(long)[page - 1]
        assert "SAMPLE DATA" in texts(long)[page - 1]
    assert "North Ward" in texts(long)[0]
    assert "(sample data)" in texts(long)[0]


def test_without_a_team_there_is_no_score(english: bytes) -> None:
    assert "of 5" not in " ".join(texts(english))


@pytest.mark.parametrize("name", [HOSTILE, "W" * 60])
def test_a_hostile_name_stays_text_and_inside(name: str, tmp_path: Path) -> None:
    card = scorecard(name, organisation=HOSTILE)
    sheet = pack_sheet(Look(theme_of(), ENGLISH, LETTER), ON, 5, card)
    check_sheet(pdf_of(sheet), tmp_path, smallest=9)
    assert sheet.notes


def test_larger_paper_is_refused() -> None:
    with pytest.raises(UsageError, match="use --paper letter or a4"):
        pack(paper=TABLOID)


def test_the_same_booklet_is_the_same_file(english: bytes) -> None:
    assert pack() == english
