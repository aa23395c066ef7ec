"""What a store makes of a visit: a check-in, a held one, or a refusal."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from store.abuse import MOST_IN_SPAN, Hold
from store.behaviors import BEHAVIORS
from store.errors import CannotWriteError, SevenWaysError, UsageError
from store.lock import FolderLock
from store.notes import MOST_IN_SPAN as MOST_NOTES_IN_SPAN
from store.notes import Kind
from store.open import Store, create_store, open_store
from store.organisation import Organisation, Privacy, Team, Timings
from tests.factories.stores import a_store, everything

MONDAY = date(2026, 3, 2)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store(tmp_path / "data")


def receive(
    store: Store, team: str = "north", answered_in: float | None = 15.0, slip: str | None = None
) -> Hold | None:
    return store.receive(team, everything(4), extra_mile=True, on=MONDAY, answered_in=answered_in, slip=slip)


def documents(store: Store, table: str) -> list[dict[str, Any]]:
    return [dict(document) for document in store.db.table(table).all()]


@contextmanager
def no_room_for(path: Path) -> Iterator[None]:
    """A folder stands where a file should be written."""
    path.mkdir()
    yield
    path.rmdir()


def test_a_visit_is_a_check_in_before_it_returns(store: Store) -> None:
    assert receive(store) is None
    assert [document["day"] for document in documents(open_store(store.folder), "check-ins")] == ["2026-03-02"]
    assert not (store.folder / "held.jsonl").exists()


def test_a_visit_that_is_too_fast_is_held_and_tells_no_day(store: Store) -> None:
    assert receive(store, answered_in=1.0) is Hold.TOO_FAST
    (held,) = documents(open_store(store.folder), "held")
    assert set(held) == {"id", "team", "reason", "ratings", "extra_mile", "format"}
    assert (held["team"], held["reason"], held["extra_mile"]) == ("north", "too-fast", True)
    assert held["ratings"] == {behavior.value: 4 for behavior in BEHAVIORS}
    assert "2026" not in (store.folder / "held.jsonl").read_text().replace(held["id"], "")
    assert not (store.folder / "check-ins.jsonl").exists()


def test_the_eleventh_visit_for_one_team_is_held_whichever_process_takes_it(store: Store) -> None:
    other = open_store(store.folder)
    assert [receive(each) for each in (store, other) * (MOST_IN_SPAN // 2)] == [None] * MOST_IN_SPAN
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from store.open import open_store; from tests.factories.stores import everything\n"
        "store = open_store(Path(sys.argv[1]))\n"
        "print(store.receive('north', everything(4), extra_mile=False, on=date(2026, 3, 2), answered_in=9.0))"
    )
    told = subprocess.run([sys.executable, "-c", code, store.folder], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "burst"
    assert receive(store, "south") is None
    assert len(documents(store, "check-ins")) == MOST_IN_SPAN + 1


def test_a_session_lets_a_class_through_but_nobody_who_hurries(store: Store) -> None:
    open_store(store.folder).rates.begin_session(60)
    assert {receive(store) for _ in range(20)} == {None}
    assert receive(store, answered_in=0.5) is Hold.TOO_FAST
    store.rates.end_session()
    assert receive(store) is None


def test_rules_are_switched_off_and_not_measured_where_told_so(tmp_path: Path) -> None:
    patient = Organisation(name="X", timings=Timings(too_fast_seconds=0), teams=(Team("north", "North"),))
    assert receive(create_store(tmp_path / "patient", patient), answered_in=0.0) is None
    assert receive(a_store(tmp_path / "plain"), answered_in=None) is None


def test_what_cannot_be_stored_is_counted_nowhere(store: Store) -> None:
    with no_room_for(store.folder / "check-ins.jsonl"):
        for _ in range(30):
            with pytest.raises(CannotWriteError):
                receive(store)
    with no_room_for(store.folder / "held.jsonl"), pytest.raises(CannotWriteError):
        receive(store, answered_in=0.1)
    assert receive(store) is None


@pytest.mark.parametrize(("team", "answers"), [("nobody", everything(4)), ("north", {})])
def test_a_useless_visit_is_refused_even_if_it_would_be_held(store: Store, team: str, answers: dict[Any, int]) -> None:
    with pytest.raises(UsageError):
        store.receive(team, answers, extra_mile=False, on=MONDAY, answered_in=0.0)
    assert not list(store.folder.glob("*.jsonl"))
    with pytest.raises(msgspec.ValidationError):
        store.receive("north", everything(9), extra_mile=False, on=MONDAY, answered_in=0.0)
    assert receive(store) is None


@pytest.fixture
def with_slips(tmp_path: Path) -> Store:
    teams = (Team("north", "North"), Team("south", "South"))
    return create_store(tmp_path / "slips", Organisation(name="X", privacy=Privacy(slips=True), teams=teams))


def test_one_slip_is_one_voice(with_slips: Store) -> None:
    one, other = with_slips.slips.make(2)
    assert receive(with_slips, slip=one) is None
    for slip in (one, None, "", "1234567890", "x" * 20_000):
        with pytest.raises(UsageError, match="take another slip"):
            receive(open_store(with_slips.folder), slip=slip)
    assert receive(with_slips, slip=other, answered_in=0.1) is Hold.TOO_FAST
    with pytest.raises(UsageError, match="used already"):
        receive(with_slips, slip=other)
    assert [len(documents(with_slips, table)) for table in ("check-ins", "held")] == [1, 1]


def test_a_slip_stays_good_for_a_visit_that_is_refused_or_could_not_be_stored(with_slips: Store) -> None:
    (slip,) = with_slips.slips.make(1)
    with pytest.raises(UsageError, match="cannot be rated"):
        receive(with_slips, "nobody", slip=slip)
    with no_room_for(with_slips.folder / "check-ins.jsonl"), pytest.raises(CannotWriteError):
        receive(with_slips, slip=slip)
    assert with_slips.slips.is_good(f"{slip[:5]} {slip[5:]}")
    assert not open_store(with_slips.folder).slips.is_good(slip)
    with pytest.raises(UsageError, match="used already"):
        receive(open_store(with_slips.folder), slip=slip)
    assert receive(with_slips, slip=slip) is None
    with pytest.raises(UsageError, match="used already"):
        receive(with_slips, slip=slip)


def test_without_slips_a_code_is_not_looked_at(store: Store) -> None:
    assert receive(store, slip="anything") is None


def test_a_busy_store_refuses_and_forgets_the_visit(store: Store) -> None:
    with FolderLock(store.folder).held(), pytest.raises(Exception, match="busy"):
        receive(store)
    assert receive(store) is None
    assert len(documents(store, "check-ins")) == 1


def note(store: Store, team: str = "north", slip: str | None = None, *, alone: bool = True) -> None:
    store.receive_note(team, Kind.PRAISE, None, "thanks", MONDAY, slip=slip, alone=alone)


def test_a_note_alone_is_a_voice_too(with_slips: Store) -> None:
    one, other = with_slips.slips.make(2)
    note(with_slips, slip=one)
    for slip in (one, None, "1234567890"):
        with pytest.raises(UsageError, match="take another slip"):
            note(open_store(with_slips.folder), slip=slip)
    receive(with_slips, slip=other)
    note(with_slips, slip=other, alone=False)
    assert len(with_slips.notes.waiting()) == 2
    assert len(documents(with_slips, "check-ins")) == 1


def test_a_slip_stays_good_for_a_note_that_could_not_be_stored(with_slips: Store) -> None:
    (slip,) = with_slips.slips.make(1)
    with no_room_for(with_slips.folder / "notes.jsonl"), pytest.raises(SevenWaysError):
        note(with_slips, slip=slip)
    assert with_slips.slips.is_good(slip)
    note(with_slips, slip=slip)
    assert not with_slips.slips.is_good(slip)


def test_ten_notes_in_five_minutes_are_enough_whatever_the_team_unless_a_class_writes(store: Store) -> None:
    for turn in range(MOST_NOTES_IN_SPAN):
        note(store, ("north", "south")[turn % 2])
    for team in ("north", "south"):
        with pytest.raises(UsageError, match="10 notes arrived within five minutes"):
            note(open_store(store.folder), team, alone=False)
    assert len(store.notes.waiting()) == MOST_NOTES_IN_SPAN
    assert receive(store) is None
    store.rates.begin_session(60)
    note(store)
    store.rates.end_session()
    assert len(store.notes.waiting()) == MOST_NOTES_IN_SPAN + 1
