"""Where everything stands on a team poster, for each paper that it is made for."""

from posters.drawing.paper import Paper, PosterGrid
from store.behaviors import BEHAVIORS

KEY_AT = 18.0
"""The baseline, below the header, of the line that says what the marks mean."""

_MARGIN = 48.0
_KEY = 22.0
_ROW, _REVIEW_ROW = 96.5 / 1224.0, 100.75 / 1224.0
_ROWS_ABOVE_SEAM = 3
_ABOVE_FOOT = 12.0
_SMALL_PRINT = 60.0
_IMPRINT = 26.0


def poster_grid(paper: Paper, *, for_review: bool = False) -> PosterGrid:
    """The grid of a poster; its middle, where two sheets of office paper meet, lies between the third and fourth row.

    Args:
        paper: Tabloid or A3.
        for_review: Whether its rows hold more than a wall's: they are higher then, its header and its foot lower.
    """
    row = _in_quarters(paper.height * (_REVIEW_ROW if for_review else _ROW))
    first = _in_quarters(paper.height / 2) - _ROWS_ABOVE_SEAM * row
    foot = first + len(BEHAVIORS) * row + _ABOVE_FOOT
    imprint = paper.height - _IMPRINT
    return PosterGrid(
        paper=paper,
        margin=_MARGIN,
        header=first - _KEY,
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
