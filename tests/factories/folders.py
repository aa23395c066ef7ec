"""Folders for a moment, and data folders with other settings."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from store.organisation.file import FILE


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder that vanishes at the end."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def let_everybody_hurry(folder: Path) -> None:
    """Switch off, in a data folder, the rules for visits that come too fast: programs type faster than people."""
    settings = folder / FILE
    text = settings.read_text("utf-8")
    for rule in ("pause_seconds", "too_fast_seconds"):
        text = re.sub(rf"^{rule} = \d+$", f"{rule} = 0", text, flags=re.MULTILINE)
    settings.write_text(text, "utf-8")
