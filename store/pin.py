"""The staff's PIN: kept as a slow hash, and out of patience after five wrong tries, also after a restart."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec

from store.errors import CannotReadError, CannotWriteError, UsageError
from store.lock import FolderLock
from store.small_file import SmallFile

FILE = "pin.json"
SHORTEST, LONGEST = 6, 64
TRIES = 5
_LOCKED_SECONDS = (60, 300, 900, 3600)  # after the first five wrong tries, the second … and each further five
_UNWRITTEN_SECONDS = 60.0  # between two tries that cannot be written down, and before the first


class Cost(NamedTuple):
    """What one try costs a guesser, and this machine: the second choice of RFC 9106, for little memory.

    Attributes:
        passes: How often the memory is gone through.
        memory_kib: Memory in KiB.
        lanes: Threads.
    """

    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 4


class Verdict(Enum):
    """What became of a try."""

    OK = "ok"
    WRONG = "wrong"
    LOCKED = "locked"
    NOT_SET = "not set"


class Answer(NamedTuple):
    """What a try is told.

    Attributes:
        verdict: Whether the PIN was right, wrong, not even looked at, or never set.
        tries_left: After a wrong one: how many are left before the lock.
        seconds: When locked: whole seconds until the next try.
    """

    verdict: Verdict
    tries_left: int = 0
    seconds: int = 0


class KeptPin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: a hash, and what was tried since the last right PIN.

    Attributes:
        hash: Argon2id, with its salt and cost.
        wrong: Tries that were not right, those that were cut off among them.
        since: When the lock that stands began, in seconds since 1970; 0 without a lock.
    """

    hash: Annotated[str, msgspec.Meta(pattern=r"^\$argon2id\$[!-~]{1,200}\Z")]
    wrong: Annotated[int, msgspec.Meta(ge=0)] = 0
    since: float = 0.0

    @property
    def locked_seconds(self) -> int:
        """How long a lock lasts after so many wrong tries; 0 if they bring none."""
        rounds, more = divmod(self.wrong, TRIES)
        return _LOCKED_SECONDS[min(rounds, len(_LOCKED_SECONDS)) - 1] if rounds and not more else 0

    def seconds_left(self, now: float) -> float:
        """How much of the lock is left; 0 or less if a try is free. The clock must not stand before ``since``."""
        return self.since + self.locked_seconds - now


class Pin:
    """The PIN of one data folder, shared by all its processes."""

    def __init__(
        self,
        folder: Path,
        lock: FolderLock,
        cost: Cost = Cost(),  # noqa: B008 - frozen
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepares the PIN; nothing is read yet.

        Args:
            folder: The data folder.
            lock: Its lock.
            cost: Of the next PIN that is set.
            seconds: A clock that only ever grows.
        """
        self._lock = lock
        self._cost = cost
        self._file = kept_in(folder)
        self._seconds = seconds
        self._unwritten_at = seconds()  # from the start, so that a process that is started anew has no free try

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN; a damaged one counts, so that damage opens no door."""
        return os.path.lexists(self._file.path)

    def set(self, pin: str) -> None:
        """Sets a PIN, in place of the one before.

        Raises:
            UsageError: It cannot be one.
            StoreBusyError: Somebody else held the lock too long.
            CannotWriteError: The PIN before, if any, still holds.
        """
        if not _is_possible(pin):
            message = f"A PIN has {SHORTEST} to {LONGEST} digits and nothing else, as it is typed on a keypad."
            raise UsageError(message)
        hashed = _hash(pin, self._cost)
        with self._lock.held():
            self._file.write(KeptPin(hashed))

    def remove(self) -> None:
        """Removes the PIN; the errors are those of ``set``."""
        with self._lock.held():
            self._file.remove()

    def check(self, pin: str, now: float) -> Answer:
        """Tries a PIN. The try is counted, durably, before the PIN is looked at: killing us gives nobody a free one.

        Where it cannot be written, the disk being full or read-only, one try a minute is looked at even so, the first
        a minute after this process began: staff must be able to leave a broken kiosk.

        Args:
            pin: Any text.
            now: The clock, in seconds since 1970. Set back, it makes a lock begin anew: never shorter, never endless.

        Raises:
            CannotReadError: The file is damaged; nobody gets in.
            StoreBusyError: Somebody else held the lock too long.
            CannotWriteError: The folder is gone, so the PIN was not looked at.
        """
        with self._lock.held():
            kept = self._file.read()
            if kept is None:
                return Answer(Verdict.NOT_SET)
            if kept.locked_seconds and now < kept.since:
                kept = msgspec.structs.replace(kept, since=now)
                self._file.write(kept)
            if kept.locked_seconds and kept.seconds_left(now) > 0:
                return _locked(kept, now)
            counted = _one_more(kept, now)
            try:
                self._file.write(counted)
                refusal = _locked(counted, now) if counted.locked_seconds else _wrong(counted)
            except CannotWriteError:
                if (left := self._unwritten_left()) > 0:
                    return Answer(Verdict.LOCKED, seconds=left)
                self._unwritten_at = self._seconds()
                refusal = Answer(Verdict.LOCKED, seconds=int(_UNWRITTEN_SECONDS))
        if not _matches(pin, kept.hash, self._file.path):  # without the lock: it takes long
            return refusal
        with suppress(CannotWriteError), self._lock.held():  # if it fails, the tries before stay counted
            kept = self._file.read()
            if kept is not None and kept.hash == counted.hash:
                self._file.write(KeptPin(kept.hash))
        return Answer(Verdict.OK)

    def _unwritten_left(self) -> int:
        """Whole seconds until a try is looked at that cannot be written; 0 or less if it is free."""
        return -int((self._seconds() - self._unwritten_at - _UNWRITTEN_SECONDS) // 1)


def kept_in(folder: Path) -> SmallFile[KeptPin]:
    """The file in which a data folder keeps its PIN."""
    return SmallFile(folder / FILE, KeptPin, "nobody can use the PIN; set a new one with `store pin`")


def _one_more(kept: KeptPin, now: float) -> KeptPin:
    counted = KeptPin(kept.hash, kept.wrong + 1)
    return msgspec.structs.replace(counted, since=now) if counted.locked_seconds else counted


def _wrong(kept: KeptPin) -> Answer:
    return Answer(Verdict.WRONG, tries_left=TRIES - kept.wrong % TRIES)


def _locked(kept: KeptPin, now: float) -> Answer:
    return Answer(Verdict.LOCKED, seconds=-int(-kept.seconds_left(now) // 1))


def _is_possible(pin: str) -> bool:
    return pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST


def _hash(pin: str, cost: Cost) -> str:
    from argon2 import PasswordHasher  # noqa: PLC0415 - the first paint does not wait for it

    return PasswordHasher(cost.passes, cost.memory_kib, cost.lanes).hash(pin)


def _matches(pin: str, hashed: str, path: Path) -> bool:
    from argon2 import PasswordHasher  # noqa: PLC0415 - the first paint does not wait for it
    from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError  # noqa: PLC0415

    try:
        return _is_possible(pin) and PasswordHasher().verify(hashed, pin)
    except VerifyMismatchError:
        return False
    except (InvalidHashError, VerificationError) as error:
        message = f"{path} is damaged, or memory ran short: try again, or set a new PIN with `store pin`."
        raise CannotReadError(message) from error
