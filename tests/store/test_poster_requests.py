"""Requests for posters: kept without a name, a day or an order, and proved by a code that nobody else has."""

import json
import stat
import threading
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from store.errors import AskedAlreadyError, CannotWriteError
from store.open import Store, open_store
from store.poster_requests import (
    CODE_LENGTH,
    LETTERS,
    MOST_OPEN,
    PosterRequest,
    SheetWish,
    new_code,
    number_of,
    plain,
    proof_of,
    requests_of,
    spaced,
    wishes,
)
from tests.factories.commands import run
from tests.factories.stores import a_store

DAY = date(2026, 3, 17)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store(tmp_path / "data")


def documents(store: Store) -> list[dict[str, object]]:
    return [json.loads(line)["d"] for line in (store.folder / "requests.jsonl").read_bytes().splitlines()]


def fill(store: Store, count: int, month: str = "2026-03", state: str = "open", team: str = "south") -> None:
    """Many requests at once, without the time that each code takes."""
    made = [
        {"number": f"{LETTERS[n // 23]}{LETTERS[n % 23]}33", "proof": "0" * 32, "month": month}
        | {"team": team, "sheet": "team", "state": state}
        for n in range(count)
    ]
    store.journal("requests").append([json.dumps(each).encode() for each in made])
    store.journal("requests").close()


def test_a_request_is_kept_with_its_month_and_nothing_of_who_asked(store: Store) -> None:
    code = requests_of(store).add("north", SheetWish.TEAM, DAY)
    assert documents(store) == [
        {
            "number": code[:4],
            "proof": proof_of(code),
            "month": "2026-03",
            "team": "north",
            "sheet": "team",
            "state": "open",
        }
    ]
    table = store.folder / "requests.jsonl"
    assert code[4:].encode() not in table.read_bytes()
    assert stat.S_IMODE(table.stat().st_mode) == 0o600
    assert table.stat().st_mtime == datetime(2026, 3, 1, tzinfo=UTC).timestamp()


def test_the_order_in_which_requests_came_is_forgotten(store: Store) -> None:
    fill(store, 20)
    places = set()
    for _ in range(3):
        number = number_of(requests_of(store).add("north", SheetWish.PROGRESS, DAY))
        places.add([document["number"] for document in documents(store)].index(number))
    assert places != {20, 21, 22}
    assert [json.loads(line)["n"] for line in (store.folder / "requests.jsonl").read_bytes().splitlines()] == list(
        range(1, 24)
    )


def test_a_team_is_asked_for_five_times_and_no_more_until_they_are_printed(store: Store) -> None:
    requests = requests_of(store)
    fill(store, MOST_OPEN, team="north")
    before = (store.folder / "requests.jsonl").read_bytes()
    with pytest.raises(AskedAlreadyError, match="5 posters of this team are asked for already"):
        requests.add("north", SheetWish.PROGRESS, DAY)
    assert (store.folder / "requests.jsonl").read_bytes() == before
    requests.add("south", SheetWish.TEAM, DAY)
    requests.close([request.number for request in requests.all() if request.team == "north"], DAY)
    requests.add("north", SheetWish.PROGRESS, DAY)
    assert [request.state for request in requests.all() if request.team == "north"].count("done") == MOST_OPEN


def test_many_who_ask_at_once_lose_nothing_and_never_pass_the_limit(store: Store) -> None:
    codes: list[str] = []

    def ask() -> None:
        mine = open_store(store.folder)
        for _ in range(2):
            try:
                codes.append(requests_of(mine).add("north", SheetWish.TEAM, DAY))
            except AskedAlreadyError:
                continue
        mine.close()

    askers = [threading.Thread(target=ask) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(codes) == MOST_OPEN
    assert {request.number for request in requests_of(store).all()} == set(map(number_of, codes))


def test_what_was_printed_is_forgotten_after_a_year_and_what_waits_is_not(store: Store) -> None:
    fill(store, 2, "2025-02", "done")
    fill_open = PosterRequest("XXXX", "0" * 32, "2024-01", "south", SheetWish.TEAM)
    recent = PosterRequest("YYYY", "0" * 32, "2025-03", "south", SheetWish.TEAM, "done")
    store.journal("requests").append([msgspec.json.encode(each) for each in (fill_open, recent)])
    store.journal("requests").close()
    code = requests_of(store).add("north", SheetWish.TEAM, DAY)
    assert {request.number for request in requests_of(store).all()} == {"XXXX", "YYYY", number_of(code)}


def test_a_disk_that_is_gone_leaves_the_requests_as_they_were(store: Store, tmp_path: Path) -> None:
    requests = requests_of(store)
    fill(store, 2)
    before = (store.folder / "requests.jsonl").read_bytes()
    store.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(CannotWriteError):
        requests.add("north", SheetWish.TEAM, DAY)
    (tmp_path / "elsewhere").rename(store.folder)
    assert (store.folder / "requests.jsonl").read_bytes() == before


def test_what_this_version_does_not_know_is_kept(store: Store) -> None:
    store.journal("requests").append([b'{"sheet":"hologram"}'])
    store.journal("requests").close()
    requests = requests_of(store)
    code = requests.add("north", SheetWish.TEAM, DAY)
    requests.close([number_of(code)], DAY)
    assert {"sheet": "hologram"} in documents(store)
    assert [request.state for request in requests.all()] == ["done"]


def test_store_check_knows_the_table(store: Store) -> None:
    requests_of(store).add("north", SheetWish.TEAM, DAY)
    assert run("store", "check", "--data", store.folder).returncode == 0
    store.journal("requests").append([b'{"number":"[/foo]"}'])
    store.journal("requests").close()
    found = run("store", "check", "--data", store.folder)
    assert found.returncode == 1
    assert "requests.jsonl:2: this is not what belongs here" in found.stdout


def test_a_code_is_easy_to_copy_and_hard_to_guess() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == CODE_LENGTH and set(code) <= set(LETTERS) for code in codes)
    assert not set("0O1I2Z5S8BU") & set(LETTERS)
    code = codes.pop()
    assert plain(f" {spaced(code).lower()} ") == code
    assert proof_of(code) == proof_of(code) != proof_of(new_code())


def test_open_requests_are_counted_by_team_and_sheet() -> None:
    def one(number: str, sheet: SheetWish, *, done: bool = False) -> PosterRequest:
        return PosterRequest(number, "0" * 32, "2026-03", "north", sheet, "done" if done else "open")

    asked = [one("AAAA", SheetWish.TEAM), one("FFFF", SheetWish.TEAM), one("CCCC", SheetWish.PROGRESS)]
    assert wishes([*asked, one("DDDD", SheetWish.HANDOUT, done=True)]) == {
        ("north", SheetWish.TEAM): ("AAAA", "FFFF"),
        ("north", SheetWish.PROGRESS): ("CCCC",),
    }
