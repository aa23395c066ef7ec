"""Text from people made safe for terminals: no control characters, known width."""

import unicodedata

# Control characters, lone surrogates, line and paragraph separators: a terminal acts on them, a pipe breaks on them.
_UNSAFE = {"Cc", "Cs", "Zl", "Zp"}
# Marks that turn the writing direction and would shuffle the rest of the line. Joiners stay: emoji need them.
_DIRECTION = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


def printable(text: str) -> str:
    """The text with everything that could steer a terminal replaced by U+FFFD, on one line."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if is_unsafe(character) else character for character in text)


def is_unsafe(character: str) -> bool:
    """Whether a terminal would act on this character instead of showing it."""
    return unicodedata.category(character) in _UNSAFE or unicodedata.bidirectional(character) in _DIRECTION


def shortened(text: str, columns: int) -> str:
    """Printable text cut to at most so many terminal columns, with an ellipsis where something is missing."""
    safe = printable(text)
    if width(safe) <= columns:
        return safe
    kept, used = [], 0
    for character in safe:
        used += width(character)
        if used > columns - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def padded(text: str, columns: int) -> str:
    """Printable text cut or filled with spaces to so many terminal columns."""
    cell = shortened(text, columns)
    return cell + " " * (columns - width(cell))


def width(text: str) -> int:
    """Terminal columns that the text takes: two for wide letters and emoji, none for combining marks."""
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
