"""A PDF being written, one side of paper after another."""

from collections.abc import Callable
from io import BytesIO

from posters.drawing.leaf import Leaf
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.sheet import About
from posters.drawing.tagged.canvas import TaggedCanvas
from posters.drawing.type import Face, register_faces

Draw = Callable[[Page], None]

_PROGRAM = "Seven Ways"
_ROUND = 1


class Document:
    """A PDF; the same calls give the same bytes.

    Args:
        about: What its properties say.
        in_process_colors: Whether a print shop mixes its colours; on a screen they are red, green and blue.
    """

    def __init__(self, about: About, *, in_process_colors: bool = False) -> None:
        register_faces()
        self._file = BytesIO()
        self._processed = in_process_colors
        self._canvas = TaggedCanvas(self._file, (1, 1), about.language, Face.MEDIUM.value)
        self._canvas.setTitle(about.title)
        self._canvas.setAuthor(about.author)
        self._canvas.setSubject(about.subject)
        self._canvas.setCreator(_PROGRAM)
        self._canvas.setProducer(_PROGRAM)
        self._canvas.setDateFormatter(lambda *_clock: f"D:{about.on:%Y%m%d}")

    def add(self, leaf: Leaf, draw: Draw, marks: Draw | None = None) -> None:
        """Add a side of paper.

        Args:
            leaf: The paper, and which part of the sheet it shows.
            draw: Draws the sheet, in the sheet's own points.
            marks: Draws around it, in points of the paper.
        """
        canvas = self._canvas
        canvas.setPageSize((leaf.width, leaf.height))
        self._state_boxes(leaf)
        canvas.setLineCap(_ROUND)
        canvas.setLineJoin(_ROUND)
        canvas.saveState()
        self._look_at(leaf)
        draw(Page(canvas, leaf, in_process_colors=self._processed))
        canvas.end_content()
        canvas.restoreState()
        if marks is not None:
            paper = Leaf(leaf.width, leaf.height, Box(0, 0, leaf.width, leaf.height))
            marks(Page(canvas, paper, in_process_colors=self._processed))
        canvas.showPage()

    def finish(self) -> bytes:
        """The whole PDF."""
        self._canvas.save()
        return self._file.getvalue()

    def _state_boxes(self, leaf: Leaf) -> None:
        """Say where a shop cuts, and how far its colours run over (PDF 1.7, 14.11.2)."""
        if leaf.trim is None:
            self._canvas.setTrimBox(None)
            self._canvas.setBleedBox(None)
            return
        for name, box in (("trim", leaf.trim), ("bleed", leaf.trim.inset(-leaf.bleed))):
            bounds = (box.left, leaf.height - box.bottom, box.right, leaf.height - box.top)
            self._canvas.setCropBox(bounds, name=name)

    def _look_at(self, leaf: Leaf) -> None:
        """Show the region of the sheet, and nothing beside it, where it belongs on the paper."""
        region, scale = leaf.region, leaf.scale
        if scale == 1.0 and region == Box(0, 0, leaf.width, leaf.height):
            return
        left, bottom = leaf.left, leaf.height - leaf.top - region.height * scale
        path = self._canvas.beginPath()
        path.rect(left, bottom, region.width * scale, region.height * scale)
        self._canvas.clipPath(path, stroke=0, fill=0)
        self._canvas.transform(scale, 0, 0, scale, left - region.left * scale, bottom)
