"""Keys that end other programs do nothing here; F10 leaves, and not even that on a locked kiosk."""

from pathlib import Path

import pytest

from tests.kiosk.standing import a_kiosk, a_store, reading, standing, stored, type_keys

INERT = ["ctrl+q", "ctrl+c", "ctrl+z", "ctrl+p", "ctrl+backslash", "ctrl+d", "f1", "f12", "shift+tab", "alt+q"]
STATES = ["", " ", " 1", " 15555555", " 1⏎"]


@pytest.mark.parametrize("before", STATES)
async def test_keys_that_end_other_programs_change_nothing(tmp_path: Path, before: str) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, before)
        await pilot.pause()
        seen = reading(app)
        for key in INERT:
            await pilot.press(key)
            assert app.is_running, key
            assert reading(app) == seen, key
    assert stored(store) == []


@pytest.mark.parametrize("before", STATES)
async def test_f10_leaves_from_every_screen(tmp_path: Path, before: str) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, before)
        await pilot.press("f10")
    assert app.return_code == 0
    assert not app.is_running


@pytest.mark.parametrize("before", STATES)
async def test_nothing_leaves_a_locked_kiosk(tmp_path: Path, before: str) -> None:
    app = a_kiosk(a_store(tmp_path / "data"), locked=True)
    async with standing(app) as pilot:
        await type_keys(pilot, before)
        await pilot.pause()
        seen = reading(app)
        assert "F10" not in seen
        await pilot.press("f10", "ctrl+q", "ctrl+c", "ctrl+z", "ctrl+p")
        await pilot.pause()
        assert app.is_running
        assert reading(app) == seen


async def test_the_way_out_is_shown_unless_it_is_locked(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    for locked in (False, True):
        app = a_kiosk(store, locked=locked)
        async with standing(app):
            assert ("F10 leaves" in reading(app)) is not locked


async def test_there_is_no_palette_no_selection_and_nothing_to_focus(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 1")
        assert not app.use_command_palette
        assert not app.ALLOW_SELECT
        assert app.screen.focus_chain == []
