"""Block letters for what must be read from a step away: text becomes rows of half blocks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kiosk.letters.glyphs import ABOVE, BELOW, ROWS, Fit, Glyph, clusters, glyph


class Face(NamedTuple):
    """One way to set block letters.

    Attributes:
        scale: 1 for letters three terminal rows high, 2 for five, 4 for ten, and so on; marks may take more.
        narrow: Whether letters give up a column where they have two alike.
        fit: How letters make room for their marks.
        above: Rows of dots kept free for marks above every line.
        below: Rows of dots kept free for marks below every line.
    """

    scale: int
    narrow: bool
    fit: Fit = Fit.HIGH
    above: int = 0
    below: int = 0

    def height(self, lines: int) -> int:
        """Terminal rows that so many lines take."""
        one = (self._dots * self.scale + 1) // 2
        return one * lines + self.gap * (lines - 1)

    @property
    def gap(self) -> int:
        """Empty terminal rows between two lines; small letters may have a free row of dots there anyway."""
        return self.scale // 2 or 1 - self._dots % 2

    @property
    def _dots(self) -> int:
        return self.above + ROWS + self.below


# Columns of dots between two words: a space, and what parts it from the letters.
_WORD_SPACE = 3
_BLANK = "." * (ABOVE + ROWS + BELOW)
#: Two dots, one above the other, in one terminal cell.
_BLOCKS = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}

#: From the most to the least imposing.
FACES = (Face(2, narrow=False), Face(2, narrow=True), Face(1, narrow=False), Face(1, narrow=True))
#: For a numeral or a time of day that stands alone.
_NUMERAL_FACES = tuple(Face(scale, narrow=False) for scale in (8, 4, 2, 1))


def can_be_lettered(text: str) -> bool:
    """Whether every character has a block letter; other writing is shown as plain bold text instead."""
    return all(map(glyph, clusters(text)))


def lettered(text: str, face: Face) -> list[str]:
    """One line of text as terminal rows of equal width, in capitals.

    It has more rows than the face says if its own marks need them; `largest_face` finds a face with room for them.

    Raises:
        KeyError: A character has no block letter; ask `can_be_lettered` first.
    """
    glyphs = _glyphs(text, face)
    face = _roomy(face, glyphs)
    columns = [column for one in glyphs for column in (*one.columns, _BLANK)]
    if columns and text[-1] != " ":
        del columns[-1]
    rows = ["".join(dots) for dots in zip(*columns, strict=True)][ABOVE - face.above : ABOVE + ROWS + face.below]
    for _ in range(face.scale.bit_length() - 1):
        rows = _doubled(rows)
    rows += ["." * len(rows[0])] * (len(rows) % 2)
    return [_half_blocks(top, bottom) for top, bottom in zip(rows[::2], rows[1::2], strict=True)]


def lettered_lines(text: str, face: Face, columns: int) -> list[str]:
    """The terminal rows of a text, broken between words; empty if it does not fit the columns."""
    rows: list[str] = []
    lines = wrapped(text, face, columns) or ()
    face = _roomy(face, [one for line in lines for one in _glyphs(line, face)])
    for line in lines:
        if rows:
            rows += [""] * face.gap
        rows += lettered(line, face)
    return rows


def lettered_height(text: str, face: Face, columns: int) -> int:
    """How many rows `lettered_lines` takes, in a face that has room for all marks of the text."""
    lines = wrapped(text, face, columns)
    return face.height(len(lines)) if lines else 0


def lettered_width(text: str, face: Face) -> int:
    """Terminal columns that one line of text takes."""
    dots = sum(len(one.columns) + 1 for one in _glyphs(text, face))
    return (dots - 1 if text and text[-1] != " " else dots) * face.scale


def wrapped(text: str, face: Face, columns: int) -> list[str] | None:
    """The text broken between words into lines that fit; None if a single word does not."""
    lines: list[str] = []
    taken = 0
    for word in text.split():
        width = lettered_width(word, face)
        if width > columns:
            return None
        taken += _WORD_SPACE * face.scale + width
        if lines and taken <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
            taken = width
    return lines


def largest_face(texts: Sequence[str], columns: int, rows: int, faces: Sequence[Face] = FACES) -> Face | None:
    """The most imposing of some faces in which each of the texts fits the space; None if none does."""
    if not all(text.strip() and len(text) <= columns * rows and can_be_lettered(text) for text in texts):
        return None
    for face in _with_room(faces, texts):
        if face.height(1) > rows:
            continue
        lines = [wrapped(text, face, columns) for text in texts]
        if all(some is not None and face.height(len(some)) <= rows for some in lines):
            return face
    return None


def numeral(text: str, columns: int, rows: int) -> list[str]:
    """One line of text in the largest of all faces that fits; empty if none does."""
    face = _numeral_face(text, columns, rows)
    return lettered(text, face) if face else []


def numeral_width(text: str, columns: int, rows: int) -> int:
    """Terminal columns that `numeral` takes, without drawing it."""
    face = _numeral_face(text, columns, rows)
    return lettered_width(text, face) if face else 0


def _numeral_face(text: str, columns: int, rows: int) -> Face | None:
    if can_be_lettered(text):
        for face in _with_room(_NUMERAL_FACES, [text]):
            if face.height(1) <= rows and lettered_width(text, face) <= columns:
                return face
    return None


def _with_room(faces: Sequence[Face], texts: Sequence[str]) -> Iterator[Face]:
    """The faces in which these texts can be set, each in every way to make room for their marks."""
    letters = {letter for text in texts for letter in clusters(text)}
    fits = (Fit.HIGH, Fit.ROOMY, Fit.LOW) if any(len(letter) > 1 for letter in letters) else (Fit.HIGH,)
    ways = [(face, fit) for face in faces for fit in fits]
    # What squats is no pleasure, least of all in large: only where nothing else fits.
    ways += [(face, Fit.SQUAT) for face in faces if face.scale == 1 and len(fits) > 1]
    for face, fit in ways:
        glyphs = [one for letter in letters if (one := glyph(letter, fit, narrow=face.narrow))]
        if len(glyphs) == len(letters):
            yield _roomy(face._replace(fit=fit), glyphs)


def _roomy(face: Face, glyphs: Sequence[Glyph]) -> Face:
    """The face with at least the room that these letters need for their marks."""
    above, below = max((one.above for one in glyphs), default=0), max((one.below for one in glyphs), default=0)
    if above <= face.above and below <= face.below:
        return face
    return face._replace(above=max(above, face.above), below=max(below, face.below))


def _glyphs(text: str, face: Face) -> list[Glyph]:
    found = []
    for letter in clusters(text):
        one = glyph(letter, face.fit, narrow=face.narrow)
        if one is None:
            raise KeyError(letter)
        found.append(one)
    return found


def _doubled(rows: list[str]) -> list[str]:
    """Twice as wide and high, with corners rounded where two neighbours agree (the EPX rule)."""
    height, width = len(rows), len(rows[0])

    def at(row: int, column: int) -> str:
        return rows[row][column] if 0 <= row < height and 0 <= column < width else "."

    large: list[str] = []
    for row in range(height):
        upper, lower = "", ""
        for column in range(width):
            dot, above, below = at(row, column), at(row - 1, column), at(row + 1, column)
            left, right = at(row, column - 1), at(row, column + 1)
            if above == below or left == right:
                upper += dot * 2
                lower += dot * 2
                continue
            upper += (above if above == left else dot) + (above if above == right else dot)
            lower += (below if below == left else dot) + (below if below == right else dot)
        large += [upper, lower]
    return large


def _half_blocks(top: str, bottom: str) -> str:
    return "".join(_BLOCKS[upper + lower] for upper, lower in zip(top, bottom, strict=True))
