"""Nobody answers what they cannot see: a window that is too small says so and takes no answers."""

from pathlib import Path

import pytest
from textual.events import Resize
from textual.geometry import Size

from kiosk.screens.question import QuestionScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.sizes import SMALLEST
from tests.kiosk.standing import a_kiosk, a_store, cut_off, reading, standing, stored, type_keys


@pytest.mark.parametrize("size", [(40, 10), (SMALLEST[0] - 1, 24), (80, SMALLEST[1] - 1)])
async def test_a_window_that_is_too_small_says_so_and_takes_no_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app, size) as pilot:
        assert "This window is too small" in reading(app)
        assert "Press any key" not in reading(app)
        await type_keys(pilot, " 14444444⏎")
        assert isinstance(app.screen, WelcomeScreen)
    assert stored(store) == []


async def test_a_visit_goes_on_when_the_window_is_large_again(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 14")
        await pilot.resize_terminal(40, 10)
        await type_keys(pilot, "44")
        await pilot.resize_terminal(*SMALLEST)
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        assert "2 of 7" in reading(app)


async def test_nothing_is_cut_off_in_the_smallest_window(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app, SMALLEST) as pilot:
        for keys in [" ", "1", "5", "4321", "05", "+"]:
            assert cut_off(app) == []
            await type_keys(pilot, keys)
            await pilot.pause()
        assert cut_off(app) == []


async def test_a_size_that_the_window_no_longer_has_is_not_believed(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app, SMALLEST) as pilot:
        await type_keys(pilot, " ")
        app.screen.post_message(Resize(Size(40, 10), Size(40, 10)))
        await pilot.pause()
        assert app.screen.size == SMALLEST
        await type_keys(pilot, "1")
        assert isinstance(app.screen, QuestionScreen)
        assert "window is too small" not in reading(app)
