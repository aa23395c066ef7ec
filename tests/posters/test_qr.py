"""Codes for cameras: every module where the standard has it, with its quiet zone, dark on white in any theme."""

from io import BytesIO

import pytest
import segno
from PIL import Image

from posters import render
from posters.commands.link import LONGEST, checked_link
from posters.drawing import qr
from posters.drawing.page import Page
from posters.drawing.paper import LETTER, Box
from posters.drawing.sheet import About, Sheet, Side
from posters.drawing.theme import ink_theme, theme_of
from posters.output import preview
from posters.sheets.look import Look
from posters.sheets.team import Extras, team_sheet
from store.errors import UsageError
from store.language import ENGLISH
from tests.posters.checks import spoken
from tests.posters.scorecards import WINDOW, scorecard

LINK = "https://example.org/seven-ways?team=north-ward"
BOX = Box(100, 100, 220, 220)


@pytest.mark.parametrize("text", [LINK, "https://e.example/" + "x" * (LONGEST - 18)])
@pytest.mark.parametrize("theme", [theme_of(), ink_theme()], ids=["color", "ink"])
def test_what_a_camera_sees_is_the_code(text: str, theme: object) -> None:
    ink = theme.ink  # type: ignore[attr-defined]

    def draw(page: Page) -> None:
        page.fill(BOX.inset(-40), theme_of().ground)
        with page.figure(text, BOX):
            qr.draw(page, text, BOX, ink)

    pdf = render.pdf_of(Sheet(About("t", "a", "s", WINDOW.on), (Side(LETTER, draw),)))
    (png,) = preview.pages(pdf, 288)
    seen = Image.open(BytesIO(png)).convert("L")
    matrix = segno.make(text, micro=False, error="m").matrix
    across = len(matrix) + 2 * qr.QUIET
    for row in range(across):
        for column in range(across):
            x = (BOX.left + (column + 0.5) * BOX.width / across) * 4
            y = (BOX.top + (row + 0.5) * BOX.height / across) * 4
            inside = qr.QUIET <= row < across - qr.QUIET and qr.QUIET <= column < across - qr.QUIET
            dark = inside and matrix[row - qr.QUIET][column - qr.QUIET] == 1
            shade = seen.getpixel((int(x), int(y)))
            assert isinstance(shade, int)
            assert (shade < 90) is dark, (row, column)


def test_the_poster_says_in_words_where_its_code_leads() -> None:
    pdf = render.pdf_of(team_sheet(scorecard(), Look(theme_of(), ENGLISH), extras=Extras(link=LINK)))
    assert ("Figure", f"QR code: check in at {LINK}") in spoken(pdf)


@pytest.mark.parametrize("link", [LINK, "http://10.0.0.7:8080/", "https://e.example/" + "x" * (LONGEST - 18), None])
def test_web_addresses_are_let_through(link: str | None) -> None:
    assert checked_link(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "",
        "example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://",
        "https://a b.example",
        "https://e.example/\n",
        "https://e.example/\x1b[2J",
        "https://münchen.example",
        "http://[::1",
        "http://e.example:99999",
        "https://e.example/" + "x" * LONGEST,
    ],
)
def test_anything_else_is_one_sentence(link: str) -> None:
    with pytest.raises(UsageError, match="cannot be printed as a code") as caught:
        checked_link(link)
    assert len(str(caught.value)) < 250
    assert "\x1b" not in str(caught.value)
