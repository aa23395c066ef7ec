"""Text from people fitted into a place: broken between words, with an ellipsis where something is missing."""

from textual.content import Content

from store.plain_text import printable, shortened


def fitted(text: str, columns: int, rows: int) -> list[str]:
    """The lines of a text in a place of so many columns and rows, safe to show."""
    if columns < 1 or rows < 1:
        return []
    safe = shortened(printable(text), columns * rows)
    lines = [line.plain.rstrip() for line in Content(safe).wrap(columns)] if safe else []
    if len(lines) > rows:
        lines[rows - 1 :] = [shortened(" ".join(lines[rows - 1 :]), columns)]
    return lines
