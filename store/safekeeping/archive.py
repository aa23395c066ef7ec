"""What a backup file is: a zip of the data folder's files, and a manifest that vouches for each."""

import msgspec

from store import pin, slips
from store.format import FORMAT_FILE
from store.journal import SUFFIX
from store.lines import Scan
from store.organisation.file import FILE
from store.plain_text import printable

MANIFEST = "manifest.json"
LONGEST_MANIFEST = 1 << 24
BLOCK = 1 << 20

_LONGEST_LINE = 1 << 24
_SUFFIXES = (SUFFIX, ".torn", ".damaged")
# Beside settings and journals: the PIN, or a restored kiosk would be one that staff cannot leave, with its count of
# wrong tries (an earlier count gains nothing to whoever may restore); and the unused slips, or paper that was handed
# out would be worthless: slips and check-ins come back as of one moment, so that no voice counts twice.
_KEPT = frozenset({FILE, FORMAT_FILE, pin.FILE, slips.FILE})
_FOREIGN = frozenset('/\\:*?"<>|')


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a backup.

    Attributes:
        name: Its name in the data folder.
        size: Its bytes.
        sha256: Their SHA-256, as 64 hex digits.
        damaged_lines: How many lines of a journal were damaged when the backup was made.
    """

    name: str
    size: int
    sha256: str
    damaged_lines: int


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All files of a backup, and the format of the data folder."""

    format: int
    files: tuple[Entry, ...]


def belongs(name: str) -> bool:
    """Whether a file of this name is kept in backups: settings, PIN, slips, journals, evidence; no caches, no paths."""
    if name in _KEPT:
        return True
    plain = name == printable(name) and not name.startswith(".") and not _FOREIGN & set(name)
    return plain and name.endswith(_SUFFIXES)


class DamageCount:
    """Counts damaged lines of a file that passes by in blocks; only journals have any."""

    def __init__(self, name: str) -> None:
        self._is_journal = name.endswith(SUFFIX)
        self._scan = Scan(0, (0,))
        self._rest = b""
        self._size = 0
        self._good = 0
        self._damaged = 0

    def feed(self, block: bytes) -> None:
        """Takes the next block."""
        if not self._is_journal or len(self._rest) > _LONGEST_LINE:
            return
        self._size += len(block)
        whole, newline, self._rest = (self._rest + block).rpartition(b"\n")
        if newline:
            for chunk in self._scan.take(whole + newline):
                self._damaged += len(chunk.damage)
                self._good = chunk.cursor.offset

    @property
    def lines(self) -> int:
        """How many so far; what is torn or damaged behind the last good line counts as one."""
        return self._damaged + (self._good < self._size)
