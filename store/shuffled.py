"""A small table that forgets in which order its documents came, and on which day the last one did.

Each change writes the file anew, shuffled and numbered anew, as a whole or not at all. Its mtime is set to the month;
other traces of the last change, its ctime and the folder's times, are the system's and stay.
"""

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from secrets import SystemRandom
from typing import Annotated

import msgspec

from store.disk import aside, writing
from store.journal import Journal, LineWriter
from store.lines import decode_line
from store.small_file import sweep

#: A month as such a table keeps it: ``2026-10``.
Month = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])\Z")]


def month_of(day: date) -> str:
    """The month of a day, as ISO text."""
    return day.isoformat()[: len("2026-10")]


def read(journal: Journal) -> list[bytes]:
    """All documents as JSON, before the file is replaced: what is damaged is kept aside; the caller holds the lock.

    Raises:
        CannotReadError: The file cannot be read.
        CannotWriteError: What is damaged cannot be kept.
    """
    if not journal.path.exists():
        return []
    journal.end()  # cuts what is torn
    payloads: list[bytes] = []
    damage = b""
    for chunk in journal.chunks():
        damage += b"".join(harm.raw for harm in chunk.damage)
        payloads += [decode_line(line + b"\n")[1] for line in chunk.data.split(b"\n")[:-1]]
    if damage:
        with writing(journal.path):
            journal.keep_aside(".damaged", damage)
    return payloads


def replace(journal: Journal, payloads: Sequence[bytes], on: date) -> None:
    """Puts these documents in place of all that were there; the caller holds the lock.

    Args:
        journal: The table's file.
        payloads: The documents as JSON.
        on: Today; only its month shows.

    Raises:
        CannotWriteError: Nothing has changed.
    """
    path = journal.path
    sweep(path)
    with aside(path) as file, writing(path):
        writer = LineWriter(file)
        for number, payload in enumerate(SystemRandom().sample(payloads, len(payloads)), start=1):
            writer.write(number, payload)
        file.flush()
        month = datetime(on.year, on.month, 1, tzinfo=UTC).timestamp()
        os.utime(file.name, (month, month))  # copies of the file would tell when the newest document was written
    journal.close()
