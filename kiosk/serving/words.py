"""What the page says in place of a kiosk, in every language of the organisation at once: nobody could choose one."""

from collections.abc import Iterable

from kiosk.texts.languages import Languages
from store.language import Language, message

LOST = message("Touch to start again")
FULL = message("All kiosks are in use. Please wait a moment.")


def spoken(codes: Iterable[str]) -> tuple[Language, ...]:
    """The languages with these codes."""
    languages = Languages()
    return tuple(languages.speak(code) for code in codes)
