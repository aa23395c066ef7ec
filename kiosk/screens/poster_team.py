"""Whose poster shall it be?"""

from kiosk.requests import AskForPoster, ChooseSheet, Request
from kiosk.screens.team_picker import TeamPickerScreen
from kiosk.widgets.masthead import Masthead
from store.organisation import Team


class PosterTeamScreen(TeamPickerScreen):
    """Offers the teams that have a poster, to somebody who wants one."""

    def masthead(self) -> Masthead:
        """What is chosen, what was typed, and which page it is."""
        return self.headed(self.say("ASK FOR A POSTER"), self.say("Whose?"), self.sign())

    def question(self) -> str:
        """What is asked, for a voice."""
        return self.say("Whose poster would you like?")

    def again(self) -> Request:
        """The same choice, from the first page."""
        return AskForPoster()

    async def choose(self, choice: Team) -> None:
        """Go on to what can be printed of this team."""
        await self.ask(ChooseSheet(choice))
