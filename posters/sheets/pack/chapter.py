"""A part of the booklet: how it is called, and its pages once it is known where it begins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from posters.drawing.flow.block import Block
from posters.drawing.flow.column import Column
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.sheet import Side
from posters.drawing.type import Face
from posters.sheets.handout import masthead
from posters.sheets.handout.masthead import MARGIN, Masthead
from posters.sheets.look import Look
from posters.sheets.office_paper import office_paper
from store.behaviors import Behavior

TEXT = 12.0
_BELOW_HEAD = 22.0
_FOOT = 34.0
_ABOVE_FOOT = 16.0
_TOP = 48.0
_SMALL, _NUMBER = 9.5, 12.0

Kind = Literal["chapter", "handout", "role play"]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part that begins on a new page.

    Attributes:
        title: What contents and bookmarks call it.
        sides: Its pages, from the number of the first one.
        kind: What it is.
        behavior: Which behavior it is about, if about one.
        on_odd: Whether it must begin on the front of a paper.
    """

    title: str
    sides: Callable[[int], Sequence[Side]]
    kind: Kind = "chapter"
    behavior: Behavior | None = None
    on_odd: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A chapter, and the page on which it begins."""

    chapter: Chapter
    page: int


def running(look: Look, head: Masthead, blocks: Sequence[Block], first: int) -> tuple[Side, ...]:
    """Text below a masthead, on as many pages as it takes.

    Raises:
        DoesNotFitError: A block is higher than a page.
    """
    paper = office_paper(look.paper)

    def furniture(page: Page, number: int, count: int) -> None:
        del count
        if number == 1:
            masthead.draw(page, look.theme, paper, head)
        foot(page, look, first + number - 1)

    below = body_box(look)
    whole = Box(MARGIN, _TOP, below.width, below.bottom - _TOP)
    return Column(paper, whole, below, furniture).sides(blocks)


def body_box(look: Look) -> Box:
    """The room between masthead and foot."""
    paper = office_paper(look.paper)
    top = masthead.HEIGHT + _BELOW_HEAD
    return Box(MARGIN, top, paper.width - 2 * MARGIN, paper.height - _FOOT - _ABOVE_FOOT - top)


def lines_below(look: Look, blocks: Sequence[Block], pitch: float) -> int:
    """How many lines to write on fill the rest of a first page, at least two."""
    box = body_box(look)
    used = sum(block.height(box.width) for block in blocks)
    return max(2, int((box.height - used) / pitch - 0.5))


def foot(page: Page, look: Look, number: int) -> None:
    """What stands at the foot of a page: the booklet's name, and the page's number."""
    paper, theme = office_paper(look.paper), look.theme
    baseline = paper.height - _FOOT
    with page.unsaid():
        said = look.language.say("Seven ways we serve each other")
        page.text(MARGIN, baseline, said, Face.MEDIUM, _SMALL, theme.muted)
        page.text(paper.width - MARGIN, baseline, str(number), Face.BOLD, _NUMBER, theme.ink, align="right")


def bookmarked(side: Side, *marks: tuple[str, int]) -> Side:
    """A page to which readers can jump, by a title on each level."""
    return Side(side.paper, partial(_marked, draw=side.draw, marks=marks), side.seam)


def _marked(page: Page, draw: Callable[[Page], None], marks: Sequence[tuple[str, int]]) -> None:
    for title, level in marks:
        page.bookmark(title, level)
    draw(page)
