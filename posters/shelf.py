"""What can be printed, for people who choose it from a list; each sheet tells what it needs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from posters.drawing.paper import PAPERS
from store.behaviors import BEHAVIORS
from store.language import message

if TYPE_CHECKING:
    from posters.drawing.sheet import Sheet
    from posters.sheets.look import Look
    from store.behaviors import Behavior
    from store.open import Store
    from store.organisation import Organisation
    from store.scorecard import Scorecard

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
        make: Makes it from an open store; raises a SevenWaysError if scores cannot be read or a name does not fit.
        team: Whether it is about a team.
        behavior: Whether it is about one of the seven behaviours.
        links: Whether it is about links between teams.
        has_review: Whether there is one for the wall and one for a review.
        papers: Names of the papers that it goes on; the first suits it best.
    """

    name: str
    label: str
    make: "Callable[[Store, Order], Sheet]"
    team: Need = Need.NO
    behavior: Need = Need.NO
    links: bool = False
    has_review: bool = False
    papers: tuple[str, ...] = POSTER_PAPERS

    def can_be_made_for(self, organisation: "Organisation") -> bool:
        """Whether there is what it is about."""
        return (self.team is not Need.MUST or bool(organisation.open_teams)) and (
            not self.links or bool(organisation.links)
        )


# Each loads what it draws with when it is asked to: a list to choose from needs no drawing.


def _team(store: "Store", order: Order) -> "Sheet":
    from posters.sheets.team import team_sheet  # noqa: PLC0415

    card = store.scorecard(order.team or "", order.on)
    return team_sheet(card, order.look, "review" if order.for_review else "wall")


def _blank(store: "Store", order: Order) -> "Sheet":
    from posters.sheets.team.blank import blank_sheet  # noqa: PLC0415

    return blank_sheet(order.look, order.on)


def _progress(store: "Store", order: Order) -> "Sheet":
    from posters.sheets.progress import progress_sheet  # noqa: PLC0415

    return progress_sheet(store.scorecard(order.team or "", order.on), order.look)


def _organisation(store: "Store", order: Order) -> "Sheet":
    from posters.sheets.organisation import organisation_sheet  # noqa: PLC0415

    cards, organisation = store.scorecards(order.on), store.organisation
    shown = {team.key for team in organisation.open_teams}
    cards = replace(cards, teams=tuple(card for card in cards.teams if card.team in shown))
    return organisation_sheet(cards, order.look, sample=organisation.sample)


def _chain(store: "Store", order: Order) -> "Sheet":
    from posters.sheets.chain import chain_sheet  # noqa: PLC0415

    return chain_sheet(store.organisation, order.on, order.look)


def _handout(store: "Store", order: Order) -> "Sheet":
    from posters.sheets.handout.sheet import handout_sheet  # noqa: PLC0415

    return handout_sheet(order.behavior or BEHAVIORS[0], order.look, order.on, _card(store, order))


def _pack(store: "Store", order: Order) -> "Sheet":
    from posters.sheets.pack.booklet import pack_sheet  # noqa: PLC0415

    return pack_sheet(order.look, order.on, store.organisation.privacy.minimum, _card(store, order))


def _form(store: "Store", order: Order) -> "Sheet":
    from posters.sheets.form.sheet import form_sheet  # noqa: PLC0415

    organisation = store.organisation
    team = organisation.find(order.team) if order.team else None
    return form_sheet(organisation, team, order.on, order.look)


def _notice(store: "Store", order: Order) -> "Sheet":
    from posters.sheets.notice import notice_sheet  # noqa: PLC0415

    return notice_sheet(store.organisation, order.on, order.look)


def _card(store: "Store", order: Order) -> "Scorecard | None":
    """The scores of the team, where one is wanted."""
    return store.scorecard(order.team, order.on) if order.team else None


#: In the order in which they are offered. Slips are not among them: their codes are secrets, made by a command.
SHELF: tuple[Item, ...] = (
    Item("team", message("Team poster"), _team, team=Need.MUST, has_review=True),
    Item("progress", message("A team's year"), _progress, team=Need.MUST),
    Item("organisation", message("All teams"), _organisation),
    Item("chain", message("Who serves whom"), _chain, links=True),
    Item("blank", message("Empty team poster"), _blank),
    Item("notice", message("Notice about privacy"), _notice, papers=PAGE_PAPERS),
    Item("form", message("Check-in on paper"), _form, team=Need.MAY, papers=PAGE_PAPERS),
    Item("handout", message("Handout"), _handout, team=Need.MAY, behavior=Need.MUST, papers=PAGE_PAPERS),
    Item("pack", message("Trainer's booklet"), _pack, team=Need.MAY, papers=PAGE_PAPERS),
)
