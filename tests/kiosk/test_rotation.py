"""Where a visit asks about some behaviours only, each is asked as often as the others."""

from collections import Counter
from pathlib import Path
from typing import Literal

import pytest

from kiosk.rotation import Rotation
from kiosk.screens.thanks import ThanksScreen
from store.behaviors import BEHAVIORS, Behavior
from store.organisation import Kiosk
from tests.kiosk.standing import a_kiosk, a_store, reading, standing, stored, type_keys, until


@pytest.mark.parametrize("number", [1, 3, 7])
@pytest.mark.parametrize("start", range(7))
def test_after_seven_visits_all_were_asked_alike(number: int, start: int) -> None:
    rotation = Rotation(start)
    asked: Counter[Behavior] = Counter()
    for _ in range(7):
        asked.update(rotation.next(number))
        rotation.move_on(number)
    assert set(asked.values()) == {number}


def test_the_asked_stand_in_their_usual_order() -> None:
    assert Rotation(6).next(3) == (BEHAVIORS[0], BEHAVIORS[1], BEHAVIORS[6])


@pytest.mark.parametrize("number", [1, 3])
async def test_a_short_visit_asks_shows_and_stores_only_some(tmp_path: Path, number: Literal[1, 3]) -> None:
    store = a_store(tmp_path / "data", kiosk=Kiosk(questions_per_visit=number))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        for visit in range(7):
            await type_keys(pilot, " 1")
            await pilot.pause()
            assert f"1 of {number}" in reading(app)
            await type_keys(pilot, "4" * number)
            await pilot.pause()
            assert reading(app).count("4 often") == number
            assert "skipped" not in reading(app)
            await type_keys(pilot, "⏎")
            await until(pilot, lambda: isinstance(app.screen, ThanksScreen))
            await type_keys(pilot, "x")
            assert len(stored(store)) == visit + 1
    answered = Counter(
        behavior for check_in in stored(store) for behavior in BEHAVIORS if getattr(check_in.ratings, behavior)
    )
    assert set(answered.values()) == {number}


async def test_a_visit_that_is_dropped_does_not_use_up_its_turn(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", kiosk=Kiosk(questions_per_visit=1))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        seen = []
        for _ in range(3):
            await type_keys(pilot, " 1")
            await pilot.pause()
            seen.append(reading(app))
            await type_keys(pilot, "⌫⌫")
        assert seen[0] == seen[1] == seen[2]
