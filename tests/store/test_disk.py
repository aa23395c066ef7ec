"""What the system says of a failed write becomes a whole sentence with a mend."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from store.disk import make_private_folder, probe, put
from store.errors import CannotWriteError


def said(path: Path) -> str:
    with pytest.raises(CannotWriteError) as caught:
        put(path, b"content")
    sentence = str(caught.value)
    assert sentence.startswith(f"Cannot write to {path}: ")
    return sentence.removeprefix(f"Cannot write to {path}: ")


def test_each_reason_comes_with_a_mend(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    assert said(tmp_path / "no" / "a") == "there is no such folder; make it, or mount its disk, then try again."
    assert said(tmp_path / "file" / "a") == (
        "part of this path is a file, not a folder; name another one, then try again."
    )
    assert said(tmp_path / "folder") == "a folder stands there; move it away, or name another place, then try again."
    assert said(tmp_path / ("x" * 300)) == "the name is too long; choose a shorter one, then try again."
    assert said(tmp_path / "loop" / "a") == (
        'the system says "Too many levels of symbolic links"; mend that, then try again.'
    )


def test_a_file_where_a_folder_should_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotWriteError, match="something else stands there; move it away, or name another place"):
        make_private_folder(tmp_path / "file")


def test_a_probe_leaves_nothing_behind(tmp_path: Path) -> None:
    probe(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_probe_of_a_folder_that_takes_nothing_says_why(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match="no such folder"):
        probe(tmp_path / "gone")


def test_a_probe_of_a_full_disk_says_why_and_leaves_nothing_behind(tmp_path: Path) -> None:
    code = (
        "import resource, sys, pathlib, store.disk, store.errors\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try: store.disk.probe(pathlib.Path(sys.argv[1]))\n"
        "except store.errors.CannotWriteError as error: print(error)\n"
    )
    said = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert "make room" in said.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [None, errno.EPERM, errno.ENOTSUP])
def test_a_file_that_must_not_replace_another_never_does_on_memory_sticks_too(
    error: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(error, "no hard links here")

    if error is not None:  # FAT knows no hard links, and cannot be mounted everywhere
        monkeypatch.setattr(os, "link", refuse)
    put(tmp_path / "file", b"first", replace=False)
    with pytest.raises(FileExistsError):
        put(tmp_path / "file", b"second", replace=False)
    assert (tmp_path / "file").read_bytes() == b"first"
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600
    assert len(list(tmp_path.iterdir())) == 1
