"""What screens ask of the app: requests in the imperative, each with all it needs."""

from collections.abc import Awaitable, Callable
from datetime import date

import msgspec

from kiosk.visit import Visit
from store.organisation import Organisation, Team


class Request(msgspec.Struct, frozen=True):
    """Something that a screen wants; the app decides which screen comes next."""


class ChooseTeam(Request, frozen=True):
    """Ask which team served the visitor."""


class RateTeam(Request, frozen=True):
    """Ask the seven questions about a team, from the first."""

    team: Team


class AskAgain(Request, frozen=True):
    """Go back from the review to the question that the visit stands at."""

    visit: Visit


class ReviewVisit(Request, frozen=True):
    """Show what would be stored."""

    visit: Visit


class StoreVisit(Request, frozen=True):
    """Store what the review showed, dated the day it showed."""

    visit: Visit
    on: date


class StartOver(Request, frozen=True):
    """Forget everything and welcome the next person."""


class FoundOrganisation(Request, frozen=True):
    """Write a new organisation and open its kiosk."""

    organisation: Organisation


class PassNight(Request, frozen=True):
    """Let the night pass, in the demo, and show what it did to a team's scores."""

    team: Team


class Reopen(Request, frozen=True):
    """Try again to open the store of a kiosk that is out of order."""


#: How a screen asks: done when the next screen is up, so that the next key finds it.
Ask = Callable[[Request], Awaitable[None]]
