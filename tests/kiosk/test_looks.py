"""Nothing is cut off, on a small terminal, on a large one, and between; long names included."""

from pathlib import Path

import pytest

from kiosk.app import KioskApp
from kiosk.screens.not_stored import NotStoredScreen
from kiosk.screens.out_of_order import OutOfOrderScreen
from kiosk.screens.question import QuestionScreen
from kiosk.screens.set_up import SetUpScreen
from kiosk.visit import Visit
from kiosk.widgets.tile import Tile
from store.open import Store, create_store
from store.organisation import LONGEST_NAME, Organisation
from store.organisation.team_names import new_teams
from tests.kiosk.standing import (
    SIZES,
    Clock,
    a_kiosk,
    a_store,
    bring,
    cut_off,
    rows,
    shows,
    standing,
    stands_large,
    type_keys,
)

BETWEEN = [*SIZES, (100, 30), (120, 36), (160, 48), (300, 90)]
LONG = [
    "Center for the Continuous Improvement of Internal Services X",
    "W" * 60,
    "Zentrale Aufnahme, Bettenmanagement und Patientenlogistik 24",
]
VISIT_KEYS = [" ", "1", "5", "4⌫", "4321", "05", "+"]


def a_store_with_long_names(folder: Path) -> Store:
    assert all(len(name) == LONGEST_NAME for name in LONG)
    names = [*LONG, *(f"{'M' * 55} {number:04}" for number in range(9))]
    return create_store(folder, Organisation(LONG[0], teams=new_teams(names), sample=True))


def too_small_for_a_finger(app: KioskApp) -> list[Tile]:
    """Tiles of less than 3 rows by 10 columns."""
    tiles = [tile for tile in app.screen.query(Tile) if tile.visible]
    return [tile for tile in tiles if tile.region.height < 3 or tile.region.width < 10]


@pytest.mark.parametrize("size", BETWEEN)
@pytest.mark.parametrize("long", [False, True], ids=["short names", "long names"])
async def test_no_text_is_cut_off_from_welcome_to_thanks(tmp_path: Path, size: tuple[int, int], *, long: bool) -> None:
    make = a_store_with_long_names if long else a_store
    app = a_kiosk(make(tmp_path / "data"))
    async with standing(app, size) as pilot:
        assert cut_off(app) == []
        for keys in VISIT_KEYS:
            await type_keys(pilot, keys)
            await pilot.pause()
            assert cut_off(app) == []
            assert too_small_for_a_finger(app) == []
        await type_keys(pilot, "⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        assert cut_off(app) == []


@pytest.mark.parametrize("size", SIZES)
async def test_no_text_is_cut_off_where_something_is_wrong(tmp_path: Path, size: tuple[int, int]) -> None:
    store = a_store_with_long_names(tmp_path / "data")
    clock = Clock()
    app = a_kiosk(store, clock)
    reason = f"Cannot write {'/very/long/path' * 10}: the disk is full; free some space."
    async with standing(app, size) as pilot:
        for screen in (
            NotStoredScreen(app.course.place, Visit(store.organisation.teams[0]), clock.day, reason, False),
            OutOfOrderScreen(app.course.place, reason),
            SetUpScreen(app.course.place),
        ):
            await bring(pilot, screen)
            assert cut_off(app) == []


@pytest.mark.parametrize("size", SIZES)
async def test_sample_data_is_marked_on_every_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    app = a_kiosk(a_store_with_long_names(tmp_path / "data"))
    async with standing(app, size) as pilot:
        for keys in ["", *VISIT_KEYS]:
            await type_keys(pilot, keys)
            await pilot.pause()
            assert "SAMPLE DATA" in rows(app)[0] + rows(app)[1]


async def test_real_data_is_not_marked_as_sample(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app):
        assert not any("SAMPLE" in row for row in rows(app))


async def test_the_tiles_of_the_scale_stay_where_they_are_from_question_to_question(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 1")
        places = set()
        for _ in range(7):
            await pilot.pause()
            places.add(tuple(app.screen.query_one(f"#rating-{rating}").region for rating in range(1, 6)))
            if isinstance(app.screen, QuestionScreen) and not app.screen.visit.is_last:
                await type_keys(pilot, "0")
        (regions,) = places
        assert len({(region.height, region.y) for region in regions}) == 1
        assert max(region.width for region in regions) - min(region.width for region in regions) <= 1
        assert all(region.height >= 7 and region.width >= 14 for region in regions)


@pytest.mark.parametrize("size", [(60, 20), (20, 8), (1, 1)])
async def test_a_window_that_is_much_too_small_is_no_crash(tmp_path: Path, size: tuple[int, int]) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app, size) as pilot:
        await type_keys(pilot, " 15555555⏎")
        await pilot.resize_terminal(200, 60)
        await pilot.pause()
        await type_keys(pilot, " 15555555⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        assert stands_large(app, "Thank you")
