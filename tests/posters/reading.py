"""Reads a poster back the way a stranger would: words with their places and sizes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from operator import itemgetter
from typing import Any

import pdfplumber
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTContainer, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfplumber.utils.text import extract_words

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


class _Letters(PDFLayoutAnalyzer):
    """Keeps the letters of a page and no drawing: half the work of ``pdfplumber.open``, which keeps both."""

    page: LTPage

    def paint_path(self, *_: object) -> None:
        pass

    def receive_layout(self, ltpage: LTPage) -> None:
        self.page = ltpage


@lru_cache(maxsize=4)
def pages(pdf: bytes) -> tuple[tuple[tuple[float, float], tuple[Word, ...]], ...]:
    """Width and height, and words, of each page."""
    resources = PDFResourceManager()
    device = _Letters(resources)
    interpreter = PDFPageInterpreter(resources, device)
    found = []
    for page in PDFPage.get_pages(BytesIO(pdf)):
        interpreter.process_page(page)
        width, height = device.page.width, device.page.height
        letters = [_as_pdfplumber_has_it(letter, height) for letter in _letters(device.page)]
        words = extract_words(letters, extra_attrs=["size"], keep_blank_chars=False, use_text_flow=True)
        found.append(((width, height), _made(words)))
    return tuple(found)


def pages_by_pdfplumber(pdf: bytes) -> tuple[tuple[tuple[float, float], tuple[Word, ...]], ...]:
    """The same as ``pages``, read the long way."""
    found = []
    with pdfplumber.open(BytesIO(pdf)) as document:
        for page in document.pages:
            words = page.extract_words(extra_attrs=["size"], keep_blank_chars=False, use_text_flow=True)
            found.append(((float(page.width), float(page.height)), _made(words)))
    return tuple(found)


def _letters(within: LTContainer[Any]) -> Iterator[LTChar]:
    for item in within:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer):
            yield from _letters(item)


def _as_pdfplumber_has_it(letter: LTChar, height: float) -> dict[str, object]:
    top, bottom = height - letter.y1, height - letter.y0
    place = {"x0": letter.x0, "x1": letter.x1, "top": top, "bottom": bottom, "doctop": top}
    return {"text": letter.get_text(), "upright": letter.upright, "size": letter.size, **place}


def _made(words: Iterable[dict[str, Any]]) -> tuple[Word, ...]:
    return tuple(Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"], round(w["size"], 3)) for w in words)


def read(pdf: bytes) -> Printed:
    """The words of a one-page PDF."""
    ((_, words),) = pages(pdf)
    return Printed(words)


def overlaps(words: tuple[Word, ...]) -> list[tuple[str, str]]:
    """Pairs of words whose letters would touch; descenders and ascenders of neighbouring lines may share air."""
    found = []
    downwards = sorted(((top_of_capitals(word), _foot(word), word) for word in words), key=itemgetter(0))
    for index, (_, foot, one) in enumerate(downwards, start=1):
        for top, other_foot, other in downwards[index:]:
            if foot - top <= 0.3:
                break
            beside = min(one.x1, other.x1) - max(one.x0, other.x0)
            if beside > 0.3 and min(foot, other_foot) - top > 0.3:
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
