"""The languages of this kiosk, each read when somebody first asks for it."""

from pathlib import Path

from store.language import CATALOGUES as STORE_CATALOGUES
from store.language import Language, read_language

#: The folder of this package's catalogues.
CATALOGUES = Path(__file__).parents[1] / "catalogues"


class Languages:
    """Reads each language once."""

    def __init__(self) -> None:
        self._read: dict[str, Language] = {}

    def speak(self, code: str) -> Language:
        """The language with this code."""
        if code not in self._read:
            self._read[code] = read_language(code, [STORE_CATALOGUES, CATALOGUES])
        return self._read[code]
