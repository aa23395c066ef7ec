"""`store held` shows, releases and drops, and says one clear sentence where it cannot."""

import json
from pathlib import Path

import pexpect
import pytest

from store.abuse import Hold
from store.clock import today
from store.open import Store, open_store
from store.records import Ratings
from tests.factories.commands import complaint, environment, program, run
from tests.factories.stores import a_store, everything


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = a_store(tmp_path / "data", "north", "south")
    ratings = Ratings.of(everything(1))
    for team, reason in [("north", Hold.TOO_FAST)] * 3 + [("north", Hold.BURST), ("south", Hold.BURST)]:
        store.held.add(team, ratings, extra_mile=False, reason=reason)
    return store


def hold_more(store: Store, number: int, team: str) -> None:
    for _ in range(number):
        store.held.add(team, Ratings.of(everything(1)), extra_mile=False, reason=Hold.BURST)


def numbers(store: Store) -> list[int]:
    return [group.number for group in open_store(store.folder).held.groups()]


def said(store: Store, *arguments: str) -> str:
    outcome = run("store", "held", *arguments, "--data", store.folder)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout


def test_the_list_names_teams_numbers_and_reasons_but_no_number_that_singles_somebody_out(store: Store) -> None:
    hold_more(store, 5, "south")
    lines = said(store).splitlines()
    assert [line.split(maxsplit=2) for line in lines[1:4]] == [
        ["North", "fewer", "than 5  too many at once"],
        ["North", "fewer", "than 5  answered too fast"],
        ["South", "6", "too many at once"],
    ]
    assert "store held release TEAM" in lines[4]
    assert json.loads(said(store, "--json"))["held"][1:] == [
        {"team": "north", "reason": "too-fast", "number": None, "fewer_than": 5},
        {"team": "south", "reason": "burst", "number": 6, "fewer_than": None},
    ]


def test_the_status_adds_up_no_more_than_the_list_shows(store: Store) -> None:
    def status(*options: str) -> str:
        return run("store", "status", *options, "--data", store.folder).stdout

    assert "Held back: groups of fewer than 5; `store held` says why" in status()
    hold_more(store, 5, "south")
    assert "Held back: 6 and groups of fewer than 5; " in status()
    shape = json.loads(status("--json"))
    assert (shape["held"], shape["held_below"]) == (6, 5)
    store.held.drop("north", today(store.organisation))
    assert "Held back: 6; " in status()
    assert json.loads(status("--json"))["held_below"] is None


def test_a_team_or_all_are_released(store: Store) -> None:
    hold_more(store, 1, "north")
    assert said(store, "release", "North") == 'Released 5 held check-ins of "North".\n'
    assert numbers(store) == [1]
    assert said(store, "release", "north") == 'No check-in of "North" is held back.\n'
    hold_more(store, 4, "south")
    assert said(store, "release", "--all") == "Released 5 held check-ins.\n"
    assert said(store) == "No check-in is held back.\n"
    assert sum(1 for _ in store.journal("check-ins").lines()) == 10


def test_too_few_are_not_released(store: Store) -> None:
    why = "so few stay held until 5 are there, as they could single somebody out."
    refused = complaint(run("store", "held", "release", "north", "--data", store.folder), code=1)
    assert f'Fewer than 5 check-ins are held of "North": {why}' in refused
    assert said(store, "release", "--all") == f'Fewer than 5 check-ins are held of "North", "South": {why}\n'
    hold_more(store, 5, "south")
    assert said(store, "release", "--all").splitlines() == [
        "Released 6 held check-ins.",
        f'Fewer than 5 check-ins are held of "North": {why}',
    ]
    assert numbers(store) == [1, 3]


def test_a_team_or_all_are_dropped_and_the_scores_say_so(store: Store) -> None:
    assert said(store, "drop", "south", "--yes") == 'Dropped 1 held check-in of "South".\n'
    assert said(store, "drop", "--all", "--yes") == "Dropped 4 held check-ins.\n"
    assert said(store, "drop", "--all") == "No check-in is held back.\n"
    day = today(store.organisation).isoformat()
    scores = run("store", "scores", "--to", day, "--data", store.folder).stdout
    assert "    4 held check-ins were dropped by a manager" in scores
    assert "    1 held check-in was dropped by a manager" in scores
    shape = json.loads(run("store", "scores", "--to", day, "--json", "--data", store.folder).stdout)
    assert [team["dropped"] for team in shape["teams"]] == [4, 1]
    assert "dropped by" not in run("store", "scores", "--data", store.folder).stdout  # today is not over


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["release"], "Say whose: name one team, or write --all."),
        (["drop", "north", "--all"], "Say whose: name one team, or write --all."),
        (["drop", "north"], "add --yes"),
        (["release", "nrth"], 'did you mean "north" (North)?'),
        (["release", "[/foo]\x1b[2J" + "x" * 20_000], "No team is called"),
    ],
)
def test_an_unclear_order_is_refused_in_one_sentence(store: Store, arguments: list[str], sentence: str) -> None:
    assert sentence in complaint(run("store", "held", *arguments, "--data", store.folder), code=2)
    assert sum(numbers(store)) == 5


def test_an_option_before_the_order_is_refused(store: Store) -> None:
    outcome = run("store", "held", "--data", store.folder, "release", "--all")
    assert "Write options after it: `store held release … --data DIR`." in complaint(outcome, code=2)


@pytest.mark.parametrize(("answer", "left"), [("n", 5), ("", 5), ("y", 1), ("\x04", 5)])
def test_on_a_terminal_dropping_is_asked_about(store: Store, answer: str, left: int) -> None:
    arguments = ["held", "drop", "north", "--data", str(store.folder)]
    child = pexpect.spawn(program("store"), arguments, env=environment(), encoding="utf-8", timeout=30)
    child.expect_exact('Drop all held check-ins of "North" for good? [y/N]')
    child.send(answer if answer == "\x04" else answer + "\r")
    child.expect_exact("Dropped 4" if answer == "y" else ("nothing was changed" if answer == "\x04" else "Nothing was"))
    child.expect(pexpect.EOF)
    child.close()
    assert sum(numbers(store)) == left


def test_compacting_leaves_what_is_held(store: Store) -> None:
    assert run("store", "compact", "--data", store.folder).returncode == 0
    ids = [document["id"] for document in store.db.table("held").all()]
    assert ids == sorted(ids)
    assert sum(numbers(store)) == 5


@pytest.mark.parametrize("name", ["held", "held release", "held drop"])
def test_help_has_an_example(name: str) -> None:
    outcome = run("store", *name.split(), "--help")
    assert "Example: store held " in outcome.stdout
