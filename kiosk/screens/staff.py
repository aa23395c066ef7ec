"""What staff can do at a locked kiosk: let a class answer, make posters, leave it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Grid
from textual.widget import Widget

from kiosk.keys import BACK, bind
from kiosk.place import Place
from kiosk.requests import BeginSession, EndSession, Leave, MakePosters, StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile

_SHORT, _LONG = 60, 120


class StaffScreen(KioskScreen):
    """Offers what staff can do; it is left like a visit when nobody is there.

    Args:
        place: Where it stands.
        session_minutes: How long a class may still answer; 0 if there is none.
    """

    CSS_PATH = ["kiosk_screen.tcss", "staff.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("1", f"begin_session({_SHORT})", "staff.short-session"),
        bind("2", f"begin_session({_LONG})", "staff.long-session"),
        bind("3", "end_session", "staff.end-session"),
        bind("4", "make_posters", "staff.make-posters"),
        bind("9", "leave", "staff.leave"),
        bind(BACK, "back", "staff.back"),
    ]

    def __init__(self, place: Place, session_minutes: int) -> None:
        super().__init__(place)
        self._session_minutes = session_minutes

    def masthead(self) -> Masthead:
        """Whom this is for."""
        return self.headed(self.say("FOR STAFF"), self.say("What next?"))

    def body(self) -> Iterable[Widget]:
        """A class, or the end of this kiosk."""
        left = self._session_minutes
        yield Headline(
            self.say_many("A class may answer for {n} more minute.", "A class may answer for {n} more minutes.", left)
            if left
            else self.say("A class: many people may answer one after the other."),
            classes="say lead",
        )
        yield Grid(*self._tasks(), id="tasks")

    def _tasks(self) -> Iterable[Widget]:
        yield KeyTile("1", self.say("a class of one hour"), f"begin_session({_SHORT})")
        yield KeyTile("2", self.say("a class of two hours"), f"begin_session({_LONG})")
        yield KeyTile("3", self.say("the class is over"), "end_session")
        if self.place.sticks:
            yield KeyTile("4", self.say("print posters"), "make_posters")
        yield KeyTile("9", self.say("leave the kiosk"), "leave")

    def keys(self) -> list[KeyTile]:
        """Back to the visitors."""
        return [KeyTile("-", self.say("back"), "back")]

    async def action_begin_session(self, minutes: int) -> None:
        """Let a class answer."""
        await self.ask(BeginSession(minutes))

    async def action_end_session(self) -> None:
        """The class is over."""
        await self.ask(EndSession())

    async def action_make_posters(self) -> None:
        """Print posters, or save them on a stick."""
        if self.place.sticks:
            await self.ask(MakePosters())

    async def action_leave(self) -> None:
        """End the kiosk."""
        await self.ask(Leave())

    async def action_back(self) -> None:
        """Welcome the next person."""
        await self.ask(StartOver())
