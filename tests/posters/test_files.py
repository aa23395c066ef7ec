"""Sheets as files: whole or absent, for everyone to read."""

import stat
import sys
from pathlib import Path

import pytest

from posters.output.files import write
from store.errors import CannotWriteError


def test_a_poster_is_written_whole_and_readable_by_all(tmp_path: Path) -> None:
    write(b"%PDF-whole", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-whole"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o644


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match=r"Cannot write to .*a\.pdf"):
        write(b"%PDF", tmp_path / "gone" / "a.pdf")
