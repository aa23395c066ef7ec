"""Closing days: whoever asks first turns what may be released into batches, under the lock, once."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec

from store import cache
from store.batches import Key, Mark, Rule, Settled, Waiting, answers
from store.behaviors import QUESTIONS
from store.documents import Documents
from store.journal import Journal
from store.lines import START, Cursor
from store.records import Batch, Ratings, TeamKey
from store.released import Released

_GROUP = 5_000

_Entries = list[tuple[str, int]]


class _Answers(msgspec.Struct):
    """As much of a check-in as is released; the ratings stay encoded until they are needed."""

    day: str
    team: str
    ratings: msgspec.Raw
    extra_mile: bool


_visits = Documents(_Answers)
_decode_ratings = msgspec.json.Decoder(Ratings).decode


class _Stream(msgspec.Struct):
    """How much of a stream is counted, for each team and question what waits, and what `Settled` is owed."""

    cursor: Cursor = START
    teams: dict[str, list[_Entries]] = {}
    owed: dict[str, tuple[str, int]] = {}  # by "team/question"


class _Waiting(msgspec.Struct):
    """The derived copy: what waits in all streams, valid for one length of batches.jsonl."""

    batches: Cursor = START
    streams: dict[str, _Stream] = {}


def counted(folder: Path) -> dict[str, Cursor]:
    """How much of each stream was counted last, as far as that is known."""
    saved = cache.load(folder / cache.FOLDER / "waiting", _Waiting) or _Waiting()
    return {name: stream.cursor for name, stream in saved.streams.items()}


def close_days(folder: Path, streams: dict[str, Journal], batches: Journal, rule: Rule) -> tuple[int, Released]:
    """Releases what may be released; the caller holds the lock.

    The outcome depends on what the streams hold and on what was released before, not on how often or how late
    this is called. Killed half-way, it goes on where it was.

    Args:
        folder: The data folder.
        streams: All journals of check-ins, by stream.
        batches: Where batches go.
        rule: When ratings become a batch.

    Returns:
        How many batches were written, and all that is released now.

    Raises:
        CannotWriteError: Some batches may be written, each whole; the rest follows at the next call.
    """
    released = Released.load(folder)
    moved = released.refresh(batches)
    saved = cache.load(folder / cache.FOLDER / "waiting", _Waiting)
    if saved is None or saved.batches != released.cursor:
        saved = _Waiting()
    written, current = 0, _Waiting()
    for name, journal in streams.items():
        counter = _Counter(name, rule, released.settled_marks)
        found = counter.read(journal, saved.streams.get(name, _Stream()))
        while group := list(islice(found, _GROUP)):
            journal.sync()
            for layer in _layers(group):
                written += len(batches.append([msgspec.json.encode(batch) for batch in layer]))
        current.streams[name] = counter.state()
    if released.refresh(batches) or moved:
        released.save(folder)
    current.batches = released.cursor
    if current != saved:
        cache.save(folder / cache.FOLDER / "waiting", current)
    return written, released


def _layers(group: list[Batch]) -> list[list[Batch]]:
    """Batches in an order that tells nothing about the order of visits, and no key twice in one write.

    A power cut may leave any part of a write: were a key's later batch there without its earlier one, the ratings
    in that one would count as released, and be lost.
    """
    layers: list[list[Batch]] = []
    earlier: Counter[tuple[str, str]] = Counter()
    for batch in sorted(group, key=lambda batch: (batch.day, batch.team, batch.question)):
        key = (batch.team, batch.question)
        if earlier[key] == len(layers):
            layers.append([])
        layers[earlier[key]].append(batch)
        earlier[key] += 1
    return layers


class _Counter:
    """Goes through one stream and finds the batches that are due."""

    def __init__(self, stream: str, rule: Rule, marks: Callable[[], dict[Key, Mark]]) -> None:
        self._stream = stream
        self._rule = rule
        self._marks = marks
        self._settled = Settled({})
        self._through: dict[str, str] = {}
        self._teams: dict[str, list[Waiting]] = {}
        self._days: set[str] = set()
        self._cursor = START

    def state(self) -> _Stream:
        """What to keep for the next time."""
        entries = {team: [cell.entries for cell in cells] for team, cells in self._teams.items()}
        owed = {f"{key.team}/{key.question}": (mark.day, mark.part) for key, mark in self._settled.owed().items()}
        return _Stream(self._cursor, entries, owed)

    def read(self, journal: Journal, saved: _Stream) -> Iterator[Batch]:
        """The batches that are due, those of one team and question by day."""
        if not journal.holds(saved.cursor):
            saved = _Stream()
        self._cursor = saved.cursor
        marks = {key: mark for key, mark in self._marks().items() if key.stream == self._stream}
        owed = {Key(self._stream, *name.split("/")): Mark(*mark) for name, mark in saved.owed.items()}
        self._settled = Settled(marks, None if saved.cursor == START else owed)
        for team, row in saved.teams.items():
            for cell, entries in zip(self._cells(team), row, strict=True):
                found = [cell.add(day, value, self._rule) for day, value in entries]
                yield from filter(None, found)
        yield from self._count(journal)
        for cells in self._teams.values():
            for cell in cells:
                if batch := cell.release(self._rule):
                    yield batch

    def _count(self, journal: Journal) -> Iterator[Batch]:
        for chunk in journal.chunks(self._cursor):
            for visit in _visits.among(chunk.data):
                if visit.day >= self._settled_through(visit.team):
                    with suppress(msgspec.MsgspecError, UnicodeDecodeError):  # what is no check-in is not counted
                        yield from self._take(visit)
            self._cursor = chunk.cursor

    def _settled_through(self, team: str) -> str:
        day = self._through.get(team)
        if day is None:
            day = self._through[team] = self._settled.through(self._stream, team)
        return day

    def _take(self, visit: _Answers) -> Iterator[Batch]:
        """Adds one visit's answers to what waits.

        Raises:
            msgspec.ValidationError: It is none; nothing was added.
        """
        if visit.day not in self._days:
            self._days.add(msgspec.convert(visit.day, date).isoformat())
        values = answers(_decode_ratings(visit.ratings), extra_mile=visit.extra_mile)
        for cell, value in zip(self._cells(visit.team), values, strict=True):
            if value is None or self._settled.takes(cell.key, visit.day):
                continue
            if batch := cell.add(visit.day, value, self._rule):
                yield batch

    def _cells(self, team: str) -> list[Waiting]:
        """What waits for one team, in the order of the questions."""
        cells = self._teams.get(team)
        if cells is None:
            key = msgspec.convert(team, TeamKey)
            cells = self._teams[team] = [Waiting(Key(self._stream, key, question)) for question in QUESTIONS]
        return cells
