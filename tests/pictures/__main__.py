"""Takes the README's sheets and poster room anew: ``python -m tests.pictures``; look at them before you keep them."""

from tests.pictures import poster_room, sheets


def main() -> None:
    """Writes the files."""
    sheets.take()
    poster_room.take()


if __name__ == "__main__":
    main()
