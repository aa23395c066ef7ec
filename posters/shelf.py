"""What can be printed, for people who choose it from a list; each sheet tells what it needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from posters.drawing.paper import PAPERS
from store.language import message

if TYPE_CHECKING:
    from posters.drawing.sheet import Sheet
    from posters.sheets.look import Look
    from store.behaviors import Behavior
    from store.open import Store

#: What suits a sheet comes first.
POSTER_PAPERS = tuple(PAPERS)
PAGE_PAPERS = ("letter", "a4")


class Need(Enum):
    """Whether a sheet is about one of many."""

    NO = "no"
    MAY = "may"
    MUST = "must"


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants printed.

    Attributes:
        on: The day as of which it speaks.
        look: How it shall look.
        team: Key of the team that it is about, where it is about one.
        behavior: The behaviour that it is about, where it is about one.
        for_review: Whether it is for the team's review, with every number, or for the wall.
    """

    on: date
    look: "Look"
    team: str | None = None
    behavior: "Behavior | None" = None
    for_review: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A sheet on the shelf.

    Attributes:
        name: What commands and files call it.
        label: What people call it; to be said in their language.
        make: Makes it from an open store.
        team: Whether it is about a team.
        behavior: Whether it is about one of the seven behaviours.
        has_review: Whether there is one for the wall and one for a review.
        papers: Names of the papers that it goes on; the first suits it best.
    """

    name: str
    label: str
    make: "Callable[[Store, Order], Sheet]"
    team: Need = Need.NO
    behavior: Need = Need.NO
    has_review: bool = False
    papers: tuple[str, ...] = POSTER_PAPERS


def _team(store: "Store", order: Order) -> "Sheet":
    """The team poster.

    Raises:
        SevenWaysError: There is no such team, its scores cannot be read, or a name does not fit.
    """
    from posters.sheets.team import team_sheet  # noqa: PLC0415 - a list to choose from needs no drawing

    card = store.scorecard(order.team or "", order.on)
    return team_sheet(card, order.look, "review" if order.for_review else "wall")


#: In the order in which they are offered.
SHELF: tuple[Item, ...] = (Item("team", message("Team poster"), _team, team=Need.MUST, has_review=True),)
