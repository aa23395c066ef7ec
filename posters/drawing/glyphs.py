"""Makes any text safe to set: no control characters, nothing that the typeface lacks."""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass

FALLBACK = "□"
"""Stands for each letter or digit that the typeface lacks, so that the gap is seen on the proof, not on the wall."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_STACKED = frozenset({"Mn", "Me"})
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # says how the sign before it looks, and is none itself
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


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
    run into the lines above); white space becomes single blanks. Emoji and other signs that the face lacks are
    decoration: they give way to a blank. What could be missed is told.
    """
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
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
    words = (word.strip(SOFT_HYPHEN) for word in "".join(kept).split())
    return Settable(" ".join(word for word in words if word), tuple(missing), tuple(left_out))


def _is_letter(char: str) -> bool:
    """Whether a name reads wrong without it: a letter, a digit, or a vowel sign that takes room of its own."""
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Mc"
