"""The third step of a note: a ready phrase, so that a keypad is enough."""

from kiosk.place import Place
from kiosk.requests import ChooseNoteBehavior, ChoosePhrase, Request, ReviewVisit, WriteNote
from kiosk.screens.note import NoteScreen
from kiosk.texts.phrases import KINDS
from kiosk.visit import Note, Visit
from store.behaviors import Behavior
from store.notes import Kind

_WRITE = 9


class NotePhraseScreen(NoteScreen):
    """Offers phrases that name nobody, and to type one's own.

    Args:
        place: Where it stands.
        visit: The answers so far.
        words: What was typed so far.
        kind: What the note is.
        behavior: What it is about; None if it is about none of the seven.
    """

    step = 3

    def __init__(self, place: Place, visit: Visit, words: str, kind: Kind, behavior: Behavior | None) -> None:
        super().__init__(place, visit, words)
        self._kind = kind
        self._behavior = behavior

    def question(self) -> str:
        """What is asked."""
        return self.say("Which words fit best?")

    def options(self) -> dict[int, str]:
        """The phrases, and a line to type on."""
        phrases = {digit: self.say(phrase) for digit, phrase in enumerate(KINDS[self._kind].phrases, start=1)}
        return phrases | {_WRITE: self.say("Type my own words")}

    def again(self) -> Request:
        """The same choice."""
        return ChoosePhrase(self.visit, self.words, self._kind, self._behavior)

    async def choose(self, digit: int) -> None:
        """Back to the review with a phrase, in the language that it was read in; or type."""
        if digit == _WRITE:
            await self.ask(WriteNote(self.visit, self.words, self._kind, self._behavior))
        else:
            note = Note(self._kind, self._behavior, self.options()[digit])
            await self.ask(ReviewVisit(self.visit.with_note(note)))

    async def action_back(self) -> None:
        """Back to the behaviour."""
        await self.ask(ChooseNoteBehavior(self.visit, self.words, self._kind))
