"""Kerning: by how much two letters move together, read from a font's GPOS table.

ReportLab sets every letter at its full width, which shows in large type. Read are pair adjustments that change the
advance of the first glyph, by pairs and by classes (OpenType 1.9, chapter "GPOS", lookup types 2 and 9); a font that
says it any other way is set without kerning.
"""

import struct
from dataclasses import dataclass
from typing import Protocol

_PAIR, _EXTENSION = 2, 9
_ADVANCE_OF_FIRST = (4, 0)


class _Subtable(Protocol):
    """One set of pairs."""

    def between(self, first: int, second: int) -> int | None:
        """The adjustment in font units; None if this set has no say in the pair."""


class Kerning:
    """The pair adjustments of one font.

    Args:
        gpos: The font's GPOS table.
    """

    def __init__(self, gpos: bytes) -> None:
        self._subtables = tuple(_subtables(gpos))

    def between(self, first: int, second: int) -> int:
        """By how much the second glyph moves, in font units; negative is closer."""
        for subtable in self._subtables:
            adjustment = subtable.between(first, second)
            if adjustment is not None:
                return adjustment
        return 0


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Adjustments listed pair by pair (format 1)."""

    gpos: bytes
    sets: dict[int, int]

    def between(self, first: int, second: int) -> int | None:
        start = self.sets.get(first)
        if start is None:
            return None
        (count,) = _shorts(self.gpos, start, 1)
        pairs = _shorts(self.gpos, start + 2, 2 * count)
        found = dict(zip(pairs[::2], pairs[1::2], strict=True)).get(second)
        return None if found is None else _signed(found)


@dataclass(frozen=True, slots=True)
class _Classes:
    """Adjustments between classes of glyphs (format 2)."""

    gpos: bytes
    covered: dict[int, int]
    first: dict[int, int]
    second: dict[int, int]
    columns: int
    matrix: int

    def between(self, first: int, second: int) -> int | None:
        if first not in self.covered:
            return None
        cell = self.first.get(first, 0) * self.columns + self.second.get(second, 0)
        return _signed(_shorts(self.gpos, self.matrix + 2 * cell, 1)[0])


def _subtables(gpos: bytes) -> list[_Subtable]:
    """All sets of pairs that the feature ``kern`` names, in the order in which they are asked."""
    features, lookups = _shorts(gpos, 6, 2)
    (count,) = _shorts(gpos, features, 1)
    wanted: set[int] = set()
    for record in range(features + 2, features + 2 + 6 * count, 6):
        if gpos[record : record + 4] == b"kern":
            feature = features + _shorts(gpos, record + 4, 1)[0]
            wanted.update(_shorts(gpos, feature + 4, _shorts(gpos, feature + 2, 1)[0]))
    found: list[_Subtable] = []
    for index in sorted(wanted):
        lookup = lookups + _shorts(gpos, lookups + 2 + 2 * index, 1)[0]
        kind, _, parts = _shorts(gpos, lookup, 3)
        for offset in _shorts(gpos, lookup + 6, parts):
            subtable = _subtable(gpos, kind, lookup + offset)
            if subtable is not None:
                found.append(subtable)
    return found


def _subtable(gpos: bytes, kind: int, start: int) -> _Subtable | None:
    if kind == _EXTENSION:
        _, kind, high, low = _shorts(gpos, start, 4)
        start += (high << 16) + low
    layout, coverage, *values = _shorts(gpos, start, 4)
    if kind != _PAIR or tuple(values) != _ADVANCE_OF_FIRST:
        return None
    covered = _coverage(gpos, start + coverage)
    if layout == 1:
        offsets = _shorts(gpos, start + 10, len(covered))
        return _Pairs(gpos, {glyph: start + offsets[index] for glyph, index in covered.items()})
    first, second, _, columns = _shorts(gpos, start + 8, 4)
    return _Classes(gpos, covered, _classes(gpos, start + first), _classes(gpos, start + second), columns, start + 16)


def _coverage(gpos: bytes, start: int) -> dict[int, int]:
    """Place of each covered glyph."""
    layout, count = _shorts(gpos, start, 2)
    if layout == 1:
        return {glyph: index for index, glyph in enumerate(_shorts(gpos, start + 4, count))}
    ranges = _ranges(gpos, start + 4, count)
    return {glyph: index + glyph - low for low, high, index in ranges for glyph in range(low, high + 1)}


def _classes(gpos: bytes, start: int) -> dict[int, int]:
    """Class of each glyph that is not in class 0."""
    (layout,) = _shorts(gpos, start, 1)
    if layout == 1:
        low, count = _shorts(gpos, start + 2, 2)
        return dict(enumerate(_shorts(gpos, start + 6, count), start=low))
    (count,) = _shorts(gpos, start + 2, 1)
    ranges = _ranges(gpos, start + 4, count)
    return {glyph: kind for low, high, kind in ranges for glyph in range(low, high + 1)}


def _ranges(gpos: bytes, start: int, count: int) -> list[tuple[int, int, int]]:
    """First glyph, last glyph and value of each range."""
    return list(struct.iter_unpack(">HHH", gpos[start : start + 6 * count]))


def _shorts(gpos: bytes, start: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", gpos, start)


def _signed(short: int) -> int:
    return short - 0x10000 if short >= 0x8000 else short
