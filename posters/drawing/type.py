"""The typeface: its faces, how wide a text runs, and how it is fitted into a width."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, reduce
from itertools import groupby, pairwise

import fontpkg_lato
from reportlab.pdfbase import pdfmetrics

from posters.drawing import breaking
from posters.drawing.fallback import FALLBACK_FONT, fallback_characters
from posters.drawing.kerning import Kerning
from posters.drawing.tagged.fonts import ReadableFont
from store.errors import DoesNotFitError


class Face(StrEnum):
    """One weight of Lato (SIL Open Font License); its digits are all equally wide."""

    BLACK = "Lato-Black"
    BOLD = "Lato-Bold"
    MEDIUM = "Lato-Medium"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text.

    Attributes:
        offset: From the left edge of the text, in ems.
        text: The part.
        font: The font that sets it: the face's, or the fallback.
    """

    offset: float
    text: str
    font: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A text set in type.

    Attributes:
        parts: From left to right.
        width: How wide it runs, in ems.
    """

    parts: tuple[Part, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text and the size at which they fit."""

    lines: tuple[str, ...]
    size: float


@lru_cache(maxsize=1)
def register_faces() -> None:
    """Make the faces known to ReportLab, once in a process."""
    for face in Face:
        pdfmetrics.registerFont(ReadableFont(face.value, fontpkg_lato.ROOT / "files" / f"{face.value}.ttf"))


def known_characters(face: Face) -> frozenset[int]:
    """The code points that a face can set, with the help of the fallback font if there is one."""
    register_faces()
    extra = fallback_characters()
    return _known(face) | extra if extra else _known(face)


@lru_cache(maxsize=len(Face))
def _known(face: Face) -> frozenset[int]:
    return frozenset(pdfmetrics.getFont(face.value).face.charToGlyph)


def width(text: str, face: Face, size: float) -> float:
    """How wide a text runs, in points, kerning included."""
    return size * set_in(text, face).width


def placed(text: str, face: Face) -> tuple[Part, ...]:
    """The parts of a text."""
    return set_in(text, face).parts


def set_in(text: str, face: Face) -> Setting:
    """The text in parts: a new one begins where a pair is kerned, or another font must help.

    Only the display face is kerned, as small type does not show it; digits keep their equal widths.
    """
    register_faces()
    make = _setting if len(text) <= _LONGEST else _setting.__wrapped__
    return make(text, face, fallback_characters())


@lru_cache(maxsize=4096)
def _setting(text: str, face: Face, extra: frozenset[int]) -> Setting:
    """The same; kept, as a text is measured more than once before it is set, and stands on more than one poster."""
    if extra and not _known(face).issuperset(map(ord, text)):
        parts = _placed_with_help(text, face, _known(face))
    elif face is Face.BLACK and len(text) <= _LONGEST:
        parts = _kerned(text, face)
    else:
        parts = (Part(0.0, text, face.value),)
    last = parts[-1]
    return Setting(parts, last.offset + _plain_width(last.text, last.font))


def _kerned(text: str, face: Face) -> tuple[Part, ...]:
    parts: list[Part] = []
    offset, start = 0.0, 0
    for index, (first, second) in enumerate(pairwise(text), start=1):
        kern = 0.0 if first.isdigit() or second.isdigit() else _kern(first, second, face)
        if kern:
            parts.append(Part(offset, text[start:index], face.value))
            offset += _plain_width(text[start:index], face.value) + kern
            start = index
    return (*parts, Part(offset, text[start:], face.value))


def _placed_with_help(text: str, face: Face, known: frozenset[int]) -> tuple[Part, ...]:
    parts: list[Part] = []
    offset = 0.0
    for ours, letters in groupby(text, lambda letter: ord(letter) in known):
        part = Part(offset, "".join(letters), face.value if ours else FALLBACK_FONT)
        parts.append(part)
        offset += _plain_width(part.text, part.font)
    return tuple(parts)


def _kern(first: str, second: str, face: Face) -> float:
    """By how much the second letter moves, in ems."""
    font = pdfmetrics.getFont(face.value).face
    glyphs = font.charToGlyph
    moved = _kerning(face).between(glyphs.get(ord(first), 0), glyphs.get(ord(second), 0))
    return float(moved / font.unitsPerEm)


def _plain_width(text: str, font: str) -> float:
    """The letters' own widths, in ems."""
    return float(pdfmetrics.stringWidth(text, font, 1))


_LONGEST = 200
"""Longer texts are neither display type nor lines of it."""


@lru_cache(maxsize=len(Face))
def _kerning(face: Face) -> Kerning:
    return Kerning(pdfmetrics.getFont(face.value).face.get_table("GPOS"))


def fit(
    text: str, face: Face, room: float, *, sizes: tuple[float, float], leading: Sequence[float], what: str
) -> Fitted:
    """Set a text as large as it fits: shrunk first, then on more lines, if that makes it clearly larger.

    Args:
        text: One line, may hold soft hyphens.
        face: The face.
        room: Width in points.
        sizes: Largest and smallest size.
        leading: The largest size for one line, two lines, and so on; as many lines are allowed as it has entries.
        what: What the text is, for the error.

    Raises:
        DoesNotFitError: Even at the smallest size and on all lines it is too wide.
    """
    for part_words in (False, True):
        settings = [
            _set(text, face, room, sizes[0], tallest, count, part_words=part_words)
            for count, tallest in enumerate(leading, start=1)
        ]
        fitting = [setting for setting in settings if setting and setting.size >= sizes[1]]
        if fitting:
            return reduce(lambda best, next_: next_ if next_.size > best.size * _WORTH_A_LINE else best, fitting)
    raise DoesNotFitError(_too_long(text, what, sizes[1], len(leading)))


def _set(
    text: str, face: Face, room: float, largest: float, tallest: float, count: int, *, part_words: bool
) -> Fitted | None:
    """The text on so many lines as large as room and height allow, in quarter points."""
    lines = breaking.balanced(text, count, lambda line: width(line, face, 1.0), part_words=part_words)
    if lines is None:
        return None
    size = min(largest, tallest, room / max(width(line, face, 1.0) for line in lines))
    return Fitted(lines, int(size * 4) / 4)


_WORTH_A_LINE = 1.15
"""A further line must make the text at least this much larger."""


def wrap(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """Break a text of ours between words, at a fixed size."""
    lines: list[str] = []
    line = ""
    for word in breaking.words(text):
        longer = f"{line} {word}" if line else word
        if line and width(longer, face, size) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line)


def _too_long(text: str, what: str, smallest: float, lines: int) -> str:
    shown = text if len(text) <= 80 else text[:80] + "…"
    return (
        f'{what} "{shown}" ({len(text)} characters) does not fit on the poster, even at {smallest:g} points '
        f"on {lines} lines; give it a shorter name, or mark places to break with soft hyphens"
    )
