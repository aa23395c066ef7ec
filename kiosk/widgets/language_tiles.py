"""The languages of a kiosk, each by its own name on a digit: as tiles, and for a voice."""

from collections.abc import Sequence

from kiosk.widgets.tile import KeyTile
from store.language import LANGUAGES


def language_tiles(codes: Sequence[str]) -> list[KeyTile]:
    """A tile for each language; its screen has an action ``speak``, which takes the digit."""
    return [KeyTile(str(digit), LANGUAGES[code], f"speak({digit})") for digit, code in enumerate(codes, start=1)]


def spoken_languages(codes: Sequence[str]) -> list[str]:
    """What a voice reads out of them."""
    return [f"{digit}: {LANGUAGES[code]}." for digit, code in enumerate(codes, start=1)]
