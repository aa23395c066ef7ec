"""Journals as bytes, for tests that harm them."""

import os
from collections.abc import Iterable
from pathlib import Path

from store.errors import RewrittenError
from store.lines import START, Cursor, Damage, decode_line, encode_line, read_chunks

Line = tuple[int, bytes]
BITS = int(os.environ.get("SEVENWAYS_PROOF_BITS", "500"))


def bits_to_flip(data: bytes) -> list[int]:
    """Bits spread evenly over the data and the eight places in a byte, and all of each line end, where two lines meet.

    All bits there are if ``SEVENWAYS_PROOF_BITS`` is large.
    """
    step = max(1, 8 * len(data) // BITS) | 1  # an odd step comes to each place in a byte
    ends = [8 * at + place for at, byte in enumerate(data) if byte == ord("\n") for place in range(8)]
    return sorted({*range(0, 8 * len(data), step), *ends})


def some_lines(count: int, first: int = 1) -> list[Line]:
    """Ids and small documents of differing lengths."""
    return [(n, b'{"who":"%d","text":"%b"}' % (n, b"x" * (n % 7))) for n in range(first, first + count)]


def encode(lines: Iterable[Line], state: int = 0) -> list[bytes]:
    """The lines as they stand in a journal."""
    encoded = []
    for n, payload in lines:
        line, state = encode_line(n, payload, state)
        encoded.append(line)
    return encoded


def read(path: Path, cursor: Cursor = START) -> tuple[list[Line], list[Damage], Cursor]:
    """Good lines after a cursor, damaged ones, and the place behind the last good one."""
    lines: list[Line] = []
    damage: list[Damage] = []
    for chunk in read_chunks(path, cursor):
        lines += [decode_line(line) for line in chunk.data.splitlines(keepends=True)]
        damage += chunk.damage
        cursor = chunk.cursor
    return lines, damage, cursor


def is_rewritten(path: Path, cursor: Cursor) -> bool:
    """Tells whether a reader at the cursor would notice a change before it."""
    try:
        read(path, cursor)
    except RewrittenError:
        return True
    return False
