"""The README's pictures, taken from the running program: a question of the check-in, and a team's poster."""

import re
import tempfile
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from posters.drawing.theme import theme_of
from posters.render import team_poster
from store.organisation import Brand
from tests.kiosk.standing import a_kiosk, a_store, standing
from tests.posters.scorecards import scorecard

HERE = Path(__file__).parent
QUESTION = HERE / "question.svg"
POSTER = HERE / "team-poster.png"
_DOTS_PER_INCH = 60
_SIZE = (100, 30)


async def question() -> str:
    """The fourth question with an earlier answer, as SVG that loads nothing from elsewhere."""
    with tempfile.TemporaryDirectory() as folder:
        app = a_kiosk(a_store(Path(folder), "North Ward", "Pharmacy"))
        async with standing(app, _SIZE) as pilot:
            await pilot.press("x", "1", "4", "5", "3")
            await pilot.pause()
            drawn = app.export_screenshot(title="kiosk")
    return _names_settled(re.sub(r"@font-face\s*\{.*?\}", "", drawn, flags=re.DOTALL))


def _names_settled(drawn: str) -> str:
    """Textual numbers its drawings; the same screen is to give the same file."""
    found = re.search(r"terminal-\d+", drawn)
    return drawn.replace(found[0], "terminal-1") if found else drawn


def poster() -> Image.Image:
    """A team's poster with sample data, as it hangs on the wall."""
    card = scorecard(sample=True, rising=frozenset({0}))
    pdf = team_poster(card, theme_of(Brand().ink, Brand().accent))
    with PdfDocument(pdf) as document:
        page: Image.Image = document[0].render(scale=_DOTS_PER_INCH / 72).to_pil()
    return page.convert("P", palette=Image.Palette.ADAPTIVE, colors=64)
