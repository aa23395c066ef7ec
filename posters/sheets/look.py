"""How somebody wants a sheet to look: the same choices for all of them."""

from dataclasses import dataclass
from pathlib import Path

from posters.drawing.fallback import register_fallback
from posters.drawing.paper import Paper
from posters.drawing.theme import Theme, ink_theme, theme_of
from posters.texts.languages import speak
from store.language import Language
from store.organisation import Brand


@dataclass(frozen=True, slots=True)
class Look:
    """What a sheet is made with.

    Attributes:
        theme: Its colours.
        language: What it speaks.
        paper: What is in the printer; None for what suits the sheet.
    """

    theme: Theme
    language: Language
    paper: Paper | None = None


def look_of(brand: Brand, language: str, paper: Paper | None = None, *, saves_toner: bool = False) -> Look:
    """How an organisation's sheets look.

    Args:
        brand: Its colours, and its font for letters that our typeface lacks.
        language: Code of what the sheet speaks.
        paper: What is in the printer; None for what suits the sheet.
        saves_toner: Whether all is black on white instead.

    Raises:
        CannotReadError: The brand's fallback font cannot be used.
    """
    if brand.fallback_font is not None:
        register_fallback(Path(brand.fallback_font))
    return Look(ink_theme() if saves_toner else theme_of(brand.ink, brand.accent), speak(language), paper)
