"""A side of paper as it leaves the printer, and which part of a sheet stands on it."""

from dataclasses import dataclass

from posters.drawing.paper import Box, Paper


@dataclass(frozen=True, slots=True)
class Leaf:
    """One side of paper; lengths in points from its top left corner, y downwards.

    Attributes:
        width: Of the paper.
        height: Of the paper.
        region: Which part of the sheet is seen, in the sheet's own points.
        scale: How many points on paper one point of the sheet takes.
        left: Where the region's left edge lies.
        top: Where the region's upper edge lies.
        trim: Where a shop cuts; None where nobody does.
        bleed: How far colours that reach the edge go on beyond it.
    """

    width: float
    height: float
    region: Box
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0
    trim: Box | None = None
    bleed: float = 0.0

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the sheet lies on the paper."""
        return self.left + (x - self.region.left) * self.scale, self.top + (y - self.region.top) * self.scale


def whole(paper: Paper) -> Leaf:
    """A paper with the whole of a sheet that was drawn for it."""
    return Leaf(paper.width, paper.height, Box(0, 0, paper.width, paper.height))
