"""The names of the service chain on plates at the left and the right edge of a box; lengths in points."""

from collections.abc import Sequence
from dataclasses import dataclass

from posters.drawing.paper import Box
from posters.drawing.type import Face, Fitted, fit
from posters.sheets.chain_links import Chain
from store.errors import DoesNotFitError

SMALLEST = 14.0
NAME_PITCH = 1.14
_LARGEST, _LARGEST_OF_MANY = 34.0, 18.0
_LINES = 3
_PAD, _RIM = 10.0, 9.0
_FEW, _FEW_SHARE, _SHARES = 10, 0.30, (0.235, 0.27, 0.31, 0.345)
"""Up to so many teams the names take this share of the width; otherwise the smallest in which they fit."""
_BETWEEN, _MOST_GROWTH = 5.0, 84.0


@dataclass(frozen=True, slots=True)
class Name:
    """A team's name on its plate."""

    text: Fitted
    box: Box


def plates(chain: Chain, columns: Sequence[Sequence[int]], box: Box) -> dict[int, Name]:
    """The names of two columns of teams, by team.

    Raises:
        DoesNotFitError: Even the largest share of the width is too small.
    """
    return _plates(chain, columns, box, (_FEW_SHARE,) if len(chain.teams) <= _FEW else _SHARES)


def _plates(chain: Chain, columns: Sequence[Sequence[int]], box: Box, shares: Sequence[float]) -> dict[int, Name]:
    wide = box.width * shares[0]
    boxes = [Box(left, box.top, wide, box.height) for left in (box.left, box.right - wide)]
    try:
        left, right = (_column(chain, *each) for each in zip(columns, boxes, strict=True))
    except DoesNotFitError:
        if len(shares) == 1:
            raise
        return _plates(chain, columns, box, shares[1:])
    return left | right


def _column(chain: Chain, teams: Sequence[int], box: Box) -> dict[int, Name]:
    """Plates from top to bottom, as high as there is room and as their names need."""
    room = box.width - 2 * _PAD
    largest = _LARGEST if len(chain.teams) <= _FEW else _LARGEST_OF_MANY
    needs = [_need(chain.teams[team], room) for team in teams]
    free = box.height - sum(needs) - _BETWEEN * (len(teams) - 1)
    if free < 0:
        longest = max((chain.teams[team] for team in teams), key=len)
        message = f'The names of {len(chain.teams)} linked teams do not fit; give "{longest}" a shorter one.'
        raise DoesNotFitError(message)
    growth = min(free * 0.6 / len(teams), _MOST_GROWTH)
    gap = (box.height - sum(needs) - growth * len(teams)) / len(teams)
    placed, top = {}, box.top + gap / 2
    for team, need in zip(teams, needs, strict=True):
        plate = Box(box.left, top, box.width, need + growth)
        placed[team] = Name(_fitted(chain.teams[team], room, plate.height, largest), plate)
        top += plate.height + gap
    return placed


def _need(name: str, room: float) -> float:
    fitted = fit(
        name, Face.BOLD, room, sizes=(SMALLEST, SMALLEST), leading=(SMALLEST,) * _LINES, what="the team's name"
    )
    return len(fitted.lines) * SMALLEST * NAME_PITCH + _RIM


def _fitted(name: str, room: float, height: float, largest: float) -> Fitted:
    leading = [(height - _RIM) / (lines * NAME_PITCH) + 0.01 for lines in range(1, _LINES + 1)]
    return fit(name, Face.BOLD, room, sizes=(largest, SMALLEST), leading=leading, what="the team's name")
