"""`store init`, `store teams` and `store scores`, as a person runs them."""

import json
import stat
from datetime import date
from pathlib import Path
from uuid import uuid4

import pexpect
import pytest

from store.behaviors import BEHAVIORS
from store.errors import UsageError
from store.open import create_store, open_store
from store.organisation import Organisation
from store.organisation.file import FILE, read
from store.organisation.team_names import new_teams
from store.records import CheckIn, Ratings
from tests.factories.commands import complaint, environment, program, run

FOUND = ("--name", "Riverside", "--team", "Kitchen", "--team", "Ward 3")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return create_store(
        tmp_path / "data", Organisation(name="Riverside", teams=new_teams(["Kitchen", "Ward 3"]))
    ).folder


def store(data: Path, *arguments: str) -> str:
    """What a `store` command prints, when all is well."""
    outcome = run("store", *arguments, "--data", data)
    assert (outcome.returncode, outcome.stderr) == (0, "")
    return outcome.stdout


def save(data: Path, *days: date) -> None:
    """Stores a check-in of nothing but 4s for the kitchen on each of these days."""
    ratings = Ratings.of(dict.fromkeys(BEHAVIORS, 4))
    open_store(data).add_many(
        CheckIn(id=str(uuid4()), day=day, team="kitchen", ratings=ratings, extra_mile=number % 2 == 0)
        for number, day in enumerate(days)
    )


# init


def test_init_founds_an_organisation_in_the_machines_time_zone(tmp_path: Path) -> None:
    outcome = run("store", "init", "--data", tmp_path / "data", *FOUND, "--minimum", "7", TZ="Europe/Berlin")
    assert outcome.returncode == 0, outcome.stderr
    organisation = read(tmp_path / "data")
    assert (organisation.name, organisation.time_zone, organisation.privacy.minimum) == (
        "Riverside",
        "Europe/Berlin",
        7,
    )
    assert [(team.key, team.name) for team in organisation.teams] == [("kitchen", "Kitchen"), ("ward-3", "Ward 3")]
    assert str(tmp_path / "data" / FILE) in outcome.stdout
    assert "the day after a team has at least 7 answers" in outcome.stdout


def test_init_never_overwrites(data: Path) -> None:
    before = (data / FILE).read_bytes()
    assert "exists already" in complaint(run("store", "init", "--data", data, *FOUND), code=2)
    assert "exists already" in complaint(run("store", "init", "--data", data), code=2)
    assert (data / FILE).read_bytes() == before


@pytest.mark.parametrize("given", [[], ["--name", "X"], ["--team", "X"]])
def test_init_never_asks_in_a_pipe(tmp_path: Path, given: list[str]) -> None:
    outcome = run("store", "init", "--data", tmp_path / "data", *given, text="Riverside\nKitchen\n\n")
    assert "`store init --name NAME --team NAME`" in complaint(outcome, code=2)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["--name", "X", "--team", "A", "--team", "a"], '"a" is taken by the team "A"'),
        (["--name", " ", "--team", "A"], "A name is empty"),
        (["--name", "X", "--team", "x" * 61], "61 characters; use at most 60"),
        (["--name", "X\x1b[2J", "--team", "A"], "control character"),
        (
            ["--name", "X", "--team", "A", "--minimum", "2"],
            "--minimum 2 is not possible: write a whole number, 3 to 1000; if left out it is 5.",
        ),
        (
            ["--name", "X", "--team", "A", "--minimum", "five"],
            "--minimum five is not possible: write a whole number, 3 to 1000",
        ),
    ],
)
def test_init_refuses_what_cannot_be_and_writes_nothing(tmp_path: Path, given: list[str], words: str) -> None:
    assert words in complaint(run("store", "init", "--data", tmp_path / "data", *given), code=2)
    assert not (tmp_path / "data").exists()


def test_init_refuses_a_folder_that_others_use(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "holiday.jpg").touch()
    assert "choose a new or an empty folder" in complaint(run("store", "init", "--data", tmp_path, *FOUND), code=2)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_on_a_terminal_init_asks_for_what_is_missing_until_it_understands(tmp_path: Path) -> None:
    child = pexpect.spawn(
        program("store"), ["init", "--data", str(tmp_path / "data")], env=environment(), encoding="utf-8", timeout=20
    )
    for prompt, answer in [
        ("organisation called", "  "),
        ("A name is empty", "Riverside"),
        ("Name a team", "Kitchen"),
        ("Another team", "kitchen"),
        ("is taken by", "Łódź Küche"),
        ("Another team", ""),
    ]:
        child.expect(prompt)
        if "empty" in prompt or "taken" in prompt:
            child.expect("\\? |: ")
        child.sendline(answer)
    child.expect("Wrote")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert [team.key for team in read(tmp_path / "data").teams] == ["kitchen", "lodz-kuche"]


def test_a_terminal_that_hangs_up_midway_leaves_nothing(tmp_path: Path) -> None:
    child = pexpect.spawn(
        program("store"), ["init", "--data", str(tmp_path / "data")], env=environment(), encoding="utf-8", timeout=20
    )
    child.expect("organisation called")
    child.sendline("Riverside")
    child.expect("Name a team")
    child.sendeof()
    child.expect("store: Stopped before the last answer; nothing was changed.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert not (tmp_path / "data").exists()


# teams


def test_a_machine_without_time_zones_can_still_read_its_organisation(data: Path) -> None:
    assert run("store", "teams", "--data", data, PYTHONTZPATH="").returncode == 0


def test_teams_are_listed_added_renamed_and_retired(data: Path) -> None:
    (data / FILE).write_text((data / FILE).read_text() + "department = 'Care'\nmembers = 3 # three of us\n")
    assert store(data, "teams", "add", "Łódź Küche") == 'Added "Łódź Küche"; its key is lodz-kuche.\n'
    assert "kitchen is now called" in store(data, "teams", "rename", "KITCHEN", "Galley")
    assert '"Galley" is retired' in store(data, "teams", "retire", "galley")
    assert store(data, "teams").splitlines() == [
        "key         name        department  members",
        "kitchen     Galley                           retired",
        "ward-3      Ward 3      Care        3        too small to be rated: fewer than 4",
        "lodz-kuche  Łódź Küche",
    ]
    assert json.loads(store(data, "teams", "--json"))["teams"][1] == {
        "key": "ward-3", "name": "Ward 3", "department": "Care", "members": 3, "retired": False, "too_small": True,
    }  # fmt: skip
    assert "# three of us" in (data / FILE).read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "kitchen"], '"kitchen" is taken by the team "Kitchen"'),
        (["add", ""], "A name is empty"),
        (["rename", "kitchn", "Galley"], 'did you mean "kitchen"'),
        (["rename", "kitchen", "Ward 3"], '"Ward 3" is taken by the team "Ward 3"'),
        (["retire", "nobody"], 'No team is called "nobody"'),
    ],
)
def test_an_edit_that_cannot_be_is_one_sentence(data: Path, arguments: list[str], words: str) -> None:
    before = (data / FILE).read_bytes()
    assert words in complaint(run("store", "teams", *arguments, "--data", data), code=2)
    assert (data / FILE).read_bytes() == before


def test_a_folder_named_before_the_subcommand_is_refused_and_not_forgotten(data: Path, tmp_path: Path) -> None:
    outcome = run("store", "teams", "--data", data, "add", "Bakery", SEVENWAYS_DATA=str(tmp_path / "other"))
    assert "`store teams add … --data DIR`" in complaint(outcome, code=2)


def test_an_organisation_without_teams_says_how_to_add_one(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('name = "Riverside"\n')
    assert 'add one with `store teams add "Night Shift"`' in store(tmp_path, "teams")


def test_a_mistake_in_the_file_is_one_sentence_from_every_command(data: Path) -> None:
    (data / FILE).write_text((data / FILE).read_text().replace("minimum = 5", "minimun = 5"))
    for arguments in (["teams"], ["teams", "add", "X"], ["scores"]):
        sentence = complaint(run("store", *arguments, "--data", data), code=1)
        assert f"{data / FILE}: [privacy] minimun = 5 is not a setting: did you mean minimum?" in sentence


# scores


def test_scores_appear_when_enough_answers_have_come_and_the_day_is_over(data: Path) -> None:
    day = date(2023, 3, 10)
    save(data, *[day] * 4)
    early = json.loads(store(data, "scores", "--json", "--on", "2023-03-11"))["teams"][0]
    assert (early["check_ins"], early["behaviors"]["be_polite"]["n"]) == (0, 0)
    save(data, day)
    same_day = json.loads(store(data, "scores", "--json", "--on", "2023-03-10"))["teams"][0]
    assert same_day["check_ins"] == 0
    report = json.loads(store(data, "scores", "--json", "--on", "2023-03-11"))
    assert (report["on"], report["from"], report["to"], report["minimum"]) == (
        "2023-03-11",
        "2022-12-11",
        "2023-03-10",
        5,
    )
    kitchen, ward = report["teams"]
    assert (kitchen["check_ins"], kitchen["extra_mile"]) == (5, {"yes": 3, "share": 0.6})
    assert kitchen["behaviors"]["be_polite"]["counts"] == [0, 0, 0, 5, 0]
    assert (ward["team"], ward["check_ins"], ward["behaviors"]["be_polite"]["mean"]) == ("ward-3", 0, None)
    assert report["all"]["check_ins"] == 5


def test_scores_of_one_team_and_of_a_window(data: Path) -> None:
    first, second = date(2023, 1, 15), date(2023, 3, 15)
    save(data, *[first] * 6, *[second] * 5)
    on = ("--on", "2023-04-01", "--json")
    assert [team["check_ins"] for team in json.loads(store(data, "scores", *on))["teams"]] == [11, 0]
    (only,) = json.loads(store(data, "scores", *on, "--team", "KITCHEN", "--from", "2023-03-01"))["teams"]
    assert (only["team"], only["check_ins"]) == ("kitchen", 5)
    assert [month["month"] for month in only["history"]][-3:] == ["2023-01", "2023-02", "2023-03"]
    assert [month["check_ins"] for month in only["history"]][-3:] == [6, 0, 5]
    text = store(data, "scores", "--on", "2023-04-01", "--team", "kitchen", "--to", "2023-02-01")
    assert "Days 2023-01-01 to 2023-02-01" in text
    assert "6 check-ins" in text
    assert "Ward 3" not in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from", "2023-02-02", "--to", "2023-01-01"], "From 2023-02-02 to 2023-01-01 there is no day"),
        (["--on", "2023-02-01", "--from", "2023-02-01"], "From 2023-02-01 to 2023-01-31 there is no day"),
        (["--on", "2023-02-01", "--to", "2023-03-01"], "--to 2023-03-01 lies after 2023-02-01"),
        (["--to", "2099-01-01"], "--to 2099-01-01 lies after "),
        (["--on", "2099-01-01"], "--on 2099-01-01 has not come yet"),
        (["--team", "nobody"], 'No team is called "nobody"'),
    ],
)
def test_days_and_teams_that_cannot_be_are_one_sentence(data: Path, arguments: list[str], words: str) -> None:
    assert words in complaint(run("store", "scores", *arguments, "--data", data), code=2)


def test_a_retired_team_keeps_the_scores_that_it_has(data: Path) -> None:
    save(data, *[date(2023, 3, 15)] * 5)
    store(data, "teams", "retire", "kitchen")
    assert "5 check-ins" in store(data, "scores", "--on", "2023-04-01", "--team", "kitchen")
    outcome = run("store", "scores", "--on", "2023-04-01", "--to", "2023-01-31", "--team", "kitchen", "--data", data)
    sentence = '"Kitchen" is retired and has no scores in these days; choose earlier days with --from.'
    assert sentence in complaint(outcome, code=2)
    sentence = '"Kitchen" is retired and .* these days; the last ones are from 2023-03-15: choose --on 2023-03-16.'
    with pytest.raises(UsageError, match=sentence):
        open_store(data).scorecard("kitchen", date(2023, 4, 1), last=date(2023, 1, 31))
    assert open_store(data).scorecard("kitchen", date(2023, 3, 16)).scores.check_ins == 5
    with pytest.raises(UsageError, match='"Kitchen" cannot be rated; choose a team that is neither retired nor'):
        open_store(data).save("kitchen", dict.fromkeys(BEHAVIORS, 4), extra_mile=False, on=date(2023, 4, 1))
