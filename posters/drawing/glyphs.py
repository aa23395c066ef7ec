"""Makes any text safe to set: no control characters, no letter that the typeface lacks."""

import unicodedata
from collections.abc import Container
from dataclasses import dataclass

FALLBACK = "□"
"""Stands for each character that the typeface lacks, so that the gap is seen on the proof, not on the wall."""

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Mn", "Me"})
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


@dataclass(frozen=True, slots=True)
class Settable:
    """A text that can be set, and what could not be kept.

    Attributes:
        text: One line; characters that the face lacks are `FALLBACK`, soft hyphens are kept as places to break.
        missing: The characters that were replaced, each once, in order.
    """

    text: str
    missing: tuple[str, ...]

    @property
    def legible(self) -> bool:
        """Whether any letter or digit is left."""
        return any(char.isalnum() for char in self.text)


def settable(text: str, known: Container[int]) -> Settable:
    """The text as one clean line in a face that has the code points ``known``.

    Control, format and direction characters go, as do accents that no letter carries (stacked accents would
    run into the lines above); white space becomes single blanks.
    """
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    kept: list[str] = []
    missing: dict[str, None] = {}
    for char in composed:
        if char == _SOFT_HYPHEN:
            kept.append(char)
        elif unicodedata.category(char) in _DROPPED or ord(char) in _SKIN_TONES:
            continue
        elif ord(char) in known:
            kept.append(char)
        else:
            kept.append(FALLBACK)
            missing[char] = None
    words = (word.strip(_SOFT_HYPHEN) for word in "".join(kept).split())
    return Settable(" ".join(word for word in words if word), tuple(missing))
