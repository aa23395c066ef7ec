"""One append-only file of checksummed lines, shared by any number of processes.

1. ``append`` returns only after its lines are written and synced.
2. Only the last, unacknowledged write can be torn; the next writer cuts it and keeps it aside.
3. Whatever is not an append builds a new file, syncs it, and renames it over the old one. What was derived from
   that one is forgotten first, so that whoever finds less than was counted knows: something got lost.
Writers hold the folder's lock; readers need none.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from glob import escape
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, NamedTuple, TypeVar

from store import cache
from store.disk import AS_BYTES, PRIVATE_FILE, belong, read_at, settle, sync_data, sync_folder, writing
from store.errors import RewrittenError
from store.lines import START, Chunk, Cursor, Scan, decode_line, encode_line, read_chunks
from store.lock import FolderLock, is_left_behind, try_lock

SUFFIX = ".jsonl"
_WINDOW = 4096

T = TypeVar("T")
Line = tuple[int, bytes]
Transform = Callable[[Iterator[Line]], Iterator[Line]]


class _End(NamedTuple):
    cursor: Cursor
    n: int


class LineWriter:
    """Writes lines one after the other to an open file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.cursor = START

    def write(self, n: int, payload: bytes) -> None:
        """Adds a document; ids must rise."""
        line, state = encode_line(n, payload, self.cursor.state)
        self._file.write(line)
        self.cursor = Cursor(self.cursor.offset + len(line), state)


class Journal:
    """The documents of one table, in one file."""

    def __init__(self, path: Path, lock: FolderLock) -> None:
        """Prepares the journal; nothing is opened or made yet.

        Args:
            path: The file; its folder must exist before something is written.
            lock: The folder's lock.
        """
        self.path = path
        self.lock = lock
        self.damaged = 0
        self._descriptor = -1
        self._inode = -1
        self._end: _End | None = None

    # Reading

    def chunks(self, cursor: Cursor = START) -> Iterator[Chunk]:
        """Good lines after a cursor; damaged ones are counted in ``damaged``.

        Raises:
            RewrittenError: What lies before the cursor is no longer what it was.
            CannotReadError: The file cannot be read.
        """
        found = 0
        for chunk in read_chunks(self.path, cursor):
            found += len(chunk.damage)
            yield chunk
        if cursor == START:
            self.damaged = found
        else:
            self.damaged += found

    def holds(self, cursor: Cursor) -> bool:
        """Whether what lies before a cursor is still what it was."""
        try:
            next(read_chunks(self.path, cursor), None)
        except RewrittenError:
            return False
        return True

    def lines(self, cursor: Cursor = START) -> Iterator[Line]:
        """Id and JSON of each good document after a cursor."""
        for chunk in self.chunks(cursor):
            for line in chunk.data.split(b"\n")[:-1]:
                yield decode_line(line + b"\n")

    # Appending

    def append(self, payloads: Sequence[bytes], ids: Sequence[int | None] = ()) -> list[int]:
        """Stores documents durably; only dying meanwhile may leave some of them, and not always the first ones.

        Args:
            payloads: Each document as JSON on one line.
            ids: Ids to give them, above all that are stored; missing or None means the next free one.

        Returns:
            Their ids.

        Raises:
            StoreBusyError: Somebody else held the lock until the deadline.
            CannotWriteError: Nothing was stored.
        """
        with self.lock.held(), writing(self.path):
            end = self._open_end()
            state, n = end.cursor.state, end.n
            lines, given = [], []
            for index, payload in enumerate(payloads):
                n = (ids[index] if index < len(ids) else None) or n + 1
                line, state = encode_line(n, payload, state)
                lines.append(line)
                given.append(n)
            data = b"".join(lines)
            self._write(data, end.cursor.offset)
            self._end = _End(Cursor(end.cursor.offset + len(data), state), n)
            return given

    def _write(self, data: bytes, offset: int) -> None:
        is_durable = False
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(self._descriptor, view) :]
            sync_data(self._descriptor)
            is_durable = True
        finally:
            if not is_durable:
                self._take_back(offset)

    def _take_back(self, offset: int) -> None:
        """Leaves no half promise, and syncs no second time after a failure: the kernel may have dropped the pages."""
        with suppress(OSError):
            os.ftruncate(self._descriptor, offset)
        self.close()

    def end(self) -> tuple[Cursor, int]:
        """Where the next line will go, and the highest id; the caller holds the lock."""
        with writing(self.path):
            return self._open_end()

    def last(self) -> bytes | None:
        """JSON of the last document; the caller holds the lock."""
        with writing(self.path):
            end = self._open_end().cursor
            if end.offset == 0:
                return None
            for window in _windows(self._descriptor, end.offset):
                at = window.rfind(b"\n", 0, -1) + 1
                if at or len(window) == end.offset:
                    return decode_line(window[at:])[1]
        return None

    def newest(self, fits: Callable[[bytes], T | None]) -> T | None:
        """What a function makes of the newest document that it can make something of; the caller holds the lock.

        Usually that is the last one, which is cheap. If it is not, ever more of the file is read, from its end.
        """
        last = self.last()
        found = None if last is None else fits(last)
        if last is None or found is not None:
            return found
        with writing(self.path):
            end = self._open_end().cursor.offset
            for window in _windows(self._descriptor, end):
                scan, lines = Scan.inside(window, end - len(window))
                good = b"".join(run.data for run in scan.take(lines)).split(b"\n")[:-1]
                for line in reversed(good):
                    found = fits(decode_line(line + b"\n")[1])
                    if found is not None:
                        return found
        return None

    def sync(self) -> None:
        """Makes durable what another writer may have left unsynced when it died; the caller holds the lock."""
        with writing(self.path):
            if self._open_end().cursor.offset:
                sync_data(self._descriptor)

    def _open_end(self) -> _End:
        """An open descriptor on the current file, and its checked end."""
        try:
            there = os.stat(self.path)  # noqa: PTH116  # half the cost of Path.stat
        except FileNotFoundError:
            there = None
        if there is None or self._descriptor < 0 or there.st_ino != self._inode:
            self.close()
            self._descriptor = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | AS_BYTES, PRIVATE_FILE)
            self._inode = os.fstat(self._descriptor).st_ino
            belong(self._descriptor, self.path.parent)
            sync_folder(self.path.parent)  # also for whoever made or renamed the file and died before doing this
        size = os.fstat(self._descriptor).st_size
        if self._end is None or self._end.cursor.offset != size:
            self._end = self._find_end(size)
        return self._end

    def _find_end(self, size: int) -> _End:
        """The end of the last good line; what is torn behind it is cut and kept aside."""
        for window in _windows(self._descriptor, size):
            start = size - len(window)
            scan, lines = Scan.inside(window, start)
            last = None
            for last in scan.take(lines[: lines.rfind(b"\n") + 1]):  # noqa: B007  # only the last run counts
                pass
            if last:
                at = last.data.rfind(b"\n", 0, -1) + 1
                self._cut(last.cursor.offset, size)
                return _End(last.cursor, decode_line(last.data[at:])[0])
        self._cut(0, size)
        return _End(START, 0)

    def _cut(self, good: int, size: int) -> None:
        if good == size:
            return
        self.keep_aside(".torn", read_at(self._descriptor, size - good, good))
        os.ftruncate(self._descriptor, good)
        os.fsync(self._descriptor)

    def keep_aside(self, suffix: str, evidence: bytes) -> None:
        """Adds lines that are about to be dropped, durably, to a file of that suffix; the caller holds the lock."""
        path = self.path.with_suffix(suffix)
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | AS_BYTES, PRIVATE_FILE)
        with os.fdopen(descriptor, "ab") as file:
            belong(descriptor, path.parent)
            file.write(evidence.rstrip(b"\n") + b"\n")
            file.flush()
            os.fsync(descriptor)
        sync_folder(path.parent)

    def close(self) -> None:
        """Lets go of the file; the next write opens it again."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor, self._inode, self._end = -1, -1, None

    def __del__(self) -> None:
        self.close()

    # Rewriting

    def rewrite(self, begin: Callable[[], Transform]) -> None:
        """Replaces the whole file, atomically and with flat memory.

        What is stored at the start is read without the lock; the lock is held for what arrived meanwhile only.

        Args:
            begin: Makes the transform afresh for each attempt. Given an iterator of lines in order, a transform
                yields the lines that shall stand instead. It is called once for what is stored and once for what
                arrived meanwhile. Ids must rise.

        Raises:
            StoreBusyError: Somebody else held the lock until the deadline.
            CannotWriteError: The old file still stands.
        """
        try:
            self._rewrite(begin())
        except RewrittenError:  # somebody else replaced the file meanwhile: once more, and alone
            with self.lock.held():
                self._rewrite(begin())

    def _rewrite(self, transform: Transform) -> None:
        with writing(self.path), self._fresh() as file:
            fresh = Path(file.name)
            try:
                reader, writer = _Reader(self.path), LineWriter(file)
                _copy(transform(reader.lines()), writer)
                file.flush()
                os.fsync(file.fileno())  # the long one, while others may still write
                with self.lock.held():
                    self._open_end()
                    _copy(transform(reader.lines()), writer)
                    if writer.cursor == reader.cursor and not reader.damage:
                        return
                    file.flush()
                    os.fsync(file.fileno())
                    if reader.damage:
                        self.keep_aside(".damaged", b"".join(reader.damage))
                    cache.forget(self.path.parent)
                    file.close()  # both of them first: Windows renames nothing that is open
                    self.close()
                    settle(fresh, self.path)
            finally:
                with suppress(OSError):
                    fresh.unlink(missing_ok=True)  # there only if it was not wanted, or something went wrong

    def _fresh(self) -> IO[bytes]:
        """A new file beside ours, locked so that nobody takes it for one that a killed process left behind."""
        with self.lock.held():
            prefix = f".{self.path.name}."
            for stale in self.path.parent.glob(f"{escape(prefix)}*.new"):
                if is_left_behind(stale):
                    stale.unlink()
            file = NamedTemporaryFile(dir=self.path.parent, prefix=prefix, suffix=".new", delete=False)  # noqa: SIM115
            belong(file.fileno(), self.path.parent)
            try_lock(file.fileno())
            return file

    def drop(self) -> None:
        """Removes the file, durably."""
        with self.lock.held(), writing(self.path):
            self.close()
            cache.forget(self.path.parent)
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)


class _Reader:
    """Reads a journal on from where it stopped, and remembers damage."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.cursor = START
        self.damage: list[bytes] = []

    def lines(self) -> Iterator[Line]:
        for chunk in read_chunks(self._path, self.cursor):
            self.damage += [damage.raw for damage in chunk.damage]
            for line in chunk.data.split(b"\n")[:-1]:
                yield decode_line(line + b"\n")
            self.cursor = chunk.cursor


def _copy(lines: Iterator[Line], writer: LineWriter) -> None:
    for n, payload in lines:
        writer.write(n, payload)


def _windows(descriptor: int, end: int) -> Iterator[bytes]:
    """The last bytes before ``end``: first a few, then ever more."""
    length = _WINDOW
    while True:
        start = max(0, end - length)
        yield read_at(descriptor, end - start, start)
        if start == 0:
            return
        length *= 8
