"""A visit left alone is dropped whole, wherever it was left."""

from pathlib import Path

import pytest

from kiosk.idle import IdleWatch
from kiosk.screens.welcome import WelcomeScreen
from kiosk.theme import HIGH_CONTRAST, THEME
from store.organisation import Timings
from tests.kiosk.standing import Clock, a_kiosk, a_store, reading, shows, standing, stored, type_keys, until


@pytest.mark.parametrize("keys", [" ", " 1", " 1543", " 15432155", " 15432155+", " 1⏎"])
async def test_a_visit_left_alone_is_dropped_from_every_screen(tmp_path: Path, keys: str) -> None:
    clock = Clock()
    store = a_store(tmp_path / "data", timings=Timings(idle_seconds=60))
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        await type_keys(pilot, keys)
        clock.now += 59.9
        await app.tick()
        assert not isinstance(app.screen, WelcomeScreen)
        clock.now += 0.1
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await type_keys(pilot, " 1")
        await pilot.pause()
        assert "1 of 7" in reading(app)
        assert "your answer" not in reading(app)
    assert stored(store) == []


async def test_thank_you_ends_too_when_nobody_is_there(tmp_path: Path) -> None:
    clock = Clock()
    app = a_kiosk(a_store(tmp_path / "data", timings=Timings(idle_seconds=60, thanks_seconds=0)), clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 15⏎⏎")
        await until(pilot, lambda: "STORED" in reading(app) and "EXACTLY" not in reading(app))
        clock.now += 60
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))


async def test_the_last_seconds_are_counted_down_and_any_key_goes_on(tmp_path: Path) -> None:
    clock = Clock()
    app = a_kiosk(a_store(tmp_path / "data", timings=Timings(idle_seconds=60, warn_seconds=20)), clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 15")
        clock.now += 39
        await app.tick()
        await pilot.pause()
        assert "Are you still there?" not in reading(app)
        clock.now += 1
        await shows(pilot, "This visit will be forgotten in 20 seconds.")
        assert "Any key to continue" in reading(app)
        clock.now += 19
        await shows(pilot, "This visit will be forgotten in 1 second.")
        await pilot.press("4")
        await shows(pilot, "2 of 7")
        clock.now += 59
        await shows(pilot, "This visit will be forgotten in 1 second.")
        await pilot.click("#idle-warning")
        await shows(pilot, "2 of 7")
        await pilot.press("4")
        await shows(pilot, "3 of 7")


async def test_nobody_is_warned_where_that_is_switched_off(tmp_path: Path) -> None:
    clock = Clock()
    app = a_kiosk(a_store(tmp_path / "data", timings=Timings(idle_seconds=60, warn_seconds=0)), clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1")
        clock.now += 59.9
        await app.tick()
        assert "1 of 7" in reading(app)


async def test_language_and_colours_of_somebody_who_left_are_forgotten_too(tmp_path: Path) -> None:
    clock = Clock()
    app = a_kiosk(a_store(tmp_path / "data", timings=Timings(idle_seconds=60)), clock)
    async with standing(app) as pilot:
        await pilot.press("slash")
        assert app.theme == HIGH_CONTRAST
        clock.now += 60
        await until(pilot, lambda: app.theme == THEME)


@pytest.mark.parametrize("sign_of_life", ["0", "f5", "ctrl+x", "mouse"])
async def test_every_input_counts_as_being_there(tmp_path: Path, sign_of_life: str) -> None:
    clock = Clock()
    app = a_kiosk(a_store(tmp_path / "data", timings=Timings(idle_seconds=60)), clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1")
        for _ in range(5):
            clock.now += 39
            await (pilot.hover("#scale") if sign_of_life == "mouse" else pilot.press(sign_of_life))
            await app.tick()
        assert not isinstance(app.screen, WelcomeScreen)


async def test_zero_seconds_switch_the_rule_off(tmp_path: Path) -> None:
    clock = Clock()
    app = a_kiosk(a_store(tmp_path / "data", timings=Timings(idle_seconds=0)), clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1")
        clock.now += 1e9
        await app.tick()
        assert "1 of 7" in reading(app)


def test_the_watch_counts_from_the_last_touch() -> None:
    clock = Clock()
    watch = IdleWatch(clock.seconds)
    clock.now = 10
    assert watch.left(60) == 50
    watch.touch()
    assert watch.left(60) == 60
    clock.now = 75
    assert watch.left(60) == -5
