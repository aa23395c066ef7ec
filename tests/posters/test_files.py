"""Sheets as files: whole or absent, for everyone to read."""

import os
import stat
import sys
from pathlib import Path

import pytest

from posters.output.files import write
from store.errors import CannotWriteError
from store.lock import try_lock


def test_a_poster_is_written_whole_and_readable_by_all(tmp_path: Path) -> None:
    write(b"%PDF-whole", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-whole"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o644


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match=r"Cannot write to .*a\.pdf"):
        write(b"%PDF", tmp_path / "gone" / "a.pdf")


def test_what_a_killed_process_left_behind_goes_and_nothing_else_does(tmp_path: Path) -> None:
    left, others = (
        tmp_path / ".a.pdf.x1_y2z3k.new",
        [".a.pdf.new", ".b.pdf.x1_y2z3k.new", ".a.pdf.mine.new", "a.pdf.new"],
    )
    alive, young = tmp_path / ".a.pdf.alive_00.new", tmp_path / ".a.pdf.young_00.new"
    for path in (left, alive, *(tmp_path / name for name in others)):
        path.write_bytes(b"%PDF")
        os.utime(path, (1_000_000, 1_000_000))
    young.write_bytes(b"%PDF")
    with alive.open("rb+") as file:
        assert try_lock(file.fileno())
        write(b"%PDF-whole", tmp_path / "a.pdf")
    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf", alive.name, young.name, *others}
