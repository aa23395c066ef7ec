"""The kiosk as an app: which screen follows which, and everything that must outlive a screen."""

import asyncio
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.widget import Widget

from kiosk import requests as ask
from kiosk.idle import IdleWatch
from kiosk.keys import bind, is_plain
from kiosk.place import Place
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.screens.not_stored import NotStoredScreen
from kiosk.screens.out_of_order import OutOfOrderScreen
from kiosk.screens.question import QuestionScreen
from kiosk.screens.review import ReviewScreen
from kiosk.screens.team_picker import TeamPickerScreen
from kiosk.screens.thanks import ThanksScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.theme import THEME, kiosk_theme
from kiosk.upkeep import look_after
from kiosk.visit import Visit
from store import clock
from store.errors import SevenWaysError
from store.open import Store, create_store, open_store
from store.organisation import Organisation, Team

_TICK_SECONDS = 0.5
_REOPEN_SECONDS = 5.0
_NOBODY = Organisation(name="Seven Ways")


class KioskApp(App[None], inherit_bindings=False):
    """One kiosk on one data folder.

    Args:
        folder: The data folder.
        store: The store in it; None if it could not be opened.
        trouble: Why not, as a sentence for staff.
        locked: Whether nobody may leave from here, nor found an organisation.
        today: What day it is for an organisation.
        seconds: A clock that only ever grows, to notice that a visit was left alone.
        reopen_seconds: How often a kiosk that is out of order looks for its store.
    """

    TITLE = "Seven Ways"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [bind("f10", "leave", "app.leave")]

    #: Whether the thank-you screen offers to let the night pass.
    is_demo = False

    def __init__(
        self,
        folder: Path,
        store: Store | None,
        *,
        trouble: str = "",
        locked: bool = False,
        today: Callable[[Organisation], date] = clock.today,
        seconds: Callable[[], float] = time.monotonic,
        reopen_seconds: float = _REOPEN_SECONDS,
    ) -> None:
        super().__init__()
        self._folder = folder
        self._store = store
        self._trouble = trouble
        self._locked = locked
        self._today = today
        self._idle = IdleWatch(seconds)
        self._reopen_seconds = reopen_seconds
        self._is_storing = False
        self._days_closed_on: date | None = None
        self._notice: str | None = None
        self._wear_brand()

    async def on_mount(self) -> None:
        """Welcome the first person, and start to watch the clocks; when told to end, leave the terminal as it was."""
        with suppress(NotImplementedError):  # Windows ends programs otherwise
            for name in ("SIGTERM", "SIGHUP"):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name, signal.SIGTERM), self.exit)
        first = self._first_screen()
        first.fit(self.size)
        await self.push_screen(first)
        self.set_interval(_TICK_SECONDS, self.tick)

    async def on_event(self, event: events.Event) -> None:
        """Notice every touch and key, then let it do what it does."""
        if isinstance(event, events.InputEvent):
            self._idle.touch()
            if isinstance(event, events.Key) and (self._sees_too_little(event) or await self._is_any_key(event)):
                return
        await super().on_event(event)

    async def tick(self) -> None:
        """Drop a visit that was left alone; between visits look after the store."""
        screen, day = self.screen, self._day
        if self._is_storing or not isinstance(screen, KioskScreen):
            return
        if screen.belongs_to_visit and self._idle.is_over(self._organisation.timings.idle_seconds):
            await self.answer(ask.StartOver())
        elif isinstance(screen, WelcomeScreen) and self._store and screen.looked_after_on != day:
            screen.looked_after_on = day
            self.run_worker(self._look_after(self._store, screen, day), group="upkeep")

    async def answer(self, request: ask.Request) -> None:
        """Bring up the screen that somebody asked for.

        Raises:
            SevenWaysError: An organisation could not be founded.
        """
        match request:
            case ask.ChooseTeam():
                await self.show(TeamPickerScreen(self.place))
            case ask.RateTeam(team):
                await self.show(QuestionScreen(self.place, Visit(team)))
            case ask.AskAgain(visit):
                await self.show(QuestionScreen(self.place, visit))
            case ask.ReviewVisit(visit):
                await self.show(ReviewScreen(self.place, visit, self._day))
            case ask.StoreVisit(visit, on) if self._store:
                self._is_storing = True
                self.run_worker(self._save(self._store, visit, on), group="saving")
            case ask.PassNight(team):
                await self.pass_night(team)
            case ask.FoundOrganisation(organisation):
                self._store = create_store(self._folder, organisation)
                await self._welcome()
            case ask.Reopen():
                await self._reopen()
            case _:
                await self._welcome()

    async def show(self, screen: KioskScreen) -> None:
        """Replace the screen that is up; with it goes all that it held, the painted lines too.

        Textual 8.2 keeps what it painted for the last thousand widgets, gone or not: other people's answers, and so
        many objects that the garbage collector makes the next visitor wait. A refresh empties it.
        """
        gone = [*self.screen.walk_children(Widget, with_self=True)]
        screen.fit(self.size)
        await self.switch_screen(screen)
        for widget in gone:
            widget.refresh()

    async def pass_night(self, team: Team) -> None:
        """Nights pass by themselves, except in the demo."""

    def action_leave(self) -> None:
        """Leave, where that is allowed and nothing is being stored."""
        if not (self._locked or self._is_storing):
            self.exit()

    @property
    def _organisation(self) -> Organisation:
        return self._store.organisation if self._store else _NOBODY

    @property
    def _day(self) -> date:
        return self._today(self._organisation)

    @property
    def place(self) -> Place:
        """What the next screen is given."""
        return Place(self._organisation, self.answer, locked=self._locked, demo=self.is_demo)

    def _sees_too_little(self, event: events.Key) -> bool:
        """Whether a visitor pressed a key without seeing what it would do."""
        return is_plain(event) and isinstance(self.screen, KioskScreen) and self.screen.is_too_small

    async def _is_any_key(self, event: events.Key) -> bool:
        screen = self.screen
        return is_plain(event) and isinstance(screen, KioskScreen) and await screen.any_key(event.key)

    def _first_screen(self) -> KioskScreen:
        """The welcome; without a store the set-up, or on a locked kiosk an apology."""
        if self._store:
            return WelcomeScreen(self.place, self._notice)
        if self._locked:
            return OutOfOrderScreen(self.place, self._trouble, self._reopen_seconds)
        from kiosk.screens.set_up import SetUpScreen  # noqa: PLC0415 - needed once in the life of a kiosk

        return SetUpScreen(self.place)

    async def _welcome(self) -> None:
        self._wear_brand()
        await self.show(self._first_screen())

    def _wear_brand(self) -> None:
        """Dress in the organisation's colours."""
        self.register_theme(kiosk_theme(self._organisation.brand))
        self.theme = THEME

    async def _save(self, store: Store, visit: Visit, on: date) -> None:
        """Store a visit in a thread; only what is durable is thanked for."""
        save = partial(store.save, visit.team.key, visit.answers, extra_mile=visit.extra_mile, on=on)
        screen: KioskScreen
        try:
            await asyncio.to_thread(save)
            screen = ThanksScreen(self.place, visit.team)
        except SevenWaysError as error:
            screen = NotStoredScreen(self.place, visit, on, str(error))
        self._is_storing = False
        self._idle.touch()
        await self.show(screen)

    async def _look_after(self, store: Store, screen: WelcomeScreen, day: date) -> None:
        """Between two visits: take in edits, release days that are over, in a thread."""
        before = store.organisation
        self._notice = await asyncio.to_thread(look_after, store, day, close=self._days_closed_on != day)
        self._days_closed_on = None if self._notice else day
        if not (self.is_running and screen.is_current):
            return
        if store.organisation == before:
            screen.warn(self._notice)
        else:
            await self._welcome()

    async def _reopen(self) -> None:
        """See whether the store is back."""
        try:
            self._store = open_store(self._folder)
        except SevenWaysError as error:
            self._trouble = str(error)
        else:
            await self._welcome()
