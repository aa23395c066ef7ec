"""Takes the README's pictures anew: ``python -m tests.pictures``; look at them before you keep them."""

import asyncio

from tests.pictures import taking


def main() -> None:
    """Writes both files."""
    taking.QUESTION.write_text(asyncio.run(taking.question()), encoding="utf-8")
    taking.poster().save(taking.POSTER, optimize=True)


if __name__ == "__main__":
    main()
