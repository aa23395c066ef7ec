"""One of the choices about a sheet: which team, which language, which printer."""

from kiosk.place import Place
from kiosk.poster_room.requests import ChooseOption, Option
from kiosk.poster_room.words import logged_out_in
from kiosk.requests import Request
from kiosk.screens.picker import PickerScreen
from kiosk.widgets.masthead import Masthead


class OptionsScreen(PickerScreen[Option]):
    """Offers what there is.

    Args:
        place: Where it stands.
        title: What it is.
        options: What there is.
        back: What comes if none is chosen.
    """

    CSS_PATH = ["../screens/kiosk_screen.tcss", "../screens/picker.tcss"]  # noqa: RUF012 - typed by Screen
    patience = 2

    def __init__(self, place: Place, title: str, options: tuple[Option, ...], back: Request) -> None:
        super().__init__(place, options)
        self._title_text = title
        self._back = back

    def masthead(self) -> Masthead:
        """What can be chosen here."""
        return self.headed(self.say("POSTERS"), self._title_text, self.sign())

    def nothing(self) -> str:
        """That there is nothing to choose."""
        return self.say("There is nothing to choose from.")

    def nothing_begins(self, letters: str) -> str:
        """That nothing begins with these letters."""
        return self.say("nothing begins so: {letters}", letters=letters)

    def more(self) -> str:
        """The next page."""
        return self.say("more")

    def foot(self) -> str:
        """That letters do something here."""
        return self.say("On a keyboard, type the first letters.") if self.has_pages else ""

    def spoken(self) -> list[str]:
        """What there is on this page."""
        choices = [f"{digit}: {option.name}." for digit, option in enumerate(self.on_page, start=1)]
        return [self._title_text, *choices, self.say("Minus: back.")]

    def again(self) -> Request:
        """The same choice, from the first page."""
        return ChooseOption(self._title_text, self._all, self._back)

    def warning(self, seconds: int) -> str:
        """That staff will be logged out."""
        return logged_out_in(self.place.language, seconds)

    async def choose(self, choice: Option) -> None:
        """Do what it stands for."""
        await self.ask(choice.request)

    async def leave(self) -> None:
        """Back to the sheet."""
        await self.ask(self._back)
