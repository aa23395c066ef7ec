"""A poster is asked for: the code that proves by whom, shown this once."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from kiosk.keys import BACK, ENTER, bind
from kiosk.place import Place
from kiosk.requests import GiveCode, Request, StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile
from store.poster_requests import number_of, spaced


class PosterCodeScreen(KioskScreen):
    """Shows a code until somebody has copied it.

    Args:
        place: Where it stands.
        code: What was given to whoever asked.
    """

    CSS_PATH = ["kiosk_screen.tcss", "poster.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [bind(f"{ENTER},{BACK}", "done", "code.done")]
    serves_everybody = True

    def __init__(self, place: Place, code: str) -> None:
        super().__init__(place)
        self._code = code

    def masthead(self) -> Masthead:
        """That it is asked for."""
        return self.headed(self.say("A POSTER IS ASKED FOR"), self.say("Your code"))

    def body(self) -> Iterable[Widget]:
        """The code, and what it is good for."""
        yield Headline(spaced(self._code), id="code")
        for sentence in self._sentences():
            yield Headline(sentence, classes="say lead soft")

    def keys(self) -> list[KeyTile]:
        """Enter, or a step back: a slip on any other key must not take the code away."""
        return [KeyTile("Enter", self.say("I have it"), "done", id="main")]

    def spoken(self) -> list[str]:
        """The code letter by letter, and what it is good for."""
        return [self.say("Your code"), " ".join(self._code), *self._sentences()]

    def again(self) -> Request:
        """The same code."""
        return GiveCode(self._code)

    async def action_done(self) -> None:
        """Welcome the next person."""
        await self.ask(StartOver())

    def _sentences(self) -> list[str]:
        number = number_of(self._code)
        return [
            self.say("If a prize is drawn among those who ask, copy this code or photograph it: nobody else has it."),
            self.say("In the draw you are {number}, and the rest of the code proves that it is you.", number=number),
        ]
