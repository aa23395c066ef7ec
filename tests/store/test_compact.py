"""Compaction forgets the order of released check-ins and changes nothing that is shown, now or later."""

import threading
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from store.behaviors import BEHAVIORS
from store.check import check
from store.compact import compact
from store.open import CHECK_INS, Store, create_store, open_store
from store.records import Batch, CheckIn, Ratings
from tests.factories.commands import run
from tests.factories.folders import scratch
from tests.factories.sheets import a_sheet, many_rows
from tests.factories.stores import a_store, an_organisation, visit

_START = date(2026, 3, 2)


def silent(_: int) -> None:
    """Takes no notice of progress."""


def check_ins(store: Store, stream: str = CHECK_INS) -> list[CheckIn]:
    return [msgspec.json.decode(payload, type=CheckIn) for _, payload in store.journal(stream).lines()]


def facts(store: Store) -> list[Batch]:
    return sorted(
        store.batches(), key=lambda batch: (batch.stream, batch.team, batch.question, batch.day, batch.counts)
    )


def test_released_check_ins_stand_sorted_by_id_and_are_numbered_anew(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _START, [1, 2, 3, 4, 5] * 8)
    visit(store, _START + timedelta(days=1), [1, 2])
    before = check_ins(store)
    outcome = run("store", "compact", "--data", store.folder)
    assert outcome.returncode == 0, outcome.stderr
    after = check_ins(store)
    assert after[-2:] == before[-2:], "what waits keeps its order, behind the rest"
    assert after[:-2] == sorted(before[:-2], key=lambda check_in: check_in.id)
    assert [n for n, _ in store.journal(CHECK_INS).lines()] == list(range(1, 43))
    assert not check(store.folder, store.lock, silent)


def test_compacting_twice_changes_nothing_more(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _START, [1, 2, 3, 4, 5] * 3)
    store.close_days(_START + timedelta(days=1))
    compact(store, silent)
    content = (store.folder / "check-ins.jsonl").read_bytes()
    compact(store, silent)
    assert (store.folder / "check-ins.jsonl").read_bytes() == content


def test_imports_are_compacted_too_and_scores_stay(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    run("store", "import", a_sheet(tmp_path / "a.csv", *many_rows(200)), "--data", store.folder)
    scores = run("store", "scores", "--json", "--from", "2026-01-01", "--data", store.folder).stdout
    batches = (store.folder / "batches.jsonl").read_bytes()
    run("store", "compact", "--data", store.folder)
    assert run("store", "scores", "--json", "--from", "2026-01-01", "--data", store.folder).stdout == scores
    assert (store.folder / "batches.jsonl").read_bytes() == batches
    ids = [check_in.id for check_in in check_ins(store, store.streams()[1])]
    assert sum(a < b for a, b in pairwise(ids)) > 150


def test_a_day_never_runs_backwards_after_a_compaction(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _START, [1, 2], team="south")
    for day in range(4):
        visit(store, _START + timedelta(days=day), [1, 2, 3, 4, 5])
    store.close_days(_START + timedelta(days=9))
    compact(store, silent)
    late = store.save("north", {BEHAVIORS[0]: 3}, extra_mile=False, on=_START)
    assert late.day == _START + timedelta(days=3)


def test_a_kiosk_that_writes_meanwhile_loses_nothing(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _START, [1, 2, 3, 4, 5] * 40)
    store.close_days(_START + timedelta(days=1))
    kiosk, acknowledged, done = open_store(store.folder), list[str](), threading.Event()

    def write() -> None:
        while not done.wait(0.002):
            check_in = kiosk.save("south", {BEHAVIORS[0]: 3}, extra_mile=False, on=_START + timedelta(days=1))
            acknowledged.append(check_in.id)

    writer = threading.Thread(target=write)
    writer.start()
    for _ in range(5):
        compact(open_store(store.folder), silent)
    done.set()
    writer.join()
    ids = [check_in.id for check_in in check_ins(store)]
    assert set(acknowledged) <= set(ids)
    assert len(ids) == len(set(ids)) == 200 + len(acknowledged)
    assert not check(store.folder, store.lock, silent)


def test_damaged_lines_are_set_aside(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _START, [1, 2, 3, 4, 5] * 3)
    store.close_days(_START + timedelta(days=1))
    path = store.folder / "check-ins.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b"north", b"nerth")
    path.write_bytes(b"".join(lines))
    compact(open_store(store.folder), silent)
    assert len(check_ins(store)) == 14
    assert (store.folder / "check-ins.damaged").read_bytes() == lines[3]


_visits = st.lists(
    st.tuples(
        st.integers(0, 2), st.sampled_from(["north", "south"]), st.lists(st.integers(0, 5), min_size=7, max_size=7)
    ),
    min_size=1,
    max_size=40,
)


def play(
    folder: Path, steps: Sequence[Sequence[tuple[int, str, list[int]]]], *, compacting: bool, at_once: bool
) -> Store:
    """Visits in several parts; days are closed after each part, and perhaps the store is compacted."""
    store = create_store(folder, an_organisation("north", "south", minimum=3, at_once=at_once))
    day = _START
    for part in steps:
        for later, team, ratings in part:
            day += timedelta(days=later)
            given_ratings = Ratings(*(rating or None for rating in ratings))
            store.add_many([CheckIn(str(uuid4()), day, team, given_ratings, extra_mile=ratings[0] > 3)])
        store.close_days(day)
        if compacting:
            compact(store, silent)
    store.close_days(day + timedelta(days=1))
    return store


@settings(max_examples=25)
@given(st.lists(_visits, min_size=1, max_size=4), st.booleans())
def test_what_is_released_does_not_depend_on_compactions(
    steps: list[list[tuple[int, str, list[int]]]], at_once: bool
) -> None:
    with scratch() as folder:
        plain = facts(play(folder / "plain", steps, compacting=False, at_once=at_once))
        assert facts(play(folder / "compacted", steps, compacting=True, at_once=at_once)) == plain
