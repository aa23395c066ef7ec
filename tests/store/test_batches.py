"""When ratings are released: whole batches of at least k, whoever asks, however late."""

import re
import shutil
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.batches import Key, Mark, Rule, Settled, Waiting
from store.behaviors import BEHAVIORS, EXTRA_MILE, QUESTIONS
from store.open import Store, open_store
from store.organisation import Privacy
from store.organisation.file import FILE
from store.records import Batch
from tests.factories.stores import a_check_in, a_store, everything, visit

MONDAY = date(2026, 3, 2)
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 3))
KEY = Key("check-ins", "north", "be_polite")


def facts(store: Store) -> list[tuple[str, str, date, tuple[int, ...]]]:
    return sorted((batch.team, batch.question, batch.day, batch.counts) for batch in store.batches())


def test_four_answers_wait_and_the_fifth_releases_all_once_its_day_is_over(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    visit(store, MONDAY, [5, 5, 4, 4])
    assert store.close_days(TUESDAY) == 0
    visit(store, TUESDAY, [1])
    assert store.close_days(TUESDAY) == 0
    assert store.close_days(WEDNESDAY) == len(QUESTIONS)
    assert {batch.counts for batch in store.batches()} == {(1, 0, 0, 2, 2), (5, 0)}
    assert {batch.day for batch in store.batches()} == {TUESDAY}


def test_a_skipped_question_waits_longer_than_the_others(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    visit(store, MONDAY, [4] * 4)
    answers = everything(4)
    del answers[BEHAVIORS[2]]
    store.save("north", answers, extra_mile=True, on=MONDAY)
    store.close_days(TUESDAY)
    assert BEHAVIORS[2].value not in {batch.question for batch in store.batches()}
    assert {batch.question: batch.counts for batch in store.batches()}[EXTRA_MILE] == (4, 1)


def test_closing_again_releases_nothing_twice(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    visit(store, MONDAY, [3] * 6)
    assert store.close_days(TUESDAY) == len(QUESTIONS)
    assert store.close_days(TUESDAY) == 0
    shutil.rmtree(tmp_path / "cache")
    assert store.close_days(WEDNESDAY) == 0
    assert open_store(tmp_path).close_days(THURSDAY) == 0


def test_an_old_cache_that_comes_back_releases_nothing_twice(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    visit(store, MONDAY, [3] * 6)
    store.close_days(MONDAY)
    old = (tmp_path / "cache" / "waiting").read_bytes()
    assert store.close_days(TUESDAY) == len(QUESTIONS)
    (tmp_path / "cache" / "waiting").write_bytes(old)
    assert store.close_days(WEDNESDAY) == 0


@pytest.mark.parametrize("kept", [0, 1, 20, -1])
def test_a_torn_cache_is_counted_anew(tmp_path: Path, kept: int) -> None:
    store = a_store(tmp_path)
    visit(store, MONDAY, [3] * 6)
    store.close_days(TUESDAY)
    before = store.scorecards(WEDNESDAY)
    for cached in (tmp_path / "cache").iterdir():
        cached.write_bytes(cached.read_bytes()[:kept])
    assert store.scorecards(WEDNESDAY) == before


def test_released_at_once_as_soon_as_k_wait(tmp_path: Path) -> None:
    store = a_store(tmp_path, minimum=3, at_once=True)
    visit(store, MONDAY, [1, 2, 3, 4])
    store.close_days(MONDAY)
    visit(store, MONDAY, [5, 5])
    shutil.rmtree(tmp_path / "cache")
    store.close_days(MONDAY)
    polite = [batch.counts for batch in store.batches() if batch.question == "be_polite"]
    assert polite == [(1, 1, 1, 0, 0), (0, 0, 0, 1, 2)]


def test_a_check_in_for_a_day_already_closed_still_counts(tmp_path: Path) -> None:
    """As when the clock was an hour ahead at midnight, and somebody then set it right."""
    store = a_store(tmp_path, minimum=3)
    visit(store, MONDAY, [2, 2, 2])
    store.close_days(TUESDAY)
    visit(store, MONDAY, [5, 5, 5])
    shutil.rmtree(tmp_path / "cache")
    store.close_days(TUESDAY)
    polite = [batch.counts for batch in store.batches() if batch.question == "be_polite"]
    assert polite == [(0, 3, 0, 0, 0), (0, 0, 0, 0, 3)]


def test_raising_k_touches_only_what_still_waits(tmp_path: Path) -> None:
    store = a_store(tmp_path, minimum=3)
    visit(store, MONDAY, [4, 4, 4])
    store.close_days(TUESDAY)
    before = facts(store)
    settings = tmp_path / FILE
    settings.write_text(settings.read_text().replace("minimum = 3", "minimum = 6"))
    store.reload_organisation()
    assert store.organisation.privacy == Privacy(minimum=6)
    visit(store, TUESDAY, [4] * 5)
    store.close_days(WEDNESDAY)
    assert facts(store) == before
    visit(store, WEDNESDAY, [4])
    store.close_days(THURSDAY)
    assert {batch.k for batch in store.batches() if batch.day == WEDNESDAY} == {6}


def test_streams_never_mix(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    visit(store, MONDAY, [4] * 4)
    kiosk = (tmp_path / "check-ins.jsonl").read_bytes()
    (tmp_path / "import-0123.jsonl").write_bytes(kiosk)
    assert store.close_days(TUESDAY) == 0
    visit(store, TUESDAY, [4])
    assert store.close_days(WEDNESDAY) == len(QUESTIONS)
    assert {batch.stream for batch in store.batches()} == {"check-ins"}


def test_an_erased_check_in_changes_no_batch(tmp_path: Path) -> None:
    store = a_store(tmp_path, minimum=3)
    visit(store, MONDAY, [4, 4, 4])
    store.close_days(TUESDAY)
    before = facts(store)
    visit(store, TUESDAY, [1, 1, 1])
    store.db.table("check-ins").remove(doc_ids=[1, 4])
    store.close_days(WEDNESDAY)
    assert facts(store) == before
    visit(store, WEDNESDAY, [5])
    store.close_days(THURSDAY)
    assert [batch.counts for batch in store.batches() if batch.question == "be_kind"] == []
    newest = {batch.counts for batch in store.batches() if batch.day == WEDNESDAY and batch.question == "be_polite"}
    assert newest == {(2, 0, 0, 0, 1)}


@pytest.mark.parametrize(
    "spoilt",
    [
        '"day":"2026-13-01"',
        '"day":"yesterday"',
        '"day":7',
        '"team":"../etc"',
        '"team":"a/b/c"',
        '"ratings":{"be_polite":9}',
        '"ratings":[1]',
        '"extra_mile":"perhaps"',
    ],
)
def test_a_line_that_is_no_check_in_is_passed_over(tmp_path: Path, spoilt: str) -> None:
    store = a_store(tmp_path, minimum=3)
    sound = msgspec.json.encode(a_check_in(MONDAY))
    key = spoilt.partition(":")[0]
    wrong = re.sub(key + r':(\{.*?\}|"[^"]*"|\w+)', spoilt, sound.decode(), count=1).encode()
    assert wrong != sound
    store.journal("check-ins").append([sound, wrong, sound, wrong, sound])
    assert store.close_days(WEDNESDAY) == len(QUESTIONS)
    assert {sum(batch.counts) for batch in store.batches()} == {3}


days_and_ratings = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4)), max_size=40).map(sorted)


@given(entries=days_and_ratings, k=st.integers(3, 6), late=st.sets(st.integers(0, 7)))
def test_closing_late_gives_the_same_batches_as_closing_every_midnight(
    entries: list[tuple[int, int]], k: int, late: set[int]
) -> None:
    def close_on(days: set[int]) -> list[Batch]:
        waiting, fed, found = Waiting(KEY), 0, []
        for today in sorted(days | {8}):
            rule = Rule(k, (MONDAY + timedelta(days=today)).isoformat(), at_once=False)
            while fed < len(entries) and entries[fed][0] < today:
                day = (MONDAY + timedelta(days=entries[fed][0])).isoformat()
                found.append(waiting.add(day, entries[fed][1], rule))
                fed += 1
            found.append(waiting.release(rule))
        return [batch for batch in found if batch]

    every_midnight = close_on(set(range(8)))
    assert close_on(late) == every_midnight
    assert all(sum(batch.counts) >= k for batch in every_midnight)
    released = sum((Counter(dict(enumerate(batch.counts))) for batch in every_midnight), Counter())
    given_ratings = Counter(rating for _, rating in entries)
    assert released <= given_ratings
    assert released.total() > given_ratings.total() - k


def test_what_is_settled_is_told_apart_by_day_and_by_place_within_the_last_day() -> None:
    settled = Settled({KEY: Mark("2026-03-03", 2)})
    taken = [settled.takes(KEY, day) for day in ("2026-03-02", "2026-03-03", "2026-03-03", "2026-03-03", "2026-03-04")]
    assert taken == [True, True, True, False, False]


@pytest.mark.parametrize("counted_anew", [False, True])
def test_after_damage_it_does_not_matter_whether_the_cache_was_kept(tmp_path: Path, *, counted_anew: bool) -> None:
    """One of three released ratings of a day is harmed; of three that come late for that day one passes for it."""
    store = a_store(tmp_path, minimum=3)
    visit(store, MONDAY, [4, 4, 4])
    store.close_days(TUESDAY)
    store.db.table("check-ins").remove(doc_ids=[1])
    store.close_days(TUESDAY)
    visit(store, MONDAY, [5, 5, 5])
    if counted_anew:
        shutil.rmtree(tmp_path / "cache")
    assert store.close_days(TUESDAY) == 0
    visit(store, MONDAY, [5])
    assert store.close_days(TUESDAY) == len(QUESTIONS)


def test_a_check_in_is_released_only_with_its_last_answer(tmp_path: Path) -> None:
    store = a_store(tmp_path, minimum=3)
    for answers in ({BEHAVIORS[0]: 4}, {BEHAVIORS[0]: 4}, everything(4)):
        store.save("north", answers, extra_mile=False, on=MONDAY)
    store.close_days(TUESDAY)
    settled = store.settled()
    stored = [a_check_in(MONDAY), a_check_in(MONDAY)]
    assert [settled.is_released("check-ins", check_in) for check_in in stored] == [False, False]


@pytest.mark.parametrize("day", [MONDAY, TUESDAY])
def test_nothing_is_released_of_a_day_that_is_not_over(tmp_path: Path, day: date) -> None:
    store = a_store(tmp_path)
    visit(store, TUESDAY, [4] * 20)
    assert store.close_days(day) == 0
