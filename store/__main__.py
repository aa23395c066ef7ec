"""The command `store`, also as `python -m store`."""

from store.start import start


def main() -> None:
    """Runs `store` with the arguments of this process."""
    start("store")


if __name__ == "__main__":
    main()
