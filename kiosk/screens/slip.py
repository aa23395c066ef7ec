"""One voice, one slip: the code on it lets one person answer once."""

from kiosk.requests import AskSlip, Request, TakeSlip
from kiosk.screens.number import NumberScreen
from kiosk.widgets.masthead import Masthead


class SlipScreen(NumberScreen):
    """Asks for the number on a slip."""

    serves_everybody = True

    def masthead(self) -> Masthead:
        """What is asked for."""
        return self.headed(self.say("ONE VOICE, ONE SLIP"), self.say("Your slip"))

    def words(self) -> str:
        """Where the number stands, and that it tells nobody who answered."""
        return self.say("Type the number on your slip. We do not keep which slip gave which answers.")

    def request(self, typed: str) -> Request:
        """Look whether it is still good."""
        return TakeSlip(typed)

    def again(self) -> Request:
        """The same question."""
        return AskSlip()
