"""What screens ask of the app: requests in the imperative, each with all it needs."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from kiosk.visit import NoteFate, Visit
from store.abuse import Hold
from store.behaviors import Behavior
from store.organisation import Organisation, Team

if TYPE_CHECKING:
    from store.notes import Kind
    from store.poster_requests import SheetWish


class Request(msgspec.Struct, frozen=True):
    """Something that a screen wants; the app decides which screen comes next."""


# The visit, in its order


class Begin(Request, frozen=True):
    """Begin a visit.

    Attributes:
        language: Code of the language to speak; None for the usual one.
    """

    language: str | None = None


class AskSlip(Request, frozen=True):
    """Ask for the code of a slip.

    Attributes:
        complaint: What was wrong with the last one; empty for the first.
    """

    complaint: str = ""


class TakeSlip(Request, frozen=True):
    """Look whether a slip's code still allows a visit."""

    code: str


class ChooseTeam(Request, frozen=True):
    """Ask which team served the visitor."""


class RateTeam(Request, frozen=True):
    """Ask about a team, from the first question."""

    team: Team


class AskAgain(Request, frozen=True):
    """Ask the question that the visit stands at."""

    visit: Visit


class ReviewVisit(Request, frozen=True):
    """Show what would be stored today."""

    visit: Visit


class ShowReview(Request, frozen=True):
    """Show what would be stored.

    Attributes:
        on: Under which day.
    """

    visit: Visit
    on: date


class ChooseNoteKind(Request, frozen=True):
    """Ask what the one thing is that a visitor adds.

    Attributes:
        words: What was typed for it so far.
    """

    visit: Visit
    words: str


class ChooseNoteBehavior(Request, frozen=True):
    """Ask which behaviour a note is about."""

    visit: Visit
    words: str
    kind: "Kind"


class ChoosePhrase(Request, frozen=True):
    """Offer ready phrases for a note."""

    visit: Visit
    words: str
    kind: "Kind"
    behavior: Behavior | None


class WriteNote(Request, frozen=True):
    """Let a visitor type a note."""

    visit: Visit
    words: str
    kind: "Kind"
    behavior: Behavior | None


class StoreVisit(Request, frozen=True):
    """Store what the review showed, dated the day it showed."""

    visit: Visit
    on: date


class SayNotStored(Request, frozen=True):
    """Say that answers are not stored, and keep them while somebody is there.

    Attributes:
        reason: A sentence for staff.
        is_final: Whether trying again would be of no use.
    """

    visit: Visit
    on: date
    reason: str
    is_final: bool


class Thank(Request, frozen=True):
    """Say thank you for what is safe now.

    Attributes:
        hold: Why a manager looks at it first; None if it counts.
        note: What became of the note; None if there was none.
    """

    team: Team
    hold: Hold | None
    note: NoteFate | None = None


class StartOver(Request, frozen=True):
    """Forget everything and welcome the next person."""


# A poster, for whoever wants one


class AskForPoster(Request, frozen=True):
    """Ask which team's poster somebody wants."""


class ChooseSheet(Request, frozen=True):
    """Ask which sheet somebody wants of a team."""

    team: Team


class RequestPoster(Request, frozen=True):
    """Keep that somebody wants this sheet of a team."""

    team: Team
    sheet: "SheetWish"


class GiveCode(Request, frozen=True):
    """Show the code that proves whose request it is; nobody can show it again."""

    code: str


class RegretPoster(Request, frozen=True):
    """Say that a poster was not asked for.

    Attributes:
        reason: A sentence for staff; empty if there are requests enough already.
    """

    team: Team
    reason: str


# At any time of a visit


class ChooseLanguage(Request, frozen=True):
    """Show the languages; ``back`` brings the screen of now up again."""

    back: Request


class Speak(Request, frozen=True):
    """Speak a language from now on, and go back to where somebody wished for it."""

    language: str
    back: Request


class TurnContrast(Request, frozen=True):
    """Change between the usual colours and the high-contrast ones."""


class ReadAloud(Request, frozen=True):
    """Read this screen out, and all that follow in this visit."""


class ReadOn(Request, frozen=True):
    """Something else stands on this screen: read it out too, if that was asked for."""


# When there is nobody to answer


class Apologise(Request, frozen=True):
    """Say that the kiosk is out of order; answers that could not be stored are dropped.

    Attributes:
        reason: A sentence for staff.
    """

    reason: str


class Reopen(Request, frozen=True):
    """Try again to open and to write the store of a kiosk that is out of order."""


class WaitForOpening(Request, frozen=True):
    """Show the time until the kiosk opens.

    Attributes:
        now: Tells date and time at the kiosk.
        opens: When it opens next; None if it never does.
    """

    now: Callable[[], datetime]
    opens: datetime | None


# For staff


class SetUp(Request, frozen=True):
    """Ask whose kiosk this is."""


class FoundOrganisation(Request, frozen=True):
    """Write a new organisation and open its kiosk."""

    organisation: Organisation


class AskPin(Request, frozen=True):
    """Ask for the staff's PIN.

    Attributes:
        complaint: What was wrong with the last one; empty for the first.
    """

    complaint: str = ""


class EnterPin(Request, frozen=True):
    """Look whether a PIN is right."""

    pin: str


class ChooseStaffTask(Request, frozen=True):
    """Offer what staff can do, once the PIN was right.

    Attributes:
        session_minutes: How long a class may still answer; 0 if there is none.
    """

    session_minutes: int


class Leave(Request, frozen=True):
    """Leave the kiosk."""


class MakePosters(Request, frozen=True):
    """Let staff make posters."""


class BeginSession(Request, frozen=True):
    """Let a class answer one after the other, for so many minutes."""

    minutes: int


class EndSession(Request, frozen=True):
    """The class is over."""


class PassNight(Request, frozen=True):
    """Let the night pass, in the demo, and show what it did to a team's scores."""

    team: Team


#: How a screen asks: done when the next screen is up, so that the next key finds it.
Ask = Callable[[Request], Awaitable[None]]
