"""The kiosk as the benchmarks drive it: a store behind it, and whole visits on its keys."""

import shutil
import sys
from pathlib import Path

from store.behaviors import BEHAVIORS
from store.open import open_store
from tests.benchmarks.data import Data
from tests.benchmarks.sizes import Size
from tests.benchmarks.terminal import Terminal

F10 = b"\x1b[21~"
LAST_OF_WELCOME = "F10 leaves"
_CLASS_SECONDS = 2 * 60 * 60


def command(made: Data, size: Size, name: str) -> tuple[str, ...]:
    """How a kiosk on a full store is started.

    A class has begun there: hundreds of visits in a few minutes would otherwise be held as abuse.
    """
    folder = made.copy(size.most, size.teams[0], name)
    open_store(folder).rates.begin_session(_CLASS_SECONDS)
    return (*_program(), "--data", str(folder))


def _program() -> tuple[str, ...]:
    """The installed command, which people start; where it is not installed, its module."""
    installed = shutil.which("kiosk", path=str(Path(sys.executable).parent))
    return (installed,) if installed else (sys.executable, "-m", "kiosk")


def visit(terminal: Terminal, *, at_once: bool = False) -> list[float]:
    """A whole visit from welcome to welcome, stored at its end.

    Args:
        terminal: Where the welcome is up.
        at_once: Press each key as soon as its question is there.

    Returns:
        For each question but the first, the seconds from the key before it.
    """

    def press(keys: str, then: str) -> float:
        return terminal.press(keys, then, at_once=at_once)

    press(" ", "HOW DID THEY SERVE YOU")
    press("1", _asked(1))
    took = [press("4", _asked(number)) for number in range(2, len(BEHAVIORS) + 1)]
    press("4", "EXACTLY WHAT WILL BE STORED")
    press("\r", "YOUR ANSWERS ARE STORED")
    press(" ", LAST_OF_WELCOME)
    return took


def _asked(number: int) -> str:
    return f"{number} of {len(BEHAVIORS)}"
