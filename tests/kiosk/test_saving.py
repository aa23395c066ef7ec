"""Thank you is said only after the store has the answers; until then they stay with the visitor."""

import os
from pathlib import Path

import pytest

from kiosk.screens.not_stored import NotStoredScreen
from kiosk.screens.review import ReviewScreen
from kiosk.screens.welcome import WelcomeScreen
from store.lock import FolderLock
from store.organisation import Privacy
from store.organisation.file import FILE
from tests.kiosk.standing import a_kiosk, a_store, reading, shows, standing, stored, type_keys, until

ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may write to read-only folders")


async def test_thank_you_waits_for_the_store(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14444444")
        with FolderLock(store.folder).held():
            await type_keys(pilot, "⏎")
            await shows(pilot, "Enter storing")
            await type_keys(pilot, "⏎+⌫⏎")
            await pilot.press("f10")
            assert isinstance(app.screen, ReviewScreen)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    assert len(stored(store)) == 1
    assert not stored(store)[0].extra_mile


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
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        gone.rename(store.folder)
    assert stored(store) == []


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
    store = a_store(tmp_path / "data")
    store.organisation = store.organisation.__replace__(privacy=Privacy(release="at-once"))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1444⏎⏎")
        await shows(pilot, "Scores move as soon as at least 5 new answers are in.")
