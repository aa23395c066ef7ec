"""This is exactly what will be stored: the last look before it is."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import BACK, ENTER, NEXT, bind
from kiosk.place import Place
from kiosk.requests import AskAgain, ChooseNoteKind, Request, ReviewVisit, StartOver, StoreVisit
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.texts.phrases import WHO_READS_IT
from kiosk.texts.visit_words import DAY, EXTRA_MILE, note_words, nothing_else, rated, yes_or_no
from kiosk.texts.wording import RATING_WORDS
from kiosk.visit import Visit
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.note_tile import NoteTile
from kiosk.widgets.row import Row
from kiosk.widgets.tile import KeyTile
from store.language import Language

#: The eighth thing, after the seven behaviours.
_NOTE_KEY = "8"
#: A note of so many characters leaves a small terminal some air.
_SHORT = 100


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
        bind(NEXT, "extra_mile", "review.extra-mile"),
        bind(_NOTE_KEY, "add", "review.add"),
        bind(BACK, "back", "review.back"),
        bind(ENTER, "store", "review.store"),
    ]

    serves_everybody = True

    def __init__(self, place: Place, visit: Visit, on: date) -> None:
        super().__init__(place)
        self._labels = [self.say(label) for label in (*(asked.label for asked in visit.asked), EXTRA_MILE, DAY)]
        self.visit = visit
        self._on = on
        self._storing = False
        if visit.note and len(visit.note.text) > _SHORT:
            self.add_class("-long-note")

    def masthead(self) -> Masthead:
        """The team once more."""
        overline = self.say("THIS IS EXACTLY WHAT WILL BE STORED")
        if self.visit.stores_nothing:
            overline = self.say("NOTHING WILL BE STORED")
        return self.headed(overline, self.visit.team.name)

    def body(self) -> Iterable[Widget]:
        """One line for each thing that is stored, and room for one more thing."""
        for behavior in self.visit.asked:
            picture = _picture(self.visit.answers.get(behavior), self.place.language)
            yield Row(str(behavior.number), self.say(behavior.label), picture, peers=self._labels)
        if not self.visit.is_empty:
            yield Row("+", self.say(EXTRA_MILE), self._extra_mile(), peers=self._labels, id="extra-mile")
            day = Content.styled(self.place.language.day(self._on), "bold")
            yield Row(" ", self.say(DAY), day, peers=self._labels)
        yield NoteTile(_NOTE_KEY, *self._note(), "add")
        yield Static(Content(self._nothing_else()), id="nothing-else")

    def keys(self) -> list[KeyTile]:
        """Extra mile, back, store."""
        extra_mile = [] if self.visit.is_empty else [KeyTile("+", self.say("extra mile"), "extra_mile")]
        store = self.say("leave it") if self.visit.stores_nothing else self.say("store it")
        return [*extra_mile, KeyTile("-", self.say("back"), "back"), KeyTile("Enter", store, "store", id="main")]

    def spoken(self) -> list[str]:
        """All that will be stored, and the keys."""
        say, language = self.say, self.place.language
        answers = self.visit.answers
        ratings = [f"{say(asked.label)}: {rated(answers.get(asked), language)}." for asked in self.visit.asked]
        more = [f"{say(EXTRA_MILE)}: {yes_or_no(self.visit, language)}.", f"{language.day(self._on)}."]
        note = " ".join(_sentence(part) for part in self._note())
        keys = say("Plus: extra mile. Eight: one thing to add. Minus: back. Enter: store it.")
        return [self.visit.team.name, *ratings, *(more if answers else []), note, self._nothing_else(), keys]

    def again(self) -> Request:
        """The same review."""
        return ReviewVisit(self.visit)

    def action_extra_mile(self) -> None:
        """Turn "they went the extra mile" on or off."""
        if not (self._storing or self.visit.is_empty):
            self.visit = self.visit.with_extra_mile_turned()
            self.query_one("#extra-mile", Row).show_value(self._extra_mile())

    async def action_add(self) -> None:
        """Add one thing, or change it."""
        note = self.visit.note
        await self.ask(ChooseNoteKind(self.visit, note.text if note and note.is_typed else ""))

    async def action_back(self) -> None:
        """Return to the last question."""
        await self.ask(AskAgain(self.visit))

    async def action_store(self) -> None:
        """Store it, once; a visit without answers and without a note just ends."""
        if self.visit.stores_nothing:
            await self.ask(StartOver())
        elif not self._storing:
            self._storing = True
            self.query_one("#main", KeyTile).show_words(self.say("storing"))
            await self.ask(StoreVisit(self.visit, self._on))

    def _extra_mile(self) -> Content:
        return Content.styled(yes_or_no(self.visit, self.place.language), "bold")

    def _note(self) -> tuple[str, str]:
        """The invitation, or what will be stored of a note."""
        if self.visit.note is None:
            return self.say("One thing to add, if you like"), self.say(WHO_READS_IT)
        return note_words(self.visit.note, self._on, self.place.language)

    def _nothing_else(self) -> str:
        return nothing_else(self.visit, self.place.language)


def _picture(rating: int | None, language: Language) -> Content:
    """A rating as dots and a word."""
    if rating is None:
        return Content.styled(f"· · · · ·  {language.say('skipped')}", "$muted")
    word = language.say(RATING_WORDS[rating - 1])
    return Content.assemble(("● " * rating, "$accent"), ("○ " * (5 - rating), "$muted"), (f" {rating}  {word}", "bold"))


def _sentence(text: str) -> str:
    """The text with a full stop, so that a voice pauses after it."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
