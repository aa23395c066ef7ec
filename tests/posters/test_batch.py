"""Many sheets at once: in order, on all cores, each file whole, and nothing left running."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pypdf
import pytest

from posters.batch import Job, PrintRun, print_all
from posters.output.setup import Setup
from store.errors import CannotWriteError
from store.organisation import Brand
from tests.posters.ruler import named

SHARED = PrintRun(Brand(), saves_toner=False, language="en", setup=Setup())
MANY = 120
"""Enough for two processes."""


def jobs(folder: Path, count: int) -> Iterator[Job]:
    return (Job(folder / f"{number}.pdf", partial(named, f"Team {number}")) for number in range(count))


@pytest.mark.parametrize("count", [3, MANY])
def test_every_sheet_is_there_and_told_of_in_order(tmp_path: Path, count: int) -> None:
    outcomes = list(print_all(jobs(tmp_path, count), count, SHARED))
    assert [path.name for outcome in outcomes for path in outcome.paths] == [f"{number}.pdf" for number in range(count)]
    assert [outcome.notes for outcome in outcomes[:2]] == [("Team 0 was made.",), ("Team 1 was made.",)]
    assert len(list(tmp_path.iterdir())) == count
    assert "Team 2" in pypdf.PdfReader(tmp_path / "2.pdf").pages[0].extract_text()


def test_other_processes_print_the_same_bytes(tmp_path: Path) -> None:
    alone, shared = tmp_path / "alone", tmp_path / "shared"
    for folder, count in ((alone, 2), (shared, MANY)):
        folder.mkdir()
        list(print_all(jobs(folder, count), count, SHARED))
    assert (alone / "1.pdf").read_bytes() == (shared / "1.pdf").read_bytes()


def test_one_that_cannot_be_set_stops_no_other(tmp_path: Path) -> None:
    some = [Job(tmp_path / f"{name[:3]}.pdf", partial(named, name)) for name in ("Lab", "W" * 200, "Gym")]
    outcomes = list(print_all(some, len(some), SHARED))
    assert [bool(outcome.paths) for outcome in outcomes] == [True, False, True]
    assert "does not fit" in (outcomes[1].problem or "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Gym.pdf", "Lab.pdf"]


@pytest.mark.parametrize("count", [3, MANY])
def test_a_folder_that_is_gone_is_one_sentence(tmp_path: Path, count: int) -> None:
    with pytest.raises(CannotWriteError, match="Cannot write to"):
        list(print_all(jobs(tmp_path / "gone", count), count, SHARED))


ENDLESS = """
import sys
from functools import partial
from itertools import count
from pathlib import Path
from posters.batch import Job, PrintRun, print_all
from posters.output.setup import Setup
from store.organisation import Brand
from tests.posters.ruler import named

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    jobs = (Job(folder / f"{number}.pdf", partial(named, f"Team {number}")) for number in count())
    for outcome in print_all(jobs, 1_000_000, PrintRun(Brand(), False, "en", Setup())):
        print(outcome.job.path.name, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda end: end.name)
def test_whoever_ends_it_finds_only_whole_files_and_nothing_running(tmp_path: Path, end: signal.Signals) -> None:
    program, folder = tmp_path / "endless.py", tmp_path / "out"
    program.write_text(ENDLESS)
    folder.mkdir()
    with subprocess.Popen(
        [sys.executable, program, folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as printing:
        assert printing.stdout is not None
        for _ in range(30):
            assert printing.stdout.readline()
        if end is signal.SIGINT:
            os.killpg(printing.pid, end)  # Ctrl+C reaches everybody
        else:
            printing.send_signal(end)
        printing.stdout.read()  # its end is reached only when no process holds it open any more
    for path in folder.glob("[0-9]*.pdf"):
        assert path.read_bytes().rstrip().endswith(b"%%EOF"), path
    if end is signal.SIGINT:
        assert not list(folder.glob(".*"))
