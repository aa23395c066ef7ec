"""Scorecards are unions of whole batches: counted here once more, the slow way."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.behaviors import BEHAVIORS, QUESTIONS
from store.errors import UsageError
from store.open import BATCHES, Store, create_store
from store.organisation import Organisation, Privacy, Team
from store.records import Batch
from store.released import Released
from store.scorecard import Scores
from store.scores import window_for
from tests.factories.folders import scratch
from tests.factories.stores import a_store, everything, visit

TODAY = date(2026, 11, 21)


def a_batch(day: date, counts: tuple[int, ...], team: str = "north", question: str = "be_polite") -> bytes:
    batch = Batch("check-ins", team, question, day, 3, counts, sum(counts))
    return msgspec.json.encode(batch)


def polite(store: Store, **window: date) -> tuple[int, ...]:
    return store.scorecard("north", TODAY, **window).scores[BEHAVIORS[5]].counts


days = st.integers(0, 400).map(lambda days: TODAY - timedelta(days=days))
batches = st.lists(st.tuples(days, st.tuples(*[st.integers(0, 9)] * 5)), max_size=30)


@given(first_told=batches, then_told=batches, span=st.tuples(days, days).map(sorted))
def test_any_window_adds_up_its_batches_in_whatever_order_they_came(
    first_told: list[tuple[date, tuple[int, ...]]],
    then_told: list[tuple[date, tuple[int, ...]]],
    span: list[date],
) -> None:
    with scratch() as folder:
        store = a_store(folder)
        for told in (first_told, then_told):
            store.journal(BATCHES).append([a_batch(day, counts) for day, counts in told])
            store.released()  # counts the first half before the second comes
        inside = [counts for day, counts in first_told + then_told if span[0] <= day <= span[1]]
        assert polite(store, first=span[0], last=span[1]) == tuple(map(sum, zip(*inside, strict=True))) or not inside
        anew = Released()
        anew.refresh(store.journal(BATCHES))
        assert anew.cells == store.released().cells


@pytest.mark.parametrize("day", ["2026-13-01", "someday", ""])
def test_a_line_that_is_no_batch_is_passed_over(tmp_path: Path, day: str) -> None:
    store = a_store(tmp_path)
    sound = a_batch(TODAY - timedelta(days=1), (0, 0, 0, 3, 0))
    wrong = sound.replace(b"2026-11-20", day.encode())
    assert wrong != sound
    store.journal(BATCHES).append([sound, wrong, sound])
    assert polite(store) == (0, 0, 0, 6, 0)


def test_the_default_window_is_the_ninety_days_before(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    for days_ago in (91, 90, 1, 0):
        counts = (0, 0, 0, 0, 3 + days_ago)
        store.journal(BATCHES).append([a_batch(TODAY - timedelta(days=days_ago), counts)])
    assert polite(store) == (0, 0, 0, 0, 93 + 4)
    window = store.scorecards(TODAY).window
    assert (window.first, window.last) == (TODAY - timedelta(days=90), TODAY - timedelta(days=1))


def test_released_at_once_today_counts_today() -> None:
    at_once = Organisation(name="Class", privacy=Privacy(release="at-once"))
    assert window_for(at_once, TODAY, None, None).last == TODAY


@pytest.mark.parametrize(("first", "last"), [(TODAY, TODAY - timedelta(days=1)), (TODAY + timedelta(days=1), None)])
def test_a_window_that_ends_before_it_starts_is_refused(first: date, last: date | None) -> None:
    with pytest.raises(UsageError):
        window_for(Organisation(name="House"), TODAY, first, last)


def test_history_is_the_twelve_complete_months_before(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.journal(BATCHES).append([a_batch(date(2026, 10, 31), (0, 0, 0, 3, 0)), a_batch(TODAY, (0, 3, 0, 0, 0))])
    history = store.scorecard("north", TODAY).history
    assert [month.month for month in history][0::11] == ["2025-11", "2026-10"]
    assert history[-1].scores[BEHAVIORS[5]].counts == (0, 0, 0, 3, 0)
    assert all(month.scores[BEHAVIORS[5]].n == 0 for month in history[:-1])


def test_a_change_compares_the_last_complete_month_with_the_one_before(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    worse, better = (20, 20, 0, 0, 0), (0, 0, 0, 20, 20)
    store.journal(BATCHES).append([a_batch(date(2026, 9, 30), worse), a_batch(date(2026, 10, 1), better)])
    assert store.scorecard("north", TODAY).scores[BEHAVIORS[5]].change == "up"
    assert store.scorecard("north", date(2026, 12, 1)).scores[BEHAVIORS[5]].change == "steady"
    by_month = {m.month: m.scores[BEHAVIORS[5]].change for m in store.scorecard("north", date(2026, 12, 1)).history}
    assert (by_month["2026-10"], by_month["2026-09"], by_month["2026-08"]) == ("up", "steady", None)


def test_a_small_team_has_an_empty_scorecard_and_is_no_part_of_the_whole(tmp_path: Path) -> None:
    teams = (Team("north", "North"), Team("small", "Small", members=3), Team("new", "New"))
    store = create_store(tmp_path, Organisation(name="House", teams=teams))
    day = TODAY - timedelta(days=1)
    store.journal(BATCHES).append([a_batch(day, (0, 0, 0, 0, 7)), a_batch(day, (7, 0, 0, 0, 0), team="small")])
    cards = {card.team: card.scores for card in store.scorecards(TODAY).teams}
    assert cards["small"] == cards["new"]
    assert store.scorecards(TODAY).all == cards["north"]


def test_a_retired_team_keeps_its_card_while_the_window_holds_something_of_it(tmp_path: Path) -> None:
    store = create_store(tmp_path, Organisation(name="House", teams=(Team("gone", "Gone", retired=True),)))
    assert store.scorecards(TODAY).teams == ()
    with pytest.raises(UsageError, match="retired"):
        store.scorecard("gone", TODAY)
    day = TODAY - timedelta(days=1)
    store.journal(BATCHES).append([a_batch(day, (3, 2), team="gone", question=QUESTIONS[-1])])
    assert store.scorecard("gone", TODAY).scores.check_ins == 5


def test_the_whole_is_the_sum_of_the_teams(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    for team, ratings in (("north", [1, 2, 3, 4, 5]), ("south", [5] * 6)):
        visit(store, TODAY - timedelta(days=1), ratings, team)
    cards = store.scorecards(TODAY)

    def counts(scores: Scores) -> list[tuple[int, ...]]:
        return [score.counts for score in scores.behaviors]

    summed = [
        tuple(map(sum, zip(*rows, strict=True))) for rows in zip(*(counts(c.scores) for c in cards.teams), strict=True)
    ]
    assert counts(cards.all) == summed
    assert cards.all.check_ins == 11


def test_nothing_released_is_no_number_at_all(tmp_path: Path) -> None:
    score = a_store(tmp_path).scorecard("north", TODAY).scores[BEHAVIORS[0]]
    shown = (score.mean, score.likely_range, score.favourable, score.favourable_range, score.change)
    assert shown == (None,) * 5
    assert score.n == 0


def test_asking_does_not_move_what_was_shown_on_the_same_day(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    visit(store, TODAY - timedelta(days=1), [4] * 5)
    before = store.scorecards(TODAY)
    store.save("north", everything(1), extra_mile=True, on=TODAY)
    assert store.scorecards(TODAY) == before
