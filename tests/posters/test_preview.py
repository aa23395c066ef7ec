"""Pages as pictures: sharp, named, the same each time, and only in sizes that show something."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from posters.output import preview
from store.errors import UsageError
from tests.posters.scorecards import scorecard
from tests.posters.wall import wall_poster

INCH = 72


def _sheets(*sizes: tuple[float, float]) -> bytes:
    """Pages of these sizes in inches: the left half red, a mark of one inch in the upper right corner blue."""
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    for width, height in sizes:
        canvas.setPageSize((width * INCH, height * INCH))
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, width / 2 * INCH, height * INCH, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 1)
        canvas.rect((width - 1) * INCH, (height - 1) * INCH, INCH, INCH, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _opened(png: bytes) -> Image.Image:
    image = Image.open(BytesIO(png))
    assert image.format == "PNG"
    return image


@pytest.mark.parametrize("dpi", [20, 72, 150, 300])
def test_a_poster_becomes_one_picture_of_the_asked_size(dpi: int) -> None:
    (png,) = preview.pages(wall_poster(scorecard()), dpi)
    image = _opened(png)
    assert image.size == (11 * dpi, 17 * dpi)
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)
    colors = image.resize((110, 170)).getcolors(110 * 170)
    assert colors is not None
    assert len(colors) > 20, "a blank page"


def test_colours_and_corners_are_where_they_belong() -> None:
    (png,) = preview.pages(_sheets((4, 6)), 50)
    image = _opened(png).convert("RGB")
    assert image.getpixel((10, 150)) == (255, 0, 0)
    assert image.getpixel((190, 10)) == (0, 0, 255)
    assert image.getpixel((190, 290)) == (255, 255, 255)


def test_each_page_becomes_a_picture_of_its_own_size() -> None:
    pdf = _sheets((11, 8.5), (8.5, 11))
    assert preview.page_count(pdf) == 2
    assert [_opened(png).size for png in preview.pages(pdf, 40)] == [(440, 340), (340, 440)]


def test_the_same_pdf_gives_the_same_bytes() -> None:
    pdf = wall_poster(scorecard())
    assert list(preview.pages(pdf, 96)) == list(preview.pages(pdf, 96))


def test_one_page_is_named_like_the_poster_and_several_are_counted() -> None:
    poster = Path("out") / "north.ward.pdf"
    assert preview.paths(poster, 1) == (Path("out") / "north.ward.png",)
    assert preview.paths(poster, 3) == tuple(Path("out") / f"north.ward-{number}.png" for number in (1, 2, 3))


@pytest.mark.parametrize("dpi", [-72, 0, 19, 601, 10**9])
def test_a_resolution_that_shows_nothing_or_fills_the_memory_is_refused_at_once(dpi: int) -> None:
    with pytest.raises(UsageError, match=rf"20 to 600 dots per inch, not {dpi};"):
        preview.pages(b"", dpi)


def test_a_thumbnail_has_the_asked_width_and_plain_pixels() -> None:
    picture = preview.thumbnail(_sheets((11, 17)), 66)
    assert (picture.width, picture.height) == (66, 102)
    assert len(picture.pixels) == 66 * 102 * 3
    assert picture.pixels[:3] == b"\xff\0\0"
    assert picture.pixels[65 * 3 : 66 * 3] == b"\0\0\xff"


def test_a_thumbnail_shows_a_hairline() -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(11 * INCH, 17 * INCH), invariant=1)
    canvas.setLineWidth(2)
    canvas.line(0, 600, 11 * INCH, 600)
    canvas.save()
    picture = preview.thumbnail(file.getvalue(), 40)
    assert min(picture.pixels) < 250


def test_a_thumbnail_without_width_is_refused() -> None:
    with pytest.raises(ValueError, match="0 pixels wide"):
        preview.thumbnail(_sheets((1, 1)), 0)


def test_whoever_needs_no_picture_loads_nothing_that_draws_one() -> None:
    code = "import sys, posters.output.preview; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"pypdfium2", "PIL"}.isdisjoint(done.stdout.split())
