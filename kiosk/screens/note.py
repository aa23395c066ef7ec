"""One thing to add, if you like: what the three choices of a note have in common."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Grid
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import BACK, bind
from kiosk.place import Place
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.texts.phrases import WHO_READS_IT
from kiosk.visit import Visit
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead, progress
from kiosk.widgets.option_tile import OptionTile
from kiosk.widgets.tile import KeyTile

_STEPS = 3


class NoteScreen(KioskScreen):
    """Asks one thing about a note and offers the answers as tiles, a digit for each.

    Args:
        place: Where it stands.
        visit: The answers so far, and the note if there is one.
        words: What was typed for a note so far.
    """

    CSS_PATH = ["kiosk_screen.tcss", "note.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(str(digit), f"choose({digit})", f"note.choose-{digit}") for digit in range(10)),
        bind(BACK, "back", "note.back"),
    ]
    serves_everybody = True

    #: Which of the three steps this is, from 1.
    step = 1

    def __init__(self, place: Place, visit: Visit, words: str) -> None:
        super().__init__(place)
        self.visit = visit
        self.words = words

    def masthead(self) -> Masthead:
        """The team that it is about, and how far."""
        far = self.say("{number} of {count}", number=self.step, count=_STEPS)
        overline = self.say("ONE THING TO ADD, IF YOU LIKE")
        return self.headed(overline, self.visit.team.name, progress(self.step - 1, _STEPS, far))

    def body(self) -> Iterable[Widget]:
        """The question, who reads it, the answers to choose from."""
        yield Headline(self.question(), id="question")
        yield Static(Content(self.say(WHO_READS_IT)), id="who-reads-it")
        options = self.options()
        peers = list(options.values())
        yield Grid(*(OptionTile(digit, words, peers=peers) for digit, words in options.items()), id="options")

    def keys(self) -> list[KeyTile]:
        """One step back."""
        return [KeyTile("-", self.say("back"), "back")]

    def spoken(self) -> list[str]:
        """The question, who reads it, and what each digit chooses."""
        options = [f"{digit}: {words}." for digit, words in self.options().items()]
        return [self.question(), self.say(WHO_READS_IT), *options, self.say("Minus: back.")]

    def question(self) -> str:
        """What is asked."""
        raise NotImplementedError

    def options(self) -> dict[int, str]:
        """What can be chosen, by digit."""
        raise NotImplementedError

    async def choose(self, digit: int) -> None:
        """Do what one of the offered digits stands for."""
        raise NotImplementedError

    async def action_choose(self, digit: int) -> None:
        """Choose what is offered under a digit, if anything is."""
        if digit in self.options():
            await self.choose(digit)

    async def action_back(self) -> None:
        """One step back."""
        raise NotImplementedError
