"""The languages that sheets are printed in, each read once."""

from functools import lru_cache
from pathlib import Path

from store.language import CATALOGUES as STORE_CATALOGUES
from store.language import LANGUAGES, Language, read_language

#: The folder of this package's catalogues.
CATALOGUES = Path(__file__).parents[1] / "catalogues"


@lru_cache(maxsize=len(LANGUAGES))
def speak(code: str) -> Language:
    """The language with this code, one of ``LANGUAGES``; English where nobody has translated yet."""
    written = [folder for folder in (STORE_CATALOGUES, CATALOGUES) if (folder / f"{code}.po").exists()]
    return read_language(code, written)
