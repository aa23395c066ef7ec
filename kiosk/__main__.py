"""The command `kiosk`, also as `python -m kiosk`."""

from store.start import start


def main() -> None:
    """Runs `kiosk` with the arguments of this process."""
    start("kiosk")


if __name__ == "__main__":
    main()
