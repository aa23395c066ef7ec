"""Which format a data folder says it has, and whether this program knows it."""

import re
from pathlib import Path

from store.errors import CannotReadError, NewerFormatError
from store.records import FORMAT

FORMAT_FILE = "format"

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def check_format(folder: Path) -> None:
    """Makes sure that this program knows how a folder is written.

    Raises:
        NewerFormatError: It does not.
        CannotReadError: The folder does not say.
    """
    path, text = folder / FORMAT_FILE, read_format(folder)
    if text is None:
        return
    if not _NUMBER.fullmatch(text.strip()):
        message = f"{path} is damaged: it should hold the format of this folder; write {FORMAT} into it."
        raise CannotReadError(message)
    if int(text) > FORMAT:
        message = (
            f"{path} says format {text.strip()}, and this program knows formats up to {FORMAT}: "
            "the folder was written by a newer Seven Ways; install that version or a later one."
        )
        raise NewerFormatError(message)


def read_format(folder: Path) -> str | None:
    """What a folder says of its format, word for word; None if it says nothing.

    Raises:
        CannotReadError: The folder is a file, or closed to us.
    """
    path = folder / FORMAT_FILE
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return None
    except NotADirectoryError as error:
        message = f"{folder} is a file; name a folder with --data."
        raise CannotReadError(message) from error
    except OSError as error:
        message = f"Cannot read {path}: {error.strerror}; run as the user to whom this folder belongs."
        raise CannotReadError(message) from error
