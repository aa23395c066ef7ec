"""The seven questions, one after the other on one screen."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Grid
from textual.content import Content
from textual.widget import Widget

from kiosk.keys import BACK, ENTER, bind
from kiosk.place import Place
from kiosk.requests import AskAgain, ChooseTeam, ReadOn, Request, ReviewVisit
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.texts.wording import RATING_WORDS, scale
from kiosk.visit import Visit
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead, progress
from kiosk.widgets.rating_tile import RatingTile
from kiosk.widgets.tile import KeyTile
from store.behaviors import BEHAVIORS


class QuestionScreen(KioskScreen):
    """Asks how often the team showed a behaviour.

    Attributes:
        visit: The answers so far, and which question is asked.
    """

    CSS_PATH = ["kiosk_screen.tcss", "question.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(str(rating), f"answer({rating})", f"question.answer-{rating}") for rating in range(1, 6)),
        bind("0", "skip", "question.skip"),
        bind(BACK, "back", "question.back"),
        bind(ENTER, "finish", "question.finish"),
    ]

    serves_everybody = True

    def __init__(self, place: Place, visit: Visit) -> None:
        super().__init__(place)
        self.visit = visit

    def masthead(self) -> Masthead:
        """The team that is rated: choosing the wrong one is the costliest error."""
        return self.headed(self.say("HOW DID THIS TEAM SERVE YOU?"), self.visit.team.name, self._progress())

    def body(self) -> Iterable[Widget]:
        """Behaviour, what it looks like, five equal tiles."""
        labels = [self.say(behavior.label) for behavior in BEHAVIORS]
        acts = [self.say(behavior.act) for behavior in BEHAVIORS]
        yield Headline(self._label, peers=labels, id="behavior")
        yield Headline(self._act, peers=acts, id="act")
        given = self.say("your answer")
        tiles = [RatingTile(rating, self.say(word), given) for rating, word in enumerate(RATING_WORDS, start=1)]
        yield Grid(*tiles, id="scale")

    def keys(self) -> list[KeyTile]:
        """Skip, back, finish."""
        return [
            KeyTile("0", self.say("didn't see it"), "skip"),
            KeyTile("-", self.say("back"), "back"),
            KeyTile("Enter", self.say("finish here"), "finish"),
        ]

    def spoken(self) -> list[str]:
        """The team, the question, what each key means, and an earlier answer."""
        given = self.visit.answers.get(self.visit.behavior)
        earlier = [self.say("Your answer: {rating}.", rating=given)] if given else []
        keys = self.say("Zero: didn't see it. Minus: back. Enter: finish here. Point: hear it again.")
        return [self.visit.team.name, self._words, self._label, self._act, *earlier, scale(self.place.language), keys]

    def again(self) -> Request:
        """The same question, with all answers so far."""
        return AskAgain(self.visit)

    def on_mount(self) -> None:
        """Show an answer that was given before, from the review."""
        self._show_answer()

    async def action_answer(self, rating: int) -> None:
        """Keep the rating and move on."""
        await self._move_on(self.visit.rated(rating))

    async def action_skip(self) -> None:
        """Keep no rating and move on."""
        await self._move_on(self.visit.skipped())

    async def action_back(self) -> None:
        """One step back: the question before, or the choice of the team."""
        if self.visit.step:
            await self._ask_at(self.visit.step - 1, self.visit)
        else:
            await self.ask(ChooseTeam())

    async def action_finish(self) -> None:
        """Go to the review; what has no answer stays skipped."""
        await self.ask(ReviewVisit(self.visit))

    @property
    def _label(self) -> str:
        return self.say(self.visit.behavior.label)

    @property
    def _act(self) -> str:
        return self.say(self.visit.behavior.act)

    @property
    def _words(self) -> str:
        return self.say("{number} of {count}", number=self.visit.step + 1, count=len(self.visit.asked))

    def _progress(self) -> Content:
        return progress(self.visit.step, len(self.visit.asked), self._words)

    async def _move_on(self, visit: Visit) -> None:
        if visit.is_last:
            await self.ask(ReviewVisit(visit))
        else:
            await self._ask_at(visit.step + 1, visit)

    async def _ask_at(self, step: int, visit: Visit) -> None:
        """Ask another question on the same widgets."""
        self.visit = visit.at(step)
        self.query_one(Masthead).show_sign(self._progress())
        self.query_one("#behavior", Headline).text = self._label
        self.query_one("#act", Headline).text = self._act
        self._show_answer()
        await self.ask(ReadOn())

    def _show_answer(self) -> None:
        given = self.visit.answers.get(self.visit.behavior)
        for rating, tile in enumerate(self.query(RatingTile), start=1):
            tile.given = rating == given
