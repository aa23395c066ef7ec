"""How a sheet is to leave the house: on which paper, whole or in parts, for an office printer or a print shop."""

from dataclasses import dataclass

from posters.drawing.paper import Paper

BLEED = 0.125 * 72
"""What shops usually ask for: an eighth of an inch."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a printer needs to know.

    Attributes:
        paper: What is put into the printer; None for what the sheet was drawn for.
        tile: Whether a sheet that is larger than the paper keeps its true size, on as many papers as it needs.
        bleed: How far colours run over the edge, in points; 0 for none.
        marks: Whether marks show a shop where to cut.
        process_colors: Whether colours are given in cyan, magenta, yellow and black.
    """

    paper: Paper | None = None
    tile: bool = False
    bleed: float = 0.0
    marks: bool = False
    process_colors: bool = False


PLAIN = Setup()
