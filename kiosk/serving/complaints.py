"""What is said when the server has trouble: a line for each kind of it, and nothing of who was there, or when."""

import logging
import traceback
from collections.abc import Callable
from pathlib import Path

from aiohttp.http import HttpProcessingError

_EXPECTED = (ConnectionError, HttpProcessingError)  # somebody went away, or said what no browser says


class Complaints(logging.Handler):
    """Takes what libraries would log with addresses and tracebacks, as often as somebody provokes it.

    Args:
        say: Takes one line.
    """

    def __init__(self, say: Callable[[str], object]) -> None:
        super().__init__(logging.WARNING)
        self._say = say
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Say what happened where in the program, unless that was expected or has been said."""
        error = record.exc_info[1] if record.exc_info else None
        line = f"kiosk: The server has trouble ({_what(record, error)}); it goes on."
        if not isinstance(error, _EXPECTED) and line not in self._said:
            self._said.add(line)
            self._say(line)


def _what(record: logging.LogRecord, error: BaseException | None) -> str:
    """A kind of trouble and its place; never its message, which may hold an address."""
    places = traceback.extract_tb(error.__traceback__) if error else None
    if not places:
        return f"{type(error).__name__ if error else record.name}, {record.module}.py, line {record.lineno}"
    return f"{type(error).__name__}, {Path(places[-1].filename).name}, line {places[-1].lineno}"
