"""Finds what stands where on a sheet without drawing it: letters, words and shapes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from posters.drawing.leaf import Leaf, whole
from posters.drawing.page import Align, Page
from posters.drawing.paper import Box, Paper
from posters.drawing.tagged.canvas import TaggedCanvas
from posters.drawing.theme import Color
from posters.drawing.type import Face, register_faces, width

_WORD = re.compile(r"\S+")
_ABOVE, _TALL = 0.75, 0.97
"""Of the size: how far letters reach above their baseline, and from their top to their foot."""
_SIDE = 0.08
"""Of a letter's width: what is white on either side of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the surveyor has found, in the sheet's own points.

    Attributes:
        letters: Each letter.
        words: Each word.
        shapes: All that is no text.
    """

    letters: tuple[Box, ...]
    words: tuple[Box, ...]
    shapes: tuple[Box, ...]


def survey(paper: Paper, draw: Callable[[Page], None]) -> Found:
    """Where a sheet for this paper has what.

    Args:
        paper: What the sheet is drawn for.
        draw: Draws it.
    """
    register_faces()
    canvas = TaggedCanvas(BytesIO(), (paper.width, paper.height), "en", Face.MEDIUM.value)
    page = _Surveyor(canvas, whole(paper))
    draw(page)
    return Found(tuple(page.letters), tuple(page.words), tuple(page.shapes))


class _Surveyor(Page):
    """A page that notes what it is asked to draw, and draws none of it."""

    def __init__(self, canvas: TaggedCanvas, leaf: Leaf) -> None:
        super().__init__(canvas, leaf)
        self.letters: list[Box] = []
        self.words: list[Box] = []
        self.shapes: list[Box] = []

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        face: Face,
        size: float,
        color: Color,
        *,
        align: Align = "left",
        spacing: float = 0.0,
    ) -> float:
        """Note a line of text."""
        del color
        ends = [width(text[:end], face, size) + spacing * end for end in range(len(text) + 1)]
        wide = max(0.0, ends[-1] - spacing)
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[align]

        def box(start: int, end: int, white: float = 0.0) -> Box:
            across = max(0.1, ends[end] - ends[start])
            return Box(
                left + ends[start] + white * across, baseline - _ABOVE * size, across * (1 - 2 * white), _TALL * size
            )

        for word in _WORD.finditer(text):
            self.words.append(box(*word.span()))
            self.letters += [box(at, at + 1, _SIDE) for at in range(*word.span())]
        return wide

    def _begins(self, box: Box) -> bool:
        self.shapes.append(box)
        return False
