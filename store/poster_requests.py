"""Who asked for a poster? Nobody knows: which team, which sheet and which month are kept, and a random number.

Whoever asks is given a code, once. Its first letters, the request's number, may be told to everybody: a draw picks
one. The rest stays with whoever asked, and proves that the request is theirs: only a slow hash of it is kept.
"""

import hashlib
import secrets
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from store import shuffled
from store.documents import Documents
from store.errors import AskedAlreadyError
from store.journal import Journal
from store.records import TeamKey

if TYPE_CHECKING:
    from store.open import Store

TABLE = "requests"
MOST_OPEN = 5
MONTHS_KEPT = 12

#: Digits and capitals of which none looks like another, in block letters or in handwriting.
LETTERS = "ACDEFHJKLMNPRTVWXY34679"
NUMBER_LENGTH, CODE_LENGTH = 4, 11

# Scrypt's three numbers: 32 MiB and some 100 ms, so that the 31 bits which nobody is told are not found by trying.
# The C library of Linux keeps a smaller piece of memory, and whatever is put into it makes a kiosk grow by another.
_N, _R, _P = 32_768, 8, 1
_MOST_MEMORY = 64 << 20
_PROOF_BYTES = 16

Number = Annotated[str, msgspec.Meta(pattern=rf"^[{LETTERS}]{{{NUMBER_LENGTH}}}\Z")]
Proof = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]


class SheetWish(StrEnum):
    """What can be asked for; the value is its key in files."""

    TEAM = "team"
    PROGRESS = "progress"
    HANDOUT = "handout"


class PosterRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One request: never who, which day, or at which check-in.

    Attributes:
        number: What it is called in public.
        proof: What only the code of whoever asked leads to, in hexadecimal.
        team: Key of the team whose poster it is.
        state: Whether it still waits to be printed.
    """

    number: Number
    proof: Proof
    month: shuffled.Month
    team: TeamKey
    sheet: SheetWish
    state: Literal["open", "done"] = "open"


_requests = Documents(PosterRequest)
_decode = msgspec.json.Decoder(PosterRequest).decode


class PosterRequests:
    """The requests of one data folder."""

    def __init__(self, journal: Journal) -> None:
        """Prepares the table; nothing is read yet.

        Args:
            journal: Its file; only written as a whole, here.
        """
        self._journal = journal

    def add(self, team: str, sheet: SheetWish, on: date) -> str:
        """Stores a request, durably, before it returns; forgets those done that are older than a year.

        Args:
            team: Key of the team whose poster it is.
            sheet: What is asked for.
            on: Today; only its month is kept.

        Returns:
            The code for whoever asked, which cannot be read back later.

        Raises:
            AskedAlreadyError: Enough were asked for already.
            StoreBusyError: Somebody else held the lock too long.
            CannotReadError: The file cannot be read.
            CannotWriteError: Nothing was stored.
        """
        code = new_code()
        proof = proof_of(code)  # without the lock: it takes a moment
        with self._journal.lock.held():
            requests = self.all()
            if Counter(request.team for request in requests if request.state == "open")[team] >= MOST_OPEN:
                message = f"{MOST_OPEN} posters of this team are asked for already; print those first."
                raise AskedAlreadyError(message)
            while any(request.number == number_of(code) for request in requests):
                code = new_code()
                proof = proof_of(code)
            request = PosterRequest(number_of(code), proof, shuffled.month_of(on), team, sheet)
            payloads = [payload for payload in shuffled.read(self._journal) if not _is_forgotten(payload, on)]
            shuffled.replace(self._journal, [*payloads, msgspec.json.encode(request)], on)
        return code

    def all(self) -> list[PosterRequest]:
        """All requests that are kept, sorted by what they are for.

        Raises:
            CannotReadError: The file cannot be read.
        """
        requests = (request for chunk in self._journal.chunks() for request in _requests.among(chunk.data))
        return sorted(requests, key=lambda request: (request.team, request.sheet, request.month, request.number))

    def close(self, numbers: Collection[str], on: date) -> None:
        """Marks requests as done.

        Args:
            numbers: Which.
            on: Today; only its month shows.

        Raises:
            StoreBusyError: Somebody else held the lock too long.
            CannotReadError: The file cannot be read.
            CannotWriteError: Nothing was marked.
        """
        with self._journal.lock.held():
            payloads = [_closed(payload, numbers) for payload in shuffled.read(self._journal)]
            shuffled.replace(self._journal, payloads, on)


def _known(payload: bytes) -> PosterRequest | None:
    """A document as a request; None for what this version does not know, which stays as it is."""
    try:
        return _decode(payload)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _closed(payload: bytes, numbers: Collection[str]) -> bytes:
    request = _known(payload)
    if request is None or request.number not in numbers:
        return payload
    return msgspec.json.encode(msgspec.structs.replace(request, state="done"))


def _is_forgotten(payload: bytes, on: date) -> bool:
    """Whether a request was printed and is older than a year."""
    request = _known(payload)
    if request is None or request.state == "open":
        return False
    year, month = map(int, request.month.split("-"))
    return (on.year - year) * 12 + on.month - month > MONTHS_KEPT


def requests_of(store: "Store") -> PosterRequests:
    """The requests of an open store."""
    return PosterRequests(store.journal(TABLE))


def new_code() -> str:
    """Eleven random letters; the last seven of them, 31 bits, are told to nobody."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def number_of(code: str) -> str:
    """What a request with this code is called in public."""
    return code[:NUMBER_LENGTH]


def spaced(code: str) -> str:
    """A code in groups that can be read and copied: ``K7WM-3XF-A9RT``."""
    return f"{code[:4]}-{code[4:7]}-{code[7:]}"


def plain(text: str) -> str:
    """A code as people write it, as it was made; whatever they wrote otherwise."""
    return "".join(letter for letter in text.upper() if letter not in " -\t")


def proof_of(code: str) -> str:
    """What a code leads to (scrypt, RFC 7914), salted with its number; takes a moment on purpose."""
    salt = f"seven-ways {number_of(code)}".encode()
    return hashlib.scrypt(code.encode(), salt=salt, n=_N, r=_R, p=_P, maxmem=_MOST_MEMORY, dklen=_PROOF_BYTES).hex()


def wishes(requests: Sequence[PosterRequest]) -> dict[tuple[str, SheetWish], tuple[str, ...]]:
    """The numbers of open requests, by team and sheet."""
    grouped: dict[tuple[str, SheetWish], tuple[str, ...]] = {}
    for request in requests:
        if request.state == "open":
            key = (request.team, request.sheet)
            grouped[key] = (*grouped.get(key, ()), request.number)
    return grouped
