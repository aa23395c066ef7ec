"""Sheets as files: whole, or not there at all; as a PDF, or as a picture of each page."""

import time
from contextlib import suppress
from glob import escape
from pathlib import Path

from posters.output import preview
from store import disk
from store.lock import is_left_behind, try_lock

_FOR_EVERYONE = 0o644
_RANDOM = "[a-z0-9_]" * 8
"""What makes the names of unfinished files differ, as a pattern."""
_MOMENT = 2.0
"""Seconds: longer than a living process leaves its file unlocked, after making it and before naming it."""


def write(content: bytes, path: Path) -> None:
    """Put a file in place whole, or leave everything as it was; unlike data it is for everyone to read.

    Raises:
        CannotWriteError: The disk is full, or the folder is missing or read-only.
    """
    _sweep(path)
    with disk.aside(path) as file, disk.writing(path):
        try_lock(file.fileno())
        file.write(content)
        Path(file.name).chmod(_FOR_EVERYONE)


def _sweep(path: Path) -> None:
    """Remove what killed processes left behind on their way to this file."""
    for stale in path.parent.glob(f".{escape(path.name)}.{_RANDOM}.new"):
        with suppress(OSError):  # it may be somebody else's, or gone by now; it stands in nobody's way
            if stale.is_file() and time.time() - stale.stat().st_mtime > _MOMENT and is_left_behind(stale):
                stale.unlink()


def put(pdf: bytes, path: Path, dpi: int | None = None) -> tuple[Path, ...]:
    """Write a PDF, or its pages as pictures of so many dots per inch; gives what was written.

    Raises:
        CannotWriteError: As `write`.
    """
    if dpi is None:
        write(pdf, path)
        return (path,)
    paths = preview.paths(path, preview.page_count(pdf))
    for page_path, picture in zip(paths, preview.pages(pdf, dpi), strict=True):
        write(picture, page_path)
    return paths
