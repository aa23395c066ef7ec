"""The kiosk as an app: the stage on which screens stand, and everything that must outlive a screen."""

import asyncio
import gc
import os
import signal
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.binding import BindingType
from textual.theme import Theme
from textual.widget import Widget

from kiosk.clocks import Clocks
from kiosk.course import Course
from kiosk.desk import Desk
from kiosk.idle import IdleWatch
from kiosk.keys import bind, heard, is_plain
from kiosk.place import Place
from kiosk.requests import AskPin
from kiosk.rotation import Rotation
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.screens.unattended import UnattendedScreen
from kiosk.sitting import Sitting
from kiosk.terminal.sealed import SealedApp
from kiosk.theme import few_colors_theme, high_contrast_theme, kiosk_theme
from kiosk.visit import Visit
from store.behaviors import BEHAVIORS
from store.open import Store
from store.organisation import Team

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver

    from kiosk.poster_room.sticks import Sticks
    from kiosk.screens.idle_warning import IdleWarning
    from kiosk.speech import Voice

_TICK_SECONDS = 0.5
_SCREENS = Path(__file__).parent / "screens"


class KioskApp(SealedApp, inherit_bindings=False):
    """One kiosk on one data folder.

    Attributes:
        crash: What ended it, if that was a mistake of ours.
        is_leaving: Whether it has been told to end.

    Args:
        folder: The data folder.
        store: The store in it; None if it could not be opened.
        trouble: Why not, as a sentence for staff.
        locked: Whether nobody may leave from here without the PIN, nor found an organisation.
        home_team: Key of the team that stands first here; None for the one that organisation.toml names.
        clocks: What time it is.
        voice: What reads screens out; None if there is none.
        few_colors: Whether the terminal cannot tell shades of a colour apart.
        sticks: Where staff can save posters; None if they cannot.
    """

    TITLE = "Seven Ways"
    BINDINGS: ClassVar[list[BindingType]] = [bind("f10", "leave", "app.leave")]

    #: Whether the thank-you screen offers to let the night pass.
    is_demo = False
    #: Whether this is the poster room, which takes no visits.
    is_poster_room = False
    #: Whether it wears its own colours yet.
    _is_dressed = False
    #: What leads from one screen to the next.
    course_type: ClassVar[type[Course]] = Course

    def __init__(
        self,
        folder: Path,
        store: Store | None,
        *,
        trouble: str = "",
        locked: bool = False,
        home_team: str | None = None,
        clocks: Clocks | None = None,
        voice: "Voice | None" = None,
        few_colors: bool = False,
        sticks: "Sticks | None" = None,
    ) -> None:
        super().__init__(driver_class=_terminal_driver())
        clocks = clocks or Clocks()
        self.crash: Exception | None = None
        self.is_leaving = False
        self._voice = voice
        self._few_colors = few_colors
        self._seconds = clocks.seconds
        self._idle = IdleWatch(clocks.seconds)
        self._desk = Desk(folder, store, trouble, clocks.seconds)
        rotation = Rotation(SystemRandom().randrange(len(BEHAVIORS)))
        place = Place(
            locked=locked,
            demo=self.is_demo,
            can_speak=voice is not None,
            home_team=home_team,
            posters=self.is_poster_room,
            sticks=sticks,
        )
        self.course = self.course_type(self, self._desk, rotation, clocks, place)
        self._is_prepared = False
        self._warning: IdleWarning | None = None
        self._dress()

    async def on_mount(self) -> None:
        """Start to watch the clocks, and welcome the first person; when told to end, leave the terminal as it was."""
        with suppress(NotImplementedError):  # Windows ends programs otherwise
            for name in ("SIGTERM", "SIGHUP"):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name, signal.SIGTERM), self.exit)
        self.set_interval(_TICK_SECONDS, partial(self.call_later, self.tick))
        self.call_after_refresh(self._make_ready)

    def on_unmount(self) -> None:
        """Leave no older visits behind; nobody may come for long."""
        self._desk.forget_old_visits(at_once=True)

    async def on_event(self, event: events.Event) -> None:
        """Notice every touch and key, give keys their plain names, then let them do what they do."""
        if isinstance(event, events.InputEvent):
            self._idle.touch()
            if await self._ends_warning():
                return
        if isinstance(event, events.Key) and not event.is_forwarded:
            event = heard(event, typing=self.focused is not None)
            if await self._is_taken(event):
                return
        await super().on_event(event)

    async def tick(self) -> None:
        """Drop a visit that was left alone; between visits look after the store and the opening hours.

        It runs in turn with the keys: a timer of its own would meet a screen half-way out.
        """
        self._desk.forget_old_visits()
        if self.course.is_storing or self.is_leaving:
            return
        screen, day = self.up, self.course.day
        if screen.belongs_to_visit or self.course.sitting != self.course.usual_sitting:
            await self._watch_idle(screen)
        elif isinstance(screen, UnattendedScreen):
            if screen.stands_while_open != self.course.is_open:
                await self.show(self.course.first_screen())
            elif screen.wants_care(day, self._seconds()):
                self._look_after(screen, day)

    # The stage of the course

    def get_default_screen(self) -> KioskScreen:
        """The first screen; brought up later, it would come after an empty one and have its styles worked out anew."""
        first = self.course.first_screen()
        first.fit(self.size)
        self.stylesheet.read_all(first.css_path)
        first._push_result_callback(self, None)  # noqa: SLF001 - Textual 8.2 cannot switch from a screen without one
        return first

    @property
    def up(self) -> KioskScreen:
        """The kiosk's screen that is up, below a warning too."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, KioskScreen))

    async def show(self, screen: KioskScreen) -> None:
        """Replace the screen that is up; with it goes all that it held, the painted lines too.

        Textual 8.2 keeps what it painted for the last thousand widgets, gone or not: other people's answers, and so
        many objects that the garbage collector makes the next visitor wait. A refresh empties it.
        """
        if self.is_leaving:  # keys may still be waiting, and Textual puts nothing on a new screen any more
            return
        await self._stop_warning()
        gone = [*self.screen.walk_children(Widget, with_self=True)]
        screen.fit(self.size)
        await self.switch_screen(screen)
        for widget in gone:
            widget.refresh()
        if isinstance(screen, UnattendedScreen):
            self.call_after_refresh(gc.collect)  # while nobody waits
        self.read_aloud()

    def serve(self, sitting: Sitting) -> None:
        """Wear the colours that somebody wishes for, and be silent unless asked to speak."""
        theme = self._theme_for(sitting)
        if self.available_themes.get(theme.name) != theme:
            self.register_theme(theme)
            if self.theme == theme.name:  # the organisation has changed its own; nothing else would tell the styles
                self.refresh_css(animate=False)
        self.theme = theme.name
        if self._voice and not sitting.spoken:
            self._voice.stop()

    def _dress(self) -> None:
        """Wear the organisation's colours from the start: a theme that comes later has all styles worked out twice."""
        theme = self._theme_for(self.course.sitting)
        self.register_theme(theme)
        self.set_reactive(KioskApp.theme, theme.name)
        self.set_class(self._few_colors, "-few-colors")
        self._is_dressed = True
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """The colours by name; none before it is dressed: Textual asks for those of a theme that nobody sees."""
        return super().get_css_variables() if self._is_dressed else {}

    def _theme_for(self, sitting: Sitting) -> Theme:
        if self._few_colors:
            return few_colors_theme()
        return high_contrast_theme() if sitting.high_contrast else kiosk_theme(self._desk.organisation.brand)

    def read_aloud(self) -> None:
        """Read out what is up, for somebody who asked for it."""
        if self._voice and self.course.sitting.spoken:
            words = " ".join(self.up.spoken())
            self._voice.say(words, self.course.sitting.language.code)

    def store_soon(self, visit: Visit, on: date) -> None:
        """Store a visit beside the message loop."""
        self._store(visit, on)

    async def pass_night(self, team: Team) -> None:
        """Nights pass by themselves, except in the demo."""

    def leave(self) -> None:
        """End the kiosk."""
        self.exit()

    def exit(self, result: None = None, return_code: int = 0, message: "RenderableType | None" = None) -> None:
        """End, as soon as what waits is done with."""
        self.is_leaving = True
        super().exit(result, return_code, message)

    async def action_leave(self) -> None:
        """Leave, with the PIN where that is needed."""
        await self.course.answer(AskPin())

    # Events

    def _make_ready(self) -> None:
        """Do what could wait for the first picture, and what each screen would make its first visitor wait for."""
        gc.enable()  # until here nothing is thrown away
        others = (path for path in sorted(_SCREENS.glob("*.tcss")) if not self.stylesheet.has_source(str(path)))
        self.stylesheet.read_all([*others])
        self.stylesheet.parse()

    async def _is_taken(self, event: events.Key) -> bool:
        """Whether a key is done with: of use as "any key", or pressed by somebody who sees too little of the screen."""
        screen = self.screen
        if not is_plain(event) or not isinstance(screen, KioskScreen):
            return False
        return screen.is_too_small or await screen.any_key(event)

    async def _ends_warning(self) -> bool:
        """Whether somebody came back to a visit; what they touched does nothing else."""
        if self._warning is None:
            return False
        await self._stop_warning()
        return True

    async def _stop_warning(self) -> None:
        if self._warning is not None:
            self._warning = None
            await self.pop_screen()

    async def _watch_idle(self, screen: KioskScreen) -> None:
        """Warn somebody who may be gone, then forget the visit."""
        timings = self._desk.organisation.timings
        if not timings.idle_seconds:
            return
        left = self._idle.left(timings.idle_seconds * (2 if self.course.sitting.spoken else screen.patience))
        if left <= 0:
            await self.course.answer(screen.when_left())
        elif self._warning is not None:
            self._warning.seconds = left
        elif left <= timings.warn_seconds and screen.belongs_to_visit:
            from kiosk.screens.idle_warning import IdleWarning  # noqa: PLC0415 - not for the first picture

            self._warning = IdleWarning(self.course.sitting.language, screen.warning, left)
            await self.push_screen(self._warning)

    @work(group="saving")
    async def _store(self, visit: Visit, on: date) -> None:
        """Store a visit, and say in turn with the keys what became of it."""
        self.call_later(self.course.tell, await self.course.store(visit, on))

    @work(group="upkeep")
    async def _look_after(self, screen: UnattendedScreen, day: date) -> None:
        """Between two visits: take in edits, release days that are over."""
        changed = await self._desk.look_after(day)
        if not self._is_prepared:
            self._is_prepared = True
            await asyncio.to_thread(self.course.prepare)
        self.call_later(self._bring_news, screen, changed)

    async def _bring_news(self, screen: UnattendedScreen, changed: bool) -> None:
        """Show what looking after the store has brought, in turn with the keys, if nobody has come in the meantime."""
        if not (self.is_running and screen.is_current and screen.children):
            return
        if changed:
            await self.show(self.course.first_screen())
        else:
            screen.bring(self._desk.notice, self._desk.news)

    def _handle_exception(self, error: Exception) -> None:
        """Remember what went wrong first, not what came of it; whoever runs the kiosk starts it anew."""
        self.crash = self.crash or error
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """Show visitors no traceback; whoever runs the kiosk writes it down."""


def _terminal_driver() -> "type[Driver] | None":
    """What takes keys from a terminal that strangers type on; None, for Textual's own, where there is no such."""
    if os.name != "posix":
        return None
    from kiosk.terminal.driver import TerminalDriver  # noqa: PLC0415 - cannot be loaded elsewhere

    return TerminalDriver
