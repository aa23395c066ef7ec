"""The command `kiosk`, also as `python -m kiosk`."""

import sys

from store.start import start


def main() -> None:
    """Runs `kiosk` with the arguments of this process."""
    if "--locked" in sys.argv:  # long before the options are read: a key must not get out while all that is loaded
        from kiosk.terminal.deafness import ignore_signals_of_keys  # noqa: PLC0415 - only here

        ignore_signals_of_keys()
    start("kiosk")


if __name__ == "__main__":
    main()
