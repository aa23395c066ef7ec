"""The figures of the privacy report: how much is stored, told so that two reports never give a visitor away.

What is released is public and told exactly. Everything else is told in steps of the privacy minimum, the same for
none and for a few, and for the whole organisation only: by team it would say who was rated. What waits is counted up
to the end of yesterday, so that asking before and after a visit gives the same answer; there is no way to ask for
another day, as two days could be subtracted.
"""

from contextlib import suppress
from datetime import date

import msgspec

from store.batches import Key
from store.behaviors import EXTRA_MILE
from store.documents import Documents
from store.errors import CannotWriteError
from store.open import CHECK_INS, Store
from store.progress import Advance
from store.records import CheckIn
from store.slips import kept_in

_check_ins = Documents(CheckIn)


class Steps(msgspec.Struct, frozen=True):
    """A number as it may be told: at least the one, and below the other; both are multiples of the minimum."""

    at_least: int
    below: int


class Figures(msgspec.Struct, frozen=True):
    """How much is stored.

    Attributes:
        released_check_ins: How many, of all teams that may be shown.
        batches: In how many batches their answers were released.
        first: The day of the first batch; None if there is none.
        last: The day of the last batch; None if there is none.
        imports: How many files were imported.
        waiting: Check-ins of days that are over, of which the extra mile is not released yet.
        held: Check-ins that are held back.
        notes: Notes that nobody has decided on.
        unused_slips: One-time codes that still allow a visit.
    """

    released_check_ins: int
    batches: int
    first: date | None
    last: date | None
    imports: int
    waiting: Steps
    held: Steps
    notes: Steps
    unused_slips: Steps


def in_steps(number: int, minimum: int) -> Steps:
    """A number without what could tell of one person.

    Args:
        number: As it is.
        minimum: The privacy minimum.
    """
    at_least = number // minimum * minimum
    return Steps(at_least, at_least + minimum)


def figures(store: Store, on: date, advance: Advance) -> Figures:
    """Counts what is stored, after closing days as whoever asks for scores does.

    Args:
        store: Which one.
        on: Today, as far as the clock knows.
        advance: Is told how many bytes of check-ins were read.

    Raises:
        CannotReadError: A file cannot be read.
        StoreBusyError: Somebody else held the lock too long.
    """
    with suppress(CannotWriteError):  # whoever may only read still sees what was released
        store.close_days(on)
    minimum = store.organisation.privacy.minimum
    check_ins, batches = 0, 0
    days: list[date] = []
    shown = _shown(store)
    for batch in store.batches():
        if batch.team in shown:
            batches += 1
            days.append(batch.day)
            check_ins += sum(batch.counts) if batch.question == EXTRA_MILE else 0
    unused = kept_in(store.folder).read()
    return Figures(
        released_check_ins=check_ins,
        batches=batches,
        first=min(days, default=None),
        last=max(days, default=None),
        imports=sum(stream != CHECK_INS for stream in store.streams()),
        waiting=in_steps(_waiting(store, on, advance), minimum),
        held=in_steps(sum(group.number for group in store.held.groups()), minimum),
        notes=in_steps(len(store.notes.waiting()), minimum),
        unused_slips=in_steps(len(unused.hashes) if unused else 0, minimum),
    )


def bytes_to_count(store: Store) -> int:
    """How long the work is that ``figures`` tells ``advance`` of."""
    paths = (store.journal(stream).path for stream in store.streams())
    return sum(path.stat().st_size for path in paths if path.exists())


def _shown(store: Store) -> frozenset[str]:
    return frozenset(team.key for team in store.organisation.teams if not team.too_small)


def _waiting(store: Store, on: date, advance: Advance) -> int:
    """Check-ins of days before ``on`` that are not released, of teams that may be shown."""
    waiting, shown, settled = 0, _shown(store), store.settled()
    for stream in store.streams():
        for chunk in store.journal(stream).chunks():
            for check_in in _check_ins.among(chunk.data):
                if check_in.team in shown and check_in.day < on:
                    key = Key(stream, check_in.team, EXTRA_MILE)
                    waiting += not settled.takes(key, check_in.day.isoformat())
            advance(len(chunk.data))
    return waiting
