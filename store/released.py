"""What was released: a fold over batches.jsonl, with a derived copy that saves counting again."""

import struct
from array import array
from bisect import bisect_right
from datetime import date
from itertools import accumulate, chain, islice
from operator import itemgetter, sub
from pathlib import Path

import msgspec

from store import cache
from store.batches import VALUES, Key, Mark
from store.documents import Documents
from store.errors import RewrittenError
from store.journal import Journal
from store.lines import START, Cursor

_ROW = struct.Struct("=6I")
_COLUMNS = 1 + VALUES
_NONE = (0,) * VALUES
_NO_ROW = (0,) * _COLUMNS

Counts = tuple[int, ...]
_Row = tuple[int, ...]


class _Fact(msgspec.Struct):
    """As much of a batch as is counted."""

    stream: str
    team: str
    question: str
    day: str
    counts: tuple[int, ...]
    same_day: int


_facts = Documents(_Fact)


class Released(msgspec.Struct):
    """Released ratings by team, question and day.

    Attributes:
        cursor: How much of batches.jsonl is counted.
        cells: For ``team/question`` a table of rows, by day: the day's ordinal, and how often each value was
            released up to and including that batch. Two rows therefore give the counts of any span of days.
        marks: For ``stream/team/question`` how far it is released.
    """

    cursor: Cursor = START
    cells: dict[str, bytearray] = {}
    marks: dict[str, tuple[str, int]] = {}

    @classmethod
    def load(cls, folder: Path) -> "Released":
        """The derived copy in a data folder, or an empty start."""
        return cache.load(_path(folder), cls) or cls()

    def save(self, folder: Path) -> None:
        """Keeps a derived copy."""
        cache.save(_path(folder), self)

    def refresh(self, batches: Journal) -> bool:
        """Counts what is new in batches.jsonl; tells whether anything was."""
        before = self.cursor
        try:
            self._fold(batches)
        except RewrittenError:
            self.cursor, self.cells, self.marks = START, {}, {}
            self._fold(batches)
        return self.cursor != before

    def between(self, team: str, question: str, bounds: list[tuple[int, int]]) -> list[Counts]:
        """How often each value was released in spans of days.

        Args:
            team: The team's key.
            question: A behaviour's key, or ``extra_mile``.
            bounds: First and last day of each span, as ordinals, both inclusive.

        Returns:
            For each span five counts.
        """
        cell = self.cells.get(f"{team}/{question}")
        if not cell:
            return [_NONE] * len(bounds)
        days = memoryview(cell).cast("I")[::_COLUMNS]
        totals = {}  # a month ends where the next begins: each edge is looked up once
        for edge in {edge for first, last in bounds for edge in (first - 1, last)}:
            rows = bisect_right(days, edge)
            totals[edge] = _ROW.unpack_from(cell, (rows - 1) * _ROW.size) if rows else _NO_ROW
        return [_difference(totals[last], totals[first - 1]) for first, last in bounds]

    def last_day(self, team: str) -> date | None:
        """The last day of which anything about a team was released."""
        cells = [cell for key, cell in self.cells.items() if cell and key.startswith(f"{team}/")]
        days = [memoryview(cell).cast("I")[-_COLUMNS] for cell in cells]
        return date.fromordinal(max(days)) if days else None

    def settled_marks(self) -> dict[Key, Mark]:
        """How far each stream's ratings are released."""
        return {Key(*name.split("/")): Mark(*mark) for name, mark in self.marks.items()}

    def _fold(self, batches: Journal) -> None:
        fresh: dict[str, array[int]] = {}
        ordinals: dict[str, int] = {}
        for chunk in batches.chunks(self.cursor):
            for fact in _facts.among(chunk.data):
                day = ordinals.get(fact.day)
                if day is None:
                    day = ordinals[fact.day] = _ordinal(fact.day)
                if not day:
                    continue
                name = f"{fact.team}/{fact.question}"
                rows = fresh.get(name)
                if rows is None:
                    rows = fresh[name] = array("I")
                rows.extend((day, *fact.counts, *_NONE)[:_COLUMNS])
                self._mark(fact)
            self.cursor = chunk.cursor
        while fresh:
            self._add(*fresh.popitem())

    def _add(self, name: str, fresh: "array[int]") -> None:
        """Adds rows with counts of their own to a cell, whose rows hold totals."""
        cell = self.cells.setdefault(name, bytearray())
        newest = _ROW.unpack_from(cell, len(cell) - _ROW.size) if cell else _NO_ROW
        days = [newest[0], *fresh[::_COLUMNS]]
        if days != sorted(days):  # an import of old days
            fresh, newest = _merged(cell, fresh), _NO_ROW
            cell.clear()
        for column in range(1, _COLUMNS):
            totals = accumulate(fresh[column::_COLUMNS], initial=newest[column])
            fresh[column::_COLUMNS] = array("I", islice(totals, 1, None))
        cell += fresh

    def _mark(self, fact: _Fact) -> None:
        name = f"{fact.stream}/{fact.team}/{fact.question}"
        day, part = self.marks.get(name, ("", 0))
        if fact.day > day:
            self.marks[name] = (fact.day, fact.same_day)
        elif fact.day == day:
            self.marks[name] = (day, part + fact.same_day)


def _ordinal(day: str) -> int:
    """The number of a day; 0 if it is none, as in a line that `store check` names."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


def _path(folder: Path) -> Path:
    return folder / cache.FOLDER / "released"


def _merged(cell: bytearray, fresh: "array[int]") -> "array[int]":
    """Rows with counts of their own, by day: those of a cell, and fresh ones."""
    rows = array("I", bytes(cell))
    for column in range(1, _COLUMNS):
        totals = rows[column::_COLUMNS]
        rows[column::_COLUMNS] = array("I", map(sub, totals, chain([0], totals)))
    rows.extend(fresh)
    by_day = sorted(zip(*[iter(rows)] * _COLUMNS, strict=True), key=itemgetter(0))
    return array("I", chain.from_iterable(by_day))


def _difference(until: _Row, since: _Row) -> Counts:
    """What was released from one row to another; written out, as it runs for each team, question and month."""
    _, a, b, c, d, e = until
    _, f, g, h, i, j = since
    return a - f, b - g, c - h, d - i, e - j
