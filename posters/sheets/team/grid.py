"""Where everything stands on a team poster, for each paper that it is made for."""

from posters.drawing.paper import Paper, PosterGrid
from store.behaviors import BEHAVIORS

KEY = 26.0
"""The line under the header that says what the marks mean."""

_MARGIN = 48.0
_ROW = 96.5 / 1224.0
_ROWS_ABOVE_SEAM = 3
_ABOVE_FOOT = 12.0
_SMALL_PRINT = 60.0
_IMPRINT = 26.0


def poster_grid(paper: Paper) -> PosterGrid:
    """The grid of a poster; its middle, where two sheets of office paper meet, lies between the third and fourth row.

    Args:
        paper: Tabloid or A3.
    """
    row = _in_quarters(paper.height * _ROW)
    first = _in_quarters(paper.height / 2) - _ROWS_ABOVE_SEAM * row
    foot = first + len(BEHAVIORS) * row + _ABOVE_FOOT
    imprint = paper.height - _IMPRINT
    return PosterGrid(
        paper=paper,
        margin=_MARGIN,
        header=first - KEY,
        first_row=first,
        row=row,
        rows=len(BEHAVIORS),
        foot=(foot, imprint - _SMALL_PRINT - foot),
        imprint=imprint,
    )


def seam(grid: PosterGrid) -> float:
    """Where a poster may be parted in two."""
    return grid.row_box(_ROWS_ABOVE_SEAM).top


def _in_quarters(points: float) -> float:
    """To quarter points, of which any number adds up without a remainder."""
    return round(points * 4) / 4
