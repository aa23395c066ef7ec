"""The runtime folder is private, in memory, one for each data folder, and nobody else's."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.runtime_folder import make_ours, runtime_folder


def test_all_processes_find_the_same_folder_whatever_the_data_folder_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, environment = tmp_path / "data", {"XDG_RUNTIME_DIR": str(tmp_path)}
    data.mkdir()
    (tmp_path / "alias").symlink_to(data)
    found = runtime_folder(data, environment)
    assert found
    assert found.parent == tmp_path
    assert stat.S_IMODE(found.stat().st_mode) == 0o700
    monkeypatch.chdir(tmp_path)
    assert {runtime_folder(Path(name), environment) for name in ("data", "alias", "./data/../data")} == {found}
    assert runtime_folder(tmp_path / "other", environment) != found


@pytest.fixture
def usual(tmp_path: Path) -> Iterator[Path]:
    """Where it is without a folder of the session."""
    found = runtime_folder(tmp_path / "data", {})
    assert found
    yield found
    found.rmdir()


def test_without_a_folder_of_the_session_there_is_one_in_memory(usual: Path) -> None:
    assert usual.parent in (Path(f"/run/user/{os.geteuid()}"), Path("/dev/shm"))


@pytest.mark.parametrize("named", ["", "relative/path", "/nowhere/at/all", "/proc/1/mem"])
def test_a_useless_folder_of_the_session_is_passed_over(tmp_path: Path, usual: Path, named: str) -> None:
    assert runtime_folder(tmp_path / "data", {"XDG_RUNTIME_DIR": named}) == usual


def test_it_never_lies_in_the_data_folder(tmp_path: Path, usual: Path) -> None:
    inside = tmp_path / "data" / "run"
    inside.mkdir(parents=True)
    assert runtime_folder(tmp_path / "data", {"XDG_RUNTIME_DIR": str(inside)}) == usual
    assert not list(inside.iterdir())


def test_a_symlink_is_not_followed_and_a_file_not_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "file").touch()
    assert not make_ours(tmp_path / "link")
    assert not make_ours(tmp_path / "file")
    assert not make_ours(tmp_path / "no" / "parent")


def test_a_folder_that_is_open_to_others_is_closed(tmp_path: Path) -> None:
    tmp_path.joinpath("open").mkdir()
    tmp_path.joinpath("open").chmod(0o777)
    assert make_ours(tmp_path / "open")
    assert stat.S_IMODE((tmp_path / "open").stat().st_mode) == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_somebody_elses_folder_is_not_entered(tmp_path: Path, usual: Path) -> None:
    (tmp_path / "theirs").mkdir(0o777)
    os.chown(tmp_path / "theirs", 12345, 12345)
    assert not make_ours(tmp_path / "theirs")
    os.chown(tmp_path, 12345, 12345)
    assert runtime_folder(tmp_path / "data", {"XDG_RUNTIME_DIR": str(tmp_path)}) == usual
