"""What the feet of both team posters are made of: panels with a label and sentences, and small print below them."""

from collections.abc import Sequence

from posters.drawing.flow.lines import Line, Run, broken, draw_lines
from posters.drawing.page import Page
from posters.drawing.paper import Box, PosterGrid
from posters.drawing.theme import Color
from posters.drawing.type import Face
from posters.sheets.look import Look
from store.errors import DoesNotFitError
from store.plain_text import shortened

PAD = 16.0
GAP = 12.0

_PITCH = 1.19
_ASCENT = 0.95
_LABEL = 14.0
_TITLES = ((1, (24, 23, 22, 21, 20, 19, 18)), (2, (19, 18, 17, 16)))
"""How many lines a title may take, at which sizes."""
_SMALL = 14.0
_SMALL_LINES = 2
_ABOVE_SMALL = 16.0


def label(page: Page, box: Box, said: str, color: Color) -> Box:
    """Head a panel with a few small capitals; gives what is left of it."""
    with page.element("H2"):
        page.text(box.left + PAD, box.top + PAD + 9, said.upper(), Face.BOLD, _LABEL, color, spacing=1.0)
    return Box(box.left, box.top + 18, box.width, box.height - 18)


def title(page: Page, box: Box, said: str, color: Color) -> Box:
    """Head a panel with a sentence, on up to two lines; gives what is left of it.

    Raises:
        DoesNotFitError: It is too long.
    """
    size, lines = _title_lines(said, box.width - 2 * PAD)
    with page.element("H2"):
        draw_lines(page, lines, box.left + PAD, box.top + PAD + size * 0.8, size * 1.1, size, color)
    taken = size * 0.25 + len(lines) * size * 1.1
    return Box(box.left, box.top + taken, box.width, box.height - taken)


def sentences(page: Page, box: Box, said: str, color: Color, sizes: Sequence[float], what: str) -> None:
    """Set a text into the rest of a panel, as large as it fits.

    Args:
        page: Where to draw.
        box: The panel, or what is left of it.
        said: Any text.
        color: Its colour.
        sizes: In points, the largest first.
        what: What the text is, for the error.

    Raises:
        DoesNotFitError: Even at the smallest size it is too long.
    """
    room = box.height - 2 * PAD + 9
    for size in sizes:
        lines = broken([Run(said)], size, box.width - 2 * PAD)
        if (len(lines) - 1) * size * _PITCH + size <= room:
            with page.element("P"):
                top = box.top + PAD - 4
                draw_lines(page, lines, box.left + PAD, top + size * _ASCENT, size * _PITCH, size, color)
            return
    raise DoesNotFitError(_too_long(said, what, sizes[-1]))


def small_print(page: Page, grid: PosterGrid, look: Look, left: float, room: float, said: str) -> None:
    """Set a sentence between foot and imprint.

    Raises:
        DoesNotFitError: It takes more than two lines.
    """
    lines = broken([Run(said)], _SMALL, room)
    if len(lines) > _SMALL_LINES:
        raise DoesNotFitError(_too_long(said, "the small print", _SMALL))
    with page.element("P"):
        first = grid.foot_box.bottom + _ABOVE_SMALL
        draw_lines(page, lines, left, first, _SMALL * _PITCH, _SMALL, look.theme.muted)


def _title_lines(said: str, room: float) -> tuple[float, Sequence[Line]]:
    """A title on one line, as large as it fits, or smaller on two.

    Raises:
        DoesNotFitError: It is too long for both.
    """
    for most, sizes in _TITLES:
        for size in sizes:
            lines = broken([Run(said, Face.BLACK)], size, room)
            if len(lines) <= most:
                return size, lines
    raise DoesNotFitError(_too_long(said, "the title", _TITLES[-1][1][-1]))


def _too_long(text: str, what: str, smallest: float) -> str:
    return (
        f'{what} "{shortened(text, 80)}" ({len(text)} characters) does not fit on the poster, even at {smallest:g} '
        "points; make it shorter"
    )
