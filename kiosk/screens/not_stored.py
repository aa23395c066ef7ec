"""The answers could not be stored: they stay in memory until the visitor decides."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import bind
from kiosk.place import Place
from kiosk.requests import StartOver, StoreVisit
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.visit import Visit
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile
from store.plain_text import shortened

_LONGEST_REASON = 300


class NotStoredScreen(KioskScreen):
    """Offers to try again or to drop the answers.

    Args:
        place: Where it stands.
        visit: The answers that are not stored yet.
        on: The day that they will be stored under.
        reason: Why they could not be stored, for the person in charge.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("enter", "try_again", "not-stored.try-again"),
        bind("escape", "drop", "not-stored.drop"),
    ]

    def __init__(self, place: Place, visit: Visit, on: date, reason: str) -> None:
        super().__init__(place)
        self._visit = visit
        self._on = on
        self._reason = reason
        self._storing = False

    def masthead(self) -> Masthead:
        """What went wrong, in two words."""
        return Masthead("SOMETHING IS IN THE WAY", "Not stored yet", sample=self.place.organisation.sample)

    def body(self) -> Iterable[Widget]:
        """A plain sentence for the visitor, the reason for staff."""
        yield Headline("Your answers are still here, but this kiosk cannot store them.", classes="say lead")
        yield Static(Content("Try again in a moment, or tell the person in charge:"), classes="say soft")
        yield Static(Content(shortened(self._reason, _LONGEST_REASON)), classes="say muted")

    def keys(self) -> list[KeyTile]:
        """Again, or not at all."""
        return [
            KeyTile("Enter", "try again", "try_again", id="main"),
            KeyTile("Esc", "drop my answers", "drop"),
        ]

    async def action_try_again(self) -> None:
        """Try to store the same answers."""
        if not self._storing:
            self._storing = True
            self.query_one("#main", KeyTile).say("storing")
            await self.ask(StoreVisit(self._visit, self._on))

    async def action_drop(self) -> None:
        """Forget the answers."""
        if not self._storing:
            await self.ask(StartOver())
