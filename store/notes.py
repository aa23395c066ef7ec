"""What visitors add in words: a small table that forgets who wrote when, for a manager to read first.

A note carries a month and no day, shares no id with any check-in, and stands in no order: each save writes the table
anew, shuffled and numbered anew, as a whole or not at all. The file's mtime is set to the month as well; other traces
of the last save, its ctime and the folder's times, are the system's and stay.
"""

import os
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from secrets import SystemRandom
from typing import Annotated, Literal
from uuid import uuid4

import msgspec

from store.behaviors import Behavior
from store.disk import aside, writing
from store.documents import Documents
from store.errors import UsageError
from store.journal import Journal, LineWriter
from store.lines import decode_line
from store.plain_text import printable
from store.records import TeamKey, Uuid4
from store.small_file import sweep

TABLE = "notes"
LONGEST = 280
MOST_WAITING = 1000
MOST_IN_SPAN = 10  # of notes on any team, within the span of `store.abuse`

_Month = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])\Z")]
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
    month: _Month
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
        month = on.isoformat()[: len("2026-10")]
        note = msgspec.convert(
            {
                "id": str(uuid4()),
                "month": month,
                "team": team,
                "kind": kind,
                "behavior": behavior,
                "text": clean(text),
            },
            Note,
        )
        with self._journal.lock.held():
            self.refuse_if_full()
            self._put([*self._read(), msgspec.json.encode(note)], on)
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
            payloads = self._read()
            kept = [payload for payload in payloads if not _waits(payload)]
            if len(kept) < len(payloads):
                self._put(kept, on)
            return len(payloads) - len(kept)

    def _read(self) -> list[bytes]:
        """All documents as JSON; what is damaged is kept aside first, as the file is about to be replaced."""
        if not self._journal.path.exists():
            return []
        self._journal.end()  # cuts what is torn
        payloads: list[bytes] = []
        damage = b""
        for chunk in self._journal.chunks():
            damage += b"".join(harm.raw for harm in chunk.damage)
            payloads += [decode_line(line + b"\n")[1] for line in chunk.data.split(b"\n")[:-1]]
        if damage:
            with writing(self._journal.path):
                self._journal.keep_aside(".damaged", damage)
        return payloads

    def _put(self, payloads: Sequence[bytes], on: date) -> None:
        path = self._journal.path
        sweep(path)
        with aside(path) as file, writing(path):
            writer = LineWriter(file)
            for number, payload in enumerate(SystemRandom().sample(payloads, len(payloads)), start=1):
                writer.write(number, payload)
            file.flush()
            month = datetime(on.year, on.month, 1, tzinfo=UTC).timestamp()
            os.utime(file.name, (month, month))  # copies of the file would tell when the newest note was written
        self._journal.close()


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
