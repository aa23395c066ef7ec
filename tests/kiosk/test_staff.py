"""The door for staff: a PIN, on the keypad or by taps, and what stands behind it."""

from pathlib import Path

import pytest

from kiosk.app import KioskApp
from kiosk.screens.pin import PinScreen
from kiosk.screens.staff import StaffScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.widgets.tile import KeyTile
from store.open import Store
from store.organisation import Timings
from tests.kiosk.standing import Clock, a_kiosk, a_store, reading, shows, standing, type_keys, until

PIN = "240613"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = a_store(tmp_path / "data")
    store.pin.set(PIN)
    return store


def tile(app: KioskApp, words: str) -> KeyTile:
    return next(tile for tile in app.screen.query(KeyTile) if words in str(tile.render()))


async def test_the_pin_opens_a_locked_kiosk(store: Store) -> None:
    app = a_kiosk(store, locked=True)
    async with standing(app) as pilot:
        await pilot.press("f10")
        assert isinstance(app.screen, PinScreen)
        await type_keys(pilot, PIN)
        await pilot.pause()
        assert PIN not in reading(app)
        assert "2" not in reading(app).split("PIN of this kiosk")[1].split("1")[0]
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(app.screen, StaffScreen))
        await pilot.press("9")
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 0


async def test_the_keypad_alone_reaches_the_door_from_the_welcome(store: Store) -> None:
    app = a_kiosk(store, locked=True)
    async with standing(app) as pilot:
        await type_keys(pilot, "*0")
        assert isinstance(app.screen, PinScreen)
        await type_keys(pilot, "-")
        assert isinstance(app.screen, WelcomeScreen)


async def test_taps_alone_open_it_too(store: Store) -> None:
    app = a_kiosk(store, locked=True)
    async with standing(app) as pilot:
        await type_keys(pilot, " ")
        await pilot.click(tile(app, "English"))
        await shows(pilot, "for staff")
        await pilot.click(tile(app, "for staff"))
        await shows(pilot, "Type the PIN")
        for digit in PIN:
            await pilot.click(next(t for t in app.screen.query("#digits KeyTile") if str(t.render()).strip() == digit))
        await pilot.click("#main")
        await until(pilot, lambda: isinstance(app.screen, StaffScreen))


async def test_a_wrong_pin_opens_nothing_and_five_lock_it(store: Store) -> None:
    app = a_kiosk(store, locked=True)
    async with standing(app) as pilot:
        await pilot.press("f10")
        for left in (4, 3, 2, 1):
            await type_keys(pilot, "000000⏎")
            await shows(pilot, f"{left} {'tries are' if left > 1 else 'try is'} left")
        await type_keys(pilot, "000000⏎")
        await shows(pilot, "Too many wrong PINs: wait 1 minute.")
        await type_keys(pilot, PIN + "⏎")
        await shows(pilot, "Too many wrong PINs: wait 1 minute.")
    again = a_kiosk(store, locked=True)
    async with standing(again) as pilot:
        await pilot.press("f10")
        await type_keys(pilot, PIN + "⏎")
        await shows(pilot, "Too many wrong PINs")


async def test_a_damaged_pin_opens_nothing_and_says_what_to_do(store: Store) -> None:
    next(store.folder.glob("pin*")).write_text("{}")
    app = a_kiosk(store, locked=True)
    async with standing(app) as pilot:
        await pilot.press("f10")
        await type_keys(pilot, PIN + "⏎")
        await shows(pilot, "store pin")
        assert isinstance(app.screen, PinScreen)


async def test_without_a_pin_there_is_no_door(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"), locked=True)
    async with standing(app) as pilot:
        await pilot.press("f10")
        assert isinstance(app.screen, WelcomeScreen)
        await type_keys(pilot, "*")
        await pilot.pause()
        assert "for staff" not in reading(app)
        await type_keys(pilot, "0")
        assert not isinstance(app.screen, PinScreen)


@pytest.mark.parametrize(("key", "minutes"), [("1", 60), ("2", 120)])
async def test_staff_begin_and_end_a_class(store: Store, key: str, minutes: int) -> None:
    app = a_kiosk(store, locked=True)
    async with standing(app) as pilot:
        await pilot.press("f10")
        await type_keys(pilot, PIN + "⏎")
        await until(pilot, lambda: isinstance(app.screen, StaffScreen))
        await type_keys(pilot, key)
        assert isinstance(app.screen, WelcomeScreen)
        assert minutes * 60 - 60 < store.rates.session_left() <= minutes * 60
        await pilot.press("f10")
        await type_keys(pilot, PIN + "⏎")
        await shows(pilot, "A class may answer for")
        await type_keys(pilot, "3")
        assert store.rates.session_left() == 0


async def test_a_door_left_open_closes_by_itself(tmp_path: Path) -> None:
    clock = Clock()
    store = a_store(tmp_path / "data", timings=Timings(idle_seconds=60))
    store.pin.set(PIN)
    app = a_kiosk(store, clock, locked=True)
    async with standing(app) as pilot:
        await pilot.press("f10")
        await type_keys(pilot, PIN + "⏎")
        await until(pilot, lambda: isinstance(app.screen, StaffScreen))
        clock.now += 60
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
