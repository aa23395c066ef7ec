"""Headings and paragraphs."""

from collections.abc import Sequence

from posters.drawing.flow.block import Block
from posters.drawing.flow.lines import Line, Run, broken, draw_lines
from posters.drawing.flow.style import Style
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.tagged.structure import Tag
from posters.drawing.theme import Color
from posters.drawing.type import Face

_HEADINGS: dict[int, Tag] = {1: "H1", 2: "H2", 3: "H3"}


class Paragraph(Block):
    """Sentences.

    Args:
        style: Their look.
        *runs: Words in one face or several; a plain text is one run.
        size: In points; the style's text if left out.
        color: The theme's ink if left out.
        tag: What it is to those who hear it.
    """

    def __init__(
        self,
        style: Style,
        *runs: Run | str,
        size: float | None = None,
        color: Color | None = None,
        tag: Tag = "P",
    ) -> None:
        self._style = style
        self._runs = [Run(run) if isinstance(run, str) else run for run in runs]
        self._size = size or style.text
        self._color = color or style.theme.ink
        self._tag = tag

    @property
    def _pitch(self) -> float:
        return self._size * self._style.pitch / self._style.text

    def height(self, width: float) -> float:
        """Its lines, and the gap below."""
        return len(self._lines(width)) * self._pitch + self._style.gap

    def draw(self, page: Page, box: Box) -> None:
        """Its lines, from the top."""
        with page.element(self._tag):
            draw_lines(
                page, self._lines(box.width), box.left, box.top + self._size, self._pitch, self._size, self._color
            )

    def _lines(self, width: float) -> Sequence[Line]:
        return broken(self._runs, self._size, width)


class Heading(Block):
    """A heading; what follows stays with it.

    Args:
        style: Its look.
        text: What it says.
        level: 1 to 3.
        bookmark: Whether readers can jump to it.
        color: The theme's ink if left out.
        size: In points; what the style has for its level if left out.
        first: Whether nothing stands above it, so that it needs no air there.
    """

    keeps_next = True

    def __init__(
        self,
        style: Style,
        text: str,
        level: int = 2,
        *,
        bookmark: bool = False,
        color: Color | None = None,
        size: float | None = None,
        first: bool = False,
    ) -> None:
        self._style = style
        self._text = text
        self._first = first
        self._level = level
        self._bookmark = bookmark
        self._color = color or style.theme.ink
        self._size = size or style.heading(level)

    def height(self, width: float) -> float:
        """Air above, its lines, a little air below."""
        return self._above + len(self._lines(width)) * self._pitch + self._style.gap * 0.4

    def draw(self, page: Page, box: Box) -> None:
        """Its lines, below the air."""
        if self._bookmark:
            page.bookmark(self._text, self._level - 1)
        baseline = box.top + self._above + self._size * 0.9
        with page.element(_HEADINGS[self._level]):
            draw_lines(page, self._lines(box.width), box.left, baseline, self._pitch, self._size, self._color)

    @property
    def _above(self) -> float:
        return 0.0 if self._level == 1 or self._first else self._style.gap * (1.2 if self._level == 2 else 0.5)

    @property
    def _pitch(self) -> float:
        return self._size * 1.16

    def _lines(self, width: float) -> Sequence[Line]:
        return broken([Run(self._text, Face.BLACK)], self._size, width)
