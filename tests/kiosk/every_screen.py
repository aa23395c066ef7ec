"""One of each screen of the kiosk, with a text from people wherever one can stand."""

from collections.abc import Iterator
from datetime import timedelta

from textual.screen import Screen

from kiosk import requests as ask
from kiosk.app import KioskApp
from kiosk.poster_room import requests as posters
from kiosk.screens import choice
from kiosk.screens.idle_warning import IdleWarning
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.screens.night import NightScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.visit import Note, NoteFate, Visit
from store.abuse import Hold
from store.behaviors import BEHAVIORS
from store.notes import Kind
from store.organisation import Team
from tests.kiosk.poster_room import a_press
from tests.kiosk.standing import Clock

#: More of a kind that is there anyway.
ALIKE = (
    "question-3",
    "question-4",
    "question-5",
    "question-6",
    "question-7",
    "thanks-too",
    "thanks-burst",
    "thanks-all",
)


def every_screen(app: KioskApp, team: Team, text: str) -> Iterator[tuple[str, KioskScreen]]:
    """Each screen that stands by itself, in all its states that differ, with a name for each."""
    place = app.course.place
    yield "welcome", WelcomeScreen(place)
    yield "night", NightScreen(place, team)
    for name, request in (*_requests(team, text), *_poster_room(app, text)):
        yield name, choice.screen_for(request, place)


def every_kind_of_screen(app: KioskApp, team: Team, text: str) -> Iterator[tuple[str, KioskScreen]]:
    """The same without those that differ from another in nothing but what we say on them."""
    return ((name, screen) for name, screen in every_screen(app, team, text) if not name.startswith(ALIKE))


def above_a_screen(app: KioskApp) -> list[Screen[None]]:
    """Screens that stand above another."""
    return [IdleWarning(app.course.sitting.language, KioskScreen(app.course.place).warning, 15)]


def _requests(team: Team, text: str) -> Iterator[tuple[str, ask.Request]]:
    visit, clock = Visit(team), Clock()
    praise = Note(Kind.PRAISE, BEHAVIORS[0], text)
    rated = Visit(team, answers={behavior: 1 + number % 5 for number, behavior in enumerate(BEHAVIORS)})
    noted = Visit(team, answers=rated.answers, note=praise, extra_mile=True)
    yield "picker", ask.ChooseTeam()
    for step, behavior in enumerate(BEHAVIORS):
        yield f"question-{behavior.number}", ask.AskAgain(rated.at(step) if step == 1 else visit.at(step))
    yield "review", ask.ShowReview(rated, clock.day)
    yield "review-note", ask.ShowReview(noted, clock.day)
    yield "review-empty", ask.ShowReview(visit, clock.day)
    yield "note-kind", ask.ChooseNoteKind(rated, "")
    yield "note-behavior", ask.ChooseNoteBehavior(rated, "", Kind.TERRIBLE_STORY)
    for kind in Kind:
        yield f"note-phrase-{kind}", ask.ChoosePhrase(rated, "", kind, BEHAVIORS[4])
    yield "note-words", ask.WriteNote(rated, text[:280], Kind.EXPECTATION, BEHAVIORS[4])
    yield "not-stored", ask.SayNotStored(visit, clock.day, text, False)
    yield "not-stored-ever", ask.SayNotStored(visit, clock.day, text, True)
    for hold in (None, *Hold):
        yield f"thanks-{hold or 'counted'}", ask.Thank(team, hold, None)
    for fate in NoteFate:
        yield f"thanks-note-{fate}", ask.Thank(team, None, fate)
    yield "thanks-all-at-once", ask.Thank(team, Hold.TOO_FAST, NoteFate.LOST)
    yield "poster-team", ask.AskForPoster()
    yield "poster-sheet", ask.ChooseSheet(team)
    yield "poster-code", ask.GiveCode("WWWWMMMWMWM")
    yield "poster-asked-already", ask.RegretPoster(team, "")
    yield "poster-not-kept", ask.RegretPoster(team, text)
    yield "slip", ask.AskSlip()
    yield "slip-again", ask.AskSlip(text)
    yield "languages", ask.ChooseLanguage(ask.ChooseTeam())
    yield "out-of-order", ask.Apologise(text)
    yield "closed", ask.WaitForOpening(clock.moment, clock.moment() + timedelta(hours=15))
    yield "closed-for-good", ask.WaitForOpening(clock.moment, None)
    yield "set-up", ask.SetUp()
    yield "pin", ask.AskPin()
    yield "pin-again", ask.AskPin(text)
    yield "staff", ask.ChooseStaffTask(0)
    yield "staff-class", ask.ChooseStaffTask(59)


def _poster_room(app: KioskApp, text: str) -> Iterator[tuple[str, ask.Request]]:
    store = app._desk._store
    assert store is not None
    sheet = posters.MakeSheet(a_press(store, text or "A brand color was too pale and is printed darker."))
    options = tuple(posters.Option(text or f"Printer {number}", sheet) for number in range(1, 12))
    yield "poster-room", sheet
    yield "poster-room-choice", posters.ChooseOption("Which printer?", options, sheet)
    yield "poster-room-without-pin", posters.SayNoPin()
