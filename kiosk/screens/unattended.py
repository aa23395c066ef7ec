"""What stands here while nobody does."""

from datetime import date
from typing import ClassVar

from kiosk.place import Place
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.texts.attract import News

_CARE_SECONDS = 60


class UnattendedScreen(KioskScreen):
    """Leaves the kiosk time to look after its store, and shows what that brings."""

    belongs_to_visit = False

    #: Whether it stands while the kiosk is open, or while it is closed.
    stands_while_open: ClassVar[bool]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._cared_for: tuple[date, float] | None = None

    def wants_care(self, day: date, seconds: float) -> bool:
        """Whether the store should be looked after: when this comes up, on each new day, and every minute for edits.

        Args:
            day: Today.
            seconds: Now, by a clock that only ever grows.
        """
        if self._cared_for and self._cared_for[0] == day and seconds - self._cared_for[1] < _CARE_SECONDS:
            return False
        self._cared_for = day, seconds
        return True

    def bring(self, notice: str | None, news: News | None) -> None:
        """Show what the app has found while it looked after the store.

        Args:
            notice: What staff should look at, if anything.
            news: What was released, if that is known.
        """
