"""What was released: a fold over batches.jsonl, with a derived copy that saves counting again."""

import struct
from bisect import bisect_right
from datetime import date
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
            released up to and including that day. Two rows therefore give the counts of any span of days.
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

    def settled_marks(self) -> dict[Key, Mark]:
        """How far each stream's ratings are released."""
        return {Key(*name.split("/")): Mark(*mark) for name, mark in self.marks.items()}

    def _fold(self, batches: Journal) -> None:
        late: dict[str, list[tuple[int, Counts]]] = {}
        ordinals: dict[str, int] = {}
        for chunk in batches.chunks(self.cursor):
            for fact in _facts.among(chunk.data):
                day = ordinals.get(fact.day) or ordinals.setdefault(fact.day, date.fromisoformat(fact.day).toordinal())
                counts = (fact.counts + _NONE)[:VALUES]
                name = f"{fact.team}/{fact.question}"
                if not self._add(name, day, counts):
                    late.setdefault(name, []).append((day, counts))
                self._mark(fact)
            self.cursor = chunk.cursor
        for name, rows in late.items():
            self._insert(name, rows)

    def _add(self, name: str, day: int, counts: Counts) -> bool:
        """Adds a batch to the end of a cell; False if its place is further up."""
        cell = self.cells.get(name)
        if cell is None:
            cell = self.cells[name] = bytearray()
        newest, *total = _ROW.unpack_from(cell, len(cell) - _ROW.size) if cell else (0, *_NONE)
        if day < newest:
            return False
        if day == newest:
            del cell[-_ROW.size :]
        a, b, c, d, e = counts
        cell += _ROW.pack(day, total[0] + a, total[1] + b, total[2] + c, total[3] + d, total[4] + e)
        return True

    def _insert(self, name: str, late: list[tuple[int, Counts]]) -> None:
        """Builds a cell anew with batches that lie further up, as an import of old days brings them."""
        rows, before = list(late), _NONE
        for day, *total in _ROW.iter_unpack(self.cells[name]):
            rows.append((day, tuple(a - b for a, b in zip(total, before, strict=True))))
            before = tuple(total)
        self.cells[name] = bytearray()
        for day, counts in sorted(rows):
            self._add(name, day, counts)

    def _mark(self, fact: _Fact) -> None:
        name = f"{fact.stream}/{fact.team}/{fact.question}"
        day, part = self.marks.get(name, ("", 0))
        if fact.day > day:
            self.marks[name] = (fact.day, fact.same_day)
        elif fact.day == day:
            self.marks[name] = (day, part + fact.same_day)


def _path(folder: Path) -> Path:
    return folder / cache.FOLDER / "released"


def _difference(until: _Row, since: _Row) -> Counts:
    """What was released from one row to another; written out, as it runs for each team, question and month."""
    _, a, b, c, d, e = until
    _, f, g, h, i, j = since
    return a - f, b - g, c - h, d - i, e - j
