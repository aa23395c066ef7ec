"""A number that is typed on the keypad or tapped, digit by digit: a slip's code, the PIN."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Grid
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import BACK, ENTER, bind
from kiosk.place import Place
from kiosk.requests import Request, StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.headline import Headline
from kiosk.widgets.tile import KeyTile
from store.plain_text import shortened

_DIGITS = "1234567890"
_LONGEST_COMPLAINT = 220


class NumberScreen(KioskScreen):
    """Shows the digits as they come; each kind of number has its own words.

    Args:
        place: Where it stands.
        complaint: What was wrong with the last number; empty for the first.
    """

    CSS_PATH = ["kiosk_screen.tcss", "number.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(digit, f"type({digit})", f"number.type-{digit}") for digit in _DIGITS),
        bind(ENTER, "send", "number.send"),
        bind(BACK, "back", "number.back"),
    ]

    #: How many digits there can be.
    longest = 10

    def __init__(self, place: Place, complaint: str) -> None:
        super().__init__(place)
        self._complaint = shortened(complaint, _LONGEST_COMPLAINT)
        self._typed = ""
        self._is_sent = False

    def body(self) -> Iterable[Widget]:
        """What to type, what was typed, ten digits to tap."""
        yield Static(Content(self.words()), classes="say soft")
        yield Headline(self._picture(), id="typed")
        yield Static(Content(self._complaint), id="complaint")
        yield Grid(*(KeyTile(digit, "", f"type({digit})") for digit in _DIGITS), id="digits")

    def keys(self) -> list[KeyTile]:
        """Take the last digit back, or send the number."""
        return [KeyTile("-", self.say("back"), "back"), KeyTile("Enter", self.say("go on"), "send", id="main")]

    def spoken(self) -> list[str]:
        """What to type, and the keys."""
        return [self._complaint, self.words(), self.say("Minus: back.")]

    def words(self) -> str:
        """What to type, in a sentence."""
        raise NotImplementedError

    def shown(self, typed: str) -> str:
        """How the digits look."""
        return typed

    def request(self, typed: str) -> Request:
        """What a complete number asks for."""
        raise NotImplementedError

    def action_type(self, digit: int) -> None:
        """Take one more digit."""
        if len(self._typed) < self.longest:
            self._show(self._typed + str(digit))

    async def action_send(self) -> None:
        """The number is complete."""
        if self._typed and not self._is_sent:
            self._is_sent = True
            await self.ask(self.request(self._typed))

    async def action_back(self) -> None:
        """Take the last digit back; without one, leave."""
        if self._typed:
            self._show(self._typed[:-1])
        else:
            await self.ask(StartOver())

    def _show(self, typed: str) -> None:
        self._typed = typed
        self.query_one("#typed", Headline).text = self._picture()
        self.query_one("#complaint", Static).update(Content(""))

    def _picture(self) -> str:
        return self.shown(self._typed) or "_"
