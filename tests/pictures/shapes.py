"""Grounds and block characters as shapes, in a cell whose halves, quarters and eighths are whole numbers."""

from collections.abc import Iterator
from typing import NamedTuple

CELL_WIDTH, CELL_HEIGHT = 8, 16

# Unicode's block elements, U+2580 to U+259F: x, y, width and height of what each one fills.
_BLOCKS = {
    "▀": (0, 0, 8, 8),
    **{character: (0, 16 - 2 * eighths, 8, 2 * eighths) for eighths, character in enumerate("▁▂▃▄▅▆▇█", start=1)},
    **{character: (0, 0, eighths, 16) for eighths, character in enumerate("▏▎▍▌▋▊▉", start=1)},
    "▐": (4, 0, 4, 16),
    "▔": (0, 0, 8, 2),
    "▕": (7, 0, 1, 16),
}
_SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75}
_LEFT_TOP, _RIGHT_TOP, _LEFT_BELOW, _RIGHT_BELOW = (0, 0), (4, 0), (0, 8), (4, 8)
_CORNERS = {
    "▖": (_LEFT_BELOW,),
    "▗": (_RIGHT_BELOW,),
    "▘": (_LEFT_TOP,),
    "▝": (_RIGHT_TOP,),
    "▙": (_LEFT_TOP, _LEFT_BELOW, _RIGHT_BELOW),
    "▚": (_LEFT_TOP, _RIGHT_BELOW),
    "▛": (_LEFT_TOP, _RIGHT_TOP, _LEFT_BELOW),
    "▜": (_LEFT_TOP, _RIGHT_TOP, _RIGHT_BELOW),
    "▞": (_RIGHT_TOP, _LEFT_BELOW),
    "▟": (_RIGHT_TOP, _LEFT_BELOW, _RIGHT_BELOW),
}


class Shape(NamedTuple):
    """A rectangle, in eighths of a cell's width."""

    x: int
    y: int
    width: int
    height: int


class Paint(NamedTuple):
    """A colour such as ``#ffffff``, and how much of it there is."""

    fill: str
    opacity: float = 1


class Layer:
    """Shapes by their paint."""

    def __init__(self) -> None:
        self._shapes: dict[Paint, list[Shape]] = {}

    def add(self, paint: Paint, shape: Shape) -> None:
        """Put one shape down; no two may overlap."""
        self._shapes.setdefault(paint, []).append(shape)

    def drawn(self) -> Iterator[str]:
        """One path for each paint."""
        for paint, shapes in self._shapes.items():
            opacity = f' fill-opacity="{paint.opacity}"' if paint.opacity < 1 else ""
            lines = "\n".join(f"M{x} {y}h{width}v{height}h-{width}z" for x, y, width, height in _joined(shapes))
            yield f'<path fill="{paint.fill}"{opacity} d="\n{lines}"/>'


def _joined(shapes: list[Shape]) -> list[Shape]:
    """The same area in fewer shapes: first those of a row are joined, then those that stand below one another."""
    rows: list[Shape] = []
    for shape in sorted(shapes, key=lambda one: (one.y, one.height, one.x)):
        last = rows[-1] if rows else shape
        if (last.y, last.height, last.x + last.width) == (shape.y, shape.height, shape.x):
            rows[-1] = last._replace(width=last.width + shape.width)
        else:
            rows.append(shape)
    ends: dict[tuple[int, int, int], Shape] = {}
    for shape in sorted(rows, key=lambda one: (one.y, one.x)):
        above = ends.pop((shape.x, shape.width, shape.y), None)
        whole = Shape(above.x, above.y, above.width, above.height + shape.height) if above else shape
        ends[whole.x, whole.width, whole.y + whole.height] = whole
    return sorted(ends.values(), key=lambda one: (one.y, one.x))


def block(character: str, column: int, row: int) -> Iterator[tuple[float, Shape]]:
    """What a block character fills, with its opacity; nothing if it is none."""
    x, y = column * CELL_WIDTH, row * CELL_HEIGHT
    if character in _SHADES:
        yield _SHADES[character], Shape(x, y, CELL_WIDTH, CELL_HEIGHT)
    if found := _BLOCKS.get(character):
        left, top, width, height = found
        yield 1, Shape(x + left, y + top, width, height)
    for left, top in _CORNERS.get(character, ()):
        yield 1, Shape(x + left, y + top, CELL_WIDTH // 2, CELL_HEIGHT // 2)
