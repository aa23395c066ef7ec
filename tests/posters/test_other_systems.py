"""Store and posters on Windows and macOS, as far as another system can tell: without what these lack."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories.commands import environment

ROOT = Path(__file__).parents[2]
SYSTEMS = pytest.mark.parametrize("system", ["windows", "macos"])
HEADER = (
    "date,team,stay_positive,honor_commitments,communicate_often,negotiate_expectations,step_out_of_your_silo,"
    "be_polite,be_helpful,extra_mile"
)
HOLD = """
import sys
from pathlib import Path
from store.lock import FolderLock
with FolderLock(Path(sys.argv[1]), 0.2).held():
    print("held", flush=True)
    sys.stdin.read()
"""
VISITS = """
import sys
from datetime import date
from pathlib import Path
from store.behaviors import BEHAVIORS
from store.open import open_store
store = open_store(Path(sys.argv[1]))
for rating in (1, 2, 3, 4, 5, 5):
    store.save("north", dict.fromkeys(BEHAVIORS, rating), extra_mile=True, on=date(2026, 3, 2))
print(store.close_days(date(2026, 3, 3)))
"""
IMPORT_ALL = """
import importlib, pkgutil, store, posters
for package in (store, posters):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
"""
RULES = """
import importlib, os, sys
for name in ("fcntl", "pwd", "termios", "resource", "syslog"):
    try:
        importlib.import_module(name)
    except ImportError:
        pass
    else:
        raise AssertionError(name)
assert not any(hasattr(os, name) for name in ("geteuid", "pread", "fdatasync", "fchmod", "O_CLOEXEC", "O_DIRECTORY"))
folder = sys.argv[1]
with open(os.path.join(folder, "a"), "wb") as file:
    for forbidden in (
        lambda: os.open(folder, os.O_RDONLY),
        lambda: os.replace(file.name, file.name + "b"),
        lambda: os.unlink(file.name),
        lambda: os.rename(folder, folder + "b"),
    ):
        try:
            forbidden()
        except PermissionError:
            continue
        raise AssertionError(forbidden)
text = os.open(os.path.join(folder, "t"), os.O_WRONLY | os.O_CREAT)
os.write(text, b"a\\nb")
assert open(os.path.join(folder, "t"), "rb").read() == b"a\\r\\nb"
"""


def _command(system: str, *arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "tests.factories.other_systems", system, *map(str, arguments)]


def _code(system: str, code: str, *arguments: str | Path) -> list[str]:
    pretending = f"from tests.factories.other_systems import pretend\npretend({system!r})\n"
    return [sys.executable, "-c", pretending + code, *map(str, arguments)]


def _run(command: list[str]) -> str:
    done = subprocess.run(
        command, input="", capture_output=True, encoding="utf-8", check=False, timeout=60, cwd=ROOT, env=environment()
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@SYSTEMS
def test_everything_can_be_imported(system: str) -> None:
    _run(_code(system, IMPORT_ALL))


def test_what_windows_lacks_is_really_gone(tmp_path: Path) -> None:
    _run(_code("windows", RULES, tmp_path))


@SYSTEMS
def test_from_a_new_organisation_to_a_poster(system: str, folder: Path, tmp_path: Path) -> None:
    answers, poster, posters = tmp_path / "answers.csv", tmp_path / "north.pdf", tmp_path / "posters"
    answers.write_text("\n".join([HEADER, *(f"2026-03-{day:02},North,4,4,4,4,3,5,1,yes" for day in range(1, 8))]))
    data = ("--data", folder)
    _run(_command(system, "store", "init", "--name", "House", "--team", "North", "--team", "South", *data))
    assert "Imported 7 check-ins" in _run(_command(system, "store", "import", answers, *data))
    assert "5.00" in _run(_command(system, "store", "scores", "--on", "2026-03-09", *data))
    on = ("--on", "2026-03-09")
    assert _run(_command(system, "posters", "team", "North", "-o", poster, *on, *data)) == f"Wrote {poster}.\n"
    assert poster.read_bytes().startswith(b"%PDF")
    _run(_command(system, "posters", "team", "--all", "-o", posters, *on, *data))
    assert (posters / "north.pdf").read_bytes() == poster.read_bytes()
    assert "team" in _run(_command(system, "posters", "--help"))


@SYSTEMS
def test_visits_are_kept_counted_and_looked_after(system: str, folder: Path, tmp_path: Path) -> None:
    data = ("--data", folder)
    _run(_command(system, "store", "init", "--name", "House", "--team", "North", *data))
    assert _run(_code(system, VISITS, folder)).split() == ["8"]
    journal = (folder / "check-ins.jsonl").read_bytes()
    assert journal.count(b"\n") == 6
    assert b"\r" not in journal
    _run(_command(system, "store", "compact", *data))
    assert "all good" in _run(_command(system, "store", "check", *data))
    _run(_command(system, "store", "status", *data))
    _run(_command(system, "store", "teams", "add", "Kitchen", *data))
    _run(_command(system, "store", "backup", tmp_path / "kept.zip", *data))
    for again in ("missing", "empty"):
        (tmp_path / "empty").mkdir(exist_ok=True)
        _run(_command(system, "store", "restore", tmp_path / "kept.zip", "--data", tmp_path / again))
        assert "all good" in _run(_command(system, "store", "check", "--data", tmp_path / again))
        assert sorted((tmp_path / again / "check-ins.jsonl").read_bytes().splitlines()) == sorted(
            (folder / "check-ins.jsonl").read_bytes().splitlines()
        )


@SYSTEMS
def test_one_writer_at_a_time_until_the_holder_dies(system: str, folder: Path) -> None:
    folder.mkdir()
    command = _code(system, HOLD, folder)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        busy = subprocess.run(command, input=b"", capture_output=True, check=False, timeout=60, cwd=ROOT)
        holder.kill()
    assert b"StoreBusyError" in busy.stderr
    assert _run(command) == "held\n"
