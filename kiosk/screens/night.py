"""A night passes in the demo: what it did to a team's scores, and the poster that hangs in the morning."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from kiosk.place import Place
from kiosk.requests import StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.row import Row
from kiosk.widgets.tile import KeyTile
from store.behaviors import BEHAVIORS
from store.organisation import Team
from store.plain_text import printable

if TYPE_CHECKING:
    from kiosk.demo.show import Night


class NightScreen(KioskScreen):
    """Waits for the morning, then shows what changed.

    Args:
        place: Where it stands.
        team: Whose scores are watched.
    """

    CSS_PATH = ["kiosk_screen.tcss", "night.tcss"]  # noqa: RUF012 - typed by Screen
    belongs_to_visit = False

    def __init__(self, place: Place, team: Team) -> None:
        super().__init__(place)
        self._team = team
        self._is_morning = False

    def masthead(self) -> Masthead:
        """The team that was rated."""
        return self.headed(self.say("A NIGHT PASSES"), self._team.name)

    def body(self) -> Iterable[Widget]:
        """What is happening, then the seven scores and the poster."""
        yield Headline(self.say("The day is being closed."), id="news", classes="lead")
        yield Vertical(id="scores")
        yield Static(id="poster")

    def keys(self) -> list[KeyTile]:
        """On to the next visit."""
        return [KeyTile(self.say("Any key"), self.say("the next person"), "start_over")]

    def show_morning(self, night: "Night") -> None:
        """Show each score before and after, and where the poster is."""
        self.query_one("#news", Headline).text = self.say("Good morning. Your answers are in, among others.")
        labels = [self.say(behavior.label) for behavior in BEHAVIORS]
        rows = [
            Row(str(behavior.number), self.say(behavior.label), self._value(scores, new), peers=labels)
            for behavior, scores, new in night.lines()
        ]
        self.query_one("#scores", Vertical).mount_all(rows)
        self._wake(self.say("Its new poster:") + " ", str(night.poster))

    def complain(self, sentence: str) -> None:
        """Say why there is no poster."""
        self.query_one("#news", Headline).text = self.say("The night has passed.")
        self._wake("", sentence)

    async def any_key(self, event: Key) -> bool:
        """Leave with any key."""
        await self.action_start_over()
        return True

    async def action_start_over(self) -> None:
        """Welcome the next person, once it is morning."""
        if self._is_morning:
            await self.ask(StartOver())

    def _wake(self, label: str, text: str) -> None:
        """Say the last thing, and let the visitor go on."""
        self._is_morning = True
        self.query_one("#poster", Static).update(Content.assemble((label, "$soft"), (printable(text), "bold $accent")))

    def _value(self, scores: str, new: int) -> Content:
        news = self.say_many("{n} new answer", "{n} new answers", new)
        return Content.assemble((scores.replace("->", "→"), "bold"), (f"   {news}", "$soft"))
