"""Where the service chain's names, arrows and numbers stand: pure geometry, in points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import dist, sqrt

from posters.drawing.paper import Box
from posters.sheets.chain_links import Chain, Known
from posters.sheets.chain_order import in_two_columns
from posters.sheets.chain_plates import Name, plates
from store.errors import DoesNotFitError

Point = tuple[float, float]

_SAMPLES = 32
_CORNERS = 8.0
_LANE = 60.0
_HEADS, _FEW_LINKS = (11.0, 8.0), 20
_PLAIN = 3.0
_THIN, _THICK, _CROWDED = 1.4, (4.0, 7.0), 0.62
"""Of lines: all alike before there are scores; where many meet at a plate the thickest takes this share of the room
between two, within bounds."""
_NUMBERS, _FEW_NUMBERS = (17.0, 15.0), 20
_AIR = 3.0
_ATTEMPTS = 60


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link on the page.

    Attributes:
        link: What it shows.
        points: From the supplier to where the head begins.
        thickness: Of its line.
        tip: Where the head ends, at the customer's plate.
        label: Where its number stands; None if it has none.
    """

    link: Known
    points: tuple[Point, ...]
    tip: Point
    thickness: float
    label: Box | None


@dataclass(frozen=True, slots=True)
class Plan:
    """All of it."""

    names: tuple[Name, ...]
    arrows: tuple[Arrow, ...]


def planned(chain: Chain, box: Box) -> Plan:
    """The chain in a box: names in two columns at its edges, arrows between them.

    Raises:
        DoesNotFitError: The names, or the numbers of the arrows, do not fit.
    """
    columns = in_two_columns(len(chain.teams), [(link.supplier, link.customer) for link in chain.links])
    names = plates(chain, columns, box)
    sides = {team: side for side, column in enumerate(columns) for team in column}
    arrows = _arrows(chain.links, {team: name.box for team, name in names.items()}, sides)
    return Plan(
        tuple(names[team] for column in columns for team in column),
        _labeled(arrows, [name.box for name in names.values()]),
    )


def _arrows(links: Sequence[Known], boxes: dict[int, Box], sides: dict[int, int]) -> list[Arrow]:
    """The arrows without numbers; those of one team leave and reach its plate at heights of their own."""
    ports = {team: _ports(team, links, boxes, sides) for team in boxes}
    head = _HEADS[0] if len(links) <= _FEW_LINKS else _HEADS[1]
    most = max((link.score.n for link in links if link.score), default=0)
    thin = _THIN if most or len(links) > _FEW_LINKS else _PLAIN
    narrowest = min(_step(boxes[team], len(ports[team])) for team in boxes)
    thick = max(_THICK[0], min(_THICK[1], narrowest * _CROWDED))
    reaches = _reaches(links, boxes, sides)
    made = []
    for index, link in enumerate(links):
        start = _edge(boxes[link.supplier], sides[link.supplier]), ports[link.supplier][index]
        tip = _edge(boxes[link.customer], sides[link.customer]), ports[link.customer][index]
        inward = 1 if sides[link.customer] == 0 else -1
        end = tip[0] + inward * head, tip[1]
        points = _curve(start, end, (sides[link.supplier], sides[link.customer]), reaches[index])
        share = sqrt(link.score.n / most) if link.score else 0.0
        made.append(Arrow(link, points, tip, thin + (thick - thin) * share, None))
    return made


def _step(plate: Box, links: int) -> float:
    """From one arrow at a plate to the next."""
    return (plate.height - _CORNERS) / max(1, links)


def _edge(plate: Box, side: int) -> float:
    return plate.right if side == 0 else plate.left


def _ports(team: int, links: Sequence[Known], boxes: dict[int, Box], sides: dict[int, int]) -> dict[int, float]:
    """At which height each link of a team meets its plate: in an order in which its own arrows do not cross."""
    own = [index for index, link in enumerate(links) if team in (link.supplier, link.customer)]
    here = boxes[team].middle[1]

    def order(index: int) -> tuple[int, float, int]:
        link = links[index]
        other = link.customer if link.supplier == team else link.supplier
        there = boxes[other].middle[1]
        if sides[other] != sides[team]:
            return 1, there, index
        return (0, -there, -index) if there < here else (2, -there, index)

    plate = boxes[team]
    step = _step(plate, len(own))
    return {
        index: plate.top + _CORNERS / 2 + step * (place + 0.5) for place, index in enumerate(sorted(own, key=order))
    }


def _reaches(links: Sequence[Known], boxes: dict[int, Box], sides: dict[int, int]) -> list[float]:
    """How far the handles of each curve reach into the middle.

    Arrows between teams of one side bend back; each runs outside those that it embraces, in a lane of its own.
    """
    middle = max(box.left for box in boxes.values()) - min(box.right for box in boxes.values())
    ends = [
        (sides[link.supplier], *sorted(boxes[team].middle[1] for team in (link.supplier, link.customer)))
        for link in links
    ]
    reaches = [middle * 0.5] * len(links)
    lanes: list[tuple[float, float, float, int]] = []
    for index in sorted(range(len(links)), key=lambda index: ends[index][2] - ends[index][1]):
        side, top, bottom = ends[index]
        if sides[links[index].customer] != side:
            continue
        inner = (lane for other, above, below, lane in lanes if other == side and top < below and above < bottom)
        lane = max(inner, default=0) + 1
        lanes.append((side, top, bottom, lane))
        reaches[index] = min(_LANE * lane, middle * 0.7)
    return reaches


def _curve(start: Point, end: Point, sides: tuple[int, int], reach: float) -> tuple[Point, ...]:
    """A cubic curve that leaves and arrives level."""
    away, back = (1 if side == 0 else -1 for side in sides)
    first, second = (start[0] + away * reach, start[1]), (end[0] + back * reach, end[1])
    return tuple(_at(start, first, second, end, step / _SAMPLES) for step in range(_SAMPLES + 1))


def _at(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
    return x, y


def _labeled(arrows: Sequence[Arrow], boxes: Sequence[Box]) -> tuple[Arrow, ...]:
    """The arrows with their numbers, each on its own arrow, off all plates and, if it can be, beside all others.

    Whichever finds no room goes first in the next attempt.

    Raises:
        DoesNotFitError: No attempt found room for all.
    """
    scored = [index for index, arrow in enumerate(arrows) if arrow.link.score is not None]
    order = sorted(scored, key=lambda index: dist(arrows[index].points[0], arrows[index].tip))
    for _ in range(_ATTEMPTS):
        placed: dict[int, Box] = {}
        for index in order:
            box = _label(arrows[index], arrows, (*boxes, *placed.values()), number_size(len(order)))
            if box is None:
                order = [index, *(other for other in order if other != index)]
                break
            placed[index] = box
        else:
            return tuple(replace(arrow, label=placed.get(index)) for index, arrow in enumerate(arrows))
    raise DoesNotFitError("The chain has too many links for one sheet; leave the least important ones out.")


def number_size(count: int) -> float:
    """The size of so many numbers."""
    return _NUMBERS[0] if count <= _FEW_NUMBERS else _NUMBERS[1]


def _label(arrow: Arrow, arrows: Sequence[Arrow], taken: Sequence[Box], size: float) -> Box | None:
    """The place on an arrow for its number that fewest other arrows run through; None if all are taken."""
    wide, high = size * 2.1, size * 1.26
    best: tuple[float, Box] | None = None
    for place in range(3, _SAMPLES - 2):
        x, y = arrow.points[place]
        box = Box(x - wide / 2, y - high / 2, wide, high)
        if any(_touch(box, other, _AIR) for other in taken):
            continue
        others = sum(_within(box, other.points) for other in arrows if other is not arrow)
        cost = others + abs(place - _SAMPLES / 2) / _SAMPLES
        if best is None or cost < best[0]:
            best = cost, box
    return best and best[1]


def _within(box: Box, points: Sequence[Point]) -> bool:
    return any(box.left <= x <= box.right and box.top <= y <= box.bottom for x, y in points)


def _touch(one: Box, other: Box, air: float) -> bool:
    beside = min(one.right, other.right) - max(one.left, other.left)
    deep = min(one.bottom, other.bottom) - max(one.top, other.top)
    return beside > -air and deep > -air
