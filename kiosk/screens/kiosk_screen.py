"""The frame that all screens share: masthead, body, keys, foot."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Resize, ScreenResume
from textual.geometry import Size
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import CONTRAST, HEAR, LANGUAGE, bind
from kiosk.place import Place
from kiosk.requests import ChooseLanguage, ReadAloud, Request, StartOver, TurnContrast
from kiosk.sizes import size_classes
from kiosk.widgets.foot import Foot
from kiosk.widgets.in_a_row import in_a_row
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile, Tile
from store.language import message

_TOO_SMALL = message("This window is too small to show everything. Make it 80 columns wide and 24 rows high.")


class KioskScreen(Screen[None], inherit_bindings=False):
    """A screen of the kiosk; nothing on it takes the focus unless people type there.

    Args:
        place: Where it stands.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = "kiosk_screen.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(LANGUAGE, "choose_language", "any.language"),
        bind(CONTRAST, "turn_contrast", "any.contrast"),
        bind(HEAR, "read_aloud", "any.hear"),
    ]

    #: How many times as long as on a question somebody may touch nothing here.
    patience = 1
    #: Whether it offers another language, other colours and a voice beside its own keys.
    serves_everybody = False
    #: The keys for that, as they stand on the keyboard; empty if it is not offered here.
    language_key, contrast_key, hear_key = "*", "/", "."

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.say = place.language.say
        self.say_many = place.language.say_many

    def compose(self) -> ComposeResult:
        """Masthead on top, keys and foot below, the rest between."""
        yield self.masthead()
        yield Vertical(*self.body(), id="body")
        if keys := [*self.keys(), *self._keys_for_everybody()]:
            yield Horizontal(*in_a_row(keys), id="keys")
        yield Foot(self.foot(), self.say("F10 leaves") if not self.place.locked else "")
        yield Static(Content(self.say(_TOO_SMALL)), id="too-small")

    def fit(self, size: Size) -> None:
        """Take the arrangement for a terminal of this size, before the first look and whenever it changes."""
        self.update_classes(size_classes(size.width, size.height), update=self.is_attached)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Come up; the first time all styles have just been worked out, and need not be once more."""
        event.refresh_styles = self.stack_updates > 0

    def on_resize(self, event: Resize) -> None:
        """Somebody turned the tablet or changed the window.

        Textual 8.2 says so after each arrangement too: mostly of what is arranged already, and now and then, when the
        window has changed again, of a size that it no longer has.
        """
        size = self.app.size
        if event.size != size or size == self.outer_size:
            event.prevent_default()
        self.fit(size)

    @property
    def belongs_to_visit(self) -> bool:
        """Whether this screen holds something of a visitor that is dropped when nobody is there."""
        return True

    @property
    def is_too_small(self) -> bool:
        """Whether it hides, because not all of it would be seen."""
        return self.has_class("-too-small")

    async def ask(self, request: Request) -> None:
        """Ask for the next screen; returns when it is up."""
        await self.place.ask(request)

    async def any_key(self, event: Key) -> bool:
        """Take a key before any binding sees it; whether it was of use."""
        return False

    def again(self) -> Request:
        """What brings this screen up once more as it stands, in another language perhaps."""
        return StartOver()

    def keeps_trying(self, reason: str) -> bool:
        """Hear that answers could not be stored, and why; whether this screen tries again."""
        return False

    def when_left(self) -> Request:
        """What comes when the visitor has gone away."""
        return StartOver()

    def warning(self, seconds: int) -> str:
        """What is said in the last seconds before that."""
        return self.say_many(
            "This visit will be forgotten in {n} second.", "This visit will be forgotten in {n} seconds.", seconds
        )

    def spoken(self) -> list[str]:
        """What a voice reads out here: all that is to know, then the keys."""
        return []

    async def action_choose_language(self) -> None:
        """Offer the other languages."""
        if self.offers_languages:
            await self.ask(ChooseLanguage(self.again()))

    async def action_turn_contrast(self) -> None:
        """Change the colours."""
        await self.ask(TurnContrast())

    async def action_read_aloud(self) -> None:
        """Read this out, again if somebody wants it again."""
        await self.ask(ReadAloud())

    @property
    def offers_languages(self) -> bool:
        """Whether there is another language to choose here, or a door for staff to reach."""
        has_door = self.place.locked and self.place.has_way_out
        return self.serves_everybody and (has_door or len(self.place.organisation.languages) > 1)

    def run_soon(self, action: str) -> None:
        """Run an action on the app's message loop, where keys are handled too: one thing after the other.

        It is forgotten if another screen has come up in the meantime.
        """
        self.app.call_later(self._run_if_current, action)

    def on_tile_tapped(self, event: Tile.Tapped) -> None:
        """A tap does what the key does."""
        self.run_soon(event.action)

    async def _run_if_current(self, action: str) -> None:
        if self.is_current:
            await self.app.run_action(action, self)

    def masthead(self) -> Masthead:
        """The band at the top."""
        raise NotImplementedError

    def headed(self, overline: str, title: str, sign: Content | None = None) -> Masthead:
        """A band at the top that tells sample data from real."""
        sample = self.say("SAMPLE DATA") if self.place.organisation.sample else ""
        return Masthead(overline, title, sample=sample, sign=sign)

    def body(self) -> Iterable[Widget]:
        """What stands between masthead and keys."""
        return ()

    def keys(self) -> list[KeyTile]:
        """The keys that do something here."""
        return []

    def _keys_for_everybody(self) -> Iterable[KeyTile]:
        """Language, colours and voice, where they are offered."""
        if self.offers_languages:
            yield KeyTile(self.language_key, self.place.language.name, "choose_language", id="language")
        if self.serves_everybody:
            yield from self.helping_keys()

    def helping_keys(self) -> Iterable[KeyTile]:
        """What helps to see and to hear."""
        yield KeyTile(self.contrast_key, self.say("contrast"), "turn_contrast")
        if self.place.can_speak and self.hear_key:
            yield KeyTile(self.hear_key, self.say("hear it"), "read_aloud")

    def foot(self) -> str:
        """A quiet line at the bottom."""
        return ""
