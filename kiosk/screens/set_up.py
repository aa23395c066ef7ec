"""The first start: whose kiosk is this, and which teams serve one another?"""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import bind
from kiosk.place import Place
from kiosk.requests import FoundOrganisation
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.line import Line
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile
from store.errors import SevenWaysError, UsageError
from store.local_zone import local_zone
from store.organisation import LONGEST_NAME, Organisation
from store.organisation.team_names import clean_name, new_teams
from store.plain_text import shortened

_SHOWN_TEAMS = 6


class SetUpScreen(KioskScreen, inherit_bindings=False):
    """Asks for one name after the other; an empty line ends the list of teams. Every sign may stand in a name."""

    CSS_PATH = ["kiosk_screen.tcss", "set_up.tcss"]  # noqa: RUF012 - typed by Screen
    belongs_to_visit = False
    AUTO_FOCUS = "Line"
    BINDINGS: ClassVar[list[BindingType]] = [bind("escape", "back", "set-up.back")]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._organisation = ""
        self._teams: tuple[str, ...] = ()

    def masthead(self) -> Masthead:
        """What this is."""
        return self.headed("A NEW KIOSK", "Set up")

    def body(self) -> Iterable[Widget]:
        """A question, a line to type on, what stands there so far."""
        yield Static(id="ask", markup=False)
        yield Line(id="line", max_length=LONGEST_NAME, select_on_focus=False)
        yield Static(id="mistake", markup=False)
        yield Static(id="so-far", markup=False)

    def keys(self) -> list[KeyTile]:
        """Enter goes on, Esc takes the last name back."""
        return [KeyTile("Enter", "go on", "submit", id="go-on"), KeyTile("Esc", "take back", "back")]

    def foot(self) -> str:
        """Where it can be changed."""
        return "You can change all of this later with `store teams`."

    def on_mount(self) -> None:
        """Ask the first question."""
        self._show()

    def on_line_typed(self, event: Line.Typed) -> None:
        """Take a line."""
        try:
            self._take(event.text)
        except UsageError as error:
            self._complain(str(error))
            self.query_one(Line).put_back(event.text)

    def action_submit(self) -> None:
        """Enter, by a tap."""
        self.query_one(Line).hand_out()

    def action_back(self) -> None:
        """Take the last name back, to be typed again."""
        if self._teams:
            line, self._teams = self._teams[-1], self._teams[:-1]
        else:
            line, self._organisation = self._organisation, ""
        self._show()
        typed = self.query_one(Line)
        typed.value = ""
        typed.put_back(line)

    def _take(self, line: str) -> None:
        """Keep a name, or finish with an empty line.

        Raises:
            UsageError: It cannot be a name, or no team is named yet.
        """
        if not self._organisation:
            self._organisation = clean_name(line)
        elif line:
            self._teams = tuple(team.name for team in new_teams([*self._teams, line]))
        elif self._teams:
            self.run_soon("found")
            return
        else:
            raise UsageError("Name at least one team; only then can somebody be rated.")
        self._show()

    async def action_found(self) -> None:
        """Write the organisation and open its kiosk."""
        teams = new_teams(list(self._teams))
        try:
            await self.ask(FoundOrganisation(Organisation(self._organisation, time_zone=local_zone(), teams=teams)))
        except SevenWaysError as error:
            self._complain(str(error))

    def _show(self) -> None:
        asks = "What is your organisation called?"
        if self._organisation:
            asks = "Which team serves others? One name at a time."
        if self._teams:
            asks = "Another team? An empty line when you are done."
        self.query_one("#ask", Static).update(Content(asks))
        self.query_one("#so-far", Static).update(self._so_far())
        self.query_one("#go-on", KeyTile).show_words("add it, or finish" if self._teams else "go on")
        self._complain("")

    def _so_far(self) -> Content:
        """The names that stand, the newest teams last."""
        hidden = len(self._teams) - _SHOWN_TEAMS
        lines = [Content.styled(shortened(self._organisation, LONGEST_NAME), "bold")] if self._organisation else []
        lines += [Content.styled(f"  … and {hidden} before", "$muted")] if hidden > 0 else []
        lines += [Content(f"  {shortened(team, LONGEST_NAME)}") for team in self._teams[-_SHOWN_TEAMS:]]
        return Content("\n").join(lines)

    def _complain(self, sentence: str) -> None:
        self.query_one("#mistake", Static).update(Content(sentence))
