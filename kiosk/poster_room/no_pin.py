"""There is no PIN yet, so nobody gets in."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from kiosk.keys import ENTER, bind
from kiosk.requests import StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile


class NoPinScreen(KioskScreen):
    """Says who can change that, and how."""

    CSS_PATH = ["../screens/kiosk_screen.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [bind(ENTER, "try_again", "no-pin.try-again")]
    belongs_to_visit = False

    def masthead(self) -> Masthead:
        """What is behind this door."""
        return self.headed(self.say("FOR STAFF"), self.say("Posters"))

    def body(self) -> Iterable[Widget]:
        """One sentence."""
        yield Headline(
            self.say(
                "This room has no PIN yet: ask whoever looks after this computer to set one with the command "
                "{command}, then try again.",
                command="store pin",
            ),
            classes="say lead",
        )

    def keys(self) -> list[KeyTile]:
        """Look whether there is one now."""
        return [KeyTile("Enter", self.say("try again"), "try_again", id="main")]

    async def action_try_again(self) -> None:
        """Ask for the PIN, if there is one by now."""
        await self.ask(StartOver())
