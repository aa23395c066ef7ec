"""The frame that all screens share: masthead, body, keys, foot."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Static

from kiosk.place import Place
from kiosk.requests import Request
from kiosk.sizes import size_classes
from kiosk.widgets.foot import Foot
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.tile import KeyTile, Tile

_TOO_SMALL = "This window is too small to show everything. Make it 80 columns wide and 24 rows high."


class KioskScreen(Screen[None], inherit_bindings=False):
    """A screen of the kiosk; nothing on it takes the focus unless people type there.

    Args:
        place: Where it stands.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = "kiosk_screen.tcss"
    AUTO_FOCUS = ""

    #: Whether this screen holds something of a visitor that is dropped when nobody is there.
    belongs_to_visit = True

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def compose(self) -> ComposeResult:
        """Masthead on top, keys and foot below, the rest between."""
        yield self.masthead()
        yield Vertical(*self.body(), id="body")
        keys = self.keys()
        if keys:
            yield Horizontal(*keys, id="keys")
        yield Foot(self.foot(), leaves=not self.place.locked)
        yield Static(Content(_TOO_SMALL), id="too-small")

    def fit(self, size: Size) -> None:
        """Take the arrangement for a terminal of this size, before the first look and whenever it changes."""
        self.update_classes(size_classes(size.width, size.height))

    def on_resize(self, event: Resize) -> None:
        """Somebody turned the tablet or changed the window."""
        self.fit(event.size)

    @property
    def is_too_small(self) -> bool:
        """Whether it hides, because not all of it would be seen."""
        return self.has_class("-too-small")

    async def ask(self, request: Request) -> None:
        """Ask for the next screen; returns when it is up."""
        await self.place.ask(request)

    async def any_key(self, key: str) -> bool:
        """Take a key that no binding names; whether it was of use."""
        return False

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

    def body(self) -> Iterable[Widget]:
        """What stands between masthead and keys."""
        return ()

    def keys(self) -> list[KeyTile]:
        """The keys that do something here."""
        return []

    def foot(self) -> str:
        """A quiet line at the bottom."""
        return ""
