"""Which teams of the chain stand on the left, which on the right, and in which order, so that few arrows cross.

Layered layouts by a library were weighed: those that are alive weigh more than all of our posters, and none places
names of sixty letters. Two columns of at most thirteen need no more than patience.
"""

from collections.abc import Callable, Sequence
from itertools import combinations

Pair = tuple[int, int]
Place = tuple[int, float]
"""Side, 0 or 1, and height, 0 to 1."""

_LENGTH_COUNTS = 0.4
_SAME_SIDE = 0.35
"""An arrow that must bend back costs as much as one that runs over so much of the height."""
_ROUNDS = 4


def in_two_columns(teams: int, pairs: Sequence[Pair]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The teams of the left and of the right column, each from top to bottom; the same input gives the same order.

    Args:
        teams: How many there are.
        pairs: The links, each as the indices of its two teams.
    """
    order = list(range(teams))
    swaps = list(combinations(range(teams), 2))
    _improve(order, swaps, lambda: _length(_places(order), pairs))
    half = (teams + 1) // 2
    _improve(order, swaps, lambda: _crossings(_places(order), pairs) + _LENGTH_COUNTS * _length(_places(order), pairs))
    return tuple(order[:half]), tuple(order[half:])


def _improve(order: list[int], swaps: Sequence[Pair], cost: Callable[[], float]) -> None:
    """Swap teams in place as long as that lowers the cost."""
    lowest = cost()
    for _ in range(_ROUNDS):
        before = lowest
        for one, other in swaps:
            order[one], order[other] = order[other], order[one]
            found = cost()
            if found < lowest - 1e-9:
                lowest = found
            else:
                order[one], order[other] = order[other], order[one]
        if lowest == before:
            return


def _places(order: Sequence[int]) -> list[Place]:
    """Where each team stands."""
    half = (len(order) + 1) // 2
    places: list[Place] = [(0, 0.0)] * len(order)
    for index, team in enumerate(order):
        side, row = (0, index) if index < half else (1, index - half)
        places[team] = (side, (row + 0.5) / (len(order) - half if side else half))
    return places


def _length(places: Sequence[Place], pairs: Sequence[Pair]) -> float:
    ends = [(places[one], places[other]) for one, other in pairs]
    return sum(abs(one[1] - other[1]) + (_SAME_SIDE if one[0] == other[0] else 0) for one, other in ends)


def _crossings(places: Sequence[Place], pairs: Sequence[Pair]) -> int:
    """How many pairs of arrows cross."""
    ends = [tuple(sorted((places[one], places[other]))) for one, other in pairs]
    across = [(left[1], right[1]) for left, right in ends if left[0] != right[0]]
    bent = [(one[0], one[1], other[1]) for one, other in ends if one[0] == other[0]]
    count = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(across, 2))
    count += sum(top < ends_of[side] < bottom for side, top, bottom in bent for ends_of in across)
    return count + sum(a[0] == b[0] and _interlock(*a[1:], *b[1:]) for a, b in combinations(bent, 2))


def _interlock(top: float, bottom: float, other_top: float, other_bottom: float) -> bool:
    """Whether one bent arrow begins within the other and ends outside it."""
    return (top < other_top < bottom) != (top < other_bottom < bottom)
