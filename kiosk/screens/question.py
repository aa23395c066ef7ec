"""The seven questions, one after the other on one screen."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Grid
from textual.widget import Widget

from kiosk.keys import BACK, bind
from kiosk.place import Place
from kiosk.requests import ChooseTeam, ReviewVisit
from kiosk.screens.kiosk_screen import KioskScreen
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
        bind("enter", "finish", "question.finish"),
    ]

    def __init__(self, place: Place, visit: Visit) -> None:
        super().__init__(place)
        self.visit = visit

    def masthead(self) -> Masthead:
        """The team that is rated: choosing the wrong one is the costliest error."""
        return Masthead(
            "HOW DID THIS TEAM SERVE YOU?",
            self.visit.team.name,
            sample=self.place.organisation.sample,
            sign=progress(self.visit.step, len(BEHAVIORS)),
        )

    def body(self) -> Iterable[Widget]:
        """Behaviour, what it looks like, five equal tiles."""
        labels = [behavior.label for behavior in BEHAVIORS]
        yield Headline(self.visit.behavior.label, peers=labels, id="behavior")
        yield Headline(self.visit.behavior.act, peers=[behavior.act for behavior in BEHAVIORS], id="act")
        yield Grid(*(RatingTile(rating) for rating in range(1, 6)), id="scale")

    def keys(self) -> list[KeyTile]:
        """Skip, back, finish."""
        return [
            KeyTile("0", "didn't see it", "skip"),
            KeyTile("Backspace", "back", "back"),
            KeyTile("Enter", "finish here", "finish"),
        ]

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
            self._ask_at(self.visit.step - 1, self.visit)
        else:
            await self.ask(ChooseTeam())

    async def action_finish(self) -> None:
        """Go to the review; what has no answer stays skipped."""
        await self.ask(ReviewVisit(self.visit))

    async def _move_on(self, visit: Visit) -> None:
        if visit.is_last:
            await self.ask(ReviewVisit(visit))
        else:
            self._ask_at(visit.step + 1, visit)

    def _ask_at(self, step: int, visit: Visit) -> None:
        """Ask another question on the same widgets."""
        self.visit = visit.at(step)
        self.query_one(Masthead).show_sign(progress(step, len(BEHAVIORS)))
        self.query_one("#behavior", Headline).text = self.visit.behavior.label
        self.query_one("#act", Headline).text = self.visit.behavior.act
        self._show_answer()

    def _show_answer(self) -> None:
        given = self.visit.answers.get(self.visit.behavior)
        for rating, tile in enumerate(self.query(RatingTile), start=1):
            tile.given = rating == given
