"""The seven icons, drawn by us: round strokes on a grid of 100 units, y downwards, each showing its behaviour."""

import math
from dataclasses import dataclass

from store.behaviors import Behavior

Point = tuple[float, float]
Curve = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke: where it starts, then points to go straight to or Bézier curves (two handles and an end)."""

    start: Point
    steps: tuple[Point | Curve, ...]


@dataclass(frozen=True, slots=True)
class Icon:
    """Strokes of one thickness, and filled dots.

    Attributes:
        strokes: The strokes, in the order in which they are drawn.
        dots: Middle and radius of each filled dot.
        thickness: Of the strokes, in units.
    """

    strokes: tuple[Stroke, ...]
    dots: tuple[tuple[float, float, float], ...] = ()
    thickness: float = 6.5


def icon_of(behavior: Behavior) -> Icon:
    """The icon that means a behaviour."""
    return _ICONS[behavior]


def _line(*points: Point) -> Stroke:
    return Stroke(points[0], points[1:])


def _arc(x: float, y: float, radius: float, start: float, end: float) -> Stroke:
    """A part of a circle, in degrees clockwise from the right, as curves of at most a quarter turn."""
    parts = max(1, math.ceil(abs(end - start) / 90))
    step = math.radians((end - start) / parts)
    handle = 4 / 3 * math.tan(step / 4) * radius
    curves: list[Point | Curve] = []
    for part in range(parts):
        first = math.radians(start) + part * step
        last = first + step
        here = (x + radius * math.cos(first), y + radius * math.sin(first))
        there = (x + radius * math.cos(last), y + radius * math.sin(last))
        curves.append(
            (
                here[0] - handle * math.sin(first),
                here[1] + handle * math.cos(first),
                there[0] + handle * math.sin(last),
                there[1] - handle * math.cos(last),
                *there,
            )
        )
    begin = math.radians(start)
    return Stroke((x + radius * math.cos(begin), y + radius * math.sin(begin)), tuple(curves))


def _circle(x: float, y: float, radius: float) -> Stroke:
    return _arc(x, y, radius, 0, 360)


def _rays(count: int, inner: float, outer: float) -> tuple[Stroke, ...]:
    turns = [2 * math.pi * index / count for index in range(count)]
    return tuple(
        _line(
            (50 + inner * math.cos(turn), 50 + inner * math.sin(turn)),
            (50 + outer * math.cos(turn), 50 + outer * math.sin(turn)),
        )
        for turn in turns
    )


def _smile(x: float, y: float, radius: float) -> Stroke:
    return _arc(x, y, radius, 25, 155)


#: A sun that smiles: good spirits.
_STAY_POSITIVE = Icon(
    (_circle(50, 50, 23), _smile(50, 49, 11), *_rays(8, 34, 44)),
    ((42.5, 44.5, 3.6), (57.5, 44.5, 3.6)),
)

#: The promised day on the calendar, ticked off.
_HONOR_COMMITMENTS = Icon(
    (
        Stroke(
            (26, 22),
            (
                (74, 22),
                (79, 22, 84, 27, 84, 32),
                (84, 76),
                (84, 81, 79, 86, 74, 86),
                (26, 86),
                (21, 86, 16, 81, 16, 76),
                (16, 32),
                (16, 27, 21, 22, 26, 22),
            ),
        ),
        _line((34, 12), (34, 29)),
        _line((66, 12), (66, 29)),
        _line((16, 41), (84, 41)),
        _line((35, 63), (46, 74), (66, 53)),
    )
)

#: Word going back and forth: two speech bubbles, one still talking.
_COMMUNICATE_OFTEN = Icon(
    (
        Stroke(
            (20, 14),
            (
                (58, 14),
                (64, 14, 69, 19, 69, 25),
                (69, 44),
                (69, 50, 64, 55, 58, 55),
                (36, 55),
                (23, 68),
                (23, 55),
                (20, 55),
                (14, 55, 9, 50, 9, 44),
                (9, 25),
                (9, 19, 14, 14, 20, 14),
            ),
        ),
        Stroke(
            (82, 36),
            (
                (88, 37, 91, 41, 91, 47),
                (91, 63),
                (91, 69, 87, 73, 81, 74),
                (79, 74),
                (79, 88),
                (65, 74),
                (52, 74),
                (47, 74, 43, 72, 41, 68),
            ),
        ),
    ),
    ((26, 34.5, 4), (39, 34.5, 4), (52, 34.5, 4)),
)

#: What one side needs and what the other can do, and the common ground that both agree on.
_NEGOTIATE_EXPECTATIONS = Icon(
    (_circle(37, 50, 30), _circle(63, 50, 30), _line((41.5, 51), (48, 58), (59, 43.5))),
)

#: Somebody walks out of a silo.
_STEP_OUT_OF_YOUR_SILO = Icon(
    (
        Stroke((44, 50), ((44, 34), (44, 6, 8, 6, 8, 34), (8, 89), (38, 89))),
        _line((8, 38), (44, 38)),
        _line((8, 63), (27, 63)),
        _line((73, 46), (69, 67), (80, 75), (82, 89)),
        _line((69, 67), (66, 78), (57, 89)),
        _line((59, 60), (64, 49), (73, 46), (81, 56), (91, 58)),
    ),
    ((77, 29, 8.5),),
)

#: Somebody smiles and raises a hat.
_BE_POLITE = Icon(
    (
        _circle(46, 67, 21),
        _smile(46, 66, 10),
        _line((20, 38), (74, 24)),
        Stroke((31, 35), ((28, 22), (25, 8, 56, 1, 60, 14), (63, 27))),
        Stroke((74, 24), ((84, 34, 91, 46, 90, 62), (88, 88))),
    ),
    ((39, 62, 3.4), (53, 62, 3.4)),
)

#: Two carry what is too much for one.
_BE_HELPFUL = Icon(
    (
        _line((34, 44), (66, 44), (66, 72), (34, 72), (34, 44)),
        _line((34, 62), (18, 46), (18, 68), (9, 89)),
        _line((18, 68), (26, 89)),
        _line((66, 62), (82, 46), (82, 68), (91, 89)),
        _line((82, 68), (74, 89)),
    ),
    ((18, 27, 8.5), (82, 27, 8.5)),
)

_ICONS = {
    Behavior.STAY_POSITIVE: _STAY_POSITIVE,
    Behavior.HONOR_COMMITMENTS: _HONOR_COMMITMENTS,
    Behavior.COMMUNICATE_OFTEN: _COMMUNICATE_OFTEN,
    Behavior.NEGOTIATE_EXPECTATIONS: _NEGOTIATE_EXPECTATIONS,
    Behavior.STEP_OUT_OF_YOUR_SILO: _STEP_OUT_OF_YOUR_SILO,
    Behavior.BE_POLITE: _BE_POLITE,
    Behavior.BE_HELPFUL: _BE_HELPFUL,
}
