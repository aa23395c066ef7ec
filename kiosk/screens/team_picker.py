"""Which team served you? Nine to a page, a digit for each; letters find one among hundreds."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Grid
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import BACK, ENTER, NEXT, bind
from kiosk.place import Place
from kiosk.requests import ChooseTeam, RateTeam, Request, StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.team_filter import home_first, matching
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.team_tile import TeamTile
from kiosk.widgets.tile import KeyTile
from store.organisation import LONGEST_NAME, Team

PAGE_SIZE = 9


class TeamPickerScreen(KioskScreen):
    """Offers the teams that can be rated."""

    CSS_PATH = ["kiosk_screen.tcss", "team_picker.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(str(digit), f"choose({digit})", f"picker.choose-{digit}") for digit in range(1, 10)),
        bind(NEXT, "next_page", "picker.next-page"),
        bind(ENTER, "choose_first", "picker.choose-first"),
        bind(BACK, "back", "picker.back"),
    ]
    serves_everybody = True

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._page = 0
        self._typed = ""
        self._all = home_first(place.organisation, place.home_team)
        self._found = self._all

    def masthead(self) -> Masthead:
        """The question, what was typed, and which page it is."""
        return self.headed(self.say("HOW DID THEY SERVE YOU?"), self.say("Which team?"), self._sign())

    def body(self) -> Iterable[Widget]:
        """A tile for each team of the page."""
        if not self._all:
            nobody = self.say("There is no team to rate yet. Please tell the person in charge of this kiosk.")
            yield Static(Content(nobody), id="no-team")
            return
        yield Grid(*(TeamTile(digit) for digit in range(1, PAGE_SIZE + 1)), id="teams")

    def keys(self) -> list[KeyTile]:
        """More teams, and back."""
        back = KeyTile("-", self.say("back"), "back")
        if len(self._all) <= PAGE_SIZE:
            return [back]
        return [KeyTile("+", self.say("more teams"), "next_page"), back]

    def foot(self) -> str:
        """That letters do something here."""
        return self.say("On a keyboard, type the first letters of the team.") if len(self._all) > PAGE_SIZE else ""

    def spoken(self) -> list[str]:
        """The teams of this page."""
        choices = [f"{digit}: {team.name}." for digit, team in enumerate(self._on_page, start=1)]
        more = [self.say("Plus: more teams.")] if self._pages > 1 else []
        return [self.say("Which team served you?"), *choices, *more, self.say("Minus: back.")]

    def again(self) -> Request:
        """The same choice, from the first page."""
        return ChooseTeam()

    def on_mount(self) -> None:
        """Show the first nine."""
        self._show_page()

    async def any_key(self, event: Key) -> bool:
        """Take letters, and digits that follow them; Backspace takes the last one back."""
        letter = event.character or ""
        if event.key == "backspace" and self._typed:
            self._find(self._typed[:-1])
            return True
        if len(letter) == 1 and (letter.isalpha() or (self._typed and (letter.isalnum() or letter == " "))):
            self._find((self._typed + letter)[:LONGEST_NAME])
            return True
        return False

    async def action_choose(self, digit: int) -> None:
        """Rate the team at this place of the page."""
        if digit <= len(self._on_page):
            await self.ask(RateTeam(self._on_page[digit - 1]))

    async def action_choose_first(self) -> None:
        """Rate the first team that the letters found."""
        if self._typed:
            await self.action_choose(1)

    def action_next_page(self) -> None:
        """Turn to the next nine, after the last to the first."""
        self._page = (self._page + 1) % self._pages
        self._show_page()

    async def action_back(self) -> None:
        """Forget the letters, or turn a page back; from the first, return to the welcome screen."""
        if self._typed:
            self._find("")
        elif self._page:
            self._page -= 1
            self._show_page()
        else:
            await self.ask(StartOver())

    @property
    def _pages(self) -> int:
        return max(1, -(-len(self._found) // PAGE_SIZE))

    @property
    def _on_page(self) -> tuple[Team, ...]:
        return self._found[self._page * PAGE_SIZE : (self._page + 1) * PAGE_SIZE]

    def _find(self, typed: str) -> None:
        if self._all:
            self._typed, self._page = typed, 0
            self._found = matching(self._all, typed)
            self._show_page()

    def _show_page(self) -> None:
        names = [team.name for team in self._on_page]
        for tile in self.query(TeamTile):
            tile.offer(names, by_digit=not self._typed)
        self.query_one(Masthead).show_sign(self._sign())

    def _sign(self) -> Content:
        if self._typed and not self._found:
            return Content.styled(self.say("no team begins so: {letters}", letters=self._typed), "bold $accent")
        choose = self.say("Enter chooses")
        typed = Content.assemble((f"{self._typed}_", "bold $accent"), f" {choose}") if self._typed else Content("")
        pages = self.say("page {number} of {count}", number=self._page + 1, count=self._pages)
        return Content("   ").join(part for part in (typed, Content(pages if self._pages > 1 else "")) if part)
