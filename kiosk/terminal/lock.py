"""Locked mode: what is shut before Textual is loaded, so that nothing a visitor does leaves the kiosk.

The rest of the lock stands where it works: the app binds no key that leaves, copies or opens (`kiosk/app.py`), and the
terminal's driver survives whatever a keyboard sends (`kiosk/terminal/driver.py`).
"""

import sys
from collections.abc import MutableMapping
from typing import Final

from kiosk.terminal.deafness import ignore_signals_of_keys
from store.errors import UsageError

#: How a kiosk in a browser learns its size.
_BROWSER_NEEDS: Final = frozenset({"COLUMNS", "ROWS"})

#: Everything of Textual's: logs, screenshots, made-up keys, other drivers, signals, debugging, other themes.
_TEXTUAL: Final = "TEXTUAL"
_OTHERS: Final = frozenset(
    {
        *("COLUMNS", "LINES", "ROWS"),  # a size that is not the terminal's: after a resize half of the tiles is gone
        "ESCDELAY",  # how long Esc waits for more: a large one makes "back" dead
        *("LC_TERMINAL", "TERM_PROGRAM"),  # exceptions for some terminals, none of them a kiosk's
        *("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "JUPYTER_COLUMNS", "JUPYTER_LINES"),  # the same in Rich
        *("PYTHONASYNCIODEBUG", "PYTHONBREAKPOINT", "PYTHONSTARTUP", "PYTHONINSPECT"),
    }
)


def lock_down(environment: MutableMapping[str, str], *, in_browser: bool = False) -> None:
    """Shut what would weaken a locked kiosk; before Textual is imported, as it reads its settings then.

    Args:
        environment: The variables of this process, which are changed.
        in_browser: Whether `kiosk serve` started it, with the size in two of them.

    Raises:
        UsageError: Python itself was told to offer its prompt afterwards.
    """
    if sys.flags.inspect or sys.flags.interactive:
        raise UsageError("--locked cannot hold where Python opens its prompt at the end: unset PYTHONINSPECT, drop -i.")
    scrub(environment, in_browser=in_browser)
    ignore_signals_of_keys()


def scrub(environment: MutableMapping[str, str], *, in_browser: bool = False) -> None:
    """Take out every variable that would weaken a locked kiosk."""
    kept = _BROWSER_NEEDS if in_browser else frozenset()
    for name in [*environment]:
        if (name.startswith(_TEXTUAL) or name in _OTHERS) and name not in kept:
            del environment[name]
