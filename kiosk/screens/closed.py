"""Outside the opening hours: a clock, and the behaviour of the day."""

from collections.abc import Iterable
from datetime import datetime

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kiosk.place import Place
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from store.behaviors import BEHAVIORS


class ClosedScreen(KioskScreen):
    """Takes no answers, but is worth a look.

    Args:
        place: Where it stands.
        now: Date and time at the kiosk.
        opens: When it opens next; None if it never does.
    """

    belongs_to_visit = False
    stands_while_open = False

    def __init__(self, place: Place, now: datetime, opens: datetime | None) -> None:
        super().__init__(place)
        self._now = now
        self._opens = opens

    def masthead(self) -> Masthead:
        """The time of day."""
        return self.headed(self.place.organisation.name, self.place.language.clock(self._now.time()))

    def body(self) -> Iterable[Widget]:
        """The behaviour of the day."""
        behavior = BEHAVIORS[self._now.date().toordinal() % len(BEHAVIORS)]
        yield Headline(self.say(behavior.label), classes="say lead")
        yield Static(Content(self.say(behavior.act)), classes="say soft")
