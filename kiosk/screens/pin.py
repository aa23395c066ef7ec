"""The door for staff: only those who know the PIN get further."""

from kiosk.requests import EnterPin, Request
from kiosk.screens.number import NumberScreen
from kiosk.widgets.masthead import Masthead


class PinScreen(NumberScreen):
    """Asks for the PIN, and shows none of it."""

    longest = 64

    def masthead(self) -> Masthead:
        """Whom this is for."""
        return self.headed(self.say("FOR STAFF"), "PIN")

    def words(self) -> str:
        """What to type."""
        return self.say("Type the PIN of this kiosk.")

    def shown(self, typed: str) -> str:
        """As many stars as digits, as long as there is room."""
        return "#" * min(len(typed), 12)

    def request(self, typed: str) -> Request:
        """Look whether it is right."""
        return EnterPin(typed)
