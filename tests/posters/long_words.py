"""A language whose texts run longer than English: what every layout must leave room for."""

from gettext import NullTranslations

from store.language import Language

_WORD = "fachlich"


class _Stretched(NullTranslations):
    """English with a word more for every few letters."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share

    def gettext(self, message: str) -> str:
        words: list[str] = []
        owed = 0.0
        for word in message.split():
            words.append(word)
            owed += len(word) * self._share
            while owed >= len(_WORD):
                words.append(_WORD)
                owed -= len(_WORD)
        return " ".join(words)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def stretched(share: float = 0.35) -> Language:
    """German days and numbers with English texts, longer by this share."""
    return Language("de", _Stretched(share))
