"""How commands fail: one line on stderr, an exit code, never a traceback."""

import subprocess
import sys
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path

import pexpect
import pytest

from store.command_line import parse_day
from store.errors import UsageError
from store.open import create_store
from store.organisation import Organisation
from store.organisation.team_names import new_teams
from tests.factories.commands import complaint, environment, program, run
from tests.factories.sheets import a_sheet, many_rows
from tests.factories.stores import a_store, visit


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("riverside") / "data"
    return create_store(folder, Organisation(name="Riverside", teams=new_teams(["Łódź Küche", "Ward 3"]))).folder


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "store: Missing command (see store --help)."),
        (["scors"], "store: No such command 'scors'. Did you mean 'scores'? (see store --help)."),
        (["scores", "--tem", "x"], "store: No such option: --tem (Possible options: --team, --to) (see "),
        (["scores", "extra"], "store: Got unexpected extra argument(s) (extra) (see store scores --help)."),
        (["teams", "add"], "store: Missing argument 'NAME' (see store teams add --help)."),
        (["scores", "--data", " "], "store: --data is empty; name a folder, or leave the option out."),
        (["scores", "--on", "2023-02-30"], "There is no day 2023-02-30; write a day of the calendar, like 2026-10-31."),
        (["scores", "--from", "x\x1b[2J\ny"], 'store: "x\ufffd[2J\ufffdy" is not a day; write it like 2026-10-31.'),
        (["scores", "--to", "0001-01-01"], "store: 0001-01-01 is too long ago; write a day since 1970-01-01."),
        (["scores", "--on", "2099-12-31"], "has not come yet; choose "),
        (["scores", "--team", "x" * 20_000], f'store: No team is called "{"x" * 59}…": `store teams` lists them all.'),
        (["a\x1b[31m\nb"], "store: No such command 'a\\x1b[31m\\nb' (see store --help)."),
    ],
)  # fmt: skip
def test_a_wrong_request_is_one_sentence_and_exit_code_2(data: Path, arguments: list[str], sentence: str) -> None:
    assert sentence in complaint(run("store", *arguments, SEVENWAYS_DATA=str(data)), code=2)


def test_what_cannot_be_done_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    sentence = complaint(run("store", "scores", "--data", tmp_path), code=1)
    assert sentence.endswith("yet; run `store init`, or name its folder with --data.")


@pytest.mark.parametrize(
    "text", ["20261031", "2026-W44-6", "2026-10-31T00:00", " 2026-10-31", "٢٠٢٦-١٠-٣١", "", "31.10.2026"]
)
def test_only_whole_iso_days_are_days(text: str) -> None:
    with pytest.raises(UsageError, match="is not a day; write it like 2026-10-31"):
        parse_day(text)


def test_a_reader_that_leaves_early_is_no_error(data: Path) -> None:
    process = subprocess.Popen(
        [program("store"), "scores", "--json", "--data", str(data)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
    )  # fmt: skip
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_stdout_is_one_sentence(data: Path) -> None:
    with Path("/dev/full").open("w") as full:
        outcome = subprocess.run(
            [program("store"), "scores", "--data", str(data)],
            stdout=full, stderr=subprocess.PIPE, text=True, env=environment(), check=False,
        )  # fmt: skip
    assert outcome.returncode == 1
    assert outcome.stderr == (
        "store: Cannot read or write standard output or a temporary file: "
        "the disk is full; make room, then try again.\n"
    )


def test_damaged_lines_that_were_skipped_are_told_once(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, date(2026, 3, 2), [1, 2, 3, 4, 5, 5])
    path = store.folder / "check-ins.jsonl"
    path.write_bytes(path.read_bytes().replace(b"north", b"nerth", 1))
    outcome = run("store", "scores", "--data", store.folder)
    assert outcome.returncode == 0
    assert outcome.stderr == "store: 1 damaged line was skipped; `store check` tells where.\n"


_LIMITED = """\
import resource
from store.__main__ import main

resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
main()
"""


def test_a_file_that_may_not_grow_is_one_sentence_with_a_mend(data: Path, tmp_path: Path) -> None:
    sheet = a_sheet(tmp_path / "a.csv", *many_rows(3))
    outcome = subprocess.run(
        [sys.executable, "-c", _LIMITED, "import", str(sheet), "--create-teams", "--data", str(data)],
        capture_output=True, text=True, env=environment(), check=False,
    )  # fmt: skip
    assert outcome.returncode == 1
    assert outcome.stderr.startswith("store: Cannot ")
    assert outcome.stderr.endswith(
        ": the file may not grow any further; raise the limit or make room, then try again.\n"
    )
    assert outcome.stderr.count("\n") == 1


def test_a_terminal_that_cannot_show_a_letter_shows_the_rest(data: Path) -> None:
    outcome = subprocess.run(
        [program("store"), "teams", "--data", str(data)],
        capture_output=True, check=True, env=environment(PYTHONIOENCODING="iso-8859-1"),
    )  # fmt: skip
    assert "lodz-kuche  ?ód? Küche" in outcome.stdout.decode("iso-8859-1")
    assert outcome.stderr == b""


def test_ctrl_c_ends_a_command_quietly_with_130(tmp_path: Path) -> None:
    child = pexpect.spawn(
        program("store"), ["init", "--data", str(tmp_path / "x")], env=environment(), encoding="utf-8"
    )
    child.expect("called\\?")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in (child.before or "")
    assert not (tmp_path / "x").exists()


_INTERRUPTED = """\
import signal, sys
from {command}.__main__ import main

class Interruption:
    def find_spec(self, name, path, target=None):
        if name == "{module}":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Interruption())
main()
"""


@pytest.mark.parametrize("module", ["typing", "msgspec", "typer", "store.disk"])
@pytest.mark.parametrize("command", ["kiosk", "posters", "store"])
def test_ctrl_c_is_as_quiet_while_a_command_is_being_loaded(command: str, module: str) -> None:
    code = _INTERRUPTED.format(command=command, module=module)
    outcome = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment()
    )
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (130, "", "")


@pytest.mark.parametrize("command", ["kiosk", "posters", "store"])
def test_each_command_starts_where_ctrl_c_is_heard(command: str) -> None:
    (script,) = (point for point in entry_points(group="console_scripts") if point.name == command)
    assert script.value == f"{command}.__main__:main"


@pytest.mark.parametrize("command", ["store", "python -m store"])
def test_help_shows_an_example_and_no_shell_completion(command: str) -> None:
    start = [program("store")] if command == "store" else [sys.executable, "-m", "store"]
    outcome = subprocess.run([*start, "scores", "-h"], capture_output=True, text=True, env=environment(), check=True)
    assert "Usage: store scores [OPTIONS]" in outcome.stdout
    assert "Example: store scores --team kitchen" in outcome.stdout
    outcome = subprocess.run([*start, "--help"], capture_output=True, text=True, env=environment(), check=True)
    assert "Example: store init --name" in outcome.stdout
    assert "completion" not in outcome.stdout


@pytest.mark.parametrize("name", ["init", "teams", "teams add", "teams rename", "teams retire", "scores"])
def test_every_command_has_help_with_an_example(name: str) -> None:
    outcome = run("store", *name.split(), "--help")
    assert outcome.returncode == 0
    assert f"Example: store {name}" in outcome.stdout
    assert "--data DIR" in outcome.stdout
    assert "SEVENWAYS_DATA" in outcome.stdout
