"""A team's poster as a picture for the README."""

from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from posters.drawing.theme import theme_of
from posters.render import team_poster
from store.organisation import Brand
from tests.posters.scorecards import scorecard

POSTER = Path(__file__).parent / "team-poster.png"
_DOTS_PER_INCH = 60


def taken() -> Image.Image:
    """Sample data, as it hangs on the wall."""
    card = scorecard(sample=True, rising=frozenset({0}))
    pdf = team_poster(card, theme_of(Brand().ink, Brand().accent))
    with PdfDocument(pdf) as document:
        page: Image.Image = document[0].render(scale=_DOTS_PER_INCH / 72).to_pil()
    return page.convert("P", palette=Image.Palette.ADAPTIVE, colors=64)
