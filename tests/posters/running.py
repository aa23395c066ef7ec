"""The command `posters` as people run it: another process, in an empty folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.posters.reading import pages

Run = Callable[..., subprocess.CompletedProcess[str]]


def posters_in(folder: Path, data: Path) -> Run:
    """What runs `python -m posters` with the arguments that it is given.

    Args:
        folder: Where it is run.
        data: The data folder, which need not be there.
    """

    def call(*arguments: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "posters", *arguments],
            cwd=folder,
            env={**os.environ, "SEVENWAYS_DATA": str(data), "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=before,
        )

    return call


def text_of(path: Path) -> str:
    """All words of a PDF, page by page."""
    return " ".join(word.text for _, words in pages(path.read_bytes()) for word in words)
