"""A note in somebody's own words, where there is a keyboard."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import bind
from kiosk.place import Place
from kiosk.requests import ChoosePhrase, Request, ReviewVisit, WriteNote
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.texts.phrases import WHO_READS_IT
from kiosk.visit import Note, Visit
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile
from kiosk.widgets.words import Words
from store.behaviors import Behavior
from store.errors import UsageError
from store.notes import LONGEST, Kind, clean

#: A key that is held comes again after at most so long.
_HELD_SECONDS = 0.7


class NoteWordsScreen(KioskScreen, inherit_bindings=False):
    """Takes up to 280 characters; ``- + * / .`` and digits are characters here.

    Args:
        place: Where it stands.
        visit: The answers so far.
        words: What was typed so far.
        kind: What the note is.
        behavior: What it is about; None if it is about none of the seven.
    """

    CSS_PATH = ["kiosk_screen.tcss", "note_words.tcss"]  # noqa: RUF012 - typed by Screen
    AUTO_FOCUS = "Words"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("escape", "back", "note-words.back"),
        bind("enter", "finish", "note-words.finish"),
        bind("f2", "choose_language", "note-words.language"),
        bind("f3", "turn_contrast", "note-words.contrast"),
    ]
    serves_everybody = True
    language_key, contrast_key, hear_key = "F2", "F3", ""

    def __init__(self, place: Place, visit: Visit, words: str, kind: Kind, behavior: Behavior | None) -> None:
        super().__init__(place)
        self.visit = visit
        self._kind = kind
        self._behavior = behavior
        self._words = Words(words, longest=LONGEST)
        self._deleted_at = -_HELD_SECONDS

    def masthead(self) -> Masthead:
        """The team that it is about, and how much room there is."""
        overline = self.say("ONE THING TO ADD, IF YOU LIKE")
        return self.headed(overline, self.visit.team.name, self._room())

    def body(self) -> Iterable[Widget]:
        """Who reads it, and what is typed."""
        yield Headline(self.say("Write it in your own words"), id="question")
        yield Static(Content(self.say(WHO_READS_IT)), id="who-reads-it")
        yield self._words
        yield Static(id="complaint", markup=False)

    def keys(self) -> list[KeyTile]:
        """Keys that are no characters."""
        return [KeyTile("Esc", self.say("back"), "back"), KeyTile("Enter", self.say("done"), "finish", id="main")]

    def spoken(self) -> list[str]:
        """What to do, who reads it, and the keys."""
        keys = self.say("Escape: back. Enter: done.")
        return [self.say("Write it in your own words"), self.say(WHO_READS_IT), keys]

    def again(self) -> Request:
        """The same, with what is typed so far."""
        return WriteNote(self.visit, self._words.text, self._kind, self._behavior)

    async def any_key(self, event: Key) -> bool:
        """Take what is typed, before any binding and in the order of the keys.

        Backspace leads back from an empty line, as a keypad has no Esc, but not while it is held to delete what stands
        there: it would go on deleting the visit.
        """
        if event.key == "backspace":
            held = event.time - self._deleted_at < _HELD_SECONDS
            self._deleted_at = event.time
            if not (self._words.text or held):
                await self.action_back()
                return True
        return self._words.take(event)

    def on_words_changed(self) -> None:
        """Count."""
        self.query_one(Masthead).show_sign(self._room())
        self.query_one("#complaint", Static).update(Content(""))

    async def action_finish(self) -> None:
        """Back to the review with exactly what will be stored; without a letter back to the phrases."""
        if not self._words.text:
            await self.action_back()
            return
        try:
            text = clean(self._words.text)
        except UsageError:
            self.query_one("#complaint", Static).update(Content(self.say("Type at least one word, or go back.")))
        else:
            await self.ask(ReviewVisit(self.visit.with_note(Note(self._kind, self._behavior, text, is_typed=True))))

    async def action_back(self) -> None:
        """Back to the phrases; what was typed is kept for another try."""
        await self.ask(ChoosePhrase(self.visit, self._words.text, self._kind, self._behavior))

    def _room(self) -> Content:
        left = self.say_many("{n} character left", "{n} characters left", self._words.left)
        return Content.styled(left, "bold $text")
