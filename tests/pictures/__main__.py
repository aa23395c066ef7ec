"""Takes the README's poster and poster room anew: ``python -m tests.pictures``; look at them before you keep them."""

from tests.pictures import poster, poster_room


def main() -> None:
    """Writes the files."""
    poster.taken().save(poster.POSTER, optimize=True)
    poster_room.take()


if __name__ == "__main__":
    main()
