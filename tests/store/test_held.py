"""Held check-ins count nowhere until they are released, once, or dropped, for all to see."""

import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from store.abuse import Hold
from store.check import check
from store.compact import compact
from store.drops import Drop
from store.errors import RefusedError
from store.held import HeldGroup
from store.open import Store, open_store
from store.records import CheckIn, Ratings
from store.safekeeping.backup import back_up
from store.safekeeping.restore import restore
from store.status import look
from tests.factories.stores import a_store, everything, visit
from tests.proofs.store_workloads import no_progress

MONDAY = date(2026, 3, 2)
LATER = MONDAY + timedelta(days=9)


def hold(store: Store, number: int, team: str = "north", reason: Hold = Hold.TOO_FAST, rating: int = 1) -> list[str]:
    """Holds some check-ins; returns their ids."""
    ratings = Ratings.of(everything(rating))
    return [store.held.add(team, ratings, extra_mile=False, reason=reason).id for _ in range(number)]


def check_ins(store: Store) -> list[CheckIn]:
    return [msgspec.json.decode(payload, type=CheckIn) for _, payload in store.journal("check-ins").lines()]


def drops(store: Store) -> list[tuple[str, int, date]]:
    found = [msgspec.json.decode(payload, type=Drop) for _, payload in store.journal("drops").lines()]
    return [(drop.team, drop.number, drop.day) for drop in found]


def sound(store: Store) -> bool:
    return not check(store.folder, store.lock, lambda _: None)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store(tmp_path / "data")


def test_they_are_counted_by_team_and_reason(store: Store) -> None:
    assert store.held.groups() == ()
    hold(store, 2, "south")
    hold(store, 3)
    hold(store, 1, reason=Hold.BURST)
    assert open_store(store.folder).held.groups() == (
        HeldGroup("north", Hold.BURST, 1),
        HeldGroup("north", Hold.TOO_FAST, 3),
        HeldGroup("south", Hold.TOO_FAST, 2),
    )
    assert sound(store)


def test_they_are_in_no_batch_and_in_no_score(store: Store) -> None:
    visit(store, MONDAY, [5] * 5)
    store.close_days(LATER)
    before = store.scorecards(LATER)
    hold(store, 50)
    assert store.close_days(LATER + timedelta(days=9)) == 0
    assert open_store(store.folder).scorecards(LATER) == before
    assert look(store, LATER).held == 50
    assert store.streams() == ["check-ins"]


def test_released_they_are_check_ins_of_that_day_in_no_telling_order(store: Store) -> None:
    visit(store, MONDAY, [5])
    ids = hold(store, 20)
    others = hold(store, 3, "south")
    assert store.held.release("north", LATER, fewest=1) == 20
    arrived = check_ins(store)[1:]
    assert [check_in.id for check_in in arrived] == sorted(ids)
    assert {(check_in.day, check_in.team, check_in.ratings.be_polite) for check_in in arrived} == {(LATER, "north", 1)}
    assert [held.number for held in store.held.groups()] == [3]
    assert store.held.release("north", LATER, fewest=1) == 0
    assert store.held.release(None, LATER, fewest=1) == 3
    assert sorted(check_in.id for check_in in check_ins(store)[21:]) == sorted(others)
    assert (store.folder / "held.jsonl").read_bytes() == b""
    assert drops(store) == []
    assert sound(store)


def test_too_few_of_a_team_stay_held_so_that_nobody_is_singled_out(store: Store) -> None:
    hold(store, 2)
    hold(store, 2, reason=Hold.BURST)
    hold(store, 5, "south")
    with pytest.raises(RefusedError, match="Fewer than 5"):
        store.held.release("north", MONDAY, fewest=5)
    assert store.held.release(None, MONDAY, fewest=5) == 5
    assert {check_in.team for check_in in check_ins(store)} == {"south"}
    assert store.held.release(None, MONDAY, fewest=5) == 0
    assert [group.team for group in store.held.groups()] == ["north", "north"]
    hold(store, 1)
    assert store.held.release("north", MONDAY, fewest=5) == 5
    assert store.held.groups() == ()


def test_they_never_arrive_on_a_day_before_the_newest(store: Store) -> None:
    visit(store, LATER, [5])
    hold(store, 1)
    store.held.release(None, MONDAY, fewest=1)
    assert check_ins(store)[-1].day == LATER


def test_released_they_count_in_a_batch_once_enough_wait(store: Store) -> None:
    visit(store, MONDAY, [5, 5])
    hold(store, 3)
    assert store.close_days(LATER) == 0
    store.held.release("north", MONDAY, fewest=1)
    store.close_days(LATER)
    assert store.scorecard("north", LATER).scores.check_ins == 5


def test_what_is_dropped_is_logged_and_stands_on_the_scorecard(store: Store) -> None:
    visit(store, MONDAY, [5])
    hold(store, 4)
    hold(store, 1, reason=Hold.BURST)
    hold(store, 2, "south")
    assert store.held.drop("north", MONDAY) == 5
    assert store.held.drop("north", MONDAY) == 0
    assert drops(store) == [("north", 5, MONDAY)]
    assert [group.team for group in store.held.groups()] == ["south"]
    assert store.scorecard("north", MONDAY).dropped == 0  # the day is not over
    assert store.scorecard("north", LATER).dropped == 5
    assert store.scorecard("south", LATER).dropped == 0
    assert store.scorecard("north", LATER, MONDAY + timedelta(days=1)).dropped == 0
    assert [check_in.ratings.be_polite for check_in in check_ins(store)] == [5]
    hold(store, 1)
    assert store.held.drop(None, LATER) == 3
    assert drops(store)[1:] == [("north", 1, LATER), ("south", 2, LATER)]
    assert store.scorecard("north", LATER + timedelta(days=1)).dropped == 6
    assert sound(store)


def test_a_team_that_is_too_small_shows_no_drops(store: Store) -> None:
    hold(store, 4)
    store.held.drop(None, MONDAY)
    path = store.folder / "organisation.toml"
    path.write_text(path.read_text().replace('key = "north"', 'key = "north"\nmembers = 3'))
    cards = open_store(store.folder).scorecards(LATER).teams
    assert [card.dropped for card in cards] == [0, 0]


def test_a_release_that_was_cut_short_is_finished_by_whatever_comes_next(store: Store) -> None:
    hold(store, 6)
    before = (store.folder / "held.jsonl").read_bytes()
    store.held.release(None, MONDAY, fewest=1)
    (store.folder / "held.jsonl").write_bytes(before)  # as if killed before the file was replaced
    again = open_store(store.folder)
    assert again.held.groups() == ()
    assert look(again, MONDAY).held == 0
    assert sound(again)
    fresh = hold(again, 2)
    assert [group.number for group in again.held.groups()] == [2]
    assert again.held.drop(None, MONDAY) == 2
    assert again.held.release(None, MONDAY, fewest=1) == 0
    assert drops(again) == [("north", 2, MONDAY)]
    assert len(check_ins(again)) == 6
    assert not {check_in.id for check_in in check_ins(again)} & set(fresh)


def test_a_drop_that_was_cut_short_is_finished_by_whatever_comes_next(store: Store) -> None:
    hold(store, 3)
    hold(store, 2, "south")
    hold(store, 1)
    before = (store.folder / "held.jsonl").read_bytes()
    store.held.drop("north", MONDAY)
    (store.folder / "held.jsonl").write_bytes(before)
    again = open_store(store.folder)
    assert again.held.groups() == (HeldGroup("south", Hold.TOO_FAST, 2),)
    hold(again, 1)
    assert again.held.release(None, MONDAY, fewest=1) == 3
    assert again.held.drop(None, MONDAY) == 0
    assert Counter(check_in.team for check_in in check_ins(again)) == {"north": 1, "south": 2}
    assert drops(again) == [("north", 4, MONDAY)]


_MANAGER = """
import sys
from datetime import date
from pathlib import Path
from store.open import open_store
held = open_store(Path(sys.argv[1])).held
on = date(2026, 3, 2)
held.drop(None, on) if sys.argv[2] == "drop" else held.release(None, on, fewest=1)
print("done")
"""


def with_little_room(store: Store, work: str, room: int) -> str:
    """What a manager is told if no file may grow beyond so many bytes."""
    code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room})){_MANAGER}"
    command = [sys.executable, "-c", code, str(store.folder), work]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("work", ["release", "drop"])
def test_a_full_disk_changes_nothing(store: Store, work: str) -> None:
    hold(store, 4)
    assert "CannotWriteError: Cannot write to" in with_little_room(store, work, 100)
    assert [group.number for group in open_store(store.folder).held.groups()] == [4]
    assert open_store(store.folder).held.release(None, MONDAY, fewest=1) == 4
    assert sound(store)


@pytest.mark.parametrize("work", ["release", "drop"])
def test_a_disk_that_fills_up_half_way_doubles_nothing(store: Store, work: str) -> None:
    hold(store, 2)
    store.journal("held").append([msgspec.json.encode({"note": "x" * 5000})])  # it stays, so there is no room
    assert "CannotWriteError: Cannot write to" in with_little_room(store, work, 2000)
    again = open_store(store.folder)
    assert again.held.groups() == ()
    assert again.held.release(None, MONDAY, fewest=1) == again.held.drop(None, MONDAY) == 0
    assert (len(check_ins(again)), drops(again)) == ((2, []) if work == "release" else (0, [("north", 2, MONDAY)]))


@pytest.mark.parametrize("work", ["release", "drop"])
def test_killed_at_any_decisive_call_each_is_released_or_dropped_exactly_once(tmp_path: Path, work: str) -> None:
    pytest.importorskip("fcntl", reason="strace needs Linux")
    for moment in range(1, 60):
        store = a_store(tmp_path / f"{moment}", "north", "south")
        visit(store, MONDAY, [5, 5])
        ids = hold(store, 3) + hold(store, 2, "south")
        calls = "write,fsync,fdatasync,rename,unlink,openat,ftruncate"
        inside = ["-P", str(store.folder)] + [
            part for table in ("held", "check-ins", "drops") for part in ("-P", str(store.folder / f"{table}.jsonl"))
        ]
        outcome = subprocess.run(
            ["strace", "-qq", "-o", "/dev/null", *inside, f"-einject={calls}:signal=KILL:when={moment}",
             sys.executable, "-c", _MANAGER, str(store.folder), work],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        finished = outcome.returncode == 0
        again = open_store(store.folder)
        left = sum(group.number for group in again.held.groups())
        gone = len(check_ins(again)) - 2 if work == "release" else sum(number for _, number, _ in drops(again))
        assert left + gone == 5, moment
        rest = again.held.drop(None, MONDAY) if work == "drop" else again.held.release(None, MONDAY, fewest=1)
        assert rest == left
        assert again.held.groups() == ()
        assert sound(again)
        arrived = [check_in.id for check_in in check_ins(again)][2:]
        assert sorted(arrived) == (sorted(ids) if work == "release" else [])
        dropped = Counter[str]()
        for team, number, _ in drops(again):
            dropped[team] += number
        assert dropped == ({} if work == "release" else {"north": 3, "south": 2})
        if finished:
            assert outcome.stdout == "done\n"
            assert moment > 5
            return
    pytest.fail("it never came to an end")


def test_managers_and_visitors_at_the_same_time_lose_and_double_nothing(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    hold(store, 40)
    started = [
        subprocess.Popen([sys.executable, "-c", _MANAGER, store.folder, work])
        for work in ("release", "drop", "release")
    ]
    hold(store, 40)
    for process in started:
        assert process.wait(30) == 0
    left = sum(group.number for group in store.held.groups())
    assert len(check_ins(store)) + sum(number for _, number, _ in drops(store)) + left == 80
    assert sound(store)


def test_a_line_that_is_no_held_check_in_is_passed_over_kept_and_named(store: Store) -> None:
    hold(store, 1)
    store.journal("held").append([b'{"id":"x"}', b'{"team":"\xff"}', b"[]"])
    hold(store, 1)
    assert [group.number for group in store.held.groups()] == [2]
    assert store.held.release(None, MONDAY, fewest=1) == 2
    faults = check(store.folder, store.lock, lambda _: None)
    assert [(fault.file, fault.line) for fault in faults] == [("held.jsonl", 1), ("held.jsonl", 2), ("held.jsonl", 3)]
    store.journal("drops").append([b'{"team":"north","number":0,"day":"2026-03-02"}'])
    assert store.scorecard("north", LATER).dropped == 0
    assert check(store.folder, store.lock, lambda _: None)[0].file == "drops.jsonl"


def test_what_is_held_is_backed_up_and_restored_and_what_is_counted_is_not(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    store.receive("north", everything(4), extra_mile=False, on=MONDAY, answered_in=9.0)
    hold(store, 3)
    store.held.drop(None, MONDAY)
    hold(store, 2)
    manifest = back_up(store.folder, tmp_path / "a.zip", no_progress, replace=False)
    assert [entry.name for entry in manifest.files] == [
        "check-ins.jsonl",
        "drops.jsonl",
        "format",
        "held.jsonl",
        "organisation.toml",
    ]
    restore(tmp_path / "a.zip", tmp_path / "new", no_progress, replace=False)
    restored = open_store(tmp_path / "new")
    assert [group.number for group in restored.held.groups()] == [2]
    assert restored.scorecard("north", LATER).dropped == 3
    assert sound(restored)


def test_compacting_forgets_their_order_and_nothing_else(store: Store) -> None:
    ids = hold(store, 12)
    store.held.forget_order()
    assert [document["id"] for document in store.db.table("held").all()] == sorted(ids)
    assert store.held.groups() == (HeldGroup("north", Hold.TOO_FAST, 12),)
    hold(store, 1)
    assert store.held.release(None, MONDAY, fewest=1) == 13
    compact(store, lambda _: None)
    store.held.forget_order()
    assert sound(store)


def test_drops_that_vanish_are_missed(store: Store) -> None:
    hold(store, 3)
    store.held.drop(None, MONDAY)
    assert store.scorecard("north", LATER).dropped == 3
    (store.folder / "drops.jsonl").unlink()
    assert [fault.file for fault in check(store.folder, store.lock, lambda _: None)] == ["drops.jsonl"]
