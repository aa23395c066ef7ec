"""Marks around a sheet: where to cut, and what belongs where."""

from posters.drawing.page import Page
from posters.drawing.theme import Color
from posters.drawing.type import Face

EDGE = 15.0
"""What office printers leave white at every edge, in points."""
LABEL = 8.0
"""Size of what is said at the edge of the paper: for whoever holds it in hand."""
GREY: Color = (0.35, 0.35, 0.35)
HAIRLINE = 0.5
_DASH = 12.0


def cut_line(page: Page, width: float, y: float, reach: float) -> None:
    """Dashes at both ends of a level line over the whole paper, outside the sheet, which begins ``reach`` points in."""
    long = min(_DASH, reach * 0.5)
    for left in (reach - long - 2, width - reach + 2):
        page.rule(left, left + long, y, GREY, HAIRLINE)


def say(page: Page, left: float, baseline: float, text: str) -> None:
    """A small line for whoever puts the sheets together."""
    with page.element("P"):
        page.text(left, baseline, text, Face.MEDIUM, LABEL, GREY)
