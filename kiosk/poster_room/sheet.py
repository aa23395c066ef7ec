"""The one screen of the poster room: what to print, how it looks, and where it goes."""

import asyncio
from collections.abc import Iterable
from typing import ClassVar, Protocol, runtime_checkable

from textual import work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize, ScreenResume
from textual.widget import Widget

from kiosk.keys import BACK, ENTER, bind
from kiosk.place import Place
from kiosk.poster_room.choice_tile import ChoiceTile
from kiosk.poster_room.counter import Counter
from kiosk.poster_room.fields import Field, fields_of
from kiosk.poster_room.press import Made, Press
from kiosk.poster_room.preview import Preview
from kiosk.poster_room.remarks import Remarks
from kiosk.poster_room.requests import ChooseOption, Errand, MakeSheet, Option
from kiosk.poster_room.wish import Wish, first_wish
from kiosk.poster_room.words import logged_out_in
from kiosk.requests import Request, StartOver
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.in_a_row import in_a_row
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile
from store.errors import SevenWaysError


@runtime_checkable
class LaysPictures(Protocol):
    """An app whose screen stands in a browser, which shows pictures sharper than cells."""

    def lay(self, picture: bytes, place: tuple[float, float, float, float]) -> None:
        """Lay a picture over a part of the screen; an empty one takes it away."""


class SheetScreen(KioskScreen):
    """Shows a sheet as it is chosen; whatever takes long goes on beside the keys.

    Args:
        place: Where it stands.
        press: Makes the sheet.
        wish: What is wished for; None for what most people want.
        errand: What to do with it as soon as it is made.
    """

    CSS_PATH = ["../screens/kiosk_screen.tcss", "sheet.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(str(digit), f"change({digit})", f"sheet.change-{digit}") for digit in range(1, 8)),
        bind("8", "look_closer", "sheet.look-closer"),
        bind("9", "print", "sheet.print"),
        bind(ENTER, "take", "sheet.take"),
        bind(BACK, "back", "sheet.back"),
    ]

    patience = 2

    def __init__(self, place: Place, press: Press, wish: Wish | None, errand: Errand | None) -> None:
        super().__init__(place)
        self._press = press
        self._wish = wish or first_wish(press.organisation)
        self._errand = errand
        self._made = press.made(self._wish)
        self._fields: dict[int, Field] = {}
        self._is_busy = False

    def masthead(self) -> Masthead:
        """Whose sheets these are."""
        return self.headed(self.say("POSTERS"), self.say("Print a sheet"))

    def body(self) -> Iterable[Widget]:
        """The choices at the left, the sheet at the right."""
        rows = []
        for row in fields_of(self._wish, self._press, self.place.language):
            self._fields |= {field.digit: field for field in row}
            rows.append(Horizontal(*in_a_row([ChoiceTile(field) for field in row]), classes="choices"))
        last = self._press.last
        yield Horizontal(
            Vertical(*rows, Remarks(self._first_words()), id="chosen"),
            Preview(last.picture if last else None),
            id="sheet",
        )

    def keys(self) -> list[KeyTile]:
        """Out, and what can be done with the sheet."""
        out = self.say("log out") if self.place.posters else self.say("back")
        keys = [KeyTile("-", out, "back")]
        if self.place.posters:
            keys.append(KeyTile("8", self.say("look closer"), "look_closer"))
        keys.append(KeyTile("9", self.say("print"), "print", id="print"))
        keys[-1].display = bool(self._press.printers)
        take = self.say("download") if self.place.posters else self.say("save on a USB stick")
        return [*keys, KeyTile("Enter", take, "take", id="main")]

    def again(self) -> Request:
        """The same sheet."""
        return MakeSheet(self._press, self._wish)

    def warning(self, seconds: int) -> str:
        """That staff will be logged out."""
        return logged_out_in(self.place.language, seconds)

    def spoken(self) -> list[str]:
        """Every choice and what is chosen, then the keys."""
        chosen = [f"{field.digit}: {field.label}, {field.value}." for field in self._fields.values()]
        take = self.say("Enter: download.") if self.place.posters else self.say("Enter: save on a USB stick.")
        return [*chosen, take, self.say("Minus: back.")]

    def on_mount(self) -> None:
        """Make the sheet."""
        self._make()

    async def action_change(self, digit: int) -> None:
        """Take the other of two, or offer what there is."""
        field = self._fields.get(digit)
        if field is None:
            return
        if field.other:
            await self.ask(field.other.request)
        elif len(field.options) > 1:
            await self.ask(ChooseOption(field.label, field.options, self.again()))

    def action_look_closer(self) -> None:
        """Show the page as large as a browser can."""
        if self.place.posters:
            self._do(Errand(looks=True))

    async def action_print(self) -> None:
        """Print, on a printer of choice if there are several."""
        printers = self._press.printers or ()
        await self._do_with_one(self.say("Which printer?"), {name: Errand(printer=name) for name in printers})

    async def action_take(self) -> None:
        """Download the sheet, or save it on a stick, one of choice if there are several."""
        if self.place.posters:
            self._do(Errand())
        elif self.place.sticks:
            sticks = await asyncio.to_thread(self.place.sticks.mounted)
            if not sticks:
                self._tell(self.say("There is no USB stick: plug one in, wait a moment, and try again."))
            await self._do_with_one(self.say("Which USB stick?"), {stick.name: Errand(stick=stick) for stick in sticks})

    async def action_back(self) -> None:
        """Leave; whoever comes next needs the PIN."""
        await self.ask(StartOver())

    async def _do_with_one(self, title: str, errands: dict[str, Errand]) -> None:
        """Take the sheet to the only place there is, or ask to which; nowhere if there is none."""
        if len(errands) == 1:
            self._do(*errands.values())
        elif errands:
            options = [Option(name, MakeSheet(self._press, self._wish, each)) for name, each in errands.items()]
            await self.ask(ChooseOption(title, tuple(options), self.again()))

    def _do(self, errand: Errand) -> None:
        """Take the sheet somewhere, as soon as it is made; one thing at a time."""
        if self._made is None:
            self._errand = errand
        elif not self._is_busy:
            self._is_busy, self._errand = True, None
            self._tell(self.say("One moment …"))
            self._take(self._made, errand)

    @work(group="taking")
    async def _take(self, made: Made, errand: Errand) -> None:
        """Take the sheet somewhere beside the message loop, and say where it is."""
        counter = Counter(self._press, self.place, self.app.deliver_binary)
        try:
            said = await asyncio.to_thread(counter.take, made, errand)
        except SevenWaysError as error:
            said = str(error)
        self.app.call_later(self._come_back, said)

    def _come_back(self, said: str) -> None:
        self._is_busy = False
        self._tell(said)

    @work(group="press")
    async def _make(self) -> None:
        """Make the sheet beside the message loop; look for printers once."""
        try:
            made = await asyncio.to_thread(self._press.make, self._wish)
        except SevenWaysError as error:
            self.app.call_later(self._tell, str(error))
        else:
            self.app.call_later(self._show, made)
        await asyncio.to_thread(self._press.look_for_printers)
        self.app.call_later(self._offer_printing)

    def _show(self, made: Made) -> None:
        """Show what is made, and do what was to be done with it."""
        if not self.is_current:
            return
        self._made = made
        self.query_one(Preview).show(made.picture)
        self._lay_picture()
        self._tell(*self._words(made))
        if self._errand:
            self._do(self._errand)

    def on_screen_suspend(self) -> None:
        """Something else comes up: nothing may lie over it."""
        if isinstance(self.app, LaysPictures):
            self.app.lay(b"", (0, 0, 0, 0))

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Nothing is in front any more."""
        self._lay_picture()

    def on_resize(self, event: Resize) -> None:
        """The picture moves with its place."""
        self.call_after_refresh(self._lay_picture)

    def _lay_picture(self) -> None:
        """Lay a sharp picture over the painted one, where that can be done."""
        if self._made and self.is_current and isinstance(self.app, LaysPictures):
            self._lay(self._made, self.app)

    @work(group="picture", exclusive=True)
    async def _lay(self, made: Made, app: LaysPictures) -> None:
        picture = await asyncio.to_thread(self._press.png, made, small=True)
        if self.is_current and self._made is made:
            app.lay(picture, self.query_one(Preview).place)

    def _offer_printing(self) -> None:
        if self.is_current:
            self.query_one("#print").display = bool(self._press.printers)

    def _first_words(self) -> list[str]:
        return self._words(self._made) if self._made else [self.say("One moment: the sheet is being made.")]

    def _words(self, made: Made) -> list[str]:
        """What is worth knowing about a sheet that is made."""
        ready = self.say_many("Ready: {n} page.", "Ready: {n} pages.", made.pages)
        tape = [self.say("Tape the two halves together where the seam is marked.")] if made.is_parted else []
        return [ready, *tape, *([self._press.trouble] if self._press.trouble else []), *made.notes]

    def _tell(self, *sentences: str) -> None:
        if self.is_current:
            self.query_one(Remarks).show(sentences)
