"""Sheets as files: whole, or not there at all; as a PDF, or as a picture of each page."""

from pathlib import Path

from posters.output import preview
from store import disk

_FOR_EVERYONE = 0o644


def write(content: bytes, path: Path) -> None:
    """Put a file in place whole, or leave everything as it was; unlike data it is for everyone to read.

    Raises:
        CannotWriteError: The disk is full, or the folder is missing or read-only.
    """
    with disk.aside(path) as file, disk.writing(path):
        file.write(content)
        Path(file.name).chmod(_FOR_EVERYONE)


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
