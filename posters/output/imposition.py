"""Which part of a sheet goes on which side of paper."""

from collections.abc import Iterator

from posters.drawing.document import Draw
from posters.drawing.leaf import Leaf, whole
from posters.drawing.paper import A3, A4, LETTER, TABLOID, Paper
from posters.drawing.sheet import About, Sheet, Side
from posters.output.halves import halves
from posters.output.print_shop import shop_leaf
from posters.output.setup import Setup
from posters.output.tiling import tiles
from store.errors import UsageError

Imposed = tuple[Leaf, Draw, Draw | None]

_POSTER_OF = {LETTER.name: TABLOID, A4.name: A3}


def poster_paper(paper: Paper | None) -> Paper:
    """For which paper a poster is drawn that shall go on this one: its own, or the one that two of it make."""
    paper = paper or TABLOID
    return _POSTER_OF.get(paper.name, paper)


def imposed(sheet: Sheet, setup: Setup) -> Iterator[Imposed]:
    """Each side of paper, what to draw on it, and the marks around that.

    Raises:
        UsageError: What was asked for does not go together.
    """
    for side in sheet.sides:
        yield from _imposed(side, setup, sheet.about)


def _imposed(side: Side, setup: Setup, about: About) -> Iterator[Imposed]:
    paper = setup.paper or side.paper
    if paper.name == side.paper.name:
        if setup.bleed or setup.marks:
            yield shop_leaf(side, setup)
        else:
            yield whole(paper), side.draw, None
        return
    if setup.bleed or setup.marks:
        message = f"A print shop prints a sheet whole: use --paper {side.paper.name} with --bleed and --marks."
        raise UsageError(message)
    if setup.tile:
        yield from tiles(side, paper, about.title, about.language)
    elif side.seam is not None and poster_paper(paper) == side.paper:
        yield from halves(side, paper, side.seam, about.language)
    else:
        message = (
            f"This sheet is made for {side.paper.name} paper, not for {paper.name}; use --paper {side.paper.name}."
        )
        raise UsageError(message)
