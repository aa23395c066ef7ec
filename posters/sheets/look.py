"""How somebody wants a sheet to look: the same choices for all of them."""

from dataclasses import dataclass

from posters.drawing.paper import Paper
from posters.drawing.theme import Theme
from store.language import Language


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
