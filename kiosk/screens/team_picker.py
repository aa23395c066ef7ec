"""Which team served you? Nine to a page, a digit for each."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Grid
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import BACK, bind
from kiosk.place import Place
from kiosk.requests import RateTeam, StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.team_tile import TeamTile
from kiosk.widgets.tile import KeyTile
from store.organisation import Team

PAGE_SIZE = 9


class TeamPickerScreen(KioskScreen):
    """Offers the teams that can be rated."""

    CSS_PATH = ["kiosk_screen.tcss", "team_picker.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(str(digit), f"choose({digit})", f"picker.choose-{digit}") for digit in range(1, 10)),
        bind("plus", "next_page", "picker.next-page"),
        bind(BACK, "back", "picker.back"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._page = 0
        self._teams = place.organisation.open_teams

    def masthead(self) -> Masthead:
        """The question, and which page it is."""
        return Masthead(
            "HOW DID THEY SERVE YOU?", "Which team?", sample=self.place.organisation.sample, sign=self._sign()
        )

    def body(self) -> Iterable[Widget]:
        """A tile for each team of the page."""
        if not self._teams:
            yield Static(
                Content("There is no team to rate yet. Please tell the person in charge of this kiosk."),
                id="no-team",
            )
            return
        yield Grid(*(TeamTile(digit) for digit in range(1, PAGE_SIZE + 1)), id="teams")

    def keys(self) -> list[KeyTile]:
        """More teams, and back."""
        back = KeyTile("Backspace", "back", "back")
        if self._pages == 1:
            return [back]
        return [KeyTile("+", "more teams", "next_page"), back]

    def on_mount(self) -> None:
        """Show the first nine."""
        self._show_page()

    async def action_choose(self, digit: int) -> None:
        """Rate the team at this place of the page."""
        if digit <= len(self._on_page):
            await self.ask(RateTeam(self._on_page[digit - 1]))

    def action_next_page(self) -> None:
        """Turn to the next nine, after the last to the first."""
        self._page = (self._page + 1) % self._pages
        self._show_page()

    async def action_back(self) -> None:
        """Return to the welcome screen."""
        await self.ask(StartOver())

    @property
    def _pages(self) -> int:
        return max(1, -(-len(self._teams) // PAGE_SIZE))

    @property
    def _on_page(self) -> tuple[Team, ...]:
        return self._teams[self._page * PAGE_SIZE : (self._page + 1) * PAGE_SIZE]

    def _show_page(self) -> None:
        names = [team.name for team in self._on_page]
        for tile in self.query(TeamTile):
            tile.offer(names)
        self.query_one(Masthead).show_sign(self._sign())

    def _sign(self) -> Content:
        return Content(f"page {self._page + 1} of {self._pages}" if self._pages > 1 else "")
