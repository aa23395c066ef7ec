"""The second step of a note: which of the seven behaviours it is about."""

from kiosk.place import Place
from kiosk.requests import ChooseNoteBehavior, ChooseNoteKind, ChoosePhrase, Request
from kiosk.screens.note import NoteScreen
from kiosk.visit import Visit
from store.behaviors import BEHAVIORS, Behavior
from store.notes import Kind

_BY_DIGIT: dict[int, Behavior | None] = {behavior.number: behavior for behavior in BEHAVIORS} | {0: None}


class NoteBehaviorScreen(NoteScreen):
    """Offers the seven, and none of them.

    Args:
        place: Where it stands.
        visit: The answers so far.
        words: What was typed so far.
        kind: What the note is.
    """

    step = 2

    def __init__(self, place: Place, visit: Visit, words: str, kind: Kind) -> None:
        super().__init__(place, visit, words)
        self._kind = kind

    def question(self) -> str:
        """What is asked."""
        return self.say("What is it about?")

    def options(self) -> dict[int, str]:
        """The seven, and none."""
        none = self.say("None of these")
        return {digit: self.say(behavior.label) if behavior else none for digit, behavior in _BY_DIGIT.items()}

    def again(self) -> Request:
        """The same choice."""
        return ChooseNoteBehavior(self.visit, self.words, self._kind)

    async def choose(self, digit: int) -> None:
        """Go on to the words."""
        await self.ask(ChoosePhrase(self.visit, self.words, self._kind, _BY_DIGIT[digit]))

    async def action_back(self) -> None:
        """Back to the kind."""
        await self.ask(ChooseNoteKind(self.visit, self.words))
