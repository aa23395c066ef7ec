"""Held check-ins that a manager dropped: how many, of which team, on which day; kept for good, and shown."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from store import cache
from store.documents import Documents
from store.journal import Journal
from store.lines import START, Cursor
from store.records import RandomId, TeamKey

TABLE = "drops"


class Drop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One team's held check-ins that were dropped together.

    Attributes:
        team: Whom they rated.
        number: How many they were.
        day: When they were dropped.
        through: The id of the last one of them. While it is still held, the drop was cut short, and all that the
            team has up to it are dropped already.
    """

    team: TeamKey
    number: Annotated[int, msgspec.Meta(ge=1)]
    day: date
    through: RandomId


_drops = Documents(Drop)


class Drops:
    """The table of all drops."""

    def __init__(self, journal: Journal) -> None:
        """Prepares it.

        Args:
            journal: Where drops are stored.
        """
        self._journal = journal

    def __iter__(self) -> Iterator[Drop]:
        for chunk in self._journal.chunks():
            yield from _drops.among(chunk.data)

    def log(self, drops: Sequence[Drop]) -> None:
        """Stores some, durably.

        Raises:
            StoreBusyError: Another program held the store too long.
            CannotWriteError: The disk is full, gone or read-only.
        """
        self._journal.append([msgspec.json.encode(drop) for drop in drops])

    def count(self, first: date, last: date) -> Counter[str]:
        """How many check-ins of each team were dropped from one day to another, both included."""
        dropped: Counter[str] = Counter()
        cursor = START
        for chunk in self._journal.chunks():
            for drop in _drops.among(chunk.data):
                if first <= drop.day <= last:
                    dropped[drop.team] += drop.number
            cursor = chunk.cursor
        if cursor != counted(self._journal.path.parent):
            cache.save(_path(self._journal.path.parent), cursor)
        return dropped


def counted(folder: Path) -> Cursor:
    """How much of a data folder's drops was counted last, as far as that is known."""
    return cache.load(_path(folder), Cursor) or START


def _path(folder: Path) -> Path:
    return folder / cache.FOLDER / "dropped"
