"""Check-ins that are held back: a table of their own, in no batch, until a manager releases or drops them.

Nobody asks a disk to change two files at once. So what is taken out of this table is first written where it goes,
and whoever opens the table later can tell: a check-in keeps its id when it is released, and a drop names the last
one that it took. What a killed process left here although it is gone already is passed over, and cleared away by
the next release or drop.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import uuid4

import msgspec

from store.abuse import Hold
from store.documents import Documents
from store.drops import Drop, Drops
from store.errors import RefusedError
from store.journal import Journal, Line, Transform
from store.lines import START, Cursor
from store.records import FORMAT, CheckIn, RandomId, Ratings, RecordFormat, TeamKey

TABLE = "held"


class HeldCheckIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One anonymous visit that is held, and why; without a day, as it gets the day of its release."""

    id: RandomId
    team: TeamKey
    reason: Hold
    ratings: Ratings
    extra_mile: bool
    format: RecordFormat = FORMAT


class HeldGroup(NamedTuple):
    """How many check-ins of one team are held for one reason."""

    team: str
    reason: Hold
    number: int

    def shown(self, fewest: int) -> int | None:
        """The number as somebody may see it; None if it is below the privacy minimum."""
        return self.number if self.number >= fewest else None


class _Identified(msgspec.Struct):
    """As much of a check-in as tells it from others."""

    id: str


class _Arrived(NamedTuple):
    """What was found in the check-ins: the ids asked for, those of them that are there, and how far was read."""

    asked: frozenset[str] = frozenset()
    found: frozenset[str] = frozenset()
    cursor: Cursor = START


_NOT_ASKED = _Arrived()
_held = Documents(HeldCheckIn)
_identified = Documents(_Identified)
_decode = msgspec.json.Decoder(HeldCheckIn).decode


class Held:
    """The table of held check-ins."""

    def __init__(self, held: Journal, check_ins: Journal, drops: Drops, believed: Callable[[date], date]) -> None:
        """Prepares it.

        Args:
            held: Where they are.
            check_ins: Where they go when they are released.
            drops: Where it is said that they were dropped.
            believed: Under the lock, makes the day of a check-in from what the clock says.
        """
        self._held = held
        self._check_ins = check_ins
        self._drops = drops
        self._believed = believed

    def add(self, team: str, ratings: Ratings, *, extra_mile: bool, reason: Hold) -> HeldCheckIn:
        """Stores one visit, durably, before it returns.

        Raises:
            StoreBusyError: Another program held the store too long.
            CannotWriteError: The disk is full, gone or read-only; nothing was stored.
        """
        held = HeldCheckIn(id=str(uuid4()), team=team, reason=reason, ratings=ratings, extra_mile=extra_mile)
        self._held.append([msgspec.json.encode(held)])
        return held

    def groups(self) -> tuple[HeldGroup, ...]:
        """How many are held, by team and reason, sorted.

        Raises:
            CannotReadError: A file cannot be read.
        """
        waiting, _ = self._waiting()
        found = Counter((held.team, held.reason) for held in waiting)
        return tuple(HeldGroup(team, reason, number) for (team, reason), number in sorted(found.items()))

    def release(self, team: str | None, on: date, fewest: int) -> int:
        """Lets held check-ins count after all: they arrive as check-ins of this day, each once.

        Args:
            team: Key of the team whose check-ins are meant; None for all teams of which enough are held.
            on: Today, as far as the clock knows.
            fewest: The privacy minimum: fewer of one team stay held, as somebody could be singled out by them.

        Returns:
            How many arrived.

        Raises:
            RefusedError: Too few of this team are held; nothing was changed.
            StoreBusyError: Another program held the store too long; nothing was changed.
            CannotReadError: A file cannot be read; nothing was changed.
            CannotWriteError: Some may have arrived; they are not held any more, even if they are still in the file.
        """
        _, arrived = self._waiting()  # the long reading, while others may still write
        with self._held.lock.held():
            waiting, _ = self._waiting(arrived)
            chosen = _enough(_of(team, waiting), fewest)
            if team is not None and not chosen and _of(team, waiting):
                message = (
                    f"Fewer than {fewest} of these check-ins are held back; they stay so until {fewest} are there."
                )
                raise RefusedError(message)
            if chosen:
                day = self._believed(on)
                # by their random ids, so that the order in which they came is forgotten
                arriving = [_released(held, day) for held in sorted(chosen, key=lambda held: held.id)]
                self._check_ins.append([msgspec.json.encode(check_in) for check_in in arriving])
            self._leave(waiting, chosen)
            return len(chosen)

    def drop(self, team: str | None, on: date) -> int:
        """Removes held check-ins for good; what is logged says how many, and whose.

        Args:
            team: Key of the team whose check-ins are meant; None for all.
            on: Today, as far as the clock knows.

        Returns:
            How many were dropped.

        Raises:
            StoreBusyError: Another program held the store too long; nothing was changed.
            CannotReadError: A file cannot be read; nothing was changed.
            CannotWriteError: Some may be dropped; they are logged, and not held any more, even if they are still in
                the file.
        """
        _, arrived = self._waiting()  # the long reading, while others may still write
        with self._held.lock.held():
            waiting, _ = self._waiting(arrived)
            chosen = _of(team, waiting)
            if chosen:
                day = self._believed(on)
                number = Counter(held.team for held in chosen)
                through = {held.team: held.id for held in chosen}  # of each team the last
                self._drops.log([Drop(key, number[key], day, through[key]) for key in sorted(number)])
            self._leave(waiting, chosen)
            return len(chosen)

    def forget_order(self) -> None:
        """Sorts them by their random ids, so that nobody can tell in which order they came."""
        _, arrived = self._waiting()
        with self._held.lock.held():
            waiting, _ = self._waiting(arrived)
            self._leave(waiting, [])
            if self._held.path.exists():
                self._held.rewrite(lambda: _by_id)

    def _waiting(self, before: _Arrived = _NOT_ASKED) -> tuple[list[HeldCheckIn], _Arrived]:
        """Those that are still held, in the order in which they came; and what a later call need not read again."""
        found = {held.id: held for chunk in self._held.chunks() for held in _held.among(chunk.data)}
        if not found:
            return [], _NOT_ASKED
        arrived = self._arrived(frozenset(found), before)
        gone = set(arrived.found)
        for drop in self._drops:
            if drop.through in found:
                gone.update(_through(drop, list(found.values())))
        return [held for held in found.values() if held.id not in gone], arrived

    def _arrived(self, ids: frozenset[str], before: _Arrived) -> _Arrived:
        """Looks for ids among the check-ins, from where this was done before if it was done for all of them."""
        if not ids <= before.asked or not self._check_ins.holds(before.cursor):
            before = _NOT_ASKED
        found, cursor = set(before.found), before.cursor
        for chunk in self._check_ins.chunks(cursor):
            found |= ids.intersection(check_in.id for check_in in _identified.among(chunk.data))
            cursor = chunk.cursor
        return _Arrived(ids, frozenset(found), cursor)

    def _leave(self, waiting: list[HeldCheckIn], chosen: list[HeldCheckIn]) -> None:
        """Takes everything out of the file but those that wait on, and lines that are no held check-ins."""
        left = {held.id for held in waiting} - {held.id for held in chosen}

        def stays(payload: bytes) -> bool:
            try:
                return _decode(payload).id in left
            except (msgspec.MsgspecError, UnicodeDecodeError):
                return True

        def transform(lines: Iterator[Line]) -> Iterator[Line]:
            return (line for line in lines if stays(line[1]))

        def begin() -> Transform:
            return transform

        if self._held.path.exists():
            self._held.rewrite(begin)


def _of(team: str | None, waiting: list[HeldCheckIn]) -> list[HeldCheckIn]:
    return [held for held in waiting if team in (None, held.team)]


def _enough(chosen: list[HeldCheckIn], fewest: int) -> list[HeldCheckIn]:
    """Those of teams of which no fewer than so many are there."""
    number = Counter(held.team for held in chosen)
    return [held for held in chosen if number[held.team] >= fewest]


def _released(held: HeldCheckIn, day: date) -> CheckIn:
    return CheckIn(id=held.id, day=day, team=held.team, ratings=held.ratings, extra_mile=held.extra_mile)


def _through(drop: Drop, found: list[HeldCheckIn]) -> Iterator[str]:
    """The ids that a drop took, if it was cut short."""
    for held in found:
        if held.team == drop.team:
            yield held.id
        if held.id == drop.through:
            return


def _by_id(lines: Iterator[Line]) -> Iterator[Line]:
    """The same documents, each of which begins with its id, in the order of these; the numbers keep their places."""
    found = list(lines)
    return zip([n for n, _ in found], sorted(payload for _, payload in found), strict=True)
