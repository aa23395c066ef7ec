"""How sheets leave the house: in two halves, in tiles, or dressed for a print shop."""

import re
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from posters import render
from posters.drawing.leaf import Leaf
from posters.drawing.paper import A3, A4, LETTER, TABLOID, Box, Paper
from posters.drawing.process_colors import process, process_of_text
from posters.drawing.sheet import Sheet, Side
from posters.output.halves import halves
from posters.output.imposition import imposed
from posters.output.marks import EDGE
from posters.output.setup import Setup
from store.errors import UsageError
from tests.posters.checks import faults
from tests.posters.reading import pages
from tests.posters.ruler import ABOUT, POSTER, THEME, draw

SETUPS = {
    "whole": Setup(),
    "halves": Setup(LETTER),
    "tiles": Setup(LETTER, tile=True),
    "shop": Setup(bleed=9, marks=True),
    "shop, its own colors": Setup(bleed=9, marks=True, process_colors=True),
}


def boxes(pdf: bytes) -> dict[str, list[float]]:
    page = pypdf.PdfReader(BytesIO(pdf)).pages[0]
    return {
        name: [float(value) for value in page[name]]  # type: ignore[attr-defined]
        for name in ("/MediaBox", "/TrimBox", "/BleedBox")
        if name in page
    }


@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS)
def test_every_way_to_print_is_read_by_everyone(tmp_path: Path, setup: Setup) -> None:
    assert faults(render.pdf_of(POSTER, setup), tmp_path) == []


@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS)
def test_the_same_asks_give_the_same_bytes(setup: Setup) -> None:
    assert render.pdf_of(POSTER, setup) == render.pdf_of(POSTER, setup)


def test_a_shop_finds_where_to_cut_and_how_far_colors_run() -> None:
    found = boxes(render.pdf_of(POSTER, Setup(bleed=9, marks=True)))
    assert found["/TrimBox"][2] - found["/TrimBox"][0] == pytest.approx(792)
    assert found["/TrimBox"][3] - found["/TrimBox"][1] == pytest.approx(1224)
    assert [round(b - t, 3) for b, t in zip(found["/BleedBox"], found["/TrimBox"], strict=True)] == [-9, -9, 9, 9]
    assert found["/MediaBox"][2] > found["/BleedBox"][2]


def test_an_office_printer_is_told_nothing_of_the_kind() -> None:
    assert boxes(render.pdf_of(POSTER)).keys() == {"/MediaBox"}


def test_colors_run_over_the_edge_and_not_beyond_the_bleed() -> None:
    pdf = render.pdf_of(POSTER, Setup(bleed=9, marks=True))
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")
    trim = boxes(pdf)["/TrimBox"]
    accent = tuple(round(part * 255) for part in THEME.accent)
    assert near(picture.getpixel((round(trim[0]) - 6, round(trim[0]) + 50)), accent)
    assert near(picture.getpixel((round(trim[0]) - 12, round(trim[0]) + 50)), (255, 255, 255))


def test_marks_stand_outside_the_bleed() -> None:
    trim, ink = Box(33, 33, 792, 1224), pixels_with_ink(render.pdf_of(POSTER, Setup(bleed=9, marks=True)))
    bleed = trim.inset(-9)
    outside = [(x, y) for x, y in ink if not (bleed.left <= x < bleed.right and bleed.top <= y < bleed.bottom)]
    assert outside
    near_an_end = [
        min(abs(x - trim.left), abs(x - trim.right)) < 2 or min(abs(y - trim.top), abs(y - trim.bottom)) < 2
        for x, y in outside
    ]
    assert all(near_an_end)


def test_a_shop_gets_four_colors_and_no_others() -> None:
    operators = set()
    for page in pypdf.PdfReader(BytesIO(render.pdf_of(POSTER, Setup(marks=True, bleed=9, process_colors=True)))).pages:
        content = page.get_contents()
        assert content is not None
        operators |= {operator for _, operator in content.operations}
    assert operators & {b"k", b"K"} == {b"k", b"K"}
    assert not operators & {b"rg", b"RG", b"g", b"G", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN", b"sh"}


def test_black_is_black_ink_alone() -> None:
    assert process((0, 0, 0)) == (0, 0, 0, 1)
    assert process((0.5, 0.5, 0.5)) == (0, 0, 0, 0.5)
    assert process_of_text(THEME.ink, 14) == (0, 0, 0, 1)
    assert process_of_text(THEME.accent, 14)[:3] != (0, 0, 0)
    assert sum(process(THEME.ink)) <= 3


@pytest.mark.parametrize(("small", "large"), [(LETTER, TABLOID), (A4, A3)])
def test_two_office_sheets_make_a_poster_at_about_93_percent(small: Paper, large: Paper) -> None:
    side = Side(large, draw, seam=large.height / 2)
    upper, lower = (leaf for leaf, _, _ in halves(side, small, large.height / 2, "en"))
    for leaf in (upper, lower):
        assert (leaf.width, leaf.height) == (small.height, small.width)
        assert 0.92 <= leaf.scale <= 0.93
        assert leaf.left >= EDGE
    assert upper.region.bottom == lower.region.top == large.height / 2
    assert on_paper(upper).bottom <= upper.height - EDGE + 0.01
    assert on_paper(lower).top >= EDGE
    assert on_paper(upper).top >= EDGE
    assert on_paper(lower).bottom <= lower.height - EDGE


def test_each_line_stands_on_one_half_only() -> None:
    upper, lower = pages(render.pdf_of(POSTER, Setup(LETTER)))
    first = {int(n) for n in re.findall(r"inch (\d+)", " ".join(word.text for word in upper[1]))}
    second = {int(n) for n in re.findall(r"inch (\d+)", " ".join(word.text for word in lower[1]))}
    assert first | second == set(range(2, 17))
    assert not first & second


def test_each_half_says_what_to_do_with_it() -> None:
    upper, lower = pages(render.pdf_of(POSTER, Setup(LETTER)))
    assert "Sheet 1 of 2." in " ".join(word.text for word in upper[1])
    assert "Sheet 2 of 2." in " ".join(word.text for word in lower[1])


def test_tiles_keep_the_true_size_and_say_their_place() -> None:
    assembly, *tiles = pages(render.pdf_of(POSTER, Setup(LETTER, tile=True)))
    text = [" ".join(word.text for word in words) for _, words in tiles]
    assert "How to put it together" in " ".join(word.text for word in assembly[1])
    assert [re.findall(r"\(row (\d), column (\d)\)", said) for said in text] == [
        [("1", "1")],
        [("1", "2")],
        [("2", "1")],
        [("2", "2")],
    ]
    assert {word.size for _, words in tiles for word in words if word.text == "Ruler"} == {30.0}


def test_what_does_not_go_together_is_one_sentence() -> None:
    with pytest.raises(UsageError, match="use --paper tabloid with --bleed and --marks"):
        list(imposed(POSTER, Setup(LETTER, bleed=9)))
    with pytest.raises(UsageError, match="made for tabloid paper, not for a4"):
        list(imposed(POSTER, Setup(A4)))
    with pytest.raises(UsageError, match="made for letter paper, not for a4"):
        list(imposed(Sheet(ABOUT, (Side(LETTER, draw),)), Setup(A4)))


def on_paper(leaf: Leaf) -> Box:
    left, top = leaf.place(leaf.region.left, leaf.region.top)
    return Box(left, top, leaf.region.width * leaf.scale, leaf.region.height * leaf.scale)


def near(pixel: object, color: tuple[int, ...]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 12 for one, other in zip(pixel, color, strict=True))


def pixels_with_ink(pdf: bytes) -> list[tuple[int, int]]:
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("L")
    wide, _ = picture.size
    return [(at % wide, at // wide) for at, value in enumerate(picture.tobytes()) if value < 250]
