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
        self._others: dict[int, int] = {}  # where each other letter is: its code, and its subset times 256

    def of(self, text: str) -> list[tuple[str, bytes]]:
        """The codes of a text's letters in parts, each with the name of the subset that it belongs to."""
        if text.isascii():
            self._ascii.update(text)
            return [(f"{self._name}+0", text.encode())]
        text = text.replace(_NO_BREAK, " ")
        for letter in text:
            if letter.isascii():
                self._ascii.add(letter)
            elif ord(letter) not in self._others:
                self._others[ord(letter)] = _place(len(self._others))
        places = map(ord, text.translate(self._others))
        return [
            (f"{self._name}+{subset}", bytes(place % _CODES for place in part))
            for subset, part in groupby(places, lambda place: place // _CODES)
        ]

    def subsets(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """The name of each subset, with the code points of its letters by their codes; 0 where none was set."""
        others = tuple(self._others)
        first = [code if chr(code) in self._ascii else 0 for code in range(_FIRST)]
        yield f"{self._name}+0", (*first, *others[: _CODES - _FIRST])
        for number, at in enumerate(range(_CODES - _FIRST, len(others), _CODES - 1), start=1):
            yield f"{self._name}+{number}", (0, *others[at : at + _CODES - 1])


def _place(index: int) -> int:
    """Where the next letter beyond ASCII goes: into the rest of the first subset, then into others, but for code 0."""
    subset, code = divmod(index - (_CODES - _FIRST), _CODES - 1)
    return _FIRST + index if subset < 0 else (subset + 1) * _CODES + code + 1
