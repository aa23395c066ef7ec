"""Block letters for what must be read from a step away: text becomes rows of half blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

# Each letter is drawn on five rows of square dots; two rows of dots share one row of the terminal.
_DOT_ROWS = 5
_WORD_SPACE = 2

_DRAWN = """
A .##. #..# #### #..# #..#
B ###. #..# ###. #..# ###.
C .### #... #... #... .###
D ###. #..# #..# #..# ###.
E ### #.. ##. #.. ###
F ### #.. ##. #.. #..
G .### #... #.## #..# .###
H #..# #..# #### #..# #..#
I # # # # #
J ..# ..# ..# #.# .#.
K #..# #.#. ##.. #.#. #..#
L #.. #.. #.. #.. ###
M #...# ##.## #.#.# #...# #...#
N #..# ##.# #.## #..# #..#
O .##. #..# #..# #..# .##.
P ###. #..# ###. #... #...
Q .##. #..# #..# #.#. .#.#
R ###. #..# ###. #.#. #..#
S .### #... .##. ...# ###.
T ### .#. .#. .#. .#.
U #..# #..# #..# #..# .##.
V #...# #...# .#.#. .#.#. ..#..
W #...# #...# #.#.# ##.## #...#
X #..# #..# .##. #..# #..#
Y #.# #.# .#. .#. .#.
Z ### ..# .#. #.. ###
0 .##. #..# #..# #..# .##.
1 .# ## .# .# .#
2 ###. ...# .##. #... ####
3 ###. ...# .##. ...# ###.
4 #..# #..# #### ...# ...#
5 #### #... ###. ...# ###.
6 .##. #... ###. #..# .##.
7 #### ...# ..#. .#.. .#..
8 .##. #..# .##. #..# .##.
9 .##. #..# .### ...# .##.
& .#.. #.#. .#.. #.## .##.
- .. .. ## .. ..
' # # . . .
’ # # . . .
. . . . . #
, . . . # #
/ ..# ..# .#. #.. #..
: . # . # .
! # # # . #
? ##. ..# .#. ... .#.
( .# #. #. #. .#
) #. .# .# .# #.
+ ... .#. ### .#. ...
# .#.#. ##### .#.#. ##### .#.#.
"""

Dots = tuple[str, ...]


_BLANK: Dots = (".",) * _DOT_ROWS


def _read(drawn: str) -> dict[str, list[Dots]]:
    """Each letter as columns of dots."""
    lines = (line.split() for line in drawn.strip().splitlines())
    letters = {letter: [tuple(column) for column in zip(*rows, strict=True)] for letter, *rows in lines}
    return letters | {" ": [_BLANK] * (_WORD_SPACE - 1)}


def _narrowed(letter: list[Dots]) -> list[Dots]:
    """The letter without the first column that equals the one before it."""
    for index in range(1, len(letter)):
        if letter[index] == letter[index - 1]:
            return letter[:index] + letter[index + 1 :]
    return letter


_LETTERS = _read(_DRAWN)
_NARROW_LETTERS = {character: _narrowed(letter) for character, letter in _LETTERS.items()}
_WIDTHS = {character: len(letter) + 1 for character, letter in _LETTERS.items()}
_NARROW_WIDTHS = {character: len(letter) + 1 for character, letter in _NARROW_LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Face:
    """One way to set block letters.

    Attributes:
        scale: 1 for letters three terminal rows high, 2 for five, 4 for ten, and so on.
        narrow: Whether letters give up a column where they have two alike.
    """

    scale: int
    narrow: bool

    def height(self, lines: int) -> int:
        """Terminal rows that so many lines take."""
        return 3 * lines if self.scale == 1 else (6 * lines - 1) * self.scale // 2


#: From the most to the least imposing.
FACES = (Face(2, narrow=False), Face(2, narrow=True), Face(1, narrow=False), Face(1, narrow=True))
#: For a numeral or a time of day that stands alone.
_NUMERAL_FACES = tuple(Face(scale, narrow=False) for scale in (8, 4, 2, 1))


def can_be_lettered(text: str) -> bool:
    """Whether every character has a block letter; other writing is shown as plain bold text instead."""
    return all(character in _LETTERS for character in text.upper())


def lettered(text: str, face: Face) -> list[str]:
    """One line of text as terminal rows of equal width, in capitals.

    Raises:
        KeyError: A character has no block letter; ask `can_be_lettered` first.
    """
    rows = ["".join(dots) for dots in zip(*_columns(text.upper(), face), strict=True)]
    for _ in range(face.scale.bit_length() - 1):
        rows = _doubled(rows)
    rows += ["." * len(rows[0])] * (len(rows) % 2)
    return [_half_blocks(top, bottom) for top, bottom in zip(rows[::2], rows[1::2], strict=True)]


def lettered_lines(text: str, face: Face, columns: int) -> list[str]:
    """The terminal rows of a text, broken between words; empty if it does not fit the columns."""
    rows: list[str] = []
    for line in wrapped(text, face, columns) or ():
        if rows:
            rows += [""] * (face.scale // 2)
        rows += lettered(line, face)
    return rows


def lettered_width(text: str, face: Face) -> int:
    """Terminal columns that one line of text takes."""
    widths = _NARROW_WIDTHS if face.narrow else _WIDTHS
    dots = sum(map(widths.__getitem__, text.upper()))
    return (dots - 1 if text and text[-1] != " " else dots) * face.scale


def wrapped(text: str, face: Face, columns: int) -> list[str] | None:
    """The text broken between words into lines that fit; None if a single word does not."""
    lines: list[str] = []
    for word in text.split():
        if lettered_width(word, face) > columns:
            return None
        if lines and lettered_width(f"{lines[-1]} {word}", face) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def largest_face(texts: Sequence[str], columns: int, rows: int, faces: Sequence[Face] = FACES) -> Face | None:
    """The most imposing of some faces in which each of the texts fits the space; None if none does."""
    if not all(text.strip() and len(text) <= columns * rows and can_be_lettered(text) for text in texts):
        return None
    for face in faces:
        if face.height(1) > rows:
            continue
        lines = [wrapped(text, face, columns) for text in texts]
        if all(some is not None and face.height(len(some)) <= rows for some in lines):
            return face
    return None


def numeral(text: str, columns: int, rows: int) -> list[str]:
    """One line of text in the largest of all faces that fits; empty if none does."""
    if can_be_lettered(text):
        for face in _NUMERAL_FACES:
            if face.height(1) <= rows and lettered_width(text, face) <= columns:
                return lettered(text, face)
    return []


def _columns(text: str, face: Face) -> list[Dots]:
    """The dots of a line of text, column by column, with one empty column between letters."""
    letters = _NARROW_LETTERS if face.narrow else _LETTERS
    columns = [column for character in text for column in (*letters[character], _BLANK)]
    return columns[:-1] if text and text[-1] != " " else columns


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
    blocks = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}
    return "".join(blocks[upper + lower] for upper, lower in zip(top, bottom, strict=True))
