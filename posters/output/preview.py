"""Pages as pictures: PNG files, and a few pixels for a preview on a terminal."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import UsageError

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage

FEWEST_DPI, MOST_DPI = 20, 600

_POINTS_PER_INCH = 72
_FINER = 4  # hairlines vanish if pages are drawn small: they are drawn larger, and the pixels averaged


@dataclass(frozen=True, slots=True)
class Picture:
    """Plain pixels.

    Attributes:
        width: In pixels.
        height: In pixels.
        pixels: Rows from the top, three bytes a pixel: red, green, blue.
    """

    width: int
    height: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with closing(_opened(pdf)) as document:
        return len(document)


def paths(path: Path, count: int) -> tuple[Path, ...]:
    """The names of the pictures of a PDF's pages: `poster.png`, or `poster-1.png`, `poster-2.png` if there are more.

    Args:
        path: Of the PDF; its ending does not matter.
        count: Of pages.
    """
    if count == 1:
        return (path.with_suffix(".png"),)
    return tuple(path.with_name(f"{path.stem}-{number}.png") for number in range(1, count + 1))


def refuse_resolution(dpi: int) -> None:
    """Let through only a resolution that shows something and fits in memory.

    Raises:
        UsageError: It does neither.
    """
    if not FEWEST_DPI <= dpi <= MOST_DPI:
        message = f"Pictures have {FEWEST_DPI} to {MOST_DPI} dots per inch, not {dpi}; 150 suits a screen."
        raise UsageError(message)


def pages(pdf: bytes, dpi: int) -> Iterator[bytes]:
    """Each page as a PNG, one at a time; the same PDF gives the same bytes.

    PDFium, which draws them, is not made for threads: one call at a time in a process.

    Args:
        pdf: As drawn by our sheets.
        dpi: Dots per inch, 20 to 600.

    Raises:
        UsageError: `dpi` is out of range; said at once, not when the first page is asked for.
    """
    refuse_resolution(dpi)
    return _pages(pdf, dpi)


def thumbnail(pdf: bytes, width: int) -> Picture:
    """The first page, so many pixels wide.

    Raises:
        ValueError: The width is below 1.
    """
    if width < 1:
        message = f"a picture {width} pixels wide shows nothing"
        raise ValueError(message)
    with closing(_opened(pdf)) as document, closing(document[0]) as page:
        image = _image(page, width * _FINER / page.get_width()).reduce(_FINER)
    return Picture(image.width, image.height, image.tobytes())


def _pages(pdf: bytes, dpi: int) -> Iterator[bytes]:
    with closing(_opened(pdf)) as document:
        for index in range(len(document)):
            with closing(document[index]) as page:
                yield _png(_image(page, dpi / _POINTS_PER_INCH), dpi)


def _opened(pdf: bytes) -> "PdfDocument":
    from pypdfium2 import PdfDocument  # noqa: PLC0415  # most runs need no picture, and it takes a while to load

    return PdfDocument(pdf)


def _image(page: "PdfPage", scale: float) -> "Image":
    """A page in colour.

    Args:
        page: To be drawn.
        scale: Pixels per point.
    """
    exact = scale * (1 - 1e-6)  # or what is a hair more than a whole number of pixels becomes one more
    image: Image = page.render(scale=exact, rev_byteorder=True, may_draw_forms=False).to_pil()
    return image.convert("RGB")


def _png(image: "Image", dpi: int) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", dpi=(dpi, dpi))
    return file.getvalue()
