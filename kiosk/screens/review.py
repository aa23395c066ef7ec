"""This is exactly what will be stored: the last look before it is."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import BACK, bind
from kiosk.place import Place
from kiosk.requests import AskAgain, StartOver, StoreVisit
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.visit import Visit
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.row import Row
from kiosk.widgets.tile import KeyTile
from kiosk.wording import RATING_WORDS, day_in_words
from store.behaviors import BEHAVIORS

_EXTRA_MILE = "They went the extra mile"
_LABELS = (*(behavior.label for behavior in BEHAVIORS), _EXTRA_MILE, "Day")


class ReviewScreen(KioskScreen):
    """Shows a visit in plain words.

    Attributes:
        visit: What was answered.

    Args:
        place: Where it stands.
        visit: What was answered.
        on: The day that will be stored.
    """

    CSS_PATH = ["kiosk_screen.tcss", "review.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("plus", "extra_mile", "review.extra-mile"),
        bind(BACK, "back", "review.back"),
        bind("enter", "store", "review.store"),
    ]

    def __init__(self, place: Place, visit: Visit, on: date) -> None:
        super().__init__(place)
        self.visit = visit
        self._on = on
        self._storing = False

    def masthead(self) -> Masthead:
        """The team once more."""
        overline = "NOTHING WILL BE STORED" if self.visit.is_empty else "THIS IS EXACTLY WHAT WILL BE STORED"
        return Masthead(overline, self.visit.team.name, sample=self.place.organisation.sample)

    def body(self) -> Iterable[Widget]:
        """One line for each thing that is stored."""
        for behavior in BEHAVIORS:
            rating = self.visit.answers.get(behavior)
            yield Row(str(behavior.number), behavior.label, _picture(rating), peers=_LABELS)
        yield Row("+", _EXTRA_MILE, self._extra_mile(), peers=_LABELS, id="extra-mile")
        yield Row(" ", "Day", Content.styled(day_in_words(self._on), "bold"), peers=_LABELS)
        yield Static(Content(self._nothing_else()), id="nothing-else")

    def keys(self) -> list[KeyTile]:
        """Extra mile, back, store."""
        back = KeyTile("Backspace", "back", "back")
        if self.visit.is_empty:
            return [back, KeyTile("Enter", "leave it", "store", id="main")]
        return [
            KeyTile("+", "they went the extra mile", "extra_mile", id="plus"),
            back,
            KeyTile("Enter", "store it", "store", id="main"),
        ]

    def action_extra_mile(self) -> None:
        """Turn "they went the extra mile" on or off."""
        if not (self._storing or self.visit.is_empty):
            self.visit = self.visit.with_extra_mile_turned()
            self.query_one("#extra-mile", Row).show_value(self._extra_mile())

    async def action_back(self) -> None:
        """Return to the last question."""
        if not self._storing:
            await self.ask(AskAgain(self.visit))

    async def action_store(self) -> None:
        """Store it, once; a visit without answers just ends."""
        if self.visit.is_empty:
            await self.ask(StartOver())
        elif not self._storing:
            self._storing = True
            self.query_one("#main", KeyTile).say("storing")
            await self.ask(StoreVisit(self.visit, self._on))

    def _extra_mile(self) -> Content:
        return Content.styled("yes" if self.visit.extra_mile else "no", "bold")

    def _nothing_else(self) -> str:
        if self.visit.is_empty:
            return "You skipped every question, so nothing will be stored."
        return "Nothing else but a random number: no name, no time of day, no device."


def _picture(rating: int | None) -> Content:
    """A rating as dots and a word."""
    if rating is None:
        return Content.styled("· · · · ·  skipped", "$muted")
    return Content.assemble(
        ("● " * rating, "$accent"), ("○ " * (5 - rating), "$muted"), (f" {rating}  {RATING_WORDS[rating - 1]}", "bold")
    )
