"""A poster was not asked for: enough wait to be printed, or the kiosk cannot keep the request."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import BACK, ENTER, bind
from kiosk.place import Place
from kiosk.requests import RegretPoster, Request, StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.texts.wording import whom_to_tell
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile
from store.organisation import LONGEST_NAME, Team
from store.plain_text import shortened

_LONGEST_REASON = 300


class PosterRegretScreen(KioskScreen):
    """Says why, and whom to tell.

    Args:
        place: Where it stands.
        team: Whose poster somebody wanted.
        reason: Why it was not kept, for the person in charge; empty if enough are asked for already.
    """

    CSS_PATH = ["kiosk_screen.tcss", "poster.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [bind(f"{ENTER},{BACK}", "done", "regret.done")]
    serves_everybody = True

    def __init__(self, place: Place, team: Team, reason: str) -> None:
        super().__init__(place)
        self._team = team
        self._reason = reason

    def masthead(self) -> Masthead:
        """The team."""
        return self.headed(self.say("ASK FOR A POSTER"), self._team.name)

    def body(self) -> Iterable[Widget]:
        """A plain sentence for whoever asked, the reason for staff."""
        lead, advice = self._sentences()
        yield Headline(lead, classes="say lead")
        yield Static(Content(advice), classes="say soft")
        yield Static(Content(shortened(self._reason, _LONGEST_REASON)), classes="say muted")

    def keys(self) -> list[KeyTile]:
        """On to the next person."""
        return [KeyTile("Enter", self.say("go on"), "done", id="main")]

    def spoken(self) -> list[str]:
        """The same sentences."""
        return [*self._sentences()]

    def again(self) -> Request:
        """The same."""
        return RegretPoster(self._team, self._reason)

    async def action_done(self) -> None:
        """Welcome the next person."""
        await self.ask(StartOver())

    def _sentences(self) -> tuple[str, str]:
        tell = whom_to_tell(self.place.organisation, self.place.language)
        if self._reason:
            return self.say("This kiosk cannot keep your request."), tell
        team = shortened(self._team.name, LONGEST_NAME)
        return self.say("Posters of {team} are asked for already, and wait to be printed.", team=team), tell
