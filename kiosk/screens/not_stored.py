"""The answers could not be stored: they stay in memory, and are tried again, while the visitor is here."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import BACK, ENTER, bind
from kiosk.place import Place
from kiosk.requests import Apologise, Request, SayNotStored, StartOver, StoreVisit
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.texts.wording import whom_to_tell
from kiosk.visit import Visit
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile
from store.plain_text import shortened

_LONGEST_REASON = 300

#: How long it waits before it tries again by itself.
AGAIN_SECONDS = 5.0


class NotStoredScreen(KioskScreen):
    """Tries again by itself, and offers to try now or to drop the answers.

    Args:
        place: Where it stands.
        visit: The answers that are not stored yet.
        on: The day that they will be stored under.
        reason: Why they could not be stored, for the person in charge.
        is_final: Whether trying again would be of no use.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind(ENTER, "try_again", "not-stored.try-again"),
        bind(BACK, "drop", "not-stored.drop"),
    ]
    serves_everybody = True

    def __init__(self, place: Place, visit: Visit, on: date, reason: str, is_final: bool) -> None:
        super().__init__(place)
        self._visit = visit
        self._on = on
        self._reason = reason
        self._is_final = is_final

    def masthead(self) -> Masthead:
        """What went wrong, in two words."""
        title = self.say("Not stored") if self._is_final else self.say("Not stored yet")
        return self.headed(self.say("SOMETHING IS IN THE WAY"), title)

    def body(self) -> Iterable[Widget]:
        """A plain sentence for the visitor, the reason for staff."""
        lead, advice = self._sentences()
        yield Headline(lead, classes="say lead")
        yield Static(Content(advice), classes="say soft")
        yield Static(self._shown_reason(), id="reason", classes="say muted")

    def keys(self) -> list[KeyTile]:
        """Again, or not at all."""
        drop = KeyTile("-", self.say("drop my answers"), "drop")
        return [drop] if self._is_final else [drop, KeyTile("Enter", self.say("try again"), "try_again", id="main")]

    def spoken(self) -> list[str]:
        """What went wrong, and the keys."""
        keys = [] if self._is_final else [self.say("Enter: try again.")]
        return [*self._sentences(), *keys, self.say("Minus: drop my answers.")]

    def keeps_trying(self, reason: str) -> bool:
        """Show the new reason, and let the visitor try too."""
        self._reason = reason
        self.query_one("#reason", Static).update(self._shown_reason())
        self.query_one("#main", KeyTile).show_words(self.say("try again"))
        return True

    def again(self) -> Request:
        """The same, with the same answers."""
        return SayNotStored(self._visit, self._on, self._reason, self._is_final)

    def when_left(self) -> Request:
        """A kiosk that cannot store lets nobody else answer in vain."""
        return StartOver() if self._is_final else Apologise(self._reason)

    def on_mount(self) -> None:
        """Try again by itself, as long as the visit lasts."""
        if not self._is_final:
            self.set_interval(AGAIN_SECONDS, partial(self.run_soon, "try_again"))

    async def action_try_again(self) -> None:
        """Try to store the same answers."""
        if not self._is_final:
            self.query_one("#main", KeyTile).show_words(self.say("storing"))
            await self.ask(StoreVisit(self._visit, self._on))

    async def action_drop(self) -> None:
        """Forget the answers."""
        await self.ask(self.when_left())

    def _shown_reason(self) -> Content:
        return Content(shortened(self._reason, _LONGEST_REASON))

    def _sentences(self) -> tuple[str, str]:
        tell = whom_to_tell(self.place.organisation, self.place.language)
        if self._is_final:
            return self.say("These answers cannot be stored."), tell
        lead = self.say("Your answers are still here, but this kiosk cannot store them.")
        again = self.say("It tries again by itself.")
        return lead, f"{again} {tell}"
