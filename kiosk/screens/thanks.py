"""Thank you: shown only after the answers are safe."""

from collections.abc import Iterable
from functools import partial

from textual.events import Key
from textual.widget import Widget

from kiosk.place import Place
from kiosk.requests import AskForPoster, PassNight, Request, StartOver, Thank
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.texts.visit_words import stored, thanks
from kiosk.visit import NoteFate
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile
from store.abuse import Hold
from store.language import message
from store.organisation import Team

_POSTER = "8"
_ASK_FOR_POSTER = message("ask for a poster")


class ThanksScreen(KioskScreen):
    """Says what happens next, then makes room for the next person.

    Args:
        place: Where it stands.
        team: The team that was rated.
        hold: Why a manager looks at the answers first; None if they count.
        note: What became of the note; None if there was none.
    """

    def __init__(self, place: Place, team: Team, hold: Hold | None, note: NoteFate | None = None) -> None:
        super().__init__(place)
        self._team = team
        self._hold = hold
        self._note = note

    def masthead(self) -> Masthead:
        """The two words that matter."""
        return self.headed(stored(self._note, self.place.language), self.say("Thank you"))

    def body(self) -> Iterable[Widget]:
        """When the answer shows, and who reads the note."""
        first, *others = self._sentences()
        yield Headline(first, classes="say lead")
        for sentence in others:
            yield Headline(sentence, classes="say lead soft")

    def keys(self) -> list[KeyTile]:
        """Any key; a poster; in the demo also a night that passes."""
        following = KeyTile(self.say("Any key"), self.say("the next person"), "start_over")
        poster = KeyTile(_POSTER, self.say(_ASK_FOR_POSTER), "ask_for_poster")
        if not self.place.demo:
            return [poster, following]
        return [KeyTile("+", self.say("let the night pass"), "pass_night", id="main"), poster, following]

    def spoken(self) -> list[str]:
        """That it is stored, what happens next, and the key that does more."""
        return [self.say("Thank you"), *self._sentences(), f"{_POSTER}: {self.say(_ASK_FOR_POSTER)}."]

    def again(self) -> Request:
        """The same thanks."""
        return Thank(self._team, self._hold, self._note)

    def on_mount(self) -> None:
        """Leave by itself after a while."""
        seconds = self.place.organisation.timings.thanks_seconds
        if seconds:
            self.set_timer(seconds, partial(self.run_soon, "start_over"))

    async def any_key(self, event: Key) -> bool:
        """Leave with any key."""
        if event.key == "plus" and self.place.demo:
            await self.action_pass_night()
        elif event.key == _POSTER:
            await self.action_ask_for_poster()
        else:
            await self.action_start_over()
        return True

    def on_click(self) -> None:
        """Leave with a tap anywhere."""
        self.run_soon("start_over")

    async def action_start_over(self) -> None:
        """Welcome the next person."""
        await self.ask(StartOver())

    async def action_ask_for_poster(self) -> None:
        """Let somebody ask for a poster."""
        await self.ask(AskForPoster())

    def _sentences(self) -> list[str]:
        """What happens to all that was stored."""
        return thanks(self._team, self._hold, self._note, self.place.organisation, self.place.language)

    async def action_pass_night(self) -> None:
        """Let the night pass."""
        await self.ask(PassNight(self._team))
