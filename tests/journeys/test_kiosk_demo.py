"""The demo: a stranger checks in, lets a night pass, and holds a poster."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.factories.commands import environment, program
from tests.journeys.terminal import Terminal


def demo_in_a_pipe(folder: Path, temporary: Path) -> subprocess.CompletedProcess[str]:
    temporary.mkdir()
    return subprocess.run(
        [program("kiosk"), "demo"],
        cwd=folder,
        env=environment(TMPDIR=str(temporary)),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_in_a_pipe_the_demo_makes_one_visit_and_one_poster(tmp_path: Path) -> None:
    outcome = demo_in_a_pipe(tmp_path, tmp_path / "tmp")
    assert outcome.returncode == 0, outcome.stderr
    assert "(SAMPLE DATA)" in outcome.stdout
    assert "YOUR ANSWERS ARE STORED" in outcome.stdout
    assert re.search(r"Be Helpful: \d\.\d\d -> \d\.\d\d, \d+ new answers", outcome.stdout)
    assert "What to try next:" in outcome.stdout
    poster = tmp_path / "seven-ways-pharmacy.pdf"
    assert str(poster) in outcome.stdout
    page = PdfReader(poster).pages[0]
    assert (page.mediabox.width, page.mediabox.height) == (792, 1224)
    assert "Pharmacy" in page.extract_text()
    assert "sample" in page.extract_text().lower()


def test_nothing_of_the_demo_stays_but_its_poster(tmp_path: Path) -> None:
    demo_in_a_pipe(tmp_path, tmp_path / "tmp")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["seven-ways-pharmacy.pdf", "tmp"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to read-only folders")
def test_where_nothing_may_be_written_the_poster_goes_to_a_temporary_folder(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    outcome = demo_in_a_pipe(closed, tmp_path / "tmp")
    assert outcome.returncode == 0, outcome.stderr
    assert len(list((tmp_path / "tmp").rglob("*.pdf"))) == 1


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_a_stranger_checks_in_lets_the_night_pass_and_finds_the_poster(tmp_path: Path, size: tuple[int, int]) -> None:
    with Terminal("kiosk", "demo", size=size, folder=tmp_path) as terminal:
        terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER", "SAMPLE DATA")
        terminal.type("x", "3", "5", "5", "5", "5", "5", "5", "5", "Enter")
        terminal.wait_for("YOUR ANSWERS ARE STORED", "let the night pass")
        terminal.type("+")
        terminal.wait_for("10 new answers", "Its new poster", "SAMPLE DATA", "seven-ways-north-ward.pdf")
        poster = tmp_path / "seven-ways-north-ward.pdf"
        assert "North Ward" in PdfReader(poster).pages[0].extract_text()
        terminal.type("x")
        terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")
        terminal.type("F10")
        assert terminal.wait_for_end() == 0
        assert "What to try next:" in terminal.text
        assert "seven-ways-north-ward.pdf" in terminal.text.replace(" ", "")


def test_the_next_day_in_the_demo_is_dated_tomorrow(tmp_path: Path) -> None:
    with Terminal("kiosk", "demo", folder=tmp_path) as terminal:
        days = []
        for _ in range(2):
            terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")
            terminal.type("x", "1", "5", "Enter")
            terminal.wait_for("THIS IS EXACTLY WHAT WILL BE STORED", "no name, no time of day")
            days += re.findall(r"Day (\w+), (\w+ \d+)", terminal.text)
            terminal.type("Enter")
            terminal.wait_for("let the night pass")
            terminal.type("+")
            terminal.wait_for("Its new poster")
            terminal.type("x")
        weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        (evening, _), (morning, _) = days
        assert weekdays.index(morning) == (weekdays.index(evening) + 1) % 7
