"""Folders for a moment, for properties that need a fresh one for each example."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder that vanishes at the end."""
    with TemporaryDirectory() as folder:
        yield Path(folder)
