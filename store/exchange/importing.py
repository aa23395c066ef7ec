"""A spreadsheet becomes a stream of check-ins: all of it or nothing, and never twice."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import msgspec

from store.disk import aside, writing
from store.errors import RefusedError
from store.exchange.rejects import Rejects
from store.exchange.rows import COLUMNS, Answers, BadRowError, Columns, RowReader
from store.exchange.spreadsheet import Sheet, open_sheet
from store.journal import SUFFIX, LineWriter
from store.lock import is_left_behind, try_lock
from store.open import IMPORT_PREFIX, Store
from store.organisation.edit import add_teams
from store.plain_text import printable
from store.progress import Advance, Progress
from store.records import CheckIn, Ratings
from store.sorting import Sorter

_DIGITS = 32
_SKIPPED = "-"

Tell = Callable[[str], None]


class Imported(NamedTuple):
    """What an import brought.

    Attributes:
        check_ins: How many.
        first: The oldest day, ISO.
        last: The newest day, ISO.
        new_teams: Names of teams that were added.
        unseen_teams: Names of teams among them all that are too small for a score.
        rejected: How many rows were set aside, and where; None if there were none.
    """

    check_ins: int
    first: str
    last: str
    new_teams: tuple[str, ...]
    unseen_teams: tuple[str, ...]
    rejected: tuple[int, Path] | None


def import_file(
    store: Store, path: Path, on: date, tell: Tell, progress: Progress, *, create_teams: bool, skip_bad: bool
) -> Imported:
    """Stores the rows of a CSV file as one new stream.

    Memory stays flat: rows are sorted on disk. The stream tells neither the order of the rows nor which row became
    which check-in.

    Args:
        store: Where to.
        path: The file.
        on: Today; rows of later days are bad.
        tell: Takes remarks, one line each: dropped columns, bad rows.
        progress: Shows how far long work is.
        create_teams: Whether unknown teams are added.
        skip_bad: Whether bad rows are set aside in ``FILE.rejected.csv`` and the others stored.

    Raises:
        CannotReadError: The file cannot be read or understood.
        RefusedError: It has bad rows, no rows, or was imported before; nothing was stored.
        CannotWriteError: Nothing was stored.
        StoreBusyError: Nothing was stored.
    """
    with open_sheet(path, COLUMNS) as sheet, Rejects(store.folder, sheet) as rejects, Sorter(store.folder) as rows:
        columns = Columns(sheet.header, printable(str(path)))
        reader = RowReader(store.organisation, on, create_teams=create_teams)
        count = _read(sheet, columns, reader, rows, rejects, progress)
        if not count or (rejects.count and not skip_bad):
            _tell(path, columns, rejects, tell)
            raise _useless(path, count, rejects.count)
        with Sorter(store.folder) as stream:
            stream_path = store.folder / f"{IMPORT_PREFIX}{_forget_order(rows, stream)}{SUFFIX}"
            if stream_path.exists():
                raise _imported_before(path)
            _tell(path, columns, rejects, tell)
            if rejects.count:
                rejects.put()
            new_teams = _add_teams(store, reader)
            try:
                with progress("Storing", count) as advance:
                    first, last = _put(store, stream_path, stream, advance)
            except FileExistsError as error:
                raise _imported_before(path) from error
    rejected = (rejects.count, rejects.path) if rejects.count else None
    return Imported(count, first, last, new_teams, reader.unseen_teams, rejected)


def _read(sheet: Sheet, columns: Columns, reader: RowReader, rows: Sorter, rejects: Rejects, progress: Progress) -> int:
    """Sorts good rows from bad ones; returns how many are good."""
    count = done = 0
    with progress(f"Reading {printable(sheet.path.name)}", sheet.size) as advance:
        for row in sheet.rows():
            try:
                rows.add(_canonical(reader.read(columns.pick(row.cells))))
                count += 1
            except BadRowError as error:
                rejects.add(row, str(error))
            advance(sheet.done - done)
            done = sheet.done
    return count


def _tell(path: Path, columns: Columns, rejects: Rejects, tell: Tell) -> None:
    """Names what is not stored."""
    if columns.dropped:
        tell(f"{printable(str(path))}: these columns are not stored: {', '.join(columns.dropped)}.")
    for reason in rejects.reasons():
        tell(reason)


def _useless(path: Path, good: int, bad: int) -> RefusedError:
    where = printable(str(path))
    if not bad:
        return RefusedError(f"{where} has no rows below its header; nothing was stored.")
    rows = "1 row is bad" if bad == 1 else f"{bad} rows are bad"
    mend = "correct the file or add --skip-bad" if good else "correct the file"
    return RefusedError(f"{where}: {rows} (see above), so nothing was stored; {mend}, and import it again.")


def _canonical(answers: Answers) -> bytes:
    """One row in the only form that counts, so that the same content is known again in any file."""
    ratings = "".join(_SKIPPED if rating is None else str(rating) for rating in answers.ratings)
    return f"{answers.day} {answers.team} {ratings} {answers.extra_mile:d}".encode()


def _forget_order(rows: Sorter, stream: Sorter) -> str:
    """Gives each row a random id, and the stream an order by day and id; returns the digest of the content."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(row + b"\n")
        day, rest = row.split(b" ", 1)
        stream.add(b"%b %b %b" % (day, str(uuid4()).encode(), rest))
    return digest.hexdigest()[:_DIGITS]


def _add_teams(store: Store, reader: RowReader) -> tuple[str, ...]:
    """Adds the teams that rows named; should the import be killed then, they are merely there already."""
    names = tuple(team.name for team in reader.new_teams)
    if names and add_teams(store.folder, names) != reader.new_teams:
        raise RefusedError("Somebody changed the teams during this import; nothing was stored. Run it again.")
    return names


def _put(store: Store, stream_path: Path, stream: Sorter, advance: Advance) -> tuple[str, str]:
    """Writes the stream and gives it its name; returns its first and last day.

    Raises:
        FileExistsError: Somebody else has imported the same content meanwhile.
    """
    first = last = ""
    with ExitStack() as unfinished:
        with store.lock.held():
            _sweep(store.folder)
            file = unfinished.enter_context(aside(stream_path, replace=False))
            try_lock(file.fileno())  # so that nobody takes it for one that a killed process left behind
        writer = LineWriter(file)
        with writing(stream_path):
            for n, check_in in enumerate(_check_ins(stream), start=1):
                last = check_in.day.isoformat()
                first = first or last
                writer.write(n, msgspec.json.encode(check_in))
                advance(1)
            file.flush()
            os.fsync(file.fileno())  # the long one, while kiosks may still write
        with store.lock.held():
            unfinished.close()
    return first, last


def _check_ins(stream: Sorter) -> Iterator[CheckIn]:
    for line in stream:
        day, number, team, ratings, extra_mile = line.decode().split(" ")
        values = (None if sign == _SKIPPED else int(sign) for sign in ratings)
        yield CheckIn(
            id=number,
            day=date.fromisoformat(day),
            team=team,
            ratings=Ratings(*values),
            extra_mile=extra_mile == "1",
        )


def _sweep(folder: Path) -> None:
    """Removes what killed imports left behind; the caller holds the lock."""
    for stale in folder.glob(f".{IMPORT_PREFIX}*{SUFFIX}.*.new"):
        with writing(stale):
            if is_left_behind(stale):
                stale.unlink()


def _imported_before(path: Path) -> RefusedError:
    message = f"{printable(str(path))} was imported before: the same rows are stored already. Nothing was changed."
    return RefusedError(message)
