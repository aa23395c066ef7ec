"""Reads a poster back the way a stranger would: words with their places and sizes."""

from dataclasses import dataclass
from io import BytesIO

import pdfplumber

WIDTH, HEIGHT = 792.0, 1224.0


@dataclass(frozen=True)
class Word:
    """A word as printed; y grows downwards, ``top`` and ``bottom`` are those of its letters' boxes."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float


@dataclass(frozen=True)
class Printed:
    """One page as read back."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """All words in reading order, one blank between two."""
        return " ".join(word.text for word in self.words)

    def size_of(self, text: str) -> float:
        """The size of the first word that reads so."""
        return next(word.size for word in self.words if word.text == text)


def read(pdf: bytes) -> Printed:
    """The words of a one-page PDF."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        (page,) = document.pages
        found = page.extract_words(extra_attrs=["size"], keep_blank_chars=False, use_text_flow=True)
    return Printed(tuple(Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"], round(w["size"], 3)) for w in found))


def overlaps(words: tuple[Word, ...]) -> list[tuple[str, str]]:
    """Pairs of words whose letters would touch; descenders and ascenders of neighbouring lines may share air."""
    found = []
    for index, one in enumerate(words):
        for other in words[index + 1 :]:
            beside = min(one.x1, other.x1) - max(one.x0, other.x0)
            deep = min(_foot(one), _foot(other)) - max(top_of_capitals(one), top_of_capitals(other))
            if beside > 0.3 and deep > 0.3:
                found.append((one.text, other.text))
    return found


def baseline(word: Word) -> float:
    """Where the letters stand."""
    return word.bottom - word.size * 0.213


def top_of_capitals(word: Word) -> float:
    """Where capitals without accents end."""
    return word.bottom - word.size * (0.213 + 0.73)


def _foot(word: Word) -> float:
    """The baseline and half of the descender."""
    return word.bottom - word.size * 0.11
