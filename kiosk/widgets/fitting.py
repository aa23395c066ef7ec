"""Text from people fitted into a place: nothing is lost as long as there is room for it."""

from textual.content import Content

from store.plain_text import printable, shortened, width

# Characters that are looked at for each one that has room: some are marks that take none.
_MARKS = 10


def fitted(text: str, columns: int, rows: int) -> list[str]:
    """The lines of a text in a place of so many columns and rows, safe to show.

    Lines are broken between words; if that takes too many, anywhere; what is too long even so ends in an ellipsis.
    """
    if columns < 1 or rows < 1:
        return []
    safe = shortened(printable(text[: _MARKS * columns * rows]), columns * rows)
    content = Content(safe)
    if content.cell_length <= columns:
        return [safe.rstrip()] if safe else []
    lines = [line.plain.rstrip() for line in content.wrap(columns)]
    return lines if len(lines) <= rows else _broken_anywhere(safe, columns, rows)


def _broken_anywhere(text: str, columns: int, rows: int) -> list[str]:
    lines = [""]
    for index, character in enumerate(text):
        if width(lines[-1] + character) > columns:
            if len(lines) == rows:
                lines[-1] = shortened(lines[-1] + text[index:], columns)
                break
            lines.append("")
        lines[-1] += character
    return lines
