"""What stands here while nobody does."""

from datetime import date
from typing import ClassVar

from kiosk.attract import News
from kiosk.place import Place
from kiosk.screens.kiosk_screen import KioskScreen


class UnattendedScreen(KioskScreen):
    """Leaves the kiosk time to look after its store, and shows what that brings.

    Attributes:
        looked_after_on: The day on which the app looked after the store while this stood here.
    """

    belongs_to_visit = False

    #: Whether it stands while the kiosk is open, or while it is closed.
    stands_while_open: ClassVar[bool]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.looked_after_on: date | None = None

    def bring(self, notice: str | None, news: News | None) -> None:
        """Show what the app has found while it looked after the store.

        Args:
            notice: What staff should look at, if anything.
            news: What was released, if that is known.
        """
