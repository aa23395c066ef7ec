"""Which code means which letter: a simple font of PDF knows 256 codes, so one font may serve under several names.

A letter of ASCII is its own code, whichever document it stands in, so that many documents share what is embedded.
"""

from collections.abc import Iterator
from itertools import groupby

_FIRST = 0x80
"""Codes below this are ASCII, in the first subset alone."""
_CODES = 0x100
_NO_BREAK = "\N{NO-BREAK SPACE}"


class Codes:
    """The codes of one font in one document.

    Args:
        name: How pages call the font; a subset's number is added.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._ascii: set[str] = set()
        self._others: dict[str, int] = {}

    def of(self, text: str) -> list[tuple[str, bytes]]:
        """The codes of a text's letters in parts, each with the name of the subset that it belongs to."""
        if text.isascii():
            self._ascii.update(text)
            return [(f"{self._name}+0", text.encode())]
        places = map(self._place, text.replace(_NO_BREAK, " "))
        return [
            (f"{self._name}+{subset}", bytes(code for _, code in part))
            for subset, part in groupby(places, lambda place: place[0])
        ]

    def subsets(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """The name of each subset, with the code points of its letters by their codes; 0 where none was set."""
        others = [ord(letter) for letter in self._others]
        first = [code if chr(code) in self._ascii else 0 for code in range(_FIRST)]
        yield f"{self._name}+0", (*first, *others[: _CODES - _FIRST])
        for number, at in enumerate(range(_CODES - _FIRST, len(others), _CODES - 1), start=1):
            yield f"{self._name}+{number}", (0, *others[at : at + _CODES - 1])

    def _place(self, letter: str) -> tuple[int, int]:
        """Subset and code of a letter; code 0 is left out, as it stands for no letter."""
        if letter.isascii():
            self._ascii.add(letter)
            return 0, ord(letter)
        index = self._others.setdefault(letter, len(self._others)) - (_CODES - _FIRST)
        return (0, index + _CODES) if index < 0 else (1 + index // (_CODES - 1), 1 + index % (_CODES - 1))
