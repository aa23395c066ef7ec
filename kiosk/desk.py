"""The kiosk's side of the store: it opens, receives visits, is looked after, and may be out of order."""

import asyncio
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.place import NOBODY
from kiosk.texts.attract import News
from kiosk.upkeep import look_after
from kiosk.visit import NoteFate, Visit
from store.abuse import Hold
from store.errors import SevenWaysError
from store.open import Store, create_store, open_store
from store.organisation import Organisation
from store.pin import Answer

if TYPE_CHECKING:
    from kiosk.poster_room.press import Press
    from store.poster_requests import SheetWish

_WAIT_SECONDS = 0.1
_FORGET_SECONDS = 60.0


class Receipt(msgspec.Struct, frozen=True):
    """What became of a visit that is stored.

    Attributes:
        hold: Why its answers are held back for a manager; None if they count, or if there are none.
        note: What became of its note; None if there was none.
    """

    hold: Hold | None
    note: NoteFate | None


class Desk:
    """Takes what visitors answer to the store; what blocks is done in a thread.

    Attributes:
        notice: What staff should look at, if anything.
        news: What was released last, as far as it is known.
        trouble: Why the kiosk is out of order; empty while it is not.

    Args:
        folder: The data folder.
        store: The store in it; None if it could not be opened.
        trouble: Why not, as a sentence for staff.
        seconds: A clock that only ever grows.
        keeps_pause: Whether it keeps the pause between visits; a script needs none.
    """

    def __init__(
        self,
        folder: Path,
        store: Store | None,
        trouble: str,
        seconds: Callable[[], float],
        *,
        keeps_pause: bool = True,
    ) -> None:
        self.notice: str | None = None
        self.news: News | None = None
        self.trouble = trouble
        self._folder = folder
        self._store = store
        self._seconds = seconds
        self._keeps_pause = keeps_pause
        self._received_at: float | None = None
        self._days_closed_on: date | None = None
        self._forgets_at = seconds()

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
        self.trouble = ""

    async def receive(self, visit: Visit, slip: str | None, on: date) -> Receipt:
        """Store a visit durably, no sooner after the one before than the organisation allows.

        Its answers come first, then its note; answers that are stored stay so whatever becomes of the note.

        Raises:
            SevenWaysError: Nothing of it is stored.
        """
        store = self._opened()
        while self._pause_left() > 0:
            await asyncio.sleep(_WAIT_SECONDS)
        receipt = await asyncio.to_thread(_received, store, visit, slip, on)
        self._received_at = self._seconds()
        return receipt

    async def takes_slip(self, code: str) -> bool:
        """Whether a slip still allows a visit."""
        return await asyncio.to_thread(self._opened().slips.is_good, code)

    async def request_poster(self, team: str, sheet: "SheetWish", on: date) -> str:
        """Keep that somebody wants a poster.

        Returns:
            The code for whoever asked.

        Raises:
            AskedAlreadyError: Enough posters of this team are asked for.
            SevenWaysError: It could not be kept.
        """
        return await asyncio.to_thread(_requested, self._opened(), team, sheet, on)

    async def look_after(self, day: date) -> bool:
        """Take in edits and release days that are over; whether the settings have changed."""
        store = self._opened()
        before = store.organisation
        found = await asyncio.to_thread(look_after, store, day, close=self._scores_may_move(day))
        self.notice, self.news = found.notice, found.news or self.news
        self._days_closed_on = None if self.notice else day
        return store.organisation != before

    def _scores_may_move(self, day: date) -> bool:
        """Whether there may be something to release: once a day, or after each visit where nobody waits for a night."""
        return self._days_closed_on != day or self.organisation.privacy.release == "at-once"

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

    def forget_old_visits(self, *, at_once: bool = False) -> None:
        """Forget, about once a minute or at once, when those visits were that count for no rule any more."""
        now = self._seconds()
        if self._store and (at_once or now >= self._forgets_at):
            self._forgets_at = now + _FORGET_SECONDS
            self._store.rates.forget_old()

    # For staff

    async def check_pin(self, pin: str) -> Answer:
        """Whether a PIN is right."""
        return await asyncio.to_thread(self._opened().pin.check, pin, time.time())

    async def press(self, today: Callable[[Organisation], date]) -> "Press":
        """What makes posters, from the settings as they are now."""
        from kiosk.poster_room.press import Press  # noqa: PLC0415 - few visitors are staff

        store, trouble = self._opened(), ""
        try:
            await asyncio.to_thread(store.reload_organisation)
        except SevenWaysError as error:
            trouble = str(error)
        return Press(store, today, trouble)

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
        if self._received_at is None or not self._keeps_pause:
            return 0
        return self._received_at + self.organisation.timings.pause_seconds - self._seconds()


def _received(store: Store, visit: Visit, slip: str | None, on: date) -> Receipt:
    """Store the answers, then the note."""
    hold = None
    if visit.answers:
        hold = store.receive(
            visit.team.key,
            visit.answers,
            extra_mile=visit.extra_mile,
            on=on,
            answered_in=visit.answered_in,
            slip=slip,
        )
    return Receipt(hold, _kept_note(store, visit, slip, on))


def _requested(store: Store, team: str, sheet: "SheetWish", on: date) -> str:
    from store.poster_requests import requests_of  # noqa: PLC0415 - most visitors ask for none

    store.probe()
    return requests_of(store).add(team, sheet, on)


def _kept_note(store: Store, visit: Visit, slip: str | None, on: date) -> NoteFate | None:
    """Store a note; one that goes with answers may get lost, as they must not be stored twice."""
    note = visit.note
    if note is None:
        return None
    try:
        store.receive_note(visit.team.key, note.kind, note.behavior, note.text, on, slip=slip, alone=not visit.answers)
    except SevenWaysError:
        if visit.is_empty:
            raise
        return NoteFate.LOST
    return NoteFate.STORED_ALONE if visit.is_empty else NoteFate.STORED
