"""A sheet as a print shop wants it: colours that run over the edge, marks that show where to cut, and both stated.

The boxes are those of PDF 1.7, 14.11.2. No PDF/X is claimed: that needs a profile of the press.
"""

from functools import partial

from posters.drawing.document import Draw
from posters.drawing.leaf import Leaf
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.sheet import Side
from posters.drawing.theme import Color
from posters.output.marks import HAIRLINE
from posters.output.setup import Setup

_SLUG = 24.0
"""Paper around the bleed for the marks."""
_LONG, _AWAY = 15.0, 4.5
_BLACK: Color = (0.0, 0.0, 0.0)


def shop_leaf(side: Side, setup: Setup) -> tuple[Leaf, Draw, Draw | None]:
    """The sheet with its bleed, on paper that is large enough for the marks."""
    rim = setup.bleed + (_SLUG if setup.marks else 0.0)
    trim = Box(rim, rim, side.paper.width, side.paper.height)
    seen = Box(0, 0, side.paper.width, side.paper.height).inset(-setup.bleed)
    at = rim - setup.bleed
    wide, high = side.paper.width + 2 * rim, side.paper.height + 2 * rim
    leaf = Leaf(wide, high, seen, 1.0, at, at, trim, setup.bleed)
    return leaf, side.draw, partial(_corners, leaf=leaf) if setup.marks else None


def _corners(page: Page, leaf: Leaf) -> None:
    """Two short lines at each corner, outside the bleed."""
    trim = leaf.trim
    if trim is None:
        return
    away = max(leaf.bleed, _AWAY)
    for x, outward in ((trim.left, -1), (trim.right, 1)):
        for y in (trim.top, trim.bottom):
            page.line(x + outward * away, y, x + outward * (away + _LONG), y, _BLACK, HAIRLINE)
    for y, outward in ((trim.top, -1), (trim.bottom, 1)):
        for x in (trim.left, trim.right):
            page.line(x, y + outward * away, x, y + outward * (away + _LONG), _BLACK, HAIRLINE)
