"""How often each team was rated within the last minutes, counted by all processes together, and a trainer's session.

The counters live in memory (see `store.runtime_folder`), are no older than five minutes, a kiosk that stands idle
seeing to that, and are never backed up.
Where they cannot be kept, each process counts for itself: a visit is worth more than a rule, and a burst at one
terminal, the usual one, is seen even so.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import Annotated, Final, TypeVar

import msgspec

from store.abuse import MOST_IN_SPAN, SPAN_SECONDS
from store.disk import PRIVATE_FILE
from store.errors import CannotWriteError, StoreBusyError, UsageError
from store.lock import FolderLock
from store.runtime_folder import make_ours

LONGEST_SESSION = 7200.0
FILE = "rates.json"

_DEADLINE = 0.5  # a visitor waits for it; whoever holds the lock needs a millisecond
_KEPT = 2 * MOST_IN_SPAN  # a team's newest visits: enough for the rule, even if some are taken back
_LARGEST = 1 << 20

#: What notes are counted under; no team has such a key.
NOTES: Final = "*notes"
_Counted = Annotated[str, msgspec.Meta(pattern=r"^(\*notes|[a-z0-9]+(-[a-z0-9]+)*)\Z", max_length=80)]

T = TypeVar("T")


class _Session(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    begin: float
    end: float


class _Counters(msgspec.Struct, forbid_unknown_fields=True):
    """When teams were rated, and the session, in seconds of the shared clock."""

    visits: dict[_Counted, list[float]] = {}
    session: _Session | None = None

    def prune(self, now: float) -> None:
        """Forgets what is over, and what cannot be: after a restart of the machine, times lie ahead."""
        for team, times in list(self.visits.items()):
            self.visits[team] = [at for at in times if now - SPAN_SECONDS < at <= now][-_KEPT:]
            if not self.visits[team]:
                del self.visits[team]
        session = self.session
        if session and not (session.begin <= now < session.end <= session.begin + LONGEST_SESSION):
            self.session = None


class Rates:
    """The counters of one data folder."""

    def __init__(self, folder: Path | None, clock: Callable[[], float]) -> None:
        """Prepares them; nothing is opened yet.

        Args:
            folder: Where all processes share them; None if there is no such place.
            clock: Seconds on a clock that all processes share.
        """
        self._folder = folder
        self._clock = clock
        self._lock = FolderLock(folder, _DEADLINE) if folder else None
        self._own = _Counters()

    @contextmanager
    def counted(self, team: str) -> Iterator[int]:
        """Counts a visit for the length of a block, and for good if the block ends well.

        A visit that could not be stored and is tried again is thus counted once.

        Args:
            team: Key of the rated team; or ``NOTES``, for notes on any team.

        Yields:
            How many visits rated the team (or brought a note) within five minutes, this one included; 0 during a
            session, which counts none.
        """
        at = self._clock()
        recent = self._apply(lambda counters: _add(counters, team, at))
        is_stored = False
        try:
            yield recent
            is_stored = True
        finally:
            if recent and not is_stored:
                self._apply(lambda counters: _take_back(counters, team, at))

    def begin_session(self, seconds: float) -> None:
        """Lifts the burst rule for a class, on all terminals of this data folder.

        Raises:
            UsageError: It would end at once, or last more than two hours.
        """
        if not 0 < seconds <= LONGEST_SESSION:
            message = f"A session lasts more than 0 and at most {LONGEST_SESSION:.0f} seconds (two hours)."
            raise UsageError(message)
        begin = self._clock()
        self._apply(lambda counters: _set_session(counters, _Session(begin, begin + seconds)))

    def end_session(self) -> None:
        """Puts the burst rule back."""
        self._apply(lambda counters: _set_session(counters, None))

    def session_left(self) -> float:
        """Seconds until the session ends; 0 if there is none."""
        now = self._clock()
        return self._apply(lambda counters: max(0.0, counters.session.end - now) if counters.session else 0.0)

    def forget_old(self) -> None:
        """Forgets visits that are older than five minutes, in the file too; to be called now and then."""
        self._apply(lambda _counters: None)

    def _apply(self, change: Callable[[_Counters], T]) -> T:
        """Changes the shared counters and our own; the outcome is that of the shared ones if there are any."""
        self._own.prune(self._clock())
        outcome = change(self._own)
        if self._folder and self._lock and make_ours(self._folder):
            with suppress(OSError, CannotWriteError, StoreBusyError), self._lock.held():
                content = _read(self._folder / FILE)
                counters = _decoded(content)
                counters.prune(self._clock())
                shared = change(counters)
                changed = msgspec.json.encode(counters)
                if changed != content:
                    _write(self._folder / FILE, changed)
                outcome = shared
        return outcome


def shared_clock() -> float:
    """Seconds since the machine was started, the same in all its processes; never set, never backwards."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def _add(counters: _Counters, team: str, at: float) -> int:
    if counters.session:
        return 0
    times = counters.visits.setdefault(team, [])
    times.append(at)
    return len(times)


def _take_back(counters: _Counters, team: str, at: float) -> None:
    with suppress(KeyError, ValueError):  # forgotten already
        counters.visits[team].remove(at)


def _set_session(counters: _Counters, session: _Session | None) -> None:
    counters.session = session


def _read(path: Path) -> bytes:
    """The file's bytes; none if it is no plain file of a sensible size."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return b""
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        return file.read(_LARGEST) if S_ISREG(found.st_mode) and found.st_size < _LARGEST else b""


def _decoded(content: bytes) -> _Counters:
    try:
        return msgspec.json.decode(content, type=_Counters)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _Counters()


def _write(path: Path, content: bytes) -> None:
    """Puts the file in the place of whatever is there; not synced, as it need not last. The caller holds the lock.

    Raises:
        OSError: It could not be written.
    """
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)  # a killed process may have left one
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb") as file:
        file.write(content)
    fresh.replace(path)
