"""One side being drawn: the only file that speaks ReportLab's canvas. Points from the top left corner, y downwards.

Whatever is drawn belongs to the element that is open (`element`, `figure`), or is decoration. Text must belong to
one, or be declared said elsewhere (`unsaid`).
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Literal

from posters.drawing.icons import Icon
from posters.drawing.leaf import Leaf
from posters.drawing.paper import Box
from posters.drawing.process_colors import process, process_of_text
from posters.drawing.tagged.canvas import TaggedCanvas
from posters.drawing.tagged.structure import Scope, Tag
from posters.drawing.theme import Color
from posters.drawing.type import Face, Part, placed, width

Align = Literal["left", "center", "right"]


class Page:
    """One side of a sheet on one side of paper.

    Args:
        canvas: Where to draw.
        leaf: The paper, and which part of the sheet it shows.
        in_process_colors: Whether a print shop mixes its colours.
    """

    def __init__(self, canvas: TaggedCanvas, leaf: Leaf, *, in_process_colors: bool = False) -> None:
        self._canvas = canvas
        self._leaf = leaf
        self._processed = in_process_colors
        self._height = leaf.region.bottom

    def element(
        self, tag: Tag, *, scope: Scope | None = None, language: str | None = None
    ) -> AbstractContextManager[None]:
        """What is drawn meanwhile belongs to a new element within the one that is open.

        Args:
            tag: A standard structure type.
            scope: For a header cell: what it heads.
            language: Code of its language, if it differs from the sheet's.
        """
        return self._canvas.element(tag, scope=scope, language=language)

    def figure(self, alt: str, box: Box) -> AbstractContextManager[None]:
        """What is drawn meanwhile is a picture, which a reader hears as these words."""
        left, top = self._leaf.place(box.left, box.top)
        right, bottom = self._leaf.place(box.right, box.bottom)
        paper = self._leaf.height
        return self._canvas.element("Figure", alt=alt, bounds=(left, paper - bottom, right, paper - top))

    def unsaid(self) -> AbstractContextManager[None]:
        """What is drawn meanwhile is decoration, or said elsewhere."""
        return self._canvas.artifact()

    def bookmark(self, title: str, level: int = 0) -> None:
        """Let readers jump here: a line in the file's outline, on one of its levels from 0."""
        key = f"bookmark-{self._canvas.getPageNumber()}-{title}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level)

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
        """Set one line of settable text; never read as markup.

        Args:
            x: Left edge, middle or right edge, as ``align`` says.
            baseline: Where the letters stand.
            text: One line.
            face: The face.
            size: In points.
            color: The colour.
            align: What ``x`` is.
            spacing: Extra space after each letter, in points; not for the display face, which is kerned.

        Returns:
            How wide it runs.

        Raises:
            UntaggedError: It belongs to no element.
        """
        wide = width(text, face, size) + spacing * max(0, len(text) - 1)
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[align]
        if not text or not self._begins(Box(left, baseline - size, max(wide, 1.0), size * 1.3)):
            return wide
        if not self._canvas.is_tagged:
            raise UntaggedError(text)
        self._fill_with(color, text_size=size)
        self._set_line(left, self._height - baseline, placed(text, face), size, spacing)
        return wide

    def fill(self, box: Box, color: Color, *, radius: float = 0.0) -> None:
        """Fill a box, with round corners if asked."""
        if not self._begins(box):
            return
        self._fill_with(color)
        bottom = self._height - box.bottom
        if radius:
            self._canvas.roundRect(box.left, bottom, box.width, box.height, radius, stroke=0, fill=1)
        else:
            self._canvas.rect(box.left, bottom, box.width, box.height, stroke=0, fill=1)

    def frame(self, box: Box, color: Color, thickness: float, *, radius: float = 0.0) -> None:
        """Draw the outline of a box; the stroke runs on its edge."""
        if not self._begins(box.inset(-thickness)):
            return
        self._stroke_with(color, thickness)
        bottom = self._height - box.bottom
        self._canvas.roundRect(box.left, bottom, box.width, box.height, radius, stroke=1, fill=0)

    def rule(self, left: float, right: float, y: float, color: Color, thickness: float) -> None:
        """Draw a level line with round ends."""
        self.line(left, y, right, y, color, thickness)

    def line(self, x0: float, y0: float, x1: float, y1: float, color: Color, thickness: float) -> None:
        """Draw a straight line with round ends."""
        if not self._begins(_around([(x0, y0), (x1, y1)], thickness)):
            return
        self._stroke_with(color, thickness)
        self._canvas.line(x0, self._height - y0, x1, self._height - y1)

    def trail(self, points: list[tuple[float, float]], color: Color, thickness: float) -> None:
        """Draw a line through points, in their order; nothing for fewer than two."""
        if len(points) < 2 or not self._begins(_around(points, thickness)):
            return
        self._stroke_with(color, thickness)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self._height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self._height - y)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def area(self, points: list[tuple[float, float]], color: Color) -> None:
        """Fill the area within points."""
        if not self._begins(_around(points, 0.1)):
            return
        self._fill_with(color)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self._height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self._height - y)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def squares(self, boxes: list[Box], color: Color) -> None:
        """Fill many boxes as one shape without a gap between neighbours."""
        corners = [corner for box in boxes for corner in ((box.left, box.top), (box.right, box.bottom))]
        if not corners or not self._begins(_around(corners, 0.0)):
            return
        self._fill_with(color)
        path = self._canvas.beginPath()
        for box in boxes:
            path.rect(box.left, self._height - box.bottom, box.width, box.height)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def disc(self, x: float, y: float, radius: float, color: Color) -> None:
        """Fill a circle around a point.

        It is a line without length and with round ends, which PDF 1.7 (8.5.3.2) defines as a filled circle: exactly
        round, and quicker and shorter than four curves.
        """
        self.rule(x, x, y, color, 2 * radius)

    def ring(self, x: float, y: float, radius: float, color: Color, thickness: float) -> None:
        """Draw a circle; the stroke runs on the radius."""
        if not self._begins(_around([(x, y)], 2 * radius + thickness)):
            return
        self._stroke_with(color, thickness)
        self._canvas.circle(x, self._height - y, radius, stroke=1, fill=0)

    def triangle_up(self, x: float, baseline: float, size: float, color: Color) -> None:
        """Fill a triangle that points up, standing on a baseline from ``x``."""
        self.area([(x, baseline), (x + size, baseline), (x + size / 2, baseline - size * 0.9)], color)

    def icon(self, icon: Icon, box: Box, color: Color) -> None:
        """Draw an icon into a square box."""
        if not self._begins(box):
            return
        scale = box.width / 100
        canvas = self._canvas
        canvas.saveState()
        canvas.transform(scale, 0, 0, -scale, box.left, self._height - box.top)
        self._stroke_with(color, icon.thickness)
        self._fill_with(color)
        path = canvas.beginPath()
        for stroke in icon.strokes:
            path.moveTo(*stroke.start)
            for step in stroke.steps:
                if len(step) == 2:
                    path.lineTo(*step)
                else:
                    path.curveTo(*step)
        canvas.drawPath(path, stroke=1, fill=0)
        for x, y, radius in icon.dots:
            canvas.circle(x, y, radius, stroke=0, fill=1)
        canvas.restoreState()

    @contextmanager
    def dashed(self, on: float, off: float) -> Iterator[None]:
        """Lines drawn meanwhile are dashed; lengths in points."""
        self._canvas.setDash(on, off)
        yield
        self._canvas.setDash()

    def _set_line(self, left: float, baseline: float, parts: Sequence[Part], size: float, spacing: float) -> None:
        """Set the parts of a line; the baseline is counted from the foot, as PDF does."""
        line = self._canvas.beginText(left, baseline)
        if spacing:
            line.setCharSpace(spacing)
        font = ""
        for part in parts:
            if part.font != font:
                font = part.font
                line.setFont(font, size)
            if part.offset:
                line.setTextOrigin(left + part.offset * size, baseline)
            line.textOut(part.text)
        if spacing:
            line.setCharSpace(0)
        self._canvas.drawText(line)

    def _begins(self, box: Box) -> bool:
        """Whether something in a box is seen at all; if so, it may be drawn now."""
        region = self._leaf.region
        if box.right < region.left or box.left > region.right or box.bottom < region.top or box.top > region.bottom:
            return False
        self._canvas.begin_content()
        return True

    def _fill_with(self, color: Color, *, text_size: float | None = None) -> None:
        if self._processed:
            mixed = process(color) if text_size is None else process_of_text(color, text_size * self._leaf.scale)
            self._canvas.setFillColorCMYK(*mixed)
        else:
            self._canvas.setFillColorRGB(*color)

    def _stroke_with(self, color: Color, thickness: float) -> None:
        if self._processed:
            self._canvas.setStrokeColorCMYK(*process(color))
        else:
            self._canvas.setStrokeColorRGB(*color)
        self._canvas.setLineWidth(thickness)


class UntaggedError(RuntimeError):
    """Text would be seen but not heard: a mistake of ours."""

    def __init__(self, text: str) -> None:
        super().__init__(f'"{text}" belongs to no element; draw it within Page.element, figure or unsaid')


def _around(points: list[tuple[float, float]], thickness: float) -> Box:
    """The box around points and half of what is drawn at them."""
    across, down = [x for x, _ in points], [y for _, y in points]
    left, top = min(across) - thickness / 2, min(down) - thickness / 2
    return Box(left, top, max(across) - left + thickness / 2, max(down) - top + thickness / 2)
