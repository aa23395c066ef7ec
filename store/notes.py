"""What visitors add in words: a small table that forgets who wrote when, for a manager to read first.

A note carries a month and no day, shares no id with any check-in, and stands in no order (`store.shuffled`).
"""

import unicodedata
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import uuid4

import msgspec

from store import shuffled
from store.behaviors import Behavior
from store.documents import Documents
from store.errors import UsageError
from store.journal import Journal
from store.plain_text import printable
from store.records import TeamKey, Uuid4

TABLE = "notes"
LONGEST = 280
MOST_WAITING = 1000
MOST_IN_SPAN = 10  # of notes on any team, within the span of `store.abuse`

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST)]


class Kind(StrEnum):
    """What a note is; the value is its key in files."""

    PRAISE = "praise"
    GOOD_STORY = "good-story"
    TERRIBLE_STORY = "terrible-story"
    OBSTACLE = "obstacle"
    EXPECTATION = "expectation"


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One note: about which team, in which month, in what words; never who, which day, or which check-in.

    Attributes:
        behavior: Which of the seven it is about, if the visitor said so.
        state: Only an approved one is ever shown to others.
    """

    id: Uuid4
    month: shuffled.Month
    team: TeamKey
    kind: Kind
    behavior: Behavior | None
    text: _Text
    state: Literal["waiting", "approved", "refused"] = "waiting"


_notes = Documents(Note)
_decode = msgspec.json.Decoder(Note).decode


class Notes:
    """The notes of one data folder."""

    def __init__(self, journal: Journal) -> None:
        """Prepares the table; nothing is read yet.

        Args:
            journal: Its file; only written as a whole, here.
        """
        self._journal = journal

    def add(self, team: str, kind: Kind, behavior: Behavior | None, text: str, on: date) -> Note:
        """Stores a note, durably, before it returns.

        Args:
            team: Key of the team that it is about.
            kind: What it is.
            behavior: Which of the seven it is about; None if none.
            text: 1 to 280 characters; line breaks become spaces, and what could steer a terminal becomes U+FFFD.
            on: Today; only its month is kept.

        Raises:
            UsageError: The text is empty or too long, or as many notes wait as may.
            StoreBusyError: Somebody else held the lock too long.
            CannotWriteError: Nothing was stored.
        """
        note = msgspec.convert(
            {
                "id": str(uuid4()),
                "month": shuffled.month_of(on),
                "team": team,
                "kind": kind,
                "behavior": behavior,
                "text": clean(text),
            },
            Note,
        )
        with self._journal.lock.held():
            self.refuse_if_full()
            shuffled.replace(self._journal, [*shuffled.read(self._journal), msgspec.json.encode(note)], on)
        return note

    def waiting(self) -> list[Note]:
        """The notes that no manager has decided on yet, in no order.

        Raises:
            CannotReadError: The file cannot be read.
        """
        notes = (note for chunk in self._journal.chunks() for note in _notes.among(chunk.data))
        return [note for note in notes if note.state == "waiting"]

    def refuse_if_full(self) -> None:
        """Makes sure that one more note may wait.

        Raises:
            UsageError: No more may wait.
            CannotReadError: The file cannot be read.
        """
        if len(self.waiting()) >= MOST_WAITING:
            message = f"{MOST_WAITING:,} notes wait already, and no more may: `store notes`, then `store notes drop`."
            raise UsageError(message)

    def drop(self, on: date) -> int:
        """Removes all notes that wait, for good; returns how many that were.

        Args:
            on: Today; only its month is kept.

        Raises:
            StoreBusyError: Somebody else held the lock too long.
            CannotReadError: The file cannot be read.
            CannotWriteError: Nothing was removed.
        """
        with self._journal.lock.held():
            payloads = shuffled.read(self._journal)
            kept = [payload for payload in payloads if not _waits(payload)]
            if len(kept) < len(payloads):
                shuffled.replace(self._journal, kept, on)
            return len(payloads) - len(kept)


def _waits(payload: bytes) -> bool:
    """Whether a document is a note that waits; what is no note, which `store check` names, stays."""
    try:
        return _decode(payload).state == "waiting"
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False


def clean(text: str) -> str:
    """A note's text as it is stored: on one line, with nothing in it that could steer a terminal.

    Raises:
        UsageError: It is empty or too long.
    """
    cleaned = printable(" ".join(unicodedata.normalize("NFC", text).split()))
    if not cleaned:
        raise UsageError("The note is empty; write at least one word.")
    if len(cleaned) > LONGEST:
        message = f"The note has {len(cleaned)} characters; use at most {LONGEST}."
        raise UsageError(message)
    return cleaned
