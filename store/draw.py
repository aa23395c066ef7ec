"""A draw that anybody can repeat: a list, a seed, and a rule that leads from both to one winner.

The list names each request by its number, beside what only the code of whoever asked leads to. Whoever publishes the
hash of prize and list first, and then takes a seed that nobody could foresee (tomorrow's lottery numbers), cannot
choose the winner. Anybody who has the list can repeat the draw, and only the winner has the code.
"""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

from store.errors import RefusedError, UsageError
from store.plain_text import printable
from store.poster_requests import LETTERS, NUMBER_LENGTH, Number, PosterRequest, number_of, plain, proof_of

LONGEST = 200
_SPAN = 2**256

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST, pattern=r"^[^\n]+\Z")]
_Entry = Annotated[str, msgspec.Meta(pattern=rf"^[{LETTERS}]{{{NUMBER_LENGTH}}} [0-9a-f]{{32}}\Z")]


class Draw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One draw: announced while it has no seed, then drawn.

    Attributes:
        version: Of this format; the first did not bind the prize.
        prize: What is drawn.
        sha256: Of the prize and the entries, each followed by a line feed.
        seed: What decides; None until it is known.
        winner: A request's number; None as long.
        how: How to repeat it without this program.
        entries: Number and proof of each request, sorted, each number once.
    """

    version: Literal[2]
    prize: _Text
    sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
    seed: _Text | None
    winner: Number | None
    how: str
    entries: Annotated[tuple[_Entry, ...], msgspec.Meta(min_length=1)]


_HOW = (
    "sha256 is the SHA-256 of the prize and all entries (UTF-8), each followed by one line feed. For n = 0, 1, 2 ... "
    "take HMAC-SHA-256 with the seed (UTF-8) as the key and the text 'sha256:n' as the message, as one number of 256 "
    "bits. Pass it over if it is not below the largest multiple of the number of entries up to 2^256; otherwise the "
    "remainder of its division by the number of entries is the winner's place in the list, counted from 0."
)


def announced(prize: str, requests: Iterable[PosterRequest]) -> Draw:
    """A draw whose seed is not known yet.

    Raises:
        UsageError: The prize is no text of a line.
        RefusedError: Nobody has asked.
    """
    entries = tuple(sorted(f"{request.number} {request.proof}" for request in requests))
    if not entries:
        raise RefusedError("Nobody has asked for a poster, so there is nothing to draw from.")
    text = _line(prize, "The prize")
    return Draw(2, text, hash_of(text, entries), None, None, _HOW, entries)


def drawn(draw: Draw, seed: str) -> Draw:
    """An announced draw with its winner; the same seed gives the same winner.

    Raises:
        UsageError: The seed is no text of a line.
        RefusedError: It was drawn before, its prize or list was changed, or its list is not fair.
    """
    if draw.seed is not None:
        message = f"{draw.prize} was drawn already, with the seed {draw.seed}: {draw.winner} has won."
        raise RefusedError(message)
    if hash_of(draw.prize, draw.entries) != draw.sha256:
        raise RefusedError("The prize or the list was changed after it was announced: their SHA-256 is another one.")
    if any(one[:NUMBER_LENGTH] >= other[:NUMBER_LENGTH] for one, other in pairwise(draw.entries)):
        raise RefusedError("The list names a request twice, or is not in order, so this is no fair draw: make another.")
    text = _line(seed, "The seed")
    winner = draw.entries[winner_at(text, draw.sha256, len(draw.entries))][:NUMBER_LENGTH]
    return msgspec.structs.replace(draw, seed=text, winner=winner)


def refuse_unless_right(draw: Draw) -> None:
    """Repeats a draw.

    Raises:
        RefusedError: It has not been drawn yet, its prize or list was changed, its list is not fair, or somebody else
            wins.
    """
    if draw.seed is None:
        raise RefusedError("This draw is announced and has no seed yet, so nobody has won.")
    again = drawn(msgspec.structs.replace(draw, seed=None, winner=None), draw.seed)
    if again.winner != draw.winner:
        message = f"This is not what the seed says: {again.winner} has won, not {draw.winner or 'nobody'}."
        raise RefusedError(message)


def proves_winning(draw: Draw, code: str) -> bool:
    """Whether a code is that of the request that has won."""
    told = plain(code)
    return number_of(told) == draw.winner and f"{draw.winner} {proof_of(told)}" in draw.entries


def new_seed() -> str:
    """128 random bits in hexadecimal; only a seed that was announced before they were drawn convinces strangers."""
    return secrets.token_hex(16)


def hash_of(prize: str, entries: Iterable[str]) -> str:
    """SHA-256 of the prize and the entries as lines, in hexadecimal; binds one to the others."""
    return hashlib.sha256("".join(f"{line}\n" for line in (prize, *entries)).encode()).hexdigest()


def winner_at(seed: str, sha256: str, count: int) -> int:
    """The place of the winner: each is equally likely, as numbers that would favour some are passed over.

    Numbers come from HMAC (RFC 2104); passing some over follows the discard methods of NIST SP 800-90A Rev. 1, A.5.

    Args:
        seed: The seed.
        sha256: The hash of prize and list, in hexadecimal.
        count: How many entries there are, at least 1.
    """
    limit = _SPAN - _SPAN % count
    number, turn = limit, 0
    while number >= limit:
        digest = hmac.digest(seed.encode(), f"{sha256}:{turn}".encode(), "sha256")
        number, turn = int.from_bytes(digest), turn + 1
    return number % count


def _line(text: str, what: str) -> str:
    """A text of one line, always in the same spelling.

    Raises:
        UsageError: It is empty or too long.
    """
    line = printable(" ".join(unicodedata.normalize("NFC", text).split()))
    if not 1 <= len(line) <= LONGEST:
        message = f"{what} must have 1 to {LONGEST} characters, not {len(line):,}."
        raise UsageError(message)
    return line
