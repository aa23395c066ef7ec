"""Running text: blocks know their height, keep together, and stay in their columns."""

from datetime import date
from io import BytesIO

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posters.drawing.breaking import balanced
from posters.drawing.document import Document
from posters.drawing.flow.block import Block, Gap, NewPage
from posters.drawing.flow.boxes import Beside, Panel, Stack, WritingLines
from posters.drawing.flow.column import Column
from posters.drawing.flow.lines import Run, broken
from posters.drawing.flow.lists import Items, boxes, numbers
from posters.drawing.flow.style import Style
from posters.drawing.flow.text import Heading, Paragraph
from posters.drawing.leaf import whole
from posters.drawing.page import Page
from posters.drawing.paper import LETTER, Box
from posters.drawing.sheet import About
from posters.drawing.theme import ink_theme, theme_of
from posters.drawing.type import Face, width
from store.errors import DoesNotFitError
from tests.posters.reading import pages

STYLE = Style(theme_of())
BOX = Box(50, 50, 300, 600)
SENTENCE = "Courtesy shows people that they matter, whatever their job, and it costs very little."


def unfurnished(page: Page, number: int, count: int) -> None:
    del page, number, count


def printed(*blocks: Block) -> bytes:
    """Blocks on as many letter pages as they take."""
    document = Document(About("A test", "Nobody", "A test", date(2026, 11, 22)))
    for side in Column(LETTER, BOX, BOX, unfurnished).sides(blocks):
        document.add(whole(side.paper), side.draw)
    return document.finish()


def texts(pdf: bytes) -> list[str]:
    return [" ".join(word.text for word in words) for _, words in pages(pdf)]


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6), st.floats(40, 400))
@settings(max_examples=60)
def test_no_line_is_wider_than_its_room(texts_given: list[str], room: float) -> None:
    runs = [Run(text, face) for text, face in zip(texts_given, [*Face] * 2, strict=False)]
    for line in broken(runs, 11, room):
        last = line[-1]
        assert last.left + width(last.text.rstrip(), last.face, 11) <= room + 0.01


FRENCH = "Qu'a-t-on dit : « rien de neuf » ? Et cela vaut\xa0100\u202f000 fois mieux\u202f! C'est sûr ; oui."


@given(st.floats(80, 400), st.sampled_from([Face.MEDIUM, Face.BLACK]))
@settings(max_examples=100)
def test_no_line_begins_with_what_belongs_to_the_word_before(room: float, face: Face) -> None:
    lines = [" ".join(piece.text for piece in line) for line in broken([Run(FRENCH, face)], 11, room)]
    assert " ".join(lines) == FRENCH
    for line in lines:
        assert line[0] not in ":;?!»"
        assert line[-1] != "«"
    together = "\n".join(lines)
    assert "vaut\xa0100\u202f000" in together
    assert "mieux\u202f!" in together


def test_what_no_line_could_hold_is_broken_at_its_spaces_and_nothing_is_lost() -> None:
    lines = broken([Run("\xa0".join(["word"] * 40))], 11, 100)
    assert {word for line in lines for word in line[0].text.split(" ")} == {"word"}
    assert sum(len(line[0].text.split(" ")) for line in lines) == 40


def test_a_sign_takes_a_part_of_a_long_word_along() -> None:
    room = width("incompréhensibilité", Face.MEDIUM, 11) + 1
    lines = [line[0].text for line in broken([Run("incompréhensibilité : oui")], 11, room)]
    assert lines == ["incompréhensibilit-", "é : oui"]


def test_names_are_broken_by_the_same_rule() -> None:
    lines = balanced("Où va-t-on ?", 2, lambda line: width(line, Face.BLACK, 10))
    assert lines == ("Où va-", "t-on ?")


def test_words_in_two_faces_are_parted_by_a_blank_that_is_printed() -> None:
    (line,) = broken([Run("North Ward", Face.BOLD), Run("has no score yet.")], 11, 400)
    assert [piece.text for piece in line] == ["North Ward ", "has no score yet."]
    assert line[1].left == pytest.approx(width("North Ward ", Face.BOLD, 11), abs=0.2)


def test_a_block_is_as_high_as_what_it_draws() -> None:
    first, second = Paragraph(STYLE, SENTENCE), Paragraph(STYLE, "Second.")
    (words,) = [words for _, words in pages(printed(first, second))]
    end = next(word for word in words if word.text == "Second.")
    assert end.bottom == pytest.approx(BOX.top + first.height(BOX.width) + STYLE.text * 1.2, abs=1)


def test_less_air_and_leading_take_less_room() -> None:
    def high(style: Style) -> float:
        return Stack([Panel(style, [Heading(style, "Title"), Items(style, [SENTENCE] * 3, boxes)])]).height(200)

    assert high(Style(theme_of(), 11, 0.5)) < high(STYLE)
    assert high(Style(theme_of(), 11, 1.0, 1.2)) < high(STYLE)


def test_a_first_heading_needs_no_air_above_it() -> None:
    assert Heading(STYLE, "Title", first=True).height(200) < Heading(STYLE, "Title").height(200)


def test_level_panels_end_at_the_same_height() -> None:
    panels = [Panel(STYLE, [Paragraph(STYLE, SENTENCE * times)]) for times in (1, 3)]
    for level in (True, False):
        with pdfplumber.open(BytesIO(printed(Beside(panels, level=level)))) as document:
            curves = [curve for curve in document.pages[0].curves if curve["height"] > 30]
        assert len(curves) == 2
        assert (round(curves[0]["bottom"]) == round(curves[1]["bottom"])) is level


def test_a_panel_has_the_same_rim_above_and_below() -> None:
    panel = Panel(STYLE, [Paragraph(STYLE, "One line.")])
    assert panel.height(200) == pytest.approx(STYLE.pitch + 2 * STYLE.pad + STYLE.gap)


def test_a_loud_panel_is_dark_unless_toner_is_saved() -> None:
    for theme, dark in ((theme_of(), True), (ink_theme(), False)):
        style = Style(theme)
        panel = Panel(style, [Paragraph(style, "Now.", color=theme.on_ground)], loud=True)
        with pdfplumber.open(BytesIO(printed(panel))) as document:
            filled = [curve for curve in document.pages[0].curves if curve["fill"]]
        assert bool(filled) is dark


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    filling = Gap(BOX.height - Heading(STYLE, "Lonely").height(BOX.width) - 5)
    first, second = texts(printed(Paragraph(STYLE, "x"), filling, Heading(STYLE, "Lonely"), Paragraph(STYLE, "Text.")))
    assert first == "x"
    assert second == "Lonely Text."


def test_a_new_page_begins_where_it_is_asked_for() -> None:
    assert texts(printed(Paragraph(STYLE, "One."), NewPage(), Paragraph(STYLE, "Two."))) == ["One.", "Two."]


def test_a_block_says_on_which_page_it_stands() -> None:
    wanted = Paragraph(STYLE, "Here.")
    blocks = [Paragraph(STYLE, "One."), NewPage(), wanted]
    assert Column(LETTER, BOX, BOX, unfurnished).page_of(blocks, wanted) == 2


def test_what_is_higher_than_a_page_is_refused() -> None:
    with pytest.raises(DoesNotFitError, match="higher than a page"):
        printed(Items(STYLE, [SENTENCE] * 60, numbers))


def test_writing_lines_are_as_far_apart_as_asked() -> None:
    with pdfplumber.open(BytesIO(printed(WritingLines(STYLE, 4, pitch=26)))) as document:
        tops = sorted(line["top"] for line in document.pages[0].lines)
    assert tops == pytest.approx([BOX.top + 26 * number for number in range(1, 5)])


@pytest.mark.parametrize(("count", "on_lines"), [(4, [4]), (5, [3, 2]), (6, [4, 2]), (9, [3, 3, 3]), (8, [4, 4])])
def test_a_last_line_of_one_word_takes_another_from_above(count: int, on_lines: list[int]) -> None:
    lines = broken([Run(" ".join(["courtesy"] * count))], 11, 200)
    assert [len(line[0].text.split()) for line in lines] == on_lines


@pytest.mark.parametrize("count", range(1, 40))
def test_that_never_costs_a_line_or_a_word(count: int) -> None:
    lines = broken([Run(" ".join(["courtesy"] * count))], 11, 200)
    assert len(lines) == -(-count // 4)
    assert sum(len(line[0].text.split()) for line in lines) == count
