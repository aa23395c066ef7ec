"""The languages of this kiosk, each by its own name."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Grid
from textual.widget import Widget

from kiosk.keys import BACK, bind
from kiosk.place import Place
from kiosk.requests import AskPin, Begin, ChooseLanguage, Request, Speak, StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.language_tiles import language_tiles, spoken_languages
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile

_STAFF = 0


class LanguagesScreen(KioskScreen):
    """Offers the other languages, and a door for staff; then goes back to where it was asked for.

    Args:
        place: Where it stands.
        back: What brings the screen before up again.
    """

    CSS_PATH = ["kiosk_screen.tcss", "languages.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(str(digit), f"speak({digit})", f"languages.speak-{digit}") for digit in range(1, 9)),
        bind(str(_STAFF), "staff", "languages.staff"),
        bind(BACK, "back", "languages.back"),
    ]

    def __init__(self, place: Place, back: Request) -> None:
        super().__init__(place)
        self._back = back

    def masthead(self) -> Masthead:
        """A word that is the same nearly everywhere."""
        return self.headed(self.place.language.name, self.say("Language"))

    def body(self) -> Iterable[Widget]:
        """A tile for each language."""
        yield Grid(*language_tiles(self.place.organisation.languages), id="languages")

    def keys(self) -> list[KeyTile]:
        """Back, and the way out, which on a locked kiosk is for staff alone."""
        back = KeyTile("-", self.say("back"), "back")
        if not self.place.has_way_out:
            return [back]
        words = self.say("for staff") if self.place.locked else self.say("leave the kiosk")
        return [back, KeyTile(str(_STAFF), words, "staff")]

    def spoken(self) -> list[str]:
        """Every language and its digit."""
        return spoken_languages(self.place.organisation.languages)

    def again(self) -> Request:
        """The same choice."""
        return ChooseLanguage(self._back)

    async def action_speak(self, digit: int) -> None:
        """Speak another language, where the visit stands; begin one if there is none."""
        codes = self.place.organisation.languages
        if digit > len(codes):
            return
        code = codes[digit - 1]
        await self.ask(Begin(code) if isinstance(self._back, StartOver) else Speak(code, self._back))

    async def action_staff(self) -> None:
        """Leave, or ask for the PIN."""
        if self.place.has_way_out:
            await self.ask(AskPin())

    async def action_back(self) -> None:
        """Go on in the same language."""
        await self.ask(self._back)
