"""The first thing that a locked kiosk does: keys that would end or stop a program are not heard while it loads.

Nothing but ``signal`` is imported here: whatever comes before is a moment in which a visitor can get out.
"""

import signal

# Signals that a key of the terminal can send: Ctrl+C, Ctrl+\ and Ctrl+Z.
_FROM_KEYS = ("SIGINT", "SIGQUIT", "SIGTSTP")


def ignore_signals_of_keys() -> None:
    """From now on, let Ctrl+C and the like do nothing; Textual, once it runs, gets them as plain keys."""
    for name in _FROM_KEYS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
