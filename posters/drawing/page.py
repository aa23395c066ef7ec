"""One page being drawn: the only file that speaks ReportLab's canvas. Points from the top left corner, y downwards."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from posters.drawing.icons import Icon
from posters.drawing.paper import Box, Paper
from posters.drawing.theme import Color
from posters.drawing.type import Face, placed, register_faces, width

Align = Literal["left", "center", "right"]

_PROGRAM = "Seven Ways"
_ROUND = 1


@dataclass(frozen=True, slots=True)
class About:
    """What a file's properties say of it.

    Attributes:
        title: Shown as the window's title.
        author: Whose sheet it is.
        subject: What it is.
        on: The day as of which it speaks, given as its date: the day of printing would change the bytes.
    """

    title: str
    author: str
    subject: str
    on: date


class Page:
    """A PDF of one page; the same calls give the same bytes."""

    def __init__(self, paper: Paper, about: About) -> None:
        register_faces()
        self._height = paper.height
        self._file = BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=(paper.width, paper.height),
            pageCompression=1,
            invariant=1,
            initialFontName=Face.MEDIUM.value,
            lang="en",
        )
        self._canvas.setTitle(about.title)
        self._canvas.setAuthor(about.author)
        self._canvas.setSubject(about.subject)
        self._canvas.setCreator(_PROGRAM)
        self._canvas.setDateFormatter(lambda *_clock: f"D:{about.on:%Y%m%d}")
        self._canvas.setLineCap(_ROUND)
        self._canvas.setLineJoin(_ROUND)

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
        """
        wide = width(text, face, size) + spacing * max(0, len(text) - 1)
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[align]
        self._canvas.setFillColorRGB(*color)
        line = self._canvas.beginText(left, self._height - baseline)
        line.setFont(face.value, size)
        if spacing:
            line.setCharSpace(spacing)
        for offset, part in placed(text, face):
            if offset:
                line.setTextOrigin(left + offset * size, self._height - baseline)
            line.textOut(part)
        if spacing:
            line.setCharSpace(0)
        self._canvas.drawText(line)
        return wide

    def fill(self, box: Box, color: Color, *, radius: float = 0.0) -> None:
        """Fill a box, with round corners if asked."""
        self._canvas.setFillColorRGB(*color)
        bottom = self._height - box.bottom
        if radius:
            self._canvas.roundRect(box.left, bottom, box.width, box.height, radius, stroke=0, fill=1)
        else:
            self._canvas.rect(box.left, bottom, box.width, box.height, stroke=0, fill=1)

    def rule(self, left: float, right: float, y: float, color: Color, thickness: float) -> None:
        """Draw a level line with round ends."""
        self._canvas.setStrokeColorRGB(*color)
        self._canvas.setLineWidth(thickness)
        self._canvas.line(left, self._height - y, right, self._height - y)

    def disc(self, x: float, y: float, radius: float, color: Color) -> None:
        """Fill a circle around a point.

        It is a line without length and with round ends, which PDF 1.7 (8.5.3.2) defines as a filled circle: exactly
        round, and quicker and shorter than four curves.
        """
        self.rule(x, x, y, color, 2 * radius)

    def ring(self, x: float, y: float, radius: float, color: Color, thickness: float) -> None:
        """Draw a circle; the stroke runs on the radius."""
        self._canvas.setStrokeColorRGB(*color)
        self._canvas.setLineWidth(thickness)
        self._canvas.circle(x, self._height - y, radius, stroke=1, fill=0)

    def triangle_up(self, x: float, baseline: float, size: float, color: Color) -> None:
        """Fill a triangle that points up, standing on a baseline from ``x``."""
        bottom = self._height - baseline
        path = self._canvas.beginPath()
        path.moveTo(x, bottom)
        path.lineTo(x + size, bottom)
        path.lineTo(x + size / 2, bottom + size * 0.9)
        path.close()
        self._canvas.setFillColorRGB(*color)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def icon(self, icon: Icon, box: Box, color: Color) -> None:
        """Draw an icon into a square box."""
        scale = box.width / 100
        canvas = self._canvas
        canvas.saveState()
        canvas.transform(scale, 0, 0, -scale, box.left, self._height - box.top)
        canvas.setStrokeColorRGB(*color)
        canvas.setFillColorRGB(*color)
        canvas.setLineWidth(icon.thickness)
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

    def finish(self) -> bytes:
        """The whole PDF."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()
