"""How a drawn alphabet is written down: a line for each letter, its rows of dots from the top."""

Rows = list[str]


def read(drawn: str) -> dict[str, Rows]:
    """Each letter's rows; all rows of a letter are equally long."""
    return {letter: rows for letter, *rows in map(str.split, drawn.strip().splitlines())}
