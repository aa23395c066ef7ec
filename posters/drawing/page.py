"""One side being drawn, as operators of its content. Points from the top left corner, y downwards.

Whatever is drawn belongs to the element that is open (`element`, `figure`), or is decoration. Text must belong to
one, or be declared said elsewhere (`unsaid`).
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Literal

from posters.drawing import operators
from posters.drawing.icons import Icon
from posters.drawing.leaf import Leaf
from posters.drawing.operators import Shown
from posters.drawing.paper import Box
from posters.drawing.process_colors import process, process_of_text
from posters.drawing.tagged.canvas import TaggedCanvas
from posters.drawing.tagged.structure import Bounds, Scope, Tag
from posters.drawing.theme import Color
from posters.drawing.type import Face, Part, set_in

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
        return self._canvas.element("Figure", alt=alt, bounds=self._bounds(box))

    def link(self, number: int, words: str, box: Box) -> AbstractContextManager[None]:
        """What is drawn meanwhile leads to another page, as does a click into a box.

        Args:
            number: Of that page in the file, from 1.
            words: Where it leads, for those who hear it.
            box: Where to click.
        """
        return self._canvas.link(number - 1, words, self._bounds(box))

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
        setting = set_in(text, face)
        wide = setting.width * size + spacing * max(0, len(text) - 1)
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[align]
        if not text or not self._begins(Box(left, baseline - size, max(wide, 1.0), size * 1.3)):
            return wide
        if not self._canvas.is_tagged:
            raise UntaggedError(text)
        self._fill_with(color, text_size=size)
        parts = self._shown(setting.parts)
        self._canvas.write(operators.text(left, self._height - baseline, parts, size, spacing))
        return wide

    def fill(self, box: Box, color: Color, *, radius: float = 0.0) -> None:
        """Fill a box, with round corners if asked."""
        if not self._begins(box):
            return
        self._fill_with(color)
        self._canvas.write(f"{self._outline(box, radius)} f")

    def frame(self, box: Box, color: Color, thickness: float, *, radius: float = 0.0) -> None:
        """Draw the outline of a box; the stroke runs on its edge."""
        if not self._begins(box.inset(-thickness)):
            return
        self._stroke_with(color, thickness)
        self._canvas.write(f"{self._outline(box, radius)} S")

    def rule(self, left: float, right: float, y: float, color: Color, thickness: float) -> None:
        """Draw a level line with round ends."""
        self.line(left, y, right, y, color, thickness)

    def line(self, x0: float, y0: float, x1: float, y1: float, color: Color, thickness: float) -> None:
        """Draw a straight line with round ends."""
        if not self._begins(_around([(x0, y0), (x1, y1)], thickness)):
            return
        self._stroke_with(color, thickness)
        self._canvas.write(f"{operators.line(self._upward((x0, y0), (x1, y1)))} S")

    def trail(self, points: list[tuple[float, float]], color: Color, thickness: float) -> None:
        """Draw a line through points, in their order; nothing for fewer than two."""
        if len(points) < 2 or not self._begins(_around(points, thickness)):
            return
        self._stroke_with(color, thickness)
        self._canvas.write(f"{operators.line(self._upward(*points))} S")

    def area(self, points: list[tuple[float, float]], color: Color) -> None:
        """Fill the area within points."""
        if not self._begins(_around(points, 0.1)):
            return
        self._fill_with(color)
        self._canvas.write(f"{operators.line(self._upward(*points))} f")

    def squares(self, boxes: list[Box], color: Color) -> None:
        """Fill many boxes as one shape without a gap between neighbours."""
        corners = [corner for box in boxes for corner in ((box.left, box.top), (box.right, box.bottom))]
        if not corners or not self._begins(_around(corners, 0.0)):
            return
        self._fill_with(color)
        self._canvas.write(f"{' '.join(self._outline(box) for box in boxes)} f")

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
        self._canvas.write(f"{operators.circle(x, self._height - y, radius)} S")

    def triangle_up(self, x: float, baseline: float, size: float, color: Color) -> None:
        """Fill a triangle that points up, standing on a baseline from ``x``."""
        self.area([(x, baseline), (x + size, baseline), (x + size / 2, baseline - size * 0.9)], color)

    def icon(self, icon: Icon, box: Box, color: Color) -> None:
        """Draw an icon into a square box."""
        if not self._begins(box):
            return
        scale = box.width / 100
        self._canvas.write(f"q {operators.numbers(scale, 0, 0, -scale, box.left, self._height - box.top)} cm")
        self._stroke_with(color, icon.thickness)
        self._canvas.write(f"{operators.icon_strokes(icon)} S")
        if icon.dots:
            self._fill_with(color)
            self._canvas.write(f"{operators.icon_dots(icon)} f")
        self._canvas.write("Q")

    @contextmanager
    def dashed(self, on: float, off: float) -> Iterator[None]:
        """Lines drawn meanwhile are dashed; lengths in points."""
        self._canvas.write(f"[{operators.numbers(on, off)}] 0 d")
        yield
        self._canvas.write("[] 0 d")

    def _shown(self, parts: Iterable[Part]) -> Iterator[Shown]:
        """The parts of a line as strings; one whose letters need more than one subset becomes several."""
        start = 0.0
        for part in parts:
            ahead, start = part.offset - start, part.offset
            for font, string in self._canvas.shown(part.font, part.text):
                yield Shown(font, string, ahead)
                ahead = 0.0

    def _upward(self, *points: tuple[float, float]) -> list[tuple[float, float]]:
        """Points as PDF counts."""
        return [(x, self._height - y) for x, y in points]

    def _outline(self, box: Box, radius: float = 0.0) -> str:
        """The path around a box."""
        left, bottom = box.left, self._height - box.bottom
        if radius:
            return operators.round_box(left, bottom, box.width, box.height, radius)
        return operators.box(left, bottom, box.width, box.height)

    def _bounds(self, box: Box) -> Bounds:
        """Where a box lies on the paper, as PDF counts."""
        left, top = self._leaf.place(box.left, box.top)
        right, bottom = self._leaf.place(box.right, box.bottom)
        return left, self._leaf.height - bottom, right, self._leaf.height - top

    def _begins(self, box: Box) -> bool:
        """Whether something in a box is seen at all; if so, it may be drawn now."""
        region = self._leaf.region
        if box.right < region.left or box.left > region.right or box.bottom < region.top or box.top > region.bottom:
            return False
        self._canvas.begin_content()
        return True

    def _fill_with(self, color: Color, *, text_size: float | None = None) -> None:
        mixed: tuple[float, ...] = color
        if self._processed:
            mixed = process(color) if text_size is None else process_of_text(color, text_size * self._leaf.scale)
        self._canvas.write(operators.fill_color(mixed))

    def _stroke_with(self, color: Color, thickness: float) -> None:
        mixed = process(color) if self._processed else color
        self._canvas.write(f"{operators.stroke_color(mixed)} {operators.number(thickness)} w")


class UntaggedError(RuntimeError):
    """Text would be seen but not heard: a mistake of ours."""

    def __init__(self, text: str) -> None:
        super().__init__(f'"{text}" belongs to no element; draw it within Page.element, figure or unsaid')


def _around(points: list[tuple[float, float]], thickness: float) -> Box:
    """The box around points and half of what is drawn at them."""
    across, down = [x for x, _ in points], [y for _, y in points]
    left, top = min(across) - thickness / 2, min(down) - thickness / 2
    return Box(left, top, max(across) - left + thickness / 2, max(down) - top + thickness / 2)
