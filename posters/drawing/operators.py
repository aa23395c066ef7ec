"""What is drawn, as operators of a page's content (PDF 1.7, 8 and 9); points from the lower left corner, y upwards.

ReportLab's own calls give the same, but take several times as long: a poster has hundreds of them.
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from posters.drawing.icons import Icon

Point = tuple[float, float]

_HANDLE = 4 / 3 * math.tan(math.pi / 8)
"""How far from the ends of a quarter of a circle its handles lie, in radii."""
_CORNER = 0.5528
"""The same for the corner of a box, which ReportLab rounds by a hair more; so do we, to change no sheet."""


class Shown(NamedTuple):
    """A part of a line of text.

    Attributes:
        font: The font as the page calls it.
        string: The letters as that font's codes.
        ahead: How far from the beginning of the part before it, in ems; 0 directly after that part's end.
    """

    font: str
    string: str
    ahead: float


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A number to four decimals; kept, as much stands at the same place on every poster."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def numbers(*values: float) -> str:
    """Numbers in a row."""
    return " ".join(map(number, values))


@lru_cache(maxsize=64)
def fill_color(parts: tuple[float, ...]) -> str:
    """Fill with a colour: red, green and blue, or cyan, magenta, yellow and black."""
    return f"{numbers(*parts)} {'rg' if len(parts) == 3 else 'k'}"


@lru_cache(maxsize=64)
def stroke_color(parts: tuple[float, ...]) -> str:
    """Draw lines in a colour."""
    return fill_color(parts).upper()


def line(points: Sequence[Point]) -> str:
    """A path through points."""
    first, *others = points
    return " ".join((f"{numbers(*first)} m", *(f"{numbers(*point)} l" for point in others)))


def box(left: float, bottom: float, width: float, height: float) -> str:
    """A rectangle as a path."""
    return f"{numbers(left, bottom, width, height)} re"


def round_box(left: float, bottom: float, width: float, height: float, radius: float) -> str:
    """The same with round corners."""
    right, top, reach = left + width, bottom + height, radius * _CORNER
    a, b, c, d = left + radius, right - radius, bottom + radius, top - radius
    return (
        f"{numbers(a, bottom)} m {numbers(b, bottom)} l "
        f"{numbers(b + reach, bottom, right, c - reach, right, c)} c {numbers(right, d)} l "
        f"{numbers(right, d + reach, b + reach, top, b, top)} c {numbers(a, top)} l "
        f"{numbers(a - reach, top, left, d + reach, left, d)} c {numbers(left, c)} l "
        f"{numbers(left, c - reach, a - reach, bottom, a, bottom)} c h"
    )


def circle(x: float, y: float, radius: float) -> str:
    """A circle as a path."""
    reach, left, right, bottom, top = radius * _HANDLE, x - radius, x + radius, y - radius, y + radius
    return (
        f"{numbers(right, y)} m {numbers(right, y + reach, x + reach, top, x, top)} c "
        f"{numbers(x - reach, top, left, y + reach, left, y)} c "
        f"{numbers(left, y - reach, x - reach, bottom, x, bottom)} c "
        f"{numbers(x + reach, bottom, right, y - reach, right, y)} c"
    )


@lru_cache(maxsize=32)
def icon_strokes(icon: Icon) -> str:
    """The strokes of an icon as a path, in the icon's own units."""
    code: list[str] = []
    for stroke in icon.strokes:
        code.append(f"{numbers(*stroke.start)} m")
        code += (f"{numbers(*step)} {'l' if len(step) == 2 else 'c'}" for step in stroke.steps)
    return " ".join(code)


@lru_cache(maxsize=32)
def icon_dots(icon: Icon) -> str:
    """Its dots as a path, likewise; nothing if it has none."""
    return " ".join(circle(*dot) for dot in icon.dots)


def text(left: float, baseline: float, parts: Iterable[Shown], size: float, spacing: float) -> str:
    """A line of text.

    Each part is moved to its place. Kerning within a string would be shorter, but some who read text out of PDFs take
    two letters that stand close for two words.

    Args:
        left: Where it begins.
        baseline: Where its letters stand.
        parts: What it consists of.
        size: In points.
        spacing: Extra space after each letter, in points.
    """
    code = [f"BT 1 0 0 1 {numbers(left, baseline)} Tm"]
    if spacing:
        code.append(f"{number(spacing)} Tc")
    current = ""
    for font, string, ahead in parts:
        if ahead:
            code.append(f"{number(ahead * size)} 0 Td")
        if font != current:
            current = font
            code.append(f"{font} {number(size)} Tf")
        code.append(f"{string} Tj")
    if spacing:
        code.append("0 Tc")
    return " ".join((*code, "ET"))
