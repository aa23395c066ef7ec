"""A note of what went wrong, for those who can mend it: where in the program, never what a visitor did."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from store.disk import put
from store.errors import SevenWaysError

FILE = "crashes.txt"
_LONGEST = 50_000


def write_down(error: BaseException, folder: Path) -> str:
    """Note a crash in the data folder, after those before it, the day but no time of day.

    Values of variables are left out; so is the error's own text, as it may hold what a visitor typed.

    Returns:
        Where it is noted, as a sentence.
    """
    path = folder / FILE
    places = "".join(traceback.format_tb(error.__traceback__))
    note = f"{datetime.now(UTC).date()} {type(error).__module__}.{type(error).__qualname__}\n{places}\n"
    try:
        before = path.read_text("utf-8", "replace") if path.exists() else ""
        put(path, (before + note)[-_LONGEST:].encode())
    except (OSError, SevenWaysError):
        return f"{type(error).__qualname__}; it could not be noted in {path}."
    return f"see {path}."
