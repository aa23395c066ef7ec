"""A poster on two landscape sheets of office paper: parted where nothing stands, and taped along that one seam."""

from collections.abc import Iterator
from functools import partial

from posters.drawing.document import Draw
from posters.drawing.leaf import Leaf
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import Side
from posters.output.marks import EDGE, LABEL, cut_line, say
from posters.texts.languages import speak
from store.language import Language

SCALE = 0.93
"""As large as two sheets allow, with a white edge that every printer leaves."""
_LABEL_ROOM = 12.0


def halves(side: Side, paper: Paper, seam: float, language: str) -> Iterator[tuple[Leaf, Draw, Draw]]:
    """The upper and the lower half of a poster.

    Args:
        side: The poster.
        paper: What is in the printer; it is used turned on its side.
        seam: Where the poster is parted, in points from its top.
        language: Code of the language in which sheets say how they belong together.
    """
    wide, high = paper.height, paper.width
    upper = Box(0, 0, side.paper.width, seam)
    lower = Box(0, seam, side.paper.width, side.paper.height - seam)
    room = high - 2 * EDGE - _LABEL_ROOM
    scale = min(SCALE, room / max(upper.height, lower.height))
    left = (wide - side.paper.width * scale) / 2
    said = speak(language)
    upper_leaf = Leaf(wide, high, upper, scale, left, high - EDGE - upper.height * scale)
    yield upper_leaf, side.draw, partial(_mark_upper, leaf=upper_leaf, language=said)
    lower_leaf = Leaf(wide, high, lower, scale, left, EDGE)
    yield lower_leaf, side.draw, partial(_mark_lower, leaf=lower_leaf, language=said)


def _mark_upper(page: Page, leaf: Leaf, language: Language) -> None:
    """Where to cut, and what to do then."""
    cut_line(page, leaf.width, leaf.height - EDGE, leaf.left)
    text = language.say("Sheet 1 of 2. Cut between the dashes at the foot, lay the edge on sheet 2, tape it behind.")
    say(page, leaf.left, leaf.top - LABEL / 2, text)


def _mark_lower(page: Page, leaf: Leaf, language: Language) -> None:
    """Where the upper half ends."""
    cut_line(page, leaf.width, EDGE, leaf.left)
    bottom = leaf.top + leaf.region.height * leaf.scale
    say(page, leaf.left, bottom + LABEL * 1.3, language.say("Sheet 2 of 2. Sheet 1 ends at the dashes at the top."))
