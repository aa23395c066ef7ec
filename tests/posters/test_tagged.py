"""The tags of a sheet: a checker of PDF/UA-1 finds nothing, and finds each of a dozen ways to spoil a good file."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from posters import render
from posters.drawing.document import Document
from posters.drawing.flow.block import Block
from posters.drawing.flow.column import Column
from posters.drawing.flow.lists import Items, dots
from posters.drawing.flow.style import Style
from posters.drawing.flow.table import Table
from posters.drawing.flow.text import Heading, Paragraph
from posters.drawing.leaf import whole
from posters.drawing.page import Page, UntaggedError
from posters.drawing.paper import LETTER, Box
from posters.drawing.sheet import About, Sheet
from posters.drawing.theme import theme_of
from posters.drawing.type import Face
from tests.posters.checks import faults, spoken
from tests.posters.scorecards import WINDOW

ABOUT = About("Everything", "Riverside Hospital", "A sheet with every kind of element", WINDOW.on)
STYLE = Style(theme_of())


def everything() -> bytes:
    """Two pages that hold a heading, sentences, a list, a table and a figure."""
    blocks: list[Block] = [
        Heading(STYLE, "All there is", 1),
        Paragraph(STYLE, "One sentence. " * 60),
        Items(STYLE, ["a point", "another point"], dots),
        Table(STYLE, ["Team", "Score"], [["North Ward", "4.2"], ["Pharmacy", "3.9"]], [2, 1]),
        Picture(),
        *[Paragraph(STYLE, "More to read. " * 60) for _ in range(8)],
    ]
    box = LETTER.safe_area
    return render.pdf_of(Sheet(ABOUT, Column(LETTER, box, box, lambda _page, _number, _count: None).sides(blocks)))


class Picture(Block):
    """A bar, said in words."""

    def height(self, width: float) -> float:
        del width
        return 30.0

    def draw(self, page: Page, box: Box) -> None:
        with page.figure("North Ward: 4.2 of 5", box):
            page.fill(box.inset(4), STYLE.theme.accent)
            page.text(box.left + 8, box.bottom - 10, "4.2", Face.BOLD, 12, STYLE.theme.ink)


def test_a_good_file_has_no_faults(tmp_path: Path) -> None:
    assert faults(everything(), tmp_path) == []


def test_a_reader_hears_everything_in_its_order() -> None:
    said = spoken(everything())
    kinds = [kind for kind, _ in said]
    assert kinds[:8] == ["Document", "H1", "P", "L", "LI", "Lbl", "LBody", "LI"]
    assert kinds.index("Table") < kinds.index("Figure") < len(kinds) - 8
    assert ("Figure", "North Ward: 4.2 of 5") in said


def test_text_that_nobody_would_hear_is_refused() -> None:
    with pytest.raises(UntaggedError, match="belongs to no element"):
        Document(ABOUT).add(whole(LETTER), draw_bare)


def draw_bare(page: Page) -> None:
    page.text(50, 50, "bare", Face.BOLD, 12, STYLE.theme.ink)


def test_what_is_declared_said_elsewhere_is_no_part_of_the_structure() -> None:
    def draw(page: Page) -> None:
        with page.element("H1"):
            page.text(50, 50, "heard", Face.BOLD, 12, STYLE.theme.ink)
        with page.unsaid():
            draw_bare(page)

    document = Document(ABOUT)
    document.add(whole(LETTER), draw)
    pdf = document.finish()
    assert [kind for kind, _ in spoken(pdf)] == ["Document", "H1"]
    assert "bare" in pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()


def test_no_letter_reads_back_as_nothing() -> None:
    """ReportLab's own map says that the empty code is U+0000, which no text may hold."""
    for page in pypdf.PdfReader(BytesIO(everything())).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            unicode_map = font.get_object()["/ToUnicode"].get_data().decode()
            assert "<0000>" not in unicode_map
            assert "beginbfchar" in unicode_map


def elements(writer: pypdf.PdfWriter, kind: str) -> list[DictionaryObject]:
    """All elements of a type, in reading order."""

    def below(node: object) -> Iterator[DictionaryObject]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, ArrayObject):
            for kid in node:
                yield from below(kid)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            if str(node["/S"]) == f"/{kind}":
                yield node
            yield from below(node.get("/K"))

    return list(below(writer.root_object["/StructTreeRoot"]["/K"]))  # type: ignore[index]


def without_alt(writer: pypdf.PdfWriter) -> None:
    del elements(writer, "Figure")[0]["/Alt"]


def without_language(writer: pypdf.PdfWriter) -> None:
    del writer.root_object["/Lang"]


def without_struct_parents(writer: pypdf.PdfWriter) -> None:
    del writer.pages[1]["/StructParents"]


def with_a_skipped_level(writer: pypdf.PdfWriter) -> None:
    elements(writer, "H1")[0][NameObject("/S")] = NameObject("/H3")


def without_scope(writer: pypdf.PdfWriter) -> None:
    for cell in elements(writer, "TH"):
        del cell["/A"]


def with_untagged_text(writer: pypdf.PdfWriter) -> None:
    add_content(writer, b"BT /F1+0 12 Tf 50 50 Td <01> Tj ET")


def without_its_title_shown(writer: pypdf.PdfWriter) -> None:
    del writer.root_object["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[attr-defined]


def without_mark_info(writer: pypdf.PdfWriter) -> None:
    del writer.root_object["/MarkInfo"]


def with_a_row_that_is_none(writer: pypdf.PdfWriter) -> None:
    elements(writer, "TR")[0][NameObject("/S")] = NameObject("/P")


def with_a_list_item_that_is_none(writer: pypdf.PdfWriter) -> None:
    elements(writer, "LBody")[0][NameObject("/S")] = NameObject("/LI")


def with_a_font_that_is_not_inside(writer: pypdf.PdfWriter) -> None:
    font = next(iter(writer.pages[0]["/Resources"]["/Font"].values())).get_object()  # type: ignore[index]
    del font["/FontDescriptor"]["/FontFile2"]


def without_metadata(writer: pypdf.PdfWriter) -> None:
    del writer.root_object["/Metadata"]


def with_content_that_leads_nowhere(writer: pypdf.PdfWriter) -> None:
    add_content(writer, b"/P <</MCID 999>> BDC BT /F1+0 12 Tf 50 50 Td <01> Tj ET EMC")


def with_another_type_invented(writer: pypdf.PdfWriter) -> None:
    elements(writer, "P")[0][NameObject("/S")] = NameObject("/Sentence")


def add_content(writer: pypdf.PdfWriter, operators: bytes) -> None:
    stream = StreamObject()
    stream.set_data(operators)
    page = writer.pages[0]
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), writer._add_object(stream)])


MUTATIONS: list[Callable[[pypdf.PdfWriter], None]] = [
    without_alt,
    without_language,
    without_struct_parents,
    with_a_skipped_level,
    without_scope,
    with_untagged_text,
    without_its_title_shown,
    without_mark_info,
    with_a_row_that_is_none,
    with_a_list_item_that_is_none,
    with_a_font_that_is_not_inside,
    without_metadata,
    with_content_that_leads_nowhere,
    with_another_type_invented,
]


@pytest.mark.parametrize("spoil", MUTATIONS, ids=lambda spoil: spoil.__name__)
def test_each_way_to_spoil_a_file_is_found(tmp_path: Path, spoil: Callable[[pypdf.PdfWriter], None]) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(everything()))
    writer.root_object[NameObject("/Untouched")] = TextStringObject("yes")
    spoil(writer)
    spoiled = BytesIO()
    writer.write(spoiled)
    assert faults(spoiled.getvalue(), tmp_path) != []


def test_copying_alone_spoils_nothing(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(everything()))
    copied = BytesIO()
    writer.write(copied)
    assert faults(copied.getvalue(), tmp_path) == []
