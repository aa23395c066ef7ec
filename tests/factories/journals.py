"""Journals as bytes, for tests that harm them."""

from collections.abc import Iterable
from pathlib import Path

from store.errors import RewrittenError
from store.lines import START, Cursor, Damage, decode_line, encode_line, read_chunks

Line = tuple[int, bytes]


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
