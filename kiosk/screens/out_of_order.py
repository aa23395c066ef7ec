"""The store cannot be opened on a locked kiosk: say so, and look again now and then."""

from collections.abc import Iterable
from functools import partial

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.place import Place
from kiosk.requests import Reopen
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from store.plain_text import shortened

_LONGEST_REASON = 300


class OutOfOrderScreen(KioskScreen):
    """Never founds an organisation: the disk with the real one may just not be there yet.

    Args:
        place: Where it stands.
        reason: Why the store cannot be opened, for the person in charge.
        look_again: Seconds between two tries.
    """

    belongs_to_visit = False

    def __init__(self, place: Place, reason: str, look_again: float) -> None:
        super().__init__(place)
        self._reason = reason
        self._look_again = look_again

    def masthead(self) -> Masthead:
        """Three words that everybody knows."""
        return Masthead("SEVEN WAYS WE SERVE EACH OTHER", "Out of order", sample=False)

    def body(self) -> Iterable[Widget]:
        """A plain sentence for visitors, the reason for staff."""
        yield Headline("This kiosk cannot take answers now. Please tell the person in charge.", classes="say lead")
        yield Static(Content(shortened(self._reason, _LONGEST_REASON)), classes="say muted")

    def on_mount(self) -> None:
        """Look again now and then."""
        self.set_interval(self._look_again, partial(self.run_soon, "look_again"))

    async def action_look_again(self) -> None:
        """Open the store if that works by now."""
        await self.ask(Reopen())
