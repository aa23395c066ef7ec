"""The door for staff: only those who know the PIN get further."""

from kiosk.place import Place
from kiosk.requests import AskPin, EnterPin, Request
from kiosk.screens.number import NumberScreen
from kiosk.widgets.masthead import Masthead


class PinScreen(NumberScreen):
    """Asks for the PIN, and shows none of it."""

    longest = 64

    def __init__(self, place: Place, complaint: str) -> None:
        super().__init__(place, complaint)
        self.serves_everybody = place.posters

    @property
    def belongs_to_visit(self) -> bool:
        """In the poster room this stands while nobody does, but digits are not left there."""
        return bool(self._typed) or not self.place.posters

    def masthead(self) -> Masthead:
        """Whom this is for."""
        return self.headed(self.say("POSTERS") if self.place.posters else self.say("FOR STAFF"), "PIN")

    def words(self) -> str:
        """What to type."""
        if self.place.posters:
            return self.say("Type the PIN, then press Enter.")
        return self.say("Type the PIN of this kiosk.")

    def again(self) -> Request:
        """The same, with nothing typed."""
        return AskPin()

    def shown(self, typed: str) -> str:
        """As many stars as digits, as long as there is room."""
        return "#" * min(len(typed), 12)

    def request(self, typed: str) -> Request:
        """Look whether it is right."""
        return EnterPin(typed)
