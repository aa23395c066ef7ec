"""Makes any text safe to set: no control characters, nothing that the typeface lacks."""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass

from posters.drawing.breaking import NO_BREAK_SPACES

FALLBACK = "□"
"""Stands for each letter or digit that the typeface lacks, so that the gap is seen on the proof, not on the wall."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_STACKED = frozenset({"Mn", "Me"})
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # says how the sign before it looks, and is none itself
_WHITE = re.compile(r"\s+")
_NO_BREAK = frozenset(NO_BREAK_SPACES)
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_LOOSE_HYPHEN = re.compile(f"(^|(?<=\\s)){SOFT_HYPHEN}+|{SOFT_HYPHEN}+(?=\\s|$)")


@dataclass(frozen=True, slots=True)
class Settable:
    """A text that can be set, and what could not be kept.

    Attributes:
        text: One line; letters that the face lacks are `FALLBACK`, soft hyphens are kept as places to break.
        missing: The letters that were replaced, each once, in order.
        left_out: The signs and accents that went without a trace, each once, in order.
    """

    text: str
    missing: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def legible(self) -> bool:
        """Whether any letter or digit is left."""
        return any(char.isalnum() for char in self.text)


def settable(text: str, known: Container[int]) -> Settable:
    """The text as one clean line in a face that has the code points ``known``.

    Control, format and direction characters go, as do accents that no letter carries (stacked accents would
    run into the lines above); white space becomes single blanks, but a no-break space between two words stays. Emoji
    and other signs that the face lacks are decoration: they give way to a blank. What could be missed is told.
    """
    composed = unicodedata.normalize("NFC", _spaced(text))
    kept: list[str] = []
    missing: dict[str, None] = {}
    left_out: dict[str, None] = {}
    for char in composed:
        category = unicodedata.category(char)
        if char == SOFT_HYPHEN:
            kept.append(char)
        elif category in _UNSEEN or _VARIATION.fullmatch(char):
            continue
        elif category in _STACKED:
            left_out[char] = None
        elif ord(char) in known:
            kept.append(char)
        elif not _is_letter(char):
            kept.append(" ")
            left_out[char] = None
        else:
            kept.append(FALLBACK)
            missing[char] = None
    return Settable(_spaced(_LOOSE_HYPHEN.sub("", "".join(kept))), tuple(missing), tuple(left_out))


def _spaced(text: str) -> str:
    """The text with single blanks; a no-break space that stands alone between two words stays."""
    return _WHITE.sub(lambda white: white[0] if white[0] in _NO_BREAK else " ", text.strip())


def _is_letter(char: str) -> bool:
    """Whether a name reads wrong without it: a letter, a digit, or a vowel sign that takes room of its own."""
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Mc"
