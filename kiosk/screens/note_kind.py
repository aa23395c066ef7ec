"""The first step of a note: praise, a story, an obstacle, or what would help."""

from kiosk.requests import ChooseNoteBehavior, ChooseNoteKind, Request, ReviewVisit
from kiosk.screens.note import NoteScreen
from kiosk.texts.phrases import KINDS

_NONE = 0
_BY_DIGIT = dict(enumerate(KINDS, start=1))


class NoteKindScreen(NoteScreen):
    """Asks what the visitor wants to add; nothing is an answer too."""

    step = 1

    def question(self) -> str:
        """What is asked."""
        return self.say("What would you like to add?")

    def options(self) -> dict[int, str]:
        """The five kinds, and none."""
        nothing = self.say("Add nothing") if self.visit.note is None else self.say("Take my note away")
        kinds = {digit: self.say(KINDS[kind].invitation) for digit, kind in _BY_DIGIT.items()}
        return kinds | {_NONE: nothing}

    def again(self) -> Request:
        """The same choice."""
        return ChooseNoteKind(self.visit, self.words)

    async def choose(self, digit: int) -> None:
        """Go on with a kind, or go without a note."""
        if digit == _NONE:
            await self.ask(ReviewVisit(self.visit.with_note(None)))
        else:
            await self.ask(ChooseNoteBehavior(self.visit, self.words, _BY_DIGIT[digit]))

    async def action_back(self) -> None:
        """Back to the review, with the note as it was."""
        await self.ask(ReviewVisit(self.visit))
