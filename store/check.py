"""Reads everything that is stored, and names each fault, its file and line."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir
from typing import Any, NamedTuple

import msgspec

from store import drops, held, notes, pin, poster_requests, slips
from store.behaviors import EXTRA_MILE, QUESTIONS
from store.errors import CannotReadError, OrganisationError, RewrittenError
from store.format import FORMAT_FILE, check_format, read_format
from store.journal import SUFFIX
from store.lines import START, Chunk, decode_line, read_chunks
from store.lock import FolderLock
from store.losses import losses
from store.open import BATCHES, CHECK_INS, IMPORT_PREFIX
from store.organisation import file as organisation_file
from store.plain_text import printable, shortened
from store.progress import Advance
from store.records import FORMAT, Batch, CheckIn, Ratings
from store.sorting import Sorter

_ATTEMPTS = 3
_BAD_LINE = "it is skipped when scores are counted; restore a backup that has it, or leave it"
_LOST = "restore a backup that has them, unless somebody erased them on purpose"

Judge = Callable[[bytes, int], str | None]


class Fault(NamedTuple):
    """Something that is not as it was written.

    Attributes:
        file: The file's name.
        line: Where, from 1; None if the whole file is meant.
        what: What is wrong.
        mend: What to do.
    """

    file: str
    line: int | None
    what: str
    mend: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.what}; {self.mend}."


def check(folder: Path, lock: FolderLock, advance: Advance) -> list[Fault]:
    """All faults of a data folder: settings, PIN and slips, then each file's lines, then what is lost.

    A line that another process is just writing is no fault: the ends of files are judged under the lock.

    Args:
        folder: The data folder.
        lock: Its lock.
        advance: Is told how many bytes more are done.

    Raises:
        NoOrganisationError: It is no data folder.
        NewerFormatError: A newer version of this program has written here.
        CannotReadError: A file cannot be read.
        StoreBusyError: Somebody else held the lock too long.
    """
    settings = [*_wrong_settings(folder), *_wrong_small_files(folder)]
    for _ in range(_ATTEMPTS):
        with suppress(RewrittenError):  # somebody replaced a file meanwhile: once more
            return settings + list(_wrong_journals(folder, lock, advance)) + _lost(folder, lock)
    with lock.held():
        return settings + list(_wrong_journals(folder, lock, advance)) + _lost(folder, lock)


def bytes_to_check(folder: Path) -> int:
    """How long the work is that ``check`` tells ``advance`` of."""
    return sum(path.stat().st_size for path in _journals(folder))


def _journals(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"[!.]*{SUFFIX}"))


def _wrong_settings(folder: Path) -> Iterator[Fault]:
    said = read_format(folder)
    try:
        organisation_file.read(folder)
    except OrganisationError as error:
        yield Fault(organisation_file.FILE, None, str(error).rstrip("."), "correct it with a text editor")
    if said != f"{FORMAT}\n":
        with suppress(CannotReadError):  # it is damaged: that is named here
            check_format(folder)
        what = f"it does not say {FORMAT}, the format of this folder"
        yield Fault(FORMAT_FILE, None, what, f"write {FORMAT} and a line end into it")


def _wrong_small_files(folder: Path) -> Iterator[Fault]:
    for file in (pin.kept_in(folder), slips.kept_in(folder)):
        try:
            file.read()
        except CannotReadError:
            yield Fault(file.path.name, None, "it is damaged or closed to us", file.mend)


def _wrong_journals(folder: Path, lock: FolderLock, advance: Advance) -> Iterator[Fault]:
    with Sorter(_place_to_sort(folder)) as ids:
        for path in _journals(folder):
            yield from _JournalCheck(path, _judge_for(path.name, ids)).run(lock, advance)
        yield from _repeated(ids)


def _lost(folder: Path, lock: FolderLock) -> list[Fault]:
    return [Fault(printable(loss.file), None, loss.what, _LOST) for loss in losses(folder, lock)]


def _place_to_sort(folder: Path) -> Path:
    """The data folder, or the system's temporary one if that may only be read."""
    return folder if os.access(folder, os.W_OK) else Path(gettempdir())


def _judge_for(name: str, ids: Sorter) -> Judge:
    """What tells whether a document belongs into a file."""
    if name == CHECK_INS + SUFFIX or name.startswith(IMPORT_PREFIX):

        def judge(payload: bytes, line: int) -> str | None:
            check_in = msgspec.json.decode(payload, type=CheckIn)
            ids.add(b"%b %b %012d" % (check_in.id.encode(), name.encode(), line))
            return _unanswered(check_in.ratings)

        return judge
    judges: dict[str, Judge] = {
        BATCHES: _judge_batch,
        drops.TABLE: _judge_drop,
        held.TABLE: _judge_held,
        notes.TABLE: _judge_note,
        poster_requests.TABLE: _judge_poster_request,
    }
    return judges.get(name.removesuffix(SUFFIX), _judge_other)


def _judge_batch(payload: bytes, _: int) -> str | None:
    batch = msgspec.json.decode(payload, type=Batch)
    values = dict.fromkeys(QUESTIONS, 5) | {EXTRA_MILE: 2}
    if batch.question not in values:
        return f'"{batch.question}" is no question'
    if len(batch.counts) != values[batch.question] or min(batch.counts) < 0:
        return f"counts must be {values[batch.question]} numbers, none below 0"
    if sum(batch.counts) < batch.k:
        return f"it holds fewer than {batch.k} ratings"
    if not 1 <= batch.same_day <= sum(batch.counts):
        return "same_day must count some of its ratings"
    return None


def _judge_drop(payload: bytes, _: int) -> str | None:
    msgspec.json.decode(payload, type=drops.Drop)
    return None


def _judge_held(payload: bytes, _: int) -> str | None:
    return _unanswered(msgspec.json.decode(payload, type=held.HeldCheckIn).ratings)


def _unanswered(ratings: Ratings) -> str | None:
    answered = any(rating is not None for rating in msgspec.structs.astuple(ratings))
    return None if answered else "every question is skipped"


def _judge_note(payload: bytes, _: int) -> str | None:
    msgspec.json.decode(payload, type=notes.Note)
    return None


def _judge_poster_request(payload: bytes, _: int) -> str | None:
    msgspec.json.decode(payload, type=poster_requests.PosterRequest)
    return None


def _judge_other(payload: bytes, _: int) -> str | None:
    msgspec.json.decode(payload, type=dict[str, Any])
    return None


def _repeated(ids: Sorter) -> Iterator[Fault]:
    before = b""
    for entry in ids:
        number, name, line = entry.split(b" ", 2)
        if number == before:
            what = f"the check-in {number.decode()} is stored twice"
            yield Fault(name.decode(), int(line), what, "look for a file that was copied or edited by hand")
        before = number


class _JournalCheck:
    """Goes through one journal and counts its lines."""

    def __init__(self, path: Path, judge: Judge) -> None:
        self._path = path
        self._name = printable(path.name)
        self._judge = judge
        self._cursor = START
        self._line = 0
        self._n = 0

    def run(self, lock: FolderLock, advance: Advance) -> Iterator[Fault]:
        """All faults, from the first line to the last."""
        for chunk in read_chunks(self._path):
            yield from self._go_through(chunk)
            advance(len(chunk.data))
        with lock.held():
            arrived = list(read_chunks(self._path, self._cursor))
            size = self._path.stat().st_size if self._path.exists() else 0
        for chunk in arrived:
            yield from self._go_through(chunk)
        if size > self._cursor.offset:
            mend = f"the next write sets it aside in {self._path.stem}.torn; if it had been stored, a backup has it"
            yield Fault(self._name, self._line + 1, "the last line is torn or damaged", mend)

    def _go_through(self, chunk: Chunk) -> Iterator[Fault]:
        for _ in chunk.damage:
            self._line += 1
            yield Fault(self._name, self._line, "the line is damaged: its checksum does not hold", _BAD_LINE)
        for line in chunk.data.split(b"\n")[:-1]:
            self._line += 1
            what = self._wrong(line + b"\n")
            if what:
                yield Fault(self._name, self._line, what, _BAD_LINE)
        self._cursor = chunk.cursor

    def _wrong(self, line: bytes) -> str | None:
        try:
            n, payload = decode_line(line)
        except ValueError:
            return "the line has neither id nor document"
        before, self._n = self._n, max(n, self._n)
        if n <= before:
            return f"the id {n} stands behind the id {before}"
        try:
            return self._judge(payload, self._line)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            return f"this is not what belongs here ({shortened(str(error), 120)})"
