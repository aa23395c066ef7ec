"""The journal's line format, and how whole, unharmed lines are read from it.

A line is plain JSON: ``{"n":<id>,"d":{...},"c":"<8 hex digits>"}``. ``c`` is the CRC-32 of the whole file up to
the comma before it, so each line vouches for all lines above it, and one checksum over a megabyte of lines is as
good as thousands over single ones.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple
from zlib import crc32

from store.errors import CannotReadError, RewrittenError

TAIL_LENGTH = len(',"c":"00000000"}\n')
_TAIL = re.compile(rb',"c":"([0-9a-f]{8})"\}\n\Z')
_HEAD_LENGTH = len('{"n":')
_PAYLOAD = b',"d":'
_BLOCK = 1 << 20


class Cursor(NamedTuple):
    """A place between two lines.

    Attributes:
        offset: Bytes from the start of the file.
        state: CRC-32 of all bytes before it. If the line that ends there still leads to it, nothing before
            it has changed.
    """

    offset: int
    state: int


START = Cursor(0, 0)


class Damage(NamedTuple):
    """A line whose checksum does not hold: where it starts, and its bytes."""

    offset: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of good lines.

    Attributes:
        data: Whole lines, each with its newline.
        cursor: The place behind them.
        damage: Lines that were skipped just before them.
    """

    data: bytes
    cursor: Cursor
    damage: tuple[Damage, ...] = ()


def encode_line(n: int, payload: bytes, state: int) -> tuple[bytes, int]:
    """One line, and the state behind it.

    Args:
        n: The document's id.
        payload: The document as JSON on one line.
        state: CRC-32 of all bytes before the line.
    """
    body = b'{"n":%d,"d":%b' % (n, payload)
    tail = b',"c":"%08x"}\n' % crc32(body, state)
    return body + tail, crc32(tail, int(tail[6:14], 16))


def decode_line(line: bytes) -> tuple[int, bytes]:
    """Id and document (JSON) of a good line."""
    at = line.index(_PAYLOAD, _HEAD_LENGTH)
    return int(line[_HEAD_LENGTH:at]), line[at + len(_PAYLOAD) : -TAIL_LENGTH]


def read_chunks(path: Path, cursor: Cursor = START) -> Iterator[Chunk]:
    """Good lines after a cursor, in runs of about a megabyte; takes no lock and never blocks a writer.

    What follows the last good line is not reported: it may be a write that is still going on.

    Raises:
        RewrittenError: What lies before the cursor is no longer what it was.
        CannotReadError: The file cannot be read.
    """
    try:
        with path.open("rb", buffering=0) as file:
            while True:
                _resume(file, cursor)
                for chunk in _chunks_after(file, cursor):
                    if chunk.damage and not _stands(file, cursor, chunk.damage):
                        break  # a torn tail that we had half read was cut meanwhile: once more
                    cursor = chunk.cursor
                    yield chunk
                else:
                    return
    except FileNotFoundError:
        if cursor != START:
            raise RewrittenError(f"{path} is gone.") from None
    except OSError as error:
        raise CannotReadError(f"Cannot read {path}: {error.strerror}. Check its owner and mode.") from error


def _resume(file: IO[bytes], cursor: Cursor) -> None:
    """Goes to a cursor, if it still holds."""
    if cursor.offset:
        file.seek(max(0, cursor.offset - TAIL_LENGTH))
        if _state_behind(file.read(min(cursor.offset, TAIL_LENGTH))) != cursor.state:
            raise RewrittenError(f"{file.name} was rewritten.")
    file.seek(cursor.offset)


def _chunks_after(file: IO[bytes], cursor: Cursor) -> Iterator[Chunk]:
    scan = Scan(cursor.offset, (cursor.state,))
    rest = b""
    while block := file.read(_BLOCK):
        whole, newline, rest = (rest + block).rpartition(b"\n")
        if newline:
            yield from scan.take(whole + newline)


def _stands(file: IO[bytes], cursor: Cursor, damage: tuple[Damage, ...]) -> bool:
    """Tells whether damage after a cursor is really in the file, and not in between two states of it."""
    here = file.tell()
    _resume(file, cursor)
    for harm in damage:
        file.seek(harm.offset)
        if file.read(len(harm.raw)) != harm.raw:
            return False
    file.seek(here)
    return True


def _state_behind(line: bytes) -> int | None:
    """The state that a line claims to leave behind; None if it makes no claim."""
    claim = _TAIL.search(line[-TAIL_LENGTH:])
    return crc32(claim[0], int(claim[1], 16)) if claim else None


class Scan:
    """Tells good lines from damaged ones, block by block.

    After a damaged line there are two ways on: its own checksum may be intact (then the harm is in its body), or
    its body may be (then the harm is in the checksum). Whichever the next good line agrees with is taken, unless
    its id shows that it has been read before: a disk may repeat old pages.
    """

    def __init__(self, offset: int, states: tuple[int, ...]) -> None:
        """Starts at a place in a file.

        Args:
            offset: Where the first line starts.
            states: What the CRC-32 of all bytes before may be.
        """
        self._offset = offset
        self._states = states
        self._suspects: list[Damage] = []
        self._last_good = START
        self._highest: int | None = None

    @classmethod
    def inside(cls, window: bytes, start: int) -> tuple["Scan", bytes]:
        """A scan that begins at the first line boundary it finds in a window of a file.

        Args:
            window: Some bytes of the file.
            start: Where they start in it.

        Returns:
            The scan, and the lines that it can take.
        """
        if start == 0:
            return cls(0, (0,)), window
        at = 0
        while at := window.find(b"\n", at) + 1:
            state = _state_behind(window[:at]) if at >= TAIL_LENGTH else None
            if state is not None:
                return cls(start + at, (state,)), window[at:]
        return cls(start + len(window), ()), b""

    def take(self, lines: bytes) -> Iterator[Chunk]:
        """Good runs among some whole lines, which follow directly on the last ones taken."""
        if not self._suspects and len(self._states) == 1:
            state = _state_behind(lines)
            if state is not None and crc32(memoryview(lines)[:-TAIL_LENGTH], self._states[0]) == int(lines[-11:-3], 16):
                self._offset += len(lines)
                self._states = (state,)
                self._highest = decode_line(lines[lines.rfind(b"\n", 0, -1) + 1 :])[0]
                yield Chunk(lines, Cursor(self._offset, state))
                return
        yield from self._take_singly(lines)

    def _take_singly(self, lines: bytes) -> Iterator[Chunk]:
        good: list[bytes] = []
        damage: tuple[Damage, ...] = ()
        for line in lines.split(b"\n")[:-1]:
            ended = line + b"\n"
            fits = self._advance(ended)
            if fits and self._suspects:
                damage, self._suspects = tuple(self._suspects), []
            elif not fits:
                if good:
                    yield Chunk(b"".join(good), self._last_good, damage)
                    good, damage = [], ()
                self._suspects.append(Damage(self._offset - len(ended), ended))
            if fits:
                good.append(ended)
                self._last_good = Cursor(self._offset, self._states[0])
        if good:
            yield Chunk(b"".join(good), self._last_good, damage)

    def _advance(self, line: bytes) -> bool:
        """Moves behind one line; tells whether its checksum holds."""
        self._offset += len(line)
        body, claimed = line[:-TAIL_LENGTH], _state_behind(line)
        computed = [crc32(body, state) for state in self._states]
        if claimed is not None and int(line[-11:-3], 16) in computed:
            self._states = (claimed,)
            n = decode_line(line)[0]
            if self._highest is None or n > self._highest:
                self._highest = n
                return True
            return False
        ways_on = [crc32(b',"c":"%08x"}\n' % checksum, checksum) for checksum in computed]
        if claimed is not None:
            ways_on.insert(0, claimed)
        self._states = tuple(dict.fromkeys(ways_on))[:3]
        return False
