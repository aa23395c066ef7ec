"""How a data folder is: what it holds and what is wrong with it; never what waits."""

import os
import shutil
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import msgspec

from store import pin, slips
from store.behaviors import EXTRA_MILE
from store.errors import CannotReadError, CannotWriteError, RewrittenError
from store.journal import SUFFIX, Journal
from store.lines import START, Chunk, Cursor, decode_line
from store.losses import losses
from store.network_disk import network_disk
from store.open import CHECK_INS, Store, day_of
from store.records import Batch

_MEBIBYTE = 1 << 20
_EVIDENCE = {".damaged": "set aside as damaged", ".torn": "set aside as torn"}
_DAMAGED = "damaged, and skipped when scores are counted"
_TORN = "the last line is torn or damaged; the next write sets it aside"


class TeamStatus(msgspec.Struct, frozen=True):
    """A team, and how many of its check-ins are released; 0 also where none may be shown."""

    team: str
    name: str
    retired: bool
    released_check_ins: int


class StreamStatus(msgspec.Struct, frozen=True):
    """A source of check-ins: how many of them are released, and the days of its first and last such batch."""

    stream: str
    released_check_ins: int
    first: date | None
    last: date | None


class Damage(msgspec.Struct, frozen=True):
    """How many lines of a file are harmed, and what became of them; None if the whole file is meant."""

    file: str
    lines: int | None
    what: str


class Status(msgspec.Struct, frozen=True):
    """All of it.

    Attributes:
        held: How many check-ins are held back until a manager has looked, as far as may be told.
        held_below: More are held, in groups of fewer than this number each; None if there are no such groups.
        last_write: The newest stored day.
        disk_left: Bytes that may still be written, in whole mebibytes: finer figures would tell of each visit.
        warnings: Sentences about what somebody should look after.
    """

    organisation: str
    sample: bool
    folder: str
    teams: list[TeamStatus]
    streams: list[StreamStatus]
    damage: list[Damage]
    held: int
    held_below: int | None
    last_write: date | None
    disk_left: int
    warnings: list[str]


def look(store: Store, on: date) -> Status:
    """The state of a store; changes nothing that was stored.

    Args:
        store: Which one.
        on: Today, as far as the clock knows.

    Raises:
        CannotReadError: A file cannot be read.
        StoreBusyError: Somebody else held the lock too long.
    """
    organisation = store.organisation
    shown = {team.key for team in organisation.teams if not team.too_small}
    teams, streams = _Tally(), _Tally()
    for batch in store.batches():
        if batch.question == EXTRA_MILE and batch.team in shown:
            teams.add(batch.team, batch)
            streams.add(batch.stream, batch)
    newest_days, damage = _read_journals(store)
    fewest = organisation.privacy.minimum
    held = [group.shown(fewest) for group in store.held.groups()]
    return Status(
        organisation=organisation.name,
        sample=organisation.sample,
        folder=str(store.folder.resolve()),
        teams=list(_teams(store, teams)),
        streams=list(_streams(store, streams)),
        damage=[*damage, *_small_files(store), *_lost(store), *_evidence(store)],
        held=sum(number or 0 for number in held),
        held_below=fewest if None in held else None,
        last_write=max(newest_days, default=None),
        disk_left=shutil.disk_usage(store.folder).free // _MEBIBYTE * _MEBIBYTE,
        warnings=list(_warnings(store, on)),
    )


class _Tally:
    """Released check-ins by name, and the days of the first and last batch that they came in."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.first: dict[str, date] = {}
        self.last: dict[str, date] = {}

    def add(self, name: str, batch: Batch) -> None:
        self.count[name] += sum(batch.counts)
        self.first[name] = min(batch.day, self.first.get(name, batch.day))
        self.last[name] = max(batch.day, self.last.get(name, batch.day))


def _teams(store: Store, released: _Tally) -> Iterator[TeamStatus]:
    for team in store.organisation.teams:
        yield TeamStatus(team.key, team.name, team.retired, released.count[team.key])


def _streams(store: Store, released: _Tally) -> Iterator[StreamStatus]:
    """Imports are merely numbered: the digests that name their files could confirm a guess of what waits."""
    for number, stream in enumerate(store.streams()):
        yield StreamStatus(
            stream="kiosk" if stream == CHECK_INS else f"import {number}",
            released_check_ins=released.count[stream],
            first=released.first.get(stream),
            last=released.last.get(stream),
        )


def _read_journals(store: Store) -> tuple[list[date], list[Damage]]:
    """The last day of each stream, and damaged lines, from one reading of all journals."""
    days: list[date] = []
    damage = []
    streams = set(store.streams())
    for path in sorted(store.folder.glob(f"[!.]*{SUFFIX}")):
        journal = Journal(path, store.lock)
        is_stream = path.name.removesuffix(SUFFIX) in streams
        last, cursor = None, START
        for chunk in journal.chunks():
            last = (_newest_day(chunk) if is_stream else None) or last
            cursor = chunk.cursor
        if journal.damaged:
            damage.append(Damage(path.name, journal.damaged, _DAMAGED))
        if _is_torn(journal, cursor):
            damage.append(Damage(path.name, None, _TORN))
        if last:
            days.append(last)
    return days, damage


def _newest_day(chunk: Chunk) -> date | None:
    """The day of the last check-in of a run; whatever else stands there is passed over."""
    lines = reversed(chunk.data.split(b"\n")[:-1])
    return next((day for line in lines if (day := day_of(decode_line(line + b"\n")[1]))), None)


def _is_torn(journal: Journal, cursor: Cursor) -> bool:
    """Whether something follows the last good line, and not just because somebody is writing it."""
    with suppress(FileNotFoundError, RewrittenError):  # another file stands there now; ours was whole
        if journal.path.stat().st_size == cursor.offset:
            return False
        with journal.lock.held():
            for chunk in journal.chunks(cursor):
                cursor = chunk.cursor
            return journal.path.stat().st_size > cursor.offset
    return False


def _small_files(store: Store) -> Iterator[Damage]:
    """PIN and slips, if they are damaged; how many slips are left is not told: it would tell of each visit."""
    for file in (pin.kept_in(store.folder), slips.kept_in(store.folder)):
        try:
            file.read()
        except CannotReadError:
            yield Damage(file.path.name, None, f"damaged or closed to us: {file.mend}")


def _lost(store: Store) -> Iterator[Damage]:
    for loss in losses(store.folder, store.lock):
        yield Damage(loss.file, None, f"{loss.what}; see `store check`")


def _evidence(store: Store) -> Iterator[Damage]:
    for path in sorted(store.folder.iterdir()):
        if path.suffix in _EVIDENCE:
            yield Damage(path.name, path.read_bytes().count(b"\n"), _EVIDENCE[path.suffix])


def _warnings(store: Store, on: date) -> Iterator[str]:
    try:
        clock = store.clock_warning(on)
        if clock:
            yield clock
    except CannotWriteError as error:
        yield str(error)
    kind = network_disk(store.folder)
    if kind:
        yield f"{store.folder} is on a network disk ({kind}), where locks may fail; keep the data on a disk of its own."
    mode = stat.S_IMODE(store.folder.stat().st_mode)
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield f"{store.folder} is open to other users (mode {mode:04o}); run `chmod 700` on it."
