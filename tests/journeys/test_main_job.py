"""The main job from end to end, with the real programs: found, check in, keep, release, score, print."""

import json
from pathlib import Path

from pypdf import PdfReader

from tests.factories.commands import complaint, run
from tests.factories.folders import let_everybody_hurry
from tests.journeys.terminal import Terminal

MONDAY, TUESDAY = "2026-03-02", "2026-03-03"


def check_in(folder: Path, on: str, team: str, ratings: list[str]) -> None:
    """One person at the kiosk for each rating, which it gives to all seven behaviours."""
    with Terminal("kiosk", "--data", folder, "--on", on) as terminal:
        for rating in ratings:
            terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")
            terminal.type("x", team, *[rating] * 7, "Enter")
            terminal.wait_for("YOUR ANSWERS ARE STORED")
            terminal.type("x")
        terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")
        terminal.type("F10")
        assert terminal.wait_for_end() == 0


def printed(folder: Path, on: str, file: Path) -> str:
    """What the team's poster says as of a day."""
    outcome = run("posters", "team", "North Ward", "-o", file, "--on", on, "--data", folder)
    assert outcome.returncode == 0, outcome.stderr
    return " ".join(PdfReader(file).pages[0].extract_text().split())


def test_check_ins_typed_into_the_kiosk_are_on_the_poster_the_next_day(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    founded = run(
        "store", "init", "--data", folder, "--name", "St. Brigid", "--team", "North Ward", "--team", "Kitchen"
    )
    assert founded.returncode == 0, founded.stderr
    let_everybody_hurry(folder)

    check_in(folder, MONDAY, "1", ["5", "4", "4", "4", "3"])
    assert "not enough voices yet" in printed(folder, MONDAY, tmp_path / "monday.pdf")

    tuesday = printed(folder, TUESDAY, tmp_path / "tuesday.pdf")
    assert tuesday.count("5 answers ·") == 7
    assert tuesday.count("4.0") >= 7
    assert "not enough voices yet" not in tuesday

    cards = json.loads(run("store", "scores", "--json", "--data", folder, "--on", TUESDAY).stdout)
    north, kitchen = cards["teams"]
    assert (north["check_ins"], kitchen["check_ins"]) == (5, 0)
    assert north["behaviors"]["be_polite"]["counts"] == [0, 0, 1, 3, 1]


def test_a_visit_moves_nothing_until_its_day_is_over(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    run("store", "init", "--data", folder, "--name", "St. Brigid", "--team", "North Ward")
    let_everybody_hurry(folder)
    check_in(folder, MONDAY, "1", ["4"] * 5)
    printed(folder, TUESDAY, tmp_path / "before.pdf")
    check_in(folder, TUESDAY, "1", ["1"])
    printed(folder, TUESDAY, tmp_path / "after.pdf")
    assert (tmp_path / "before.pdf").read_bytes() == (tmp_path / "after.pdf").read_bytes()


def test_a_day_that_has_not_come_is_refused_by_every_command(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    run("store", "init", "--data", folder, "--name", "St. Brigid", "--team", "North Ward")
    let_everybody_hurry(folder)
    for command in (("store", "scores"), ("posters", "team", "--all", "-o", "printed"), ("kiosk", "run", "--plain")):
        refused = run(*command, "--data", folder, "--on", "2999-01-01")
        assert "2999-01-01 has not come yet" in complaint(refused, 2)
