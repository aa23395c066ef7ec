"""What a terminal sends, made into Textual's messages, whatever it is: broken UTF-8, forged reports, half a paste.

Textual 8.2 ends the app when the bytes are not UTF-8 (a keyboard set to Latin-1 is enough) or when an escape sequence
names an impossible character; it believes anybody who reports a new size of the window or of its pixels; and it waits
for ever for the end of a paste that somebody has only begun.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from textual import events, messages
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

_PASTE_PATIENCE: Final = 1.0
LONGEST_PASTE: Final = 20_000

#: Keys of keypads that Textual does not know: 5 without Num Lock on the Linux console and elsewhere, a comma.
_KEYPAD: Final = {
    "\x1b[G": "\x1b[E",
    "\x1bOG": "\x1b[E",
    "\x1bOE": "\x1b[E",
    "\x1bOl": ",",
    "\x1bOX": "=",
}
_KEYPAD_PATTERN: Final = re.compile("|".join(map(re.escape, _KEYPAD)))

#: Reports that a terminal never sends here, as nobody asks for them: the size comes from the system.
_UNASKED: Final = (events.Resize, events.CursorPosition, messages.InBandWindowResize)


class TerminalInput:
    """Reads one terminal.

    Args:
        seconds: A clock that only ever grows.
    """

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()
        self._last = seconds()
        self._is_pasting = False
        self._pasted = 0
        self._tail = ""

    def feed(self, data: bytes) -> Iterator[Message]:
        """Messages for fresh bytes."""
        self._last = self._seconds()
        text = self._without_flood(_KEYPAD_PATTERN.sub(lambda match: _KEYPAD[match[0]], self._decode(data)))
        for character in text:  # one by one: what the parser cannot bear takes nothing else with it
            yield from self._parsed(self._parser.feed(character))

    def tick(self) -> Iterator[Message]:
        """Messages that were waiting for more; to be called about ten times a second while nothing comes."""
        yield from self._parsed(self._parser.tick())
        if self._is_pasting and self._seconds() - self._last > _PASTE_PATIENCE:
            yield from self.feed(BRACKETED_PASTE_END.encode())

    def _parsed(self, found: Iterable[Message]) -> Iterator[Message]:
        """What the parser finds; a new parser after what it cannot bear."""
        try:
            for message in found:
                if not isinstance(message, _UNASKED):
                    yield message
                self._parser.mouse_pixels = False  # a forged size would move every later tap
        except (ValueError, ArithmeticError):
            self._parser = XTermParser()

    def _without_flood(self, text: str) -> str:
        """The text without what makes a paste longer than anything that somebody needs to paste."""
        seen = self._tail + text
        begun, ended = seen.rfind(BRACKETED_PASTE_START), seen.rfind(BRACKETED_PASTE_END)
        self._tail = seen[1 - len(BRACKETED_PASTE_START) :]
        was_pasting, self._is_pasting = self._is_pasting, begun > ended or (self._is_pasting and ended < 0)
        self._pasted = self._pasted + len(text) if was_pasting else 0
        if self._pasted <= LONGEST_PASTE:
            return text
        return "" if ended < 0 else BRACKETED_PASTE_END + seen[ended + len(BRACKETED_PASTE_END) :]
