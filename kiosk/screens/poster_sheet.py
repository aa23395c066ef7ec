"""What can be asked for: the poster, the year behind it, the handouts."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import BACK, bind
from kiosk.place import Place
from kiosk.requests import AskForPoster, ChooseSheet, Request, RequestPoster
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.option_tile import OptionTile
from kiosk.widgets.tile import KeyTile
from store.language import message
from store.organisation import Team
from store.poster_requests import SheetWish

_SHEETS = {
    1: (SheetWish.TEAM, message("The poster with the team's scores")),
    2: (SheetWish.PROGRESS, message("The team's last twelve months")),
    3: (SheetWish.HANDOUT, message("Seven pages: what each way looks like")),
}
_WHAT_IS_KEPT = message("Only the team, the sheet, the month and a random number are kept: no name.")


class PosterSheetScreen(KioskScreen):
    """Asks which sheet somebody wants; choosing one asks for it.

    Args:
        place: Where it stands.
        team: Whose it is.
    """

    CSS_PATH = ["kiosk_screen.tcss", "poster.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(str(digit), f"choose({digit})", f"sheet.choose-{digit}") for digit in _SHEETS),
        bind(BACK, "back", "sheet.back"),
    ]
    serves_everybody = True

    def __init__(self, place: Place, team: Team) -> None:
        super().__init__(place)
        self._team = team

    def masthead(self) -> Masthead:
        """The team."""
        return self.headed(self.say("ASK FOR A POSTER"), self._team.name)

    def body(self) -> Iterable[Widget]:
        """A tile for each sheet, and what is kept."""
        options = self._options()
        peers = list(options.values())
        yield Vertical(*(OptionTile(digit, words, peers=peers) for digit, words in options.items()), id="options")
        yield Static(Content(self.say(_WHAT_IS_KEPT)), id="kept")

    def keys(self) -> list[KeyTile]:
        """One step back."""
        return [KeyTile("-", self.say("back"), "back")]

    def spoken(self) -> list[str]:
        """What each digit asks for, and what is kept."""
        options = [f"{digit}: {words}." for digit, words in self._options().items()]
        return [self._team.name, *options, self.say(_WHAT_IS_KEPT), self.say("Minus: back.")]

    def again(self) -> Request:
        """The same choice."""
        return ChooseSheet(self._team)

    async def action_choose(self, digit: int) -> None:
        """Ask for the sheet under a digit."""
        await self.ask(RequestPoster(self._team, _SHEETS[digit][0]))

    async def action_back(self) -> None:
        """Back to the teams."""
        await self.ask(AskForPoster())

    def _options(self) -> dict[int, str]:
        return {digit: self.say(words) for digit, (_, words) in _SHEETS.items()}
