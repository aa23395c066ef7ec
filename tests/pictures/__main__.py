"""Takes the README's poster anew: ``python -m tests.pictures``; look at it before you keep it."""

from tests.pictures import poster


def main() -> None:
    """Writes the file."""
    poster.taken().save(poster.POSTER, optimize=True)


if __name__ == "__main__":
    main()
