"""One voice, one slip: one-time codes on paper, of which only salted hashes are kept, and none of those used.

The file is what its set of unused codes makes it, hashes sorted, and is written as a whole: it holds no trace of a
used code, and no order in which codes were made or used.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec

from store.errors import SevenWaysError, UsageError
from store.lock import FolderLock
from store.progress import Advance
from store.small_file import SmallFile

FILE = "slips.json"
DIGITS = 10
MOST = 10_000

_SALT_BYTES = 16
_HASH_BYTES = 16


class Cost(NamedTuple):
    """What hashing a code takes: scrypt's three numbers; 4 MiB and some 10 ms on one fast core."""

    n: int = 4096
    r: int = 8
    p: int = 1


class Unused(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file.

    Attributes:
        salt: One for this installation, in hexadecimal.
        hashes: Of the unused codes, in hexadecimal, sorted.
    """

    salt: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
    hashes: tuple[Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")], ...] = ()


class Slips:
    """The one-time codes of one data folder, shared by all its processes."""

    def __init__(self, folder: Path, lock: FolderLock, cost: Cost = Cost()) -> None:  # noqa: B008 - frozen
        """Prepares the room; nothing is read yet.

        Args:
            folder: The data folder.
            lock: Its lock.
            cost: Of hashing a code; always the same in one folder.
        """
        self._lock = lock
        self._cost = cost
        self._file = kept_in(folder)
        self._owed: set[str] = set()  # codes used up for what could not be stored: still good, in this process

    @contextmanager
    def made(self, count: int, advance: Advance) -> Iterator[tuple[str, ...]]:
        """Makes codes, durably, for a block that prints them: ten digits each, the last of them a check digit.

        Earlier codes stay good. If the block fails, its codes are void again. They cannot be read back later.

        Args:
            count: How many, 1 to 10,000; each takes a while.
            advance: Is told of each.

        Raises:
            UsageError: That is not a possible number.
            CannotReadError: The file is damaged.
            StoreBusyError: Somebody else held the lock too long.
            CannotWriteError: None of them is good.
        """
        if not 1 <= count <= MOST:
            message = f"{count} slips cannot be made at once; make 1 to {MOST}."
            raise UsageError(message)
        before = self._begun()
        fresh: dict[str, str] = {}
        while len(fresh) < count:
            code = new_code()
            hashed = self._hash(code, before.salt)
            if hashed not in before.hashes:
                fresh[hashed] = code
                advance(1)
        is_printed = False
        try:
            with self._lock.held():
                unused = self._file.read() or before
                self._write(unused, {*unused.hashes, *fresh})
            yield tuple(fresh.values())
            is_printed = True
        finally:
            if not is_printed:
                self._forget(fresh)

    def make(self, count: int) -> tuple[str, ...]:
        """Makes codes as ``made`` does, for whoever needs no block."""
        with self.made(count, lambda _: None) as codes:
            return codes

    def _forget(self, hashes: Iterable[str]) -> None:
        """Makes codes void that nobody has; where that fails as well, nobody has them all the same."""
        with suppress(SevenWaysError), self._lock.held():
            unused = self._file.read()
            if unused is not None:
                self._write(unused, {*unused.hashes}.difference(hashes))

    def is_good(self, code: str) -> bool:
        """Whether a code allows a visit here: it is unused, or what it was used for could not be stored.

        Raises:
            CannotReadError: The file is damaged.
        """
        return _plain(code) in self._owed or self.is_unused(code)

    @contextmanager
    def spent(self, code: str) -> Iterator[None]:
        """Uses a code up, durably, before a block; if the block fails, the code is good for another try here.

        Raises:
            UsageError: The code is not good.
            CannotReadError: The file is damaged.
            StoreBusyError: Somebody else held the lock too long.
            CannotWriteError: The code is not used up.
        """
        plain = _plain(code)
        if plain in self._owed:
            self._owed.remove(plain)
        elif not self.use(plain):
            raise UsageError("This code is wrong or was used already; look at it again, or take another slip.")
        is_stored = False
        try:
            yield
            is_stored = True
        finally:
            if not is_stored:
                self._owed.add(plain)

    def is_unused(self, code: str) -> bool:
        """Whether a code allows a check-in.

        Raises:
            CannotReadError: The file is damaged.
        """
        unused = self._file.read()
        plain = _plain(code)
        return bool(unused and is_well_formed(plain) and self._hash(plain, unused.salt) in unused.hashes)

    def use(self, code: str) -> bool:
        """Uses a code up, durably; of all who try at once, one is told True.

        Raises:
            CannotReadError: The file is damaged.
            StoreBusyError: Somebody else held the lock too long.
            CannotWriteError: The code is not used up.
        """
        before = self._file.read()
        plain = _plain(code)
        if before is None or not is_well_formed(plain):
            return False
        hashed = self._hash(plain, before.salt)  # without the lock: it takes long
        with self._lock.held():
            unused = self._file.read()
            if unused is None or hashed not in unused.hashes:
                return False
            self._write(unused, {*unused.hashes} - {hashed})
        return True

    def _begun(self) -> Unused:
        """What is kept; with a salt, drawn at the first time."""
        with self._lock.held():
            unused = self._file.read()
            if unused is None:
                unused = Unused(secrets.token_hex(_SALT_BYTES))
                self._file.write(unused)
            return unused

    def _write(self, unused: Unused, hashes: set[str]) -> None:
        self._file.write(Unused(unused.salt, tuple(sorted(hashes))))

    def _hash(self, code: str, salt: str) -> str:
        n, r, p = self._cost
        return hashlib.scrypt(code.encode(), salt=bytes.fromhex(salt), n=n, r=r, p=p, dklen=_HASH_BYTES).hex()


def kept_in(folder: Path) -> SmallFile[Unused]:
    """The file in which a data folder keeps its unused slips."""
    mend = "no slip can be used; restore a backup, or remove the file and print new slips"
    return SmallFile(folder / FILE, Unused, mend)


def new_code() -> str:
    """Ten random digits that are well formed."""
    digits = "".join(secrets.choice("0123456789") for _ in range(DIGITS - 1))
    return digits + _check_digit(digits)


def is_well_formed(code: str) -> bool:
    """Whether a code could be one: ten digits, of which the last fits the others; most typing slips do not."""
    return len(code) == DIGITS and code.isascii() and code.isdigit() and code[-1] == _check_digit(code[:-1])


def _plain(code: str) -> str:
    """A code without the spaces and hyphens that make it easier to read."""
    return code.replace(" ", "").replace("-", "")


def _check_digit(digits: str) -> str:
    """ISO/IEC 7064, MOD 11,10: finds any one wrong digit, and nearly all swapped neighbours."""
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)
