"""Forgets the order in which released check-ins arrived."""

from collections.abc import Iterator
from contextlib import ExitStack, suppress

import msgspec

from store.batches import Settled
from store.journal import Line
from store.open import Store
from store.progress import Advance
from store.records import CheckIn
from store.sorting import Sorter

_RELEASED = b"0"
_WAITING = b"1"
_PLACE = 36  # digits of a place, and characters of an id

_decode = msgspec.json.Decoder(CheckIn).decode


def compact(store: Store, advance: Advance) -> None:
    """Sorts the released check-ins of each stream by their random ids and numbers them anew.

    Scores stay the same, and batches are not touched. Those that wait keep their order behind the released ones: it
    decides what is released next. Memory stays flat, as lines are sorted on disk, and kiosks may write meanwhile.

    Args:
        store: What to compact; days must be closed already.
        advance: Is told how many bytes more are done.

    Raises:
        CannotWriteError: The streams that were not reached yet are as they were.
        StoreBusyError: The same.
    """
    for stream in store.streams():
        if store.journal(stream).path.exists():
            _compact_stream(store, stream, advance)


def bytes_to_compact(store: Store) -> int:
    """How long the work is that ``compact`` tells ``advance`` of."""
    paths = (store.journal(stream).path for stream in store.streams())
    return sum(path.stat().st_size for path in paths if path.exists())


def _compact_stream(store: Store, stream: str, advance: Advance) -> None:
    with ExitStack() as sorters:

        def begin() -> _Compaction:
            sorter = sorters.enter_context(Sorter(store.folder))
            return _Compaction(stream, store.settled(), sorter, advance)

        store.journal(stream).rewrite(begin)


class _Compaction:
    """One attempt: called with all lines first, then with those that arrived meanwhile."""

    def __init__(self, stream: str, settled: Settled, sorter: Sorter, advance: Advance) -> None:
        self._stream = stream
        self._settled = settled
        self._sorter = sorter
        self._advance = advance
        self._n = 0

    def __call__(self, lines: Iterator[Line]) -> Iterator[Line]:
        """The same documents, in the order in which they shall stand."""
        payloads = (payload for _, payload in lines) if self._n else self._in_order(lines)
        for payload in payloads:
            self._n += 1
            yield self._n, payload

    def _in_order(self, lines: Iterator[Line]) -> Iterator[bytes]:
        newest, newest_waiting = _Newest(), ""
        for place, (_, payload) in enumerate(lines):
            check_in = None
            with suppress(msgspec.MsgspecError, UnicodeDecodeError):  # `store check` names what is no check-in
                check_in = _decode(payload)
            if check_in and self._settled.is_released(self._stream, check_in):
                ousted = newest.offer(check_in.day.isoformat(), check_in.id, payload)
                if ousted:
                    self._sorter.add(ousted)
            else:
                self._sorter.add(b"%b%0*d%b" % (_WAITING, _PLACE, place, payload))
                newest_waiting = check_in.day.isoformat() if check_in else newest_waiting
            self._advance(len(payload))
        goes_last = newest.day > newest_waiting
        if newest.line and not goes_last:
            self._sorter.add(newest.line)
        yield from (line[1 + _PLACE :] for line in self._sorter)
        if newest.line and goes_last:
            yield newest.line[1 + _PLACE :]


class _Newest:
    """The released check-in of the newest day, and of those the one with the highest id.

    A day never runs backwards, and writers learn the newest day from the last line. So if nothing of that day
    waits, this one goes last; its place tells nothing but the day that it names anyway.
    """

    def __init__(self) -> None:
        self.day = ""
        self.line = b""
        self._id = ""

    def offer(self, day: str, number: str, payload: bytes) -> bytes:
        """Takes a released check-in; gives back the line of whichever is not the newest, if there were two."""
        line = _RELEASED + number.encode() + payload
        if (day, number) < (self.day, self._id):
            return line
        self.day, self._id, self.line, ousted = day, number, line, self.line
        return ousted
