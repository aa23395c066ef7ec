"""Which team served you?"""

from kiosk.place import Place
from kiosk.requests import ChooseTeam, RateTeam, Request, StartOver
from kiosk.screens.picker import PickerScreen
from kiosk.team_filter import home_first
from kiosk.widgets.masthead import Masthead
from store.organisation import Team


class TeamPickerScreen(PickerScreen[Team]):
    """Offers the teams that can be rated."""

    serves_everybody = True

    def __init__(self, place: Place) -> None:
        super().__init__(place, home_first(place.organisation, place.home_team))

    def masthead(self) -> Masthead:
        """The question, what was typed, and which page it is."""
        return self.headed(self.say("HOW DID THEY SERVE YOU?"), self.say("Which team?"), self.sign())

    def nothing(self) -> str:
        """Whom to tell."""
        return self.say("There is no team to rate yet. Please tell the person in charge of this kiosk.")

    def nothing_begins(self, letters: str) -> str:
        """That no team begins with these letters."""
        return self.say("no team begins so: {letters}", letters=letters)

    def more(self) -> str:
        """More teams."""
        return self.say("more teams")

    def foot(self) -> str:
        """That letters do something here."""
        return self.say("On a keyboard, type the first letters of the team.") if self.has_pages else ""

    def spoken(self) -> list[str]:
        """The teams of this page."""
        choices = [f"{digit}: {team.name}." for digit, team in enumerate(self.on_page, start=1)]
        more = [self.say("Plus: more teams.")] if self.has_pages else []
        return [self.question(), *choices, *more, self.say("Minus: back.")]

    def question(self) -> str:
        """What is asked, for a voice."""
        return self.say("Which team served you?")

    def again(self) -> Request:
        """The same choice, from the first page."""
        return ChooseTeam()

    async def choose(self, choice: Team) -> None:
        """Rate this team."""
        await self.ask(RateTeam(choice))

    async def leave(self) -> None:
        """Return to the welcome screen."""
        await self.ask(StartOver())
