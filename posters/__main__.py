"""The command `posters`, also as `python -m posters`."""

from store.start import start


def main() -> None:
    """Runs `posters` with the arguments of this process."""
    start("posters")


if __name__ == "__main__":
    main()
