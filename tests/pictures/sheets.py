"""Sheets as pictures for the README: sample data, as it comes out of the printer."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from posters import render
from posters.drawing.paper import LETTER
from posters.output.setup import PLAIN, Setup
from posters.sheets.handout.sheet import handout_sheet
from posters.sheets.look import look_of
from posters.sheets.team import team_sheet
from store.behaviors import Behavior
from store.organisation import Brand
from tests.posters.scorecards import WINDOW, scorecard

_DOTS_PER_INCH = 60
_TABLE = (200, 204, 212)
_BETWEEN = 14


def path_of(name: str) -> Path:
    """Where a picture is kept."""
    return Path(__file__).with_name(f"{name}.png")


def team_poster() -> Image.Image:
    """As it hangs on the wall."""
    return _pages(_poster())[0]


def two_sheets() -> Image.Image:
    """The same from an office printer: two letter sheets, one below the other as they are taped."""
    return _laid_out(_pages(_poster(Setup(LETTER))))


def handout() -> Image.Image:
    """What a trainer hands out."""
    look = look_of(Brand(), "en")
    return _pages(render.pdf_of(handout_sheet(Behavior.COMMUNICATE_OFTEN, look, WINDOW.on, None)))[0]


SHEETS: dict[str, Callable[[], Image.Image]] = {
    "team-poster": team_poster,
    "two-sheets": two_sheets,
    "handout": handout,
}


def take() -> None:
    """Write all of them."""
    for name, taken in SHEETS.items():
        small = taken().convert("P", palette=Image.Palette.ADAPTIVE, colors=64)
        small.save(path_of(name), optimize=True)


def _poster(setup: Setup = PLAIN) -> bytes:
    card = scorecard(sample=True, rising=frozenset({0}))
    return render.pdf_of(team_sheet(card, look_of(Brand(), "en", setup.paper)), setup)


def _pages(pdf: bytes) -> list[Image.Image]:
    with PdfDocument(pdf) as document:
        return [page.render(scale=_DOTS_PER_INCH / 72).to_pil().convert("RGB") for page in document]


def _laid_out(pages: list[Image.Image]) -> Image.Image:
    """Pages one below the other, on a table."""
    wide = max(page.width for page in pages) + 2 * _BETWEEN
    high = sum(page.height + _BETWEEN for page in pages) + _BETWEEN
    table, top = Image.new("RGB", (wide, high), _TABLE), _BETWEEN
    for page in pages:
        table.paste(page, (_BETWEEN, top))
        top += page.height + _BETWEEN
    return table
