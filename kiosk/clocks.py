"""The clocks of a kiosk; tests and the demo bring their own."""

import time
from collections.abc import Callable
from datetime import date, datetime

import msgspec

from store import clock
from store.organisation import Organisation


class Clocks(msgspec.Struct, frozen=True):
    """What time it is, in three ways.

    Attributes:
        now: Date and time for an organisation: is the kiosk open?
        today: The day that check-ins of an organisation are dated.
        seconds: Seconds that only ever grow: how long has nobody touched anything?
    """

    now: Callable[[Organisation], datetime] = clock.now
    today: Callable[[Organisation], date] = clock.today
    seconds: Callable[[], float] = time.monotonic

    def is_open(self, organisation: Organisation) -> bool:
        """Whether a visit may begin at this time of day."""
        return organisation.hours is None or organisation.hours.is_open(self.now(organisation))

    def opens_next(self, organisation: Organisation) -> datetime | None:
        """When a kiosk that is closed opens; None if it never does."""
        return organisation.hours.opens_next(self.now(organisation)) if organisation.hours else None
