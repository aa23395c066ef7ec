"""The store cannot be opened or written: say so, and look again now and then."""

from collections.abc import Iterable
from functools import partial

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.place import Place
from kiosk.requests import Reopen
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.texts.wording import whom_to_tell
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from store.plain_text import shortened

_LONGEST_REASON = 300
_LOOK_AGAIN_SECONDS = 5


class OutOfOrderScreen(KioskScreen):
    """Never founds an organisation: the disk with the real one may just not be there yet.

    Args:
        place: Where it stands.
        reason: What is wrong, for the person in charge.
    """

    belongs_to_visit = False

    def __init__(self, place: Place, reason: str) -> None:
        super().__init__(place)
        self._reason = reason

    def masthead(self) -> Masthead:
        """Three words that everybody knows."""
        return self.headed(self.say("SEVEN WAYS WE SERVE EACH OTHER"), self.say("Out of order"))

    def body(self) -> Iterable[Widget]:
        """A plain sentence for visitors, the reason for staff."""
        tell = whom_to_tell(self.place.organisation, self.place.language)
        lead = self.say("This kiosk cannot take answers now.")
        yield Headline(f"{lead} {tell}", classes="say lead")
        yield Static(Content(shortened(self._reason, _LONGEST_REASON)), classes="say muted")

    def on_mount(self) -> None:
        """Look again now and then."""
        self.set_interval(_LOOK_AGAIN_SECONDS, partial(self.run_soon, "look_again"))

    async def action_look_again(self) -> None:
        """Be there for visitors if the store works by now."""
        await self.ask(Reopen())
