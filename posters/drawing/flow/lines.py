"""Breaks running text into lines; a word in another face may stand among the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from posters.drawing import breaking, glyphs
from posters.drawing.page import Page
from posters.drawing.theme import Color
from posters.drawing.type import Face, known_characters, width


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face."""

    text: str
    face: Face = Face.MEDIUM


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line in one face, and how far from its left edge they stand, in points."""

    left: float
    text: str
    face: Face


Line = tuple[Piece, ...]


def broken(runs: Sequence[Run], size: float, room: float) -> tuple[Line, ...]:
    """The runs on lines of at most ``room`` points, broken between words; a word that is longer than a line is parted.

    Any text may come in: what the typeface lacks is replaced (see `glyphs`).
    """
    return _broken(tuple(runs), size, room)


@lru_cache(maxsize=1024)
def _broken(runs: tuple[Run, ...], size: float, room: float) -> tuple[Line, ...]:
    """The same; kept, as a block is asked for its height more than once before it is drawn."""
    words = _words(runs, size, room)
    lines = _filled(words, size, room)
    if not 1 < len(lines) <= _FEW:
        return lines
    for step in range(1, _STEPS):
        narrower = _filled(words, size, room * (1 - _STEP * step))
        if len(narrower) > len(lines) or _runs_to(lines[-1], size) >= room * _LONG_ENOUGH:
            break
        lines = narrower
    return lines


_FEW = 5
"""More lines than these look well with any last line."""
_LONG_ENOUGH = 0.3
"""Of the room: a last line that is shorter, often a single word, takes words from the lines above it if they fit."""
_STEP, _STEPS = 0.02, 13


def _runs_to(line: Line, size: float) -> float:
    """Where a line ends."""
    return line[-1].left + width(line[-1].text, line[-1].face, size)


def _filled(words: Sequence[tuple[str, Face]], size: float, room: float) -> tuple[Line, ...]:
    """As many words on each line as it takes."""
    lines: list[list[Piece]] = [[]]
    used = 0.0
    for word, face in words:
        wide, blank = width(word, face, size), width(" ", face, size)
        if lines[-1] and used + blank + wide > room:
            lines.append([])
        if not lines[-1]:
            lines[-1].append(Piece(0.0, word, face))
            used = wide
        else:
            _append(lines[-1], word, face, used + blank)
            used += blank + wide
    return tuple(tuple(line) for line in lines if line)


def draw_lines(
    page: Page, lines: Sequence[Line], left: float, baseline: float, pitch: float, size: float, color: Color
) -> None:
    """Set lines, the first on a baseline, the others each ``pitch`` points below."""
    for index, line in enumerate(lines):
        for piece in line:
            page.text(left + piece.left, baseline + index * pitch, piece.text, piece.face, size, color)


def _append(line: list[Piece], word: str, face: Face, left: float) -> None:
    last = line[-1]
    if last.face is face:
        line[-1] = Piece(last.left, f"{last.text} {word}", face)
    else:
        # The blank between two faces is printed, so that whoever hears or copies the line finds two words.
        line[-1] = Piece(last.left, f"{last.text} ", last.face)
        line.append(Piece(left, word, face))


def _words(runs: Sequence[Run], size: float, room: float) -> list[tuple[str, Face]]:
    words: list[tuple[str, Face]] = []
    for run in runs:
        settable = glyphs.settable(run.text, known_characters(run.face)).text.replace(glyphs.SOFT_HYPHEN, "")
        for word in breaking.words(settable):
            parts = breaking.parted(word, room, partial(width, face=run.face, size=size))
            words += [(part, run.face) for part in parts]
    return words
