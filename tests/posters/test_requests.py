"""Posters that are asked for: queued, printed off, and drawn, as people type it."""

import json
import re
import stat
from datetime import date
from pathlib import Path

import pytest

from store.draw import winner_at
from store.lock import FolderLock
from store.open import Store, create_store
from store.organisation import Organisation, Team
from store.poster_requests import MOST_OPEN, SheetWish, plain, proof_of, requests_of
from tests.factories.commands import complaint, run
from tests.posters.reading import pages

FIRST = date(2026, 3, 17)
HOUSE = Organisation(
    name="Riverside Hospital",
    teams=(
        Team(key="kitchen", name="Kitchen"),
        Team(key="north-ward", name="North Ward"),
        Team(key="tiny", name="Tiny Team", members=3),
        Team(key="old-lab", name="Old Lab", retired=True),
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return create_store(tmp_path / "data", HOUSE)


def ask(store: Store, *arguments: str) -> str:
    """Ask for a poster; gives the code."""
    done = run("posters", "request", *arguments, "--data", store.folder)
    assert done.returncode == 0, done.stderr
    found = re.search(r"Your code: (\w{4}-\w{3}-\w{4})\n", done.stdout)
    assert found, done.stdout
    return found[1]


def states(store: Store) -> list[tuple[str, str, str]]:
    return [(request.team, request.sheet, request.state) for request in requests_of(store).all()]


def test_anybody_asks_and_only_the_code_is_theirs(store: Store) -> None:
    code = ask(store, "north ward")
    [request] = requests_of(store).all()
    assert (request.team, request.sheet, request.state) == ("north-ward", SheetWish.TEAM, "open")
    assert request.proof == proof_of(plain(code))
    assert code[5:8].encode() not in (store.folder / "requests.jsonl").read_bytes().replace(b"-", b"")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("nowhere",), 2, 'No team is called "nowhere"'),
        (("kitchen", "--sheet", "[/foo]"), 2, "--sheet [/foo] cannot be asked for"),
        (("tiny",), 1, '"Tiny Team" has no poster'),
        (("old-lab",), 1, '"Old Lab" has no poster'),
    ],
)
def test_what_cannot_be_printed_cannot_be_asked_for(
    store: Store, arguments: tuple[str, ...], code: int, says: str
) -> None:
    assert says in complaint(run("posters", "request", *arguments, "--data", store.folder), code)
    assert states(store) == []


def test_the_sixth_request_for_a_team_is_told_what_to_do(store: Store) -> None:
    for _ in range(MOST_OPEN):
        requests_of(store).add("kitchen", SheetWish.TEAM, FIRST)
    said = complaint(run("posters", "request", "kitchen", "--data", store.folder), 1)
    assert said == "posters: 5 posters of this team are asked for already; print those first: `posters requests print`."


def test_managers_see_the_queue(store: Store) -> None:
    assert run("posters", "requests", "--data", store.folder).stdout == "No poster is asked for.\n"
    for sheet in ("team", "team", "handout"):
        ask(store, "kitchen", "--sheet", sheet)
    assert run("posters", "requests", "--data", store.folder).stdout.splitlines()[:3] == [
        "Team     asked  what",
        "Kitchen      1  the seven handouts",
        "Kitchen      2  the poster with its scores",
    ]
    as_json = json.loads(run("posters", "requests", "--json", "--data", store.folder).stdout)
    assert [sorted(each) for each in as_json["requests"]] == [["month", "number", "sheet", "state", "team"]] * 3
    assert "Write options after it" in complaint(
        run("posters", "requests", "--data", store.folder, "print", "-o", "x"), 2
    )


def test_what_is_asked_for_is_printed_once_and_is_done(store: Store, tmp_path: Path) -> None:
    for sheet in SheetWish:
        ask(store, "north-ward", "--sheet", sheet)
    ask(store, "kitchen")
    off = tmp_path / "off"
    done = run("posters", "requests", "print", "-o", off, "--data", store.folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("4 of 4 sheets that were asked for are done.\n")
    names = sorted(path.name for path in off.iterdir())
    assert names[:3] == [
        "kitchen-team.pdf",
        "north-ward-handout-1-stay-positive.pdf",
        "north-ward-handout-2-honor-commitments.pdf",
    ]
    assert names[7:] == ["north-ward-handout-7-be-helpful.pdf", "north-ward-progress.pdf", "north-ward-team.pdf"]
    assert all(pages(path.read_bytes()) for path in off.iterdir())
    assert {state for _, _, state in states(store)} == {"done"}
    assert run("posters", "requests", "print", "-o", off, "--data", store.folder).stdout == "No poster is asked for.\n"


def test_a_sheet_that_cannot_be_made_stays_in_the_queue_and_stops_no_other(store: Store, tmp_path: Path) -> None:
    for sheet in ("team", "handout"):
        ask(store, "kitchen", "--sheet", sheet)
    off = tmp_path / "off"
    done = run("posters", "requests", "print", "-o", off, "--paper", "a3", "--data", store.folder)
    assert done.returncode == 1
    assert "Not printed for kitchen: " in done.stderr
    assert states(store) == [("kitchen", "handout", "open"), ("kitchen", "team", "done")]
    assert [path.name for path in off.iterdir()] == ["kitchen-team.pdf"]


def test_a_printer_that_is_not_there_leaves_the_queue_as_it_was(store: Store, tmp_path: Path) -> None:
    ask(store, "kitchen")
    done = run("posters", "requests", "print", "-o", tmp_path / "off", "--print", "[/foo]", "--data", store.folder)
    assert done.returncode != 0
    assert states(store) == [("kitchen", "team", "open")]


def test_a_team_that_has_no_posters_any_more_leaves_the_queue(store: Store, tmp_path: Path) -> None:
    requests_of(store).add("old-lab", SheetWish.TEAM, FIRST)
    done = run("posters", "requests", "print", "-o", tmp_path / "off", "--data", store.folder)
    assert "Skipped old-lab: it has no posters any more.\n" in done.stdout
    assert states(store) == [("old-lab", "team", "done")]


def test_a_busy_store_keeps_nothing(store: Store) -> None:
    with FolderLock(store.folder).held():
        said = complaint(run("posters", "request", "kitchen", "--data", store.folder), 1)
    assert "busy" in said
    assert states(store) == []


def test_a_draw_is_announced_drawn_repeated_and_claimed(store: Store, tmp_path: Path) -> None:
    codes = [ask(store, team) for team in ("kitchen", "north-ward", "kitchen")]
    data, first, second = ("--data", store.folder), tmp_path / "announced.json", tmp_path / "drawn.json"
    announced = run("posters", "draw", "--prize", "Lunch for two", "--announce", "-o", first, *data)
    assert announced.returncode == 0, announced.stderr
    ask(store, "north-ward")  # too late
    drawn = run("posters", "draw", "--announced", first, "--seed", "4 8 15", "-o", second)
    listed = json.loads(second.read_text())
    winner = listed["winner"]
    assert len(listed["entries"]) == 3
    assert f"Winner: {winner}\n" in drawn.stdout
    assert f"SHA-256 of prize and list: {listed['sha256']}" in announced.stdout
    assert run("posters", "draw", "--verify", second).stdout == (
        f"The draw is right: from this list and this seed, {winner} wins: Lunch for two.\n"
        f"SHA-256 of prize and list: {listed['sha256']}\n"
        "If that is what was announced, nobody has changed them since.\n"
    )
    for code in codes:
        claim = run("posters", "draw", "--verify", second, "--code", code.lower())
        assert (claim.returncode == 0) == (code[:4] == winner), claim.stderr
    assert stat.S_IMODE(second.stat().st_mode) == 0o644
    entries, listed_as = listed["entries"], listed["sha256"]
    other = next(seed for seed in map(str, range(99)) if entries[winner_at(seed, listed_as, 3)][:4] != winner)
    second.write_text(second.read_text().replace("4 8 15", other))
    assert "This is not what the seed says" in complaint(run("posters", "draw", "--verify", second), 1)


def test_a_draw_without_a_seed_makes_one_and_says_what_that_is_worth(store: Store) -> None:
    ask(store, "kitchen")
    done = run("posters", "draw", "--prize", "\x1b[2J[/foo]", "--data", store.folder)
    assert re.search(r"\nSeed: [0-9a-f]{32}\n", done.stdout)
    assert "Prize: \ufffd[2J[/foo]\n" in done.stdout
    assert "others must trust you" in done.stderr


def test_a_seed_without_an_announced_list_is_worth_no_more(store: Store) -> None:
    ask(store, "kitchen")
    done = run("posters", "draw", "--prize", "Lunch", "--seed", "4 8 15", "--data", store.folder)
    assert "could have been tried until it suited, so others must trust you; announce the list first" in done.stderr


def test_what_was_printed_stays_in_the_draw_and_it_says_among_what_it_draws(store: Store, tmp_path: Path) -> None:
    ask(store, "kitchen")
    assert run("posters", "requests", "print", "-o", tmp_path / "off", "--data", store.folder).returncode == 0
    ask(store, "kitchen")
    done = run("posters", "draw", "--prize", "Lunch", "--data", store.folder)
    assert "List: 2 requests, printed or not, each once (requests, not people)\n" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Say one of three"),
        (("--prize", "x", "--verify", "y"), "Say one of three"),
        (("--prize", "x", "--code", "y"), "--code goes with --verify"),
        (("--announced", "x"), "needs the seed that was promised"),
        (("--prize", "x", "--announce"), "--announce keeps the list in a file"),
        (("--prize", "x", "-o", "taken.json"), "a draw must not change"),
    ],
)
def test_a_draw_that_is_asked_for_wrongly_says_how(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken.json").touch()
    assert says in complaint(run("posters", "draw", *arguments, "--data", tmp_path), 2)


def test_a_draw_needs_requests_and_a_file_that_is_one(store: Store, tmp_path: Path) -> None:
    data = ("--data", store.folder)
    assert "Nobody has asked for a poster" in complaint(run("posters", "draw", "--prize", "x", *data), 1)
    assert "write a month like 2026-10" in complaint(
        run("posters", "draw", "--prize", "x", "--month", "[/foo]", *data), 1
    )
    other = tmp_path / "other.json"
    other.write_bytes(b'{"prize": "x", "\xff')
    assert "is no draw" in complaint(run("posters", "draw", "--verify", other), 1)
    assert "Cannot read" in complaint(run("posters", "draw", "--verify", tmp_path / "none.json"), 1)
