"""One letter as dots, composed of what is drawn: a plain letter, or one that makes room for its marks."""

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from kiosk.letters import latin
from kiosk.letters.drawing import Rows

#: Rows of dots that a capital takes, and those that marks may take above and below it.
ROWS, ABOVE, BELOW = 5, 3, 2


class Fit(IntEnum):
    """How a letter makes room for a mark above it: the two are together at most so many rows taller than a capital.

    Attributes:
        HIGH: The letter keeps its height.
        ROOMY: It gives up a row.
        LOW: The mark is flat as well; what hangs below a letter lifts it instead.
        SQUAT: The letter gives up two rows and takes no more than a plain one: not beautiful, but it is never too tall.
    """

    HIGH = 3
    ROOMY = 2
    LOW = 1
    SQUAT = 0


class Glyph(NamedTuple):
    """A letter of a text.

    Attributes:
        columns: From left to right; each has ``ABOVE + ROWS + BELOW`` dots, ``#`` or ``.``, from the top.
        above: Rows that it needs above a capital's.
        below: Rows that it needs below.
    """

    columns: tuple[str, ...]
    above: int = 0
    below: int = 0


_HORN = "\u031b"
# Letters with marks are hard enough to read: those of three columns keep them.
_NARROWEST = 3

_SPACE = Glyph(("." * (ABOVE + ROWS + BELOW),))


def clusters(text: str) -> list[str]:
    """A text in capitals, each letter together with its marks."""
    capitals = text.upper()
    if capitals.isascii():
        return list(capitals)
    from unicodedata import combining, normalize  # noqa: PLC0415 - English never needs it

    found: list[str] = []
    for character in normalize("NFD", capitals):
        if found and combining(character):
            found[-1] += character
        else:
            found.append(character)
    return found


@lru_cache(maxsize=1024)
def glyph(cluster: str, fit: Fit = Fit.HIGH, *, narrow: bool = False) -> Glyph | None:
    """How a letter with its marks looks; None if it cannot be drawn so.

    Args:
        cluster: One of `clusters`.
        fit: How much room its mark has.
        narrow: Whether it gives up a column where it has two alike.
    """
    if cluster == " ":
        return _SPACE
    rows = latin.LETTERS.get(cluster)
    return _placed(rows, narrow=narrow) if rows else _composed(cluster, fit, narrow=narrow)


def _composed(cluster: str, fit: Fit, *, narrow: bool) -> Glyph | None:
    """A letter that English does without."""
    from kiosk.letters import marks  # noqa: PLC0415 - other writing loads when it is shown

    letter, signs = _letter_and_marks(cluster)
    upper = "".join(sign for sign in signs if sign in marks.TALL)
    lower = "".join(sign for sign in signs if sign in marks.BELOW)
    if len(upper + lower) != len(signs) or len(lower) > 1 or (upper and lower and fit < Fit.ROOMY):
        return None
    over = marks.above(letter, upper, tall=fit >= Fit.ROOMY) if upper else ("", "")
    under = marks.BELOW.get(lower, ("", ""))
    rows = _drawn(letter, _height(fit, upper, under))
    if not rows or not over:
        return None
    if narrow and len(rows[0]) > _NARROWEST:
        rows = _narrowed(rows)
    core = len(rows[0]) - marks.HORNS.get(letter, 0)
    return _stacked(rows, core, over[1 - core % 2].split(), under[1 - core % 2].split())


def _letter_and_marks(cluster: str) -> tuple[str, str]:
    """What is drawn whole, and the marks that are left: a horn is part of its letter."""
    from unicodedata import normalize  # noqa: PLC0415 - as above

    from kiosk.letters.cyrillic import TWINS  # noqa: PLC0415 - as above

    letter, signs = TWINS.get(cluster[0], cluster[0]), ""
    for sign in cluster[1:]:
        whole = normalize("NFC", letter + sign)
        if sign == _HORN and _drawn(whole, ROWS):
            letter = whole
        else:
            signs += sign
    return letter, signs


def _height(fit: Fit, upper: str, under: tuple[str, str]) -> int:
    """Rows that are left for the letter itself."""
    if fit is Fit.HIGH:
        return ROWS
    if upper:
        return ROWS - 2 if fit is Fit.SQUAT else ROWS - 1
    return ROWS if fit is Fit.ROOMY else ROWS - len(under[0].split())


def _drawn(letter: str, height: int) -> Rows | None:
    from kiosk.letters import accented, cyrillic  # noqa: PLC0415 - as above

    if height == ROWS:
        return latin.LETTERS.get(letter) or accented.LETTERS.get(letter) or cyrillic.LETTERS.get(letter)
    return (accented.SHORT if height == ROWS - 1 else accented.SQUAT).get(letter)


def _stacked(rows: Rows, core: int, over: Rows, under: Rows) -> Glyph:
    """The letter with its marks, centered on its first so many columns."""
    parts = [(row, int((core - len(row)) / 2)) for row in over]
    parts += [("", 0)] * bool(over)
    parts += [(row, 0) for row in rows]
    parts += [(row, int((core - len(row)) / 2)) for row in under]
    left = min(at for _, at in parts)
    right = max(at + len(row) for row, at in parts)
    picture = [("." * (at - left) + row).ljust(right - left, ".") for row, at in parts]
    # A letter with a mark below stands on the line if it is a whole one, and is lifted if not.
    below = len(under) if over or len(rows) == ROWS else 0
    return _placed(picture, below=below)


def _placed(rows: Rows, *, below: int = 0, narrow: bool = False) -> Glyph:
    """Rows of dots that end so many rows below the line."""
    if narrow:
        rows = _narrowed(rows)
    above = max(0, len(rows) - below - ROWS)
    blank = "." * len(rows[0])
    full = [blank] * (ABOVE + ROWS + below - len(rows)) + rows + [blank] * (BELOW - below)
    return Glyph(tuple("".join(column) for column in zip(*full, strict=True)), above, below)


def _narrowed(rows: Rows) -> Rows:
    """The rows without the first column that equals the one before it."""
    columns = list(zip(*rows, strict=True))
    for index in range(1, len(columns)):
        if columns[index] == columns[index - 1]:
            return [row[:index] + row[index + 1 :] for row in rows]
    return rows
