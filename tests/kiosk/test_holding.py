"""What comes too fast or too often is held back for a manager, and the visitor is told so."""

from pathlib import Path

import pytest

from kiosk.screens.thanks import ThanksScreen
from store.organisation import Timings
from tests.kiosk.standing import Clock, a_kiosk, a_store, reading, shows, standing, stored, type_keys, until

RULES = Timings(thanks_seconds=0, idle_seconds=0, pause_seconds=0, too_fast_seconds=3)


@pytest.mark.parametrize(("answers", "seconds"), [(7, 2.9), (3, 1.2)])
async def test_answers_that_come_too_fast_are_held(tmp_path: Path, answers: int, seconds: float) -> None:
    clock = Clock()
    store = a_store(tmp_path / "data", timings=RULES)
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1" + "4" * (answers - 1))
        clock.now += seconds
        await type_keys(pilot, "4" if answers == 7 else "4⏎")
        await type_keys(pilot, "⏎")
        await shows(pilot, "They came very fast, so a manager decides whether they count.")
        await shows(pilot, "If they count, Pharmacy sees them in its score, never on their own.")
    assert stored(store) == []
    (group,) = store.held.groups()
    assert (group.team, group.number) == ("pharmacy", 1)


@pytest.mark.parametrize(("answers", "seconds"), [(7, 3.0), (3, 1.3), (1, 0.43)])
async def test_whoever_takes_a_moment_counts(tmp_path: Path, answers: int, seconds: float) -> None:
    clock = Clock()
    store = a_store(tmp_path / "data", timings=RULES)
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1" + "4" * (answers - 1))
        clock.now += seconds
        await type_keys(pilot, "4" if answers == 7 else "4⏎")
        await type_keys(pilot, "⏎")
        await shows(pilot, "Scores move overnight")
        assert "Pharmacy sees them in its score, never on their own." in reading(app)
        assert "If they count" not in reading(app)
    assert len(stored(store)) == 1


async def test_zero_seconds_let_everybody_be_quick(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14444444⏎")
        await shows(pilot, "Scores move overnight")
    assert len(stored(store)) == 1


async def test_the_eleventh_visit_for_one_team_is_held_and_other_teams_are_not(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        for number in range(12):
            await type_keys(pilot, " 24⏎⏎" if number == 11 else " 14⏎⏎")
            await until(pilot, lambda: isinstance(app.screen, ThanksScreen))
            assert ("Many came at once" in reading(app)) is (number == 10)
            await type_keys(pilot, "x")
    assert len(stored(store)) == 11
    assert sum(group.number for group in store.held.groups()) == 1


async def test_a_class_may_answer_one_after_the_other(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    store.rates.begin_session(3600)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        for _ in range(12):
            await type_keys(pilot, " 14⏎⏎")
            await until(pilot, lambda: isinstance(app.screen, ThanksScreen))
            await type_keys(pilot, "x")
    assert len(stored(store)) == 12
