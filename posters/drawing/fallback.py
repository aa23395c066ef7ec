"""Another font for letters that ours lack: an organisation may name one file for names in other scripts.

Letters are set one after the other from left to right. Scripts that are written from right to left, or whose letters
change with their neighbours, need a shaping engine; their letters stay missing, and are named as such.
"""

import unicodedata
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from posters.drawing.tagged.fonts import ReadableFont
from store.disk import reason
from store.errors import CannotReadError

FALLBACK_FONT = "Fallback"
_FROM_THE_RIGHT = frozenset({"R", "AL", "AN"})
_SHAPED = (
    *("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA"),
    *("THAI", "LAO", "TIBETAN", "MYANMAR", "KHMER", "MONGOLIAN"),
)


@lru_cache(maxsize=1)
def register_fallback(path: Path) -> None:
    """Set what our faces lack in this font, from now on in this process.

    Args:
        path: A TrueType file; outlines as OpenType's CFF cannot be embedded.

    Raises:
        CannotReadError: It is missing, or no such font.
    """
    try:
        pdfmetrics.registerFont(ReadableFont(FALLBACK_FONT, path))
    except (TTFError, OSError) as error:
        why = reason(error) if isinstance(error, OSError) and error.errno else "it is no TrueType font (.ttf)"
        message = f"The fallback font {path} cannot be used: {why}. Mend [brand] fallback_font in organisation.toml."
        raise CannotReadError(message) from error


def fallback_characters() -> frozenset[int]:
    """The code points that the fallback font can set; none if there is no such font."""
    if FALLBACK_FONT not in pdfmetrics.getRegisteredFontNames():
        return frozenset()
    return _settable(pdfmetrics.getFont(FALLBACK_FONT))


@lru_cache(maxsize=1)
def _settable(font: ReadableFont) -> frozenset[int]:
    return frozenset(code for code in font.face.charToGlyph if _stands_alone(chr(code)))


def _stands_alone(letter: str) -> bool:
    """Whether a letter can be set without regard to its neighbours."""
    if unicodedata.bidirectional(letter) in _FROM_THE_RIGHT:
        return False
    return not unicodedata.name(letter, "").startswith(_SHAPED)
