"""Thank you: shown only after the answers are safe."""

from collections.abc import Iterable
from functools import partial

from textual.widget import Widget

from kiosk.place import Place
from kiosk.requests import PassNight, StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile
from kiosk.wording import when_scores_move
from store.organisation import LONGEST_NAME, Team
from store.plain_text import shortened


class ThanksScreen(KioskScreen):
    """Says what happens next, then makes room for the next person.

    Args:
        place: Where it stands.
        team: The team that was rated.
    """

    def __init__(self, place: Place, team: Team) -> None:
        super().__init__(place)
        self._team = team

    def masthead(self) -> Masthead:
        """The two words that matter."""
        return Masthead("YOUR ANSWERS ARE STORED", "Thank you", sample=self.place.organisation.sample)

    def body(self) -> Iterable[Widget]:
        """When the answer shows."""
        yield Headline(when_scores_move(self.place.organisation), classes="say lead")
        promise = f"{shortened(self._team.name, LONGEST_NAME)} sees them in its score, never on their own."
        yield Headline(promise, classes="say lead soft")

    def keys(self) -> list[KeyTile]:
        """Any key; in the demo also a night that passes."""
        following = KeyTile("Any key", "the next person", "start_over")
        if not self.place.demo:
            return [following]
        return [KeyTile("+", "let the night pass", "pass_night", id="main"), following]

    def on_mount(self) -> None:
        """Leave by itself after a while."""
        seconds = self.place.organisation.timings.thanks_seconds
        if seconds:
            self.set_timer(seconds, partial(self.run_soon, "start_over"))

    async def any_key(self, key: str) -> bool:
        """Leave with any key."""
        if key == "plus" and self.place.demo:
            await self.action_pass_night()
        else:
            await self.action_start_over()
        return True

    def on_click(self) -> None:
        """Leave with a tap anywhere."""
        self.run_soon("start_over")

    async def action_start_over(self) -> None:
        """Welcome the next person."""
        await self.ask(StartOver())

    async def action_pass_night(self) -> None:
        """Let the night pass."""
        await self.ask(PassNight(self._team))
