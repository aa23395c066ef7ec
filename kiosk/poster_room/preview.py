"""Paints a picture in half blocks: two pixels a cell, one above the other."""

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.strip import Strip
from textual.widget import Widget

from kiosk.widgets.tile import Tile

if TYPE_CHECKING:
    from posters.output.preview import Picture

_UPPER_HALF = "\N{UPPER HALF BLOCK}"


class Preview(Widget):
    """The first page of a sheet, as large as its place allows, in the middle of it.

    Args:
        picture: The page; None as long as there is none.
    """

    def __init__(self, picture: "Picture | None") -> None:
        super().__init__(id="preview")
        self._picture = picture
        self._painted: list[list[Segment]] = []
        self._painted_for: tuple[int, int] | None = None

    def show(self, picture: "Picture") -> None:
        """Change the picture."""
        self._picture = picture
        self._painted_for = None
        self.refresh()

    @property
    def place(self) -> tuple[float, float, float, float]:
        """Left, top, width and height, as shares of the whole screen."""
        region, size = self.region, self.screen.size
        return region.x / size.width, region.y / size.height, region.width / size.width, region.height / size.height

    def on_click(self, event: Click) -> None:
        """Look closer."""
        event.stop()
        self.post_message(Tile.Tapped("look_closer"))

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        columns, rows = self.size
        ground = self.rich_style
        if self._picture is None or columns < 1 or rows < 1:
            return Strip.blank(columns, ground)
        painted = self._paint(self._picture, columns, rows)
        place = y - (rows - len(painted)) // 2
        if not 0 <= place < len(painted):
            return Strip.blank(columns, ground)
        row = painted[place]
        left = (columns - len(row)) // 2
        spare = Segment(" " * left, ground), Segment(" " * (columns - len(row) - left), ground)
        return Strip([spare[0], *row, spare[1]], columns)

    def _paint(self, picture: "Picture", columns: int, rows: int) -> list[list[Segment]]:
        """The picture in cells, worked out once for each size."""
        if self._painted_for != (columns, rows):
            self._painted, self._painted_for = _painted(picture, columns, rows), (columns, rows)
        return self._painted


def _painted(picture: "Picture", columns: int, rows: int) -> list[list[Segment]]:
    """The picture in at most so many cells, with its own proportions."""
    from PIL import Image  # noqa: PLC0415 - comes with the first picture

    scale = min(columns / picture.width, 2 * rows / picture.height)
    width, height = max(1, int(picture.width * scale)), max(1, int(picture.height * scale / 2)) * 2
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.pixels)
    pixels = image.resize((width, height), Image.Resampling.BOX).tobytes()
    return [[_cell(pixels, width, x, y) for x in range(width)] for y in range(0, height, 2)]


def _cell(pixels: bytes, width: int, x: int, y: int) -> Segment:
    upper, lower = 3 * (y * width + x), 3 * ((y + 1) * width + x)
    color, ground = _hex(pixels[upper : upper + 3]), _hex(pixels[lower : lower + 3])
    return Segment(_UPPER_HALF, Style(color=color, bgcolor=ground))


def _hex(color: bytes) -> str:
    return f"#{color.hex()}"
