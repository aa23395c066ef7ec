"""What somebody wants printed, choice by choice."""

import msgspec
from msgspec.structs import replace

from posters.shelf import SHELF, Item, Need
from store.behaviors import BEHAVIORS, Behavior
from store.organisation import Organisation


class Wish(msgspec.Struct, frozen=True):
    """All that is chosen about one sheet; always something that can be made.

    Attributes:
        sheet: Which one, by its name on the shelf.
        language: Code of the language that it speaks.
        paper: Name of the paper in the printer.
        team: Key of the team that it is about, if it is about one.
        behavior: The behaviour that it is about, if it is about one.
        for_review: Whether it is for a review, with every number, or for the wall.
        in_ink: Whether it is black on white, for little toner.
    """

    sheet: str
    language: str
    paper: str
    team: str | None = None
    behavior: Behavior | None = None
    for_review: bool = False
    in_ink: bool = False

    @property
    def item(self) -> Item:
        """The sheet as it stands on the shelf."""
        return next(item for item in SHELF if item.name == self.sheet)

    def of(self, item: Item, organisation: Organisation) -> "Wish":
        """The same wish for another sheet, as far as that sheet can fulfil it."""
        return _settled(replace(self, sheet=item.name), organisation)


def first_wish(organisation: Organisation) -> Wish:
    """What most people want: a poster of the first team, in the organisation's first language."""
    item = next(item for item in SHELF if item.can_be_made_for(organisation))
    return _settled(Wish(item.name, organisation.languages[0], item.papers[0]), organisation)


def _settled(wish: Wish, organisation: Organisation) -> Wish:
    """The wish with a team, behaviour and paper where its sheet must have one, and none where it cannot."""
    item = wish.item
    team = wish.team if item.team is not Need.NO else None
    if item.team is Need.MUST and team is None and organisation.open_teams:
        team = organisation.open_teams[0].key
    behavior = wish.behavior if item.behavior is not Need.NO else None
    if item.behavior is Need.MUST and behavior is None:
        behavior = BEHAVIORS[0]
    return replace(
        wish,
        team=team,
        behavior=behavior,
        paper=wish.paper if wish.paper in item.papers else item.papers[0],
        for_review=wish.for_review and item.has_review,
    )
