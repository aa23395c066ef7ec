"""The first thing that a command runs: from here on Ctrl+C leaves quietly, also while all the rest is being loaded."""

import gc
from importlib import import_module


def start(command: str) -> None:
    """Loads a command and runs it; nothing heavy may be imported before, not even ``typing``.

    Args:
        command: A package whose room ``cli`` has a function ``main``.

    Raises:
        SystemExit: Always, with the exit code.
    """
    gc.disable()  # what is loaded stays: to look through it, even once, would make everybody wait
    try:
        main = import_module(f"{command}.cli").main
        gc.freeze()
        gc.enable()
        main()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
