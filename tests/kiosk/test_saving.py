"""Thank you is said only after the store has the answers; until then they stay with the visitor."""

import os
from pathlib import Path

import pytest

from kiosk.screens import not_stored
from kiosk.screens.not_stored import NotStoredScreen
from kiosk.screens.out_of_order import OutOfOrderScreen
from kiosk.screens.review import ReviewScreen
from kiosk.screens.thanks import ThanksScreen
from kiosk.screens.welcome import WelcomeScreen
from store.lock import FolderLock
from store.organisation import Kiosk, Privacy, Timings
from store.organisation.file import FILE
from tests.kiosk.standing import Clock, a_kiosk, a_store, reading, shows, standing, stored, type_keys, until

ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may write to read-only folders")


async def test_thank_you_waits_for_the_store(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14444444")
        with FolderLock(store.folder).held():
            await type_keys(pilot, "⏎")
            await shows(pilot, "storing")
            await type_keys(pilot, "⏎+⌫⏎")
            await pilot.press("f10")
            assert isinstance(app.screen, ReviewScreen)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    assert len(stored(store)) == 1
    assert not stored(store)[0].extra_mile


@pytest.mark.parametrize("keys", ["*1", "*2⏎", "*0", "8", "⌫", "+"])
async def test_answers_on_their_way_to_the_store_are_neither_changed_nor_stored_again(
    tmp_path: Path, keys: str
) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14444444")
        with FolderLock(store.folder).held():
            await type_keys(pilot, "⏎" + keys)
            await pilot.press("f2", "escape", "f10", "enter")
            assert isinstance(app.screen, ReviewScreen)
            await app.tick()
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        await pilot.pause()
        assert isinstance(app.screen, ThanksScreen)
    (check_in,) = stored(store)
    assert not check_in.extra_mile


async def test_answers_that_are_tried_again_stay_where_they_are(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    gone = tmp_path / "unplugged"
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14443444")
        store.folder.rename(gone)
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(app.screen, NotStoredScreen))
        gone.rename(store.folder)
        with FolderLock(store.folder).held():
            await type_keys(pilot, "⏎*⌫⌫")
            assert isinstance(app.screen, NotStoredScreen)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    assert len(stored(store)) == 1


async def test_answers_that_cannot_be_stored_are_kept_and_tried_again(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    gone = tmp_path / "unplugged"
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14443444")
        store.folder.rename(gone)
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(app.screen, NotStoredScreen))
        assert "Your answers are still here" in reading(app)
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(app.screen, NotStoredScreen) and "try again" in reading(app))
        gone.rename(store.folder)
        await type_keys(pilot, "⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    (check_in,) = stored(store)
    assert check_in.ratings.negotiate_expectations == 3


async def test_escape_drops_answers_that_cannot_be_stored(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    gone = tmp_path / "unplugged"
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14443444")
        store.folder.rename(gone)
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(app.screen, NotStoredScreen))
        await pilot.press("escape")
        await shows(pilot, "This kiosk cannot take answers now. Please tell who is in charge.")
        gone.rename(store.folder)
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
    assert stored(store) == []


async def test_answers_are_tried_again_by_themselves_while_the_visitor_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(not_stored, "AGAIN_SECONDS", 0.05)
    store = a_store(tmp_path / "data")
    gone = tmp_path / "unplugged"
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14443444")
        store.folder.rename(gone)
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(app.screen, NotStoredScreen))
        gone.rename(store.folder)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    assert len(stored(store)) == 1


async def test_whoever_goes_away_from_answers_that_cannot_be_stored_leaves_a_kiosk_out_of_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(not_stored, "AGAIN_SECONDS", 0.05)
    clock = Clock()
    store = a_store(
        tmp_path / "data", timings=Timings(pause_seconds=0, too_fast_seconds=0), kiosk=Kiosk(contact="the porter, 4711")
    )
    gone = tmp_path / "unplugged"
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14443444")
        store.folder.rename(gone)
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(app.screen, NotStoredScreen))
        clock.now += 41
        await shows(pilot, "Are you still there?")
        clock.now += 19
        await shows(pilot, "This kiosk cannot take answers now. Please tell: the porter, 4711")
        await type_keys(pilot, " 1⏎")
        assert isinstance(app.screen, OutOfOrderScreen)


async def test_nothing_is_stored_below_a_disk_that_is_not_mounted(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    gone = tmp_path / "unplugged"
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14443444")
        store.folder.rename(gone)
        store.folder.mkdir()
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(app.screen, NotStoredScreen))
        assert list(store.folder.iterdir()) == []
        store.folder.rmdir()
        gone.rename(store.folder)
        await type_keys(pilot, "⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    assert len(stored(store)) == 1


async def test_two_visits_at_one_terminal_are_five_seconds_apart(tmp_path: Path) -> None:
    clock = Clock()
    store = a_store(tmp_path / "data", timings=Timings(thanks_seconds=0, idle_seconds=0, too_fast_seconds=0))
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14444444⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        clock.now += 4.9
        await type_keys(pilot, "  24444444⏎")
        await shows(pilot, "storing")
        assert len(stored(store)) == 1
        clock.now += 0.1
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    assert len(stored(store)) == 2


async def test_a_pause_of_zero_seconds_is_no_pause(tmp_path: Path) -> None:
    clock = Clock()
    store = a_store(tmp_path / "data")
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        for _ in range(2):
            await type_keys(pilot, " 14444444⏎")
            await shows(pilot, "YOUR ANSWERS ARE STORED")
            await type_keys(pilot, "x")
    assert len(stored(store)) == 2


async def test_a_team_that_was_retired_meanwhile_is_no_crash(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14443444")
        path = store.folder / FILE
        path.write_text(path.read_text("utf-8").replace('name = "Pharmacy"', 'name = "Pharmacy"\nretired = true'))
        store.reload_organisation()
        await type_keys(pilot, "⏎")
        await shows(pilot, "cannot be rated")
    assert stored(store) == []


async def test_a_class_is_told_that_scores_move_at_once(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", privacy=Privacy(release="at-once"))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1444⏎⏎")
        await shows(pilot, "Scores move as soon as 5 new answers are in.")
