"""The kiosk's side of the store: it opens, receives visits, is looked after, and may be out of order."""

import asyncio
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from kiosk.place import NOBODY
from kiosk.upkeep import look_after
from kiosk.visit import Visit
from store.abuse import Hold
from store.errors import SevenWaysError
from store.open import Store, create_store, open_store
from store.organisation import Organisation
from store.pin import Answer

_WAIT_SECONDS = 0.1


class Desk:
    """Takes what visitors answer to the store; what blocks is done in a thread.

    Attributes:
        notice: What staff should look at, if anything.
        trouble: Why the kiosk is out of order; empty while it is not.

    Args:
        folder: The data folder.
        store: The store in it; None if it could not be opened.
        trouble: Why not, as a sentence for staff.
        seconds: A clock that only ever grows.
    """

    def __init__(self, folder: Path, store: Store | None, trouble: str, seconds: Callable[[], float]) -> None:
        self.notice: str | None = None
        self.trouble = trouble
        self._folder = folder
        self._store = store
        self._seconds = seconds
        self._received_at: float | None = None
        self._days_closed_on: date | None = None

    @property
    def is_founded(self) -> bool:
        """Whether there is a store to receive visits."""
        return self._store is not None

    @property
    def organisation(self) -> Organisation:
        """Whose kiosk this is."""
        return self._store.organisation if self._store else NOBODY

    @property
    def has_pin(self) -> bool:
        """Whether staff have a PIN."""
        return self._store is not None and self._store.pin.is_set

    def found(self, organisation: Organisation) -> None:
        """Write a new organisation.

        Raises:
            SevenWaysError: It cannot be written, or there is one.
        """
        self._store = create_store(self._folder, organisation)

    async def receive(self, visit: Visit, slip: str | None, on: date) -> Hold | None:
        """Store a visit durably, no sooner after the one before than the organisation allows.

        Returns:
            Why it is held back for a manager; None if it counts.

        Raises:
            SevenWaysError: It is not stored.
        """
        store = self._opened()
        while self._pause_left() > 0:
            await asyncio.sleep(_WAIT_SECONDS)
        receive = partial(
            store.receive,
            visit.team.key,
            visit.answers,
            extra_mile=visit.extra_mile,
            on=on,
            answered_in=visit.answered_in,
            slip=slip,
        )
        hold = await asyncio.to_thread(receive)
        self._received_at = self._seconds()
        return hold

    async def takes_slip(self, code: str) -> bool:
        """Whether a slip still allows a visit."""
        return await asyncio.to_thread(self._opened().slips.is_unused, code)

    async def look_after(self, day: date) -> bool:
        """Take in edits and release days that are over; whether the settings have changed."""
        store = self._opened()
        before = store.organisation
        self.notice = await asyncio.to_thread(look_after, store, day, close=self._days_closed_on != day)
        self._days_closed_on = None if self.notice else day
        return store.organisation != before

    async def is_in_order_again(self) -> bool:
        """Open the store if it is not, and write to it; whether both went well."""
        try:
            self._store = self._store or open_store(self._folder)
            await asyncio.to_thread(self._store.probe)
        except SevenWaysError as error:
            self.trouble = str(error)
        else:
            self.trouble = ""
        return not self.trouble

    # For staff

    async def check_pin(self, pin: str) -> Answer:
        """Whether a PIN is right."""
        return await asyncio.to_thread(self._opened().pin.check, pin, time.time())

    def begin_session(self, minutes: int) -> None:
        """Let a class answer one after the other."""
        self._opened().rates.begin_session(minutes * 60)

    def end_session(self) -> None:
        """The class is over."""
        self._opened().rates.end_session()

    def session_minutes(self) -> int:
        """How many minutes of a class are left, begun ones too."""
        return -(-int(self._opened().rates.session_left()) // 60) if self._store else 0

    def _opened(self) -> Store:
        """The store; only ever asked for while there is one."""
        if self._store is None:
            raise RuntimeError("There is no store yet.")
        return self._store

    def _pause_left(self) -> float:
        """Seconds until the next visit may be stored."""
        if self._received_at is None:
            return 0
        return self._received_at + self.organisation.timings.pause_seconds - self._seconds()
