"""QR codes: their modules as squares on white, in any theme; a dark ground would hide them from older cameras."""

from itertools import groupby

import segno

from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.theme import WHITE, Color

QUIET = 4
"""Modules of white on each side that a camera needs to find the code (ISO/IEC 18004)."""


def draw(page: Page, text: str, box: Box, color: Color) -> None:
    """Draw a code, its quiet zone included, as large as a box allows and in its middle.

    Whoever calls says what it is, with `Page.figure` or beside it in words.

    Args:
        page: Where to draw.
        text: What a camera reads.
        box: Where it may stand; filled with white.
        color: Of its modules: dark, as the ink of every theme is.
    """
    matrix = segno.make(text, micro=False, error="m", boost_error=True).matrix
    module = min(box.width, box.height) / (len(matrix) + 2 * QUIET)
    middle_x, middle_y = box.middle
    left, top = middle_x - len(matrix) * module / 2, middle_y - len(matrix) * module / 2
    page.fill(box, WHITE)
    page.squares(
        [
            Box(left + start * module, top + row * module, length * module, module)
            for row, modules in enumerate(matrix)
            for start, length in _dark_runs(bytes(modules))
        ],
        color,
    )


def _dark_runs(modules: bytes) -> list[tuple[int, int]]:
    """Where neighbouring dark modules of a row begin, and how many they are."""
    runs, at = [], 0
    for dark, group in groupby(modules):
        length = len(list(group))
        if dark:
            runs.append((at, length))
        at += length
    return runs
