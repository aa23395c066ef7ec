"""Posters at the kiosk itself: staff save them on a USB stick."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kiosk.poster_room.options import OptionsScreen
from kiosk.poster_room.sticks import Sticks
from kiosk.screens.staff import StaffScreen
from kiosk.screens.welcome import WelcomeScreen
from store.errors import CannotWriteError
from store.open import Store
from tests.kiosk.poster_room import PIN, a_store_with_pin, says, words
from tests.kiosk.standing import a_kiosk, reading, shows, standing, type_keys, until


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store_with_pin(tmp_path / "data")


def a_stick(folder: Path) -> Sticks:
    """A place for sticks, each a folder in it that counts as mounted."""
    return Sticks([f"{folder}/*/*"], is_mounted=Path.is_dir)


@asynccontextmanager
async def at_the_kiosk(store: Store, sticks: Path) -> AsyncIterator[Pilot[None]]:
    app = a_kiosk(store, locked=True, sticks=a_stick(sticks))
    async with standing(app) as pilot:
        await pilot.press("f10")
        await type_keys(pilot, f"{PIN}⏎")
        await until(pilot, lambda: isinstance(app.screen, StaffScreen))
        await type_keys(pilot, "4")
        await shows(pilot, "Ready")
        yield pilot


async def test_the_kiosk_saves_on_the_only_stick_there_is_and_says_so(store: Store, tmp_path: Path) -> None:
    stick = tmp_path / "media" / "me" / "STICK"
    async with at_the_kiosk(store, tmp_path / "media") as pilot:
        await type_keys(pilot, "⏎")
        await says(pilot, "There is no USB stick")
        stick.mkdir(parents=True)
        await type_keys(pilot, "⏎")
        await says(pilot, "you can pull the USB stick out now")
        await type_keys(pilot, "-")
        assert isinstance(pilot.app.screen, WelcomeScreen)
    (saved,) = stick.iterdir()
    assert saved.name == "team-pharmacy-2026-10-14.pdf"
    assert "Pharmacy" in words(saved.read_bytes())


async def test_of_several_sticks_staff_choose_one(store: Store, tmp_path: Path) -> None:
    for name in ("RED", "[bold]BLUE"):
        (tmp_path / "media" / "me" / name).mkdir(parents=True)
    async with at_the_kiosk(store, tmp_path / "media") as pilot:
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(pilot.app.screen, OptionsScreen))
        assert "[bold]BLUE" in reading(pilot.app)  # type: ignore[arg-type]
        await type_keys(pilot, "1")
        await says(pilot, "you can pull the USB stick out now")
    assert [*(tmp_path / "media" / "me" / "[bold]BLUE").glob("*.pdf")] or [
        *(tmp_path / "media" / "me" / "RED").glob("*.pdf")
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_stick_that_is_read_only_does_not_count(tmp_path: Path) -> None:
    stick = tmp_path / "media" / "me" / "STICK"
    stick.mkdir(parents=True)
    stick.chmod(0o500)
    assert a_stick(tmp_path / "media").mounted() == ()


async def test_a_kiosk_in_a_browser_offers_no_posters_and_its_key_does_nothing(store: Store) -> None:
    app = a_kiosk(store, locked=True, sticks=None)
    async with standing(app) as pilot:
        await pilot.press("f10")
        await type_keys(pilot, f"{PIN}⏎")
        await until(pilot, lambda: isinstance(app.screen, StaffScreen))
        assert "posters" not in reading(app)
        await type_keys(pilot, "4")
        await pilot.pause()
        assert isinstance(app.screen, StaffScreen)


async def test_the_kiosk_itself_gives_no_file_to_anybody(store: Store, tmp_path: Path) -> None:
    async with at_the_kiosk(store, tmp_path / "media") as pilot:
        await type_keys(pilot, "8")
        await pilot.pause()
        assert pilot.app.deliver_binary(BytesIO(b"x"), save_filename="x.pdf") is None
        assert "look closer" not in reading(pilot.app)  # type: ignore[arg-type]


def test_a_file_on_a_stick_is_whole_or_not_there(tmp_path: Path) -> None:
    stick = tmp_path / "media" / "me" / "STICK"
    stick.mkdir(parents=True)
    sticks = a_stick(tmp_path / "media")
    path = sticks.save(stick, "a.pdf", b"one")
    assert sticks.save(stick, "a.pdf", b"two") == path
    assert path.read_bytes() == b"two"
    assert [each.name for each in stick.iterdir()] == ["a.pdf"]


def test_a_stick_that_was_pulled_out_gets_nothing(tmp_path: Path) -> None:
    sticks = a_stick(tmp_path / "media")
    with pytest.raises(CannotWriteError, match="Cannot write"):
        sticks.save(tmp_path / "media" / "me" / "GONE", "a.pdf", b"one")
    assert not (tmp_path / "media").exists()


def test_only_what_is_mounted_counts(tmp_path: Path) -> None:
    (tmp_path / "media" / "me" / "just a folder").mkdir(parents=True)
    assert Sticks([f"{tmp_path}/media/*/*"]).mounted() == ()
