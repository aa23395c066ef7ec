"""What screens ask of the app: requests in the imperative, each with all it needs."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date

from kiosk.visit import Visit
from store.organisation import Organisation, Team


@dataclass(frozen=True, slots=True)
class ChooseTeam:
    """Ask which team served the visitor."""


@dataclass(frozen=True, slots=True)
class RateTeam:
    """Ask the seven questions about a team, from the first."""

    team: Team


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Go back from the review to the question that the visit stands at."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class ReviewVisit:
    """Show what would be stored."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class StoreVisit:
    """Store what the review showed, dated the day it showed."""

    visit: Visit
    on: date


@dataclass(frozen=True, slots=True)
class StartOver:
    """Forget everything and welcome the next person."""


@dataclass(frozen=True, slots=True)
class FoundOrganisation:
    """Write a new organisation and open its kiosk."""

    organisation: Organisation


@dataclass(frozen=True, slots=True)
class PassNight:
    """Let the night pass, in the demo, and show what it did to a team's scores."""

    team: Team


@dataclass(frozen=True, slots=True)
class Reopen:
    """Try again to open the store of a kiosk that is out of order."""


Request = (
    ChooseTeam | RateTeam | AskAgain | ReviewVisit | StoreVisit | StartOver | FoundOrganisation | PassNight | Reopen
)

#: How a screen asks: done when the next screen is up, so that the next key finds it.
Ask = Callable[[Request], Awaitable[None]]
