"""Outside the opening hours: a large clock, when it opens again, and the behavior of the day."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import ClassVar

from textual.widget import Widget

from kiosk.place import Place
from kiosk.screens.unattended import UnattendedScreen
from kiosk.texts.attract import Leaf, lesson
from kiosk.texts.lessons import behavior_of
from kiosk.texts.wording import when_open
from kiosk.widgets.clock_face import ClockFace
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.page_view import PageView


class ClosedScreen(UnattendedScreen):
    """Takes no answers, but is worth a look.

    Args:
        place: Where it stands.
        now: Tells date and time at the kiosk.
        opens: When it opens next; None if it never does.
    """

    CSS_PATH = ["kiosk_screen.tcss", "closed.tcss"]  # noqa: RUF012 - typed by Screen
    stands_while_open = False

    #: How often it looks at the clock.
    seconds_a_look: ClassVar[float] = 1

    def __init__(self, place: Place, now: Callable[[], datetime], opens: datetime | None) -> None:
        super().__init__(place)
        self._now = now
        self._opens = opens
        self._day = now().date()

    def masthead(self) -> Masthead:
        """Whose kiosk it is."""
        return self.headed(self.say("CLOSED AT THIS TIME"), self.place.organisation.name)

    def body(self) -> Iterable[Widget]:
        """The time, when it opens, and something to take along."""
        yield ClockFace(self._time())
        yield Headline(self._promise(), id="opens")
        yield PageView([self._lesson()], id="lesson")

    def spoken(self) -> list[str]:
        """The time, and when it opens."""
        return [self._time(), self._promise()]

    def on_mount(self) -> None:
        """Keep the clock going."""
        self.set_interval(self.seconds_a_look, self.look_at_clock)

    def look_at_clock(self) -> None:
        """Show what time it is, and after midnight the next behavior."""
        self.query_one(ClockFace).time = self._time()
        day = self._now().date()
        if day != self._day:
            self._day = day
            self.query_one(PageView).bring([self._lesson()])

    def _time(self) -> str:
        return self.place.language.clock(self._now().time())

    def _promise(self) -> str:
        return when_open(self._opens, self.place.language)

    def _lesson(self) -> Leaf:
        return lesson(behavior_of(self._day), self.place.language)
