"""Outside the opening hours the kiosk takes no visit, shows a clock that goes, and opens by itself."""

from datetime import date, time
from pathlib import Path
from typing import get_args

import pytest
from textual.pilot import Pilot

from kiosk.app import KioskApp
from kiosk.screens.closed import ClosedScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.sizes import SMALLEST
from kiosk.texts.lessons import LESSONS, behavior_of
from store.language import LanguageCode
from store.open import Store, create_store
from store.organisation import LONGEST_NAME, Organisation
from store.organisation.hours import Hours
from store.organisation.team_names import new_teams
from tests.kiosk.standing import (
    PATIENT,
    TEAMS,
    Clock,
    a_kiosk,
    cut_off,
    reading,
    rows,
    shows,
    standing,
    stands_large,
    stored,
    type_keys,
    until,
)

OFFICE_HOURS = Hours(thursday="07:00-19:00", friday="07:00-19:00")
CODES: tuple[LanguageCode, ...] = get_args(LanguageCode)


def a_store(folder: Path, hours: Hours = OFFICE_HOURS, *, name: str = "St. Brigid", code: LanguageCode = "en") -> Store:
    teams = new_teams(TEAMS)
    return create_store(
        folder, Organisation(name, teams=teams, timings=PATIENT, hours=hours, languages=(code,), sample=True)
    )


def at_night() -> Clock:
    """Wednesday evening, a day that is closed."""
    clock = Clock()
    clock.time = time(22, 5)
    return clock


def look_at_clock(pilot: Pilot[None]) -> None:
    app = pilot.app
    assert isinstance(app, KioskApp)
    assert isinstance(app.screen, ClosedScreen)
    app.screen.look_at_clock()


async def test_the_screen_tells_the_time_when_it_opens_and_the_lesson_of_the_day(tmp_path: Path) -> None:
    clock = at_night()
    app = a_kiosk(a_store(tmp_path / "data"), clock)
    async with standing(app):
        assert stands_large(app, "10:05 PM")
        text = reading(app)
        assert "Thursday, October 15, 2026, 7:00 AM" in text
        behavior = behavior_of(clock.day)
        assert behavior.label in text
        assert " ".join(LESSONS[behavior].split()[:5]) in text


async def test_the_clock_goes(tmp_path: Path) -> None:
    clock = at_night()
    app = a_kiosk(a_store(tmp_path / "data"), clock)
    async with standing(app) as pilot:
        assert stands_large(app, "10:05 PM")
        clock.time = time(22, 6)
        look_at_clock(pilot)
        await pilot.pause()
        assert stands_large(app, "10:06 PM")


async def test_the_clock_looks_at_the_time_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ClosedScreen, "seconds_a_look", 0.01)
    clock = at_night()
    app = a_kiosk(a_store(tmp_path / "data"), clock)
    async with standing(app) as pilot:
        clock.time = time(23, 59)
        await until(pilot, lambda: stands_large(app, "11:59 PM"))


async def test_after_midnight_comes_the_next_behavior(tmp_path: Path) -> None:
    clock = at_night()
    app = a_kiosk(a_store(tmp_path / "data"), clock)
    async with standing(app) as pilot:
        clock.day, clock.time = date(2026, 10, 15), time(0, 1)
        look_at_clock(pilot)
        await shows(pilot, behavior_of(clock.day).label)
        assert behavior_of(date(2026, 10, 14)).label not in reading(app)


async def test_no_visit_begins_while_it_is_closed(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store, at_night(), locked=True)
    async with standing(app) as pilot:
        await type_keys(pilot, " 14444444⏎1⏎")
        for place in ("#clock", "#opens", "#lesson"):
            await pilot.click(place)
        assert isinstance(app.screen, ClosedScreen)
    assert stored(store) == []


async def test_it_closes_at_night_and_opens_in_the_morning_by_itself(tmp_path: Path) -> None:
    clock = Clock()
    clock.day, clock.time = date(2026, 10, 15), time(18, 59)
    app = a_kiosk(a_store(tmp_path / "data"), clock)
    async with standing(app) as pilot:
        assert isinstance(app.screen, WelcomeScreen)
        clock.time = time(19, 0)
        await app.tick()
        assert isinstance(app.screen, ClosedScreen)
        await shows(pilot, "Friday, October 16, 2026, 7:00 AM")
        clock.day, clock.time = date(2026, 10, 16), time(6, 59)
        await app.tick()
        assert isinstance(app.screen, ClosedScreen)
        clock.time = time(7, 0)
        await app.tick()
        assert isinstance(app.screen, WelcomeScreen)


async def test_a_visit_that_has_begun_may_end_after_closing_time(tmp_path: Path) -> None:
    clock = Clock()
    clock.day, clock.time = date(2026, 10, 15), time(18, 59)
    store = a_store(tmp_path / "data")
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1444")
        clock.time = time(19, 1)
        await app.tick()
        await type_keys(pilot, "⏎⏎")
        await until(pilot, lambda: len(stored(store)) == 1)


async def test_a_kiosk_that_never_opens_says_so(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    store.organisation = Organisation("St. Brigid", hours=Hours())  # organisation.toml refuses hours without a day
    async with standing(a_kiosk(store, at_night())) as pilot:
        app = pilot.app
        assert isinstance(app, KioskApp)
        assert "It takes no answers at present." in reading(app)


@pytest.mark.parametrize("size", [SMALLEST, (80, 24), (100, 30), (120, 36), (160, 48), (200, 60), (300, 90)])
async def test_nothing_is_cut_off_in_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    app = a_kiosk(a_store(tmp_path / "data", name="W" * LONGEST_NAME), at_night())
    async with standing(app, size):
        assert cut_off(app) == []
        assert "SAMPLE DATA" in rows(app)[0] + rows(app)[1]


@pytest.mark.parametrize("code", CODES)
async def test_nothing_is_cut_off_in_any_language(tmp_path: Path, code: LanguageCode) -> None:
    clock = at_night()
    app = a_kiosk(a_store(tmp_path / "data", code=code), clock)
    async with standing(app, SMALLEST) as pilot:
        for day in range(12, 19):
            clock.day = date(2026, 10, day)
            look_at_clock(pilot)
            await pilot.pause()
            assert cut_off(app) == []


async def test_the_clock_is_read_out(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"), at_night())
    async with standing(app):
        assert isinstance(app.screen, ClosedScreen)
        assert app.screen.spoken()[0] == "10:05 PM"
