"""Closing days: whoever asks first turns what may be released into batches, under the lock, once."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import msgspec

from store import cache
from store.batches import Key, Mark, Rule, Settled, Waiting, answers
from store.behaviors import QUESTIONS
from store.errors import RewrittenError
from store.journal import Journal
from store.lines import START, Cursor
from store.records import Batch, Ratings
from store.released import Released

_GROUP = 5_000

_Cell = tuple[str, int, list[int]]


class _Answers(msgspec.Struct):
    """As much of a check-in as is released; the ratings stay encoded until they are needed."""

    day: str
    team: str
    ratings: msgspec.Raw
    extra_mile: bool


class _Line(msgspec.Struct):
    d: _Answers


_decode_lines = msgspec.json.Decoder(_Line).decode_lines
_decode_ratings = msgspec.json.Decoder(Ratings).decode


class _Stream(msgspec.Struct):
    """How much of a stream is counted, and for each team and question what waits."""

    cursor: Cursor = START
    teams: dict[str, list[_Cell]] = {}


class _Waiting(msgspec.Struct):
    """The derived copy: what waits in all streams, valid for one length of batches.jsonl."""

    batches: Cursor = START
    streams: dict[str, _Stream] = {}


def close_days(folder: Path, streams: dict[str, Journal], batches: Journal, rule: Rule) -> int:
    """Releases what may be released; the caller holds the lock.

    The outcome depends on what the streams hold and on what was released before, not on how often or how late
    this is called. Killed half-way, it goes on where it was.

    Args:
        folder: The data folder.
        streams: All journals of check-ins, by stream.
        batches: Where batches go.
        rule: When ratings become a batch.

    Returns:
        How many batches were written.

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
            written += len(batches.append([msgspec.json.encode(batch) for batch in _sorted(group)]))
        current.streams[name] = counter.state()
    if released.refresh(batches) or moved:
        released.save(folder)
    current.batches = released.cursor
    if current != saved:
        cache.save(folder / cache.FOLDER / "waiting", current)
    return written


def _sorted(group: list[Batch]) -> list[Batch]:
    """In an order that tells nothing about the order of visits."""
    return sorted(group, key=lambda batch: (batch.day, batch.team, batch.question))


class _Counter:
    """Goes through one stream and finds the batches that are due."""

    def __init__(self, stream: str, rule: Rule, marks: Callable[[], dict[Key, Mark]]) -> None:
        self._stream = stream
        self._rule = rule
        self._marks = marks
        self._settled: Settled | None = None
        self._through: dict[str, str] = {}
        self._teams: dict[str, list[Waiting]] = {}
        self._cursor = START

    def state(self) -> _Stream:
        """What to keep for the next time."""
        cells = {
            team: [(cell.day, cell.same_day, cell.counts) for cell in waiting] for team, waiting in self._teams.items()
        }
        return _Stream(self._cursor, cells)

    def read(self, journal: Journal, saved: _Stream) -> Iterator[Batch]:
        """The batches that are due, those of one team and question by day."""
        try:
            self._begin(saved)
            yield from self._count(journal)
        except RewrittenError:
            self._begin(_Stream())
            yield from self._count(journal)
        for team, waiting in self._teams.items():
            for question, cell in zip(QUESTIONS, waiting, strict=True):
                if cell.due(self._rule):
                    yield cell.release(Key(self._stream, team, question), self._rule.k)

    def _begin(self, saved: _Stream) -> None:
        """From a saved place on all is new; from the start on, what was released is passed over."""
        self._cursor = saved.cursor
        self._settled = Settled(self._marks()) if saved.cursor == START else None
        self._through.clear()
        self._teams = {
            team: [Waiting(counts, day, same_day) for day, same_day, counts in cells]
            for team, cells in saved.teams.items()
        }

    def _count(self, journal: Journal) -> Iterator[Batch]:
        for chunk in journal.chunks(self._cursor):
            for visit in _visits(chunk.data):
                if self._settled is None or visit.day >= self._settled_through(visit.team):
                    yield from self._take(visit)
            self._cursor = chunk.cursor

    def _settled_through(self, team: str) -> str:
        day = self._through.get(team)
        if day is None and self._settled is not None:
            day = self._through[team] = self._settled.through(self._stream, team)
        return day or ""

    def _take(self, visit: _Answers) -> Iterator[Batch]:
        """Adds one visit's answers to what waits; what was due before this day is released first."""
        waiting = self._teams.get(visit.team)
        if waiting is None:
            waiting = self._teams[visit.team] = [Waiting() for _ in QUESTIONS]
        values = answers(_decode_ratings(visit.ratings), extra_mile=visit.extra_mile)
        for question, cell, value in zip(QUESTIONS, waiting, values, strict=True):
            if value is None:
                continue
            key = Key(self._stream, visit.team, question)
            if self._settled is not None and self._settled.takes(key, visit.day):
                continue
            if visit.day > cell.day and cell.due(self._rule):
                yield cell.release(key, self._rule.k)
            cell.add(value, visit.day)
            if self._rule.at_once and cell.due(self._rule):
                yield cell.release(key, self._rule.k)


def _visits(lines: bytes) -> Iterator[_Answers]:
    """The check-ins among some lines; `store check` names those that are none."""
    try:
        yield from (line.d for line in _decode_lines(lines))
    except msgspec.MsgspecError:
        for line in lines.splitlines():
            try:
                yield msgspec.json.decode(line, type=_Line).d
            except msgspec.MsgspecError:
                continue
