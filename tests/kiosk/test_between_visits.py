"""Between two visits the kiosk looks after its store: midnight, edits, the clock."""

from datetime import timedelta
from pathlib import Path

from kiosk.screens.closed import ClosedScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.widgets.masthead import Masthead
from store.behaviors import BEHAVIORS
from store.organisation import Brand, Hours
from store.organisation.edit import add_team
from store.organisation.file import FILE
from store.rates import FILE as RATES_FILE
from store.rates import Rates
from tests.kiosk.standing import DAY, Clock, a_kiosk, a_store, reading, shows, standing, stands_large, type_keys, until


async def test_days_are_closed_at_the_start(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    for _ in range(5):
        store.save("kitchen", dict.fromkeys(BEHAVIORS, 4), extra_mile=False, on=DAY - timedelta(days=1))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await until(pilot, lambda: len(list(store.batches())) == len(BEHAVIORS) + 1)


async def test_days_are_closed_when_the_day_changes(tmp_path: Path) -> None:
    store, clock = a_store(tmp_path / "data"), Clock()
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        for _ in range(5):
            store.save("kitchen", dict.fromkeys(BEHAVIORS, 4), extra_mile=False, on=DAY)
        await app.tick()
        assert list(store.batches()) == []
        clock.day += timedelta(days=1)
        await until(pilot, lambda: len(list(store.batches())) == len(BEHAVIORS) + 1)


async def test_midnight_does_not_disturb_a_visit(tmp_path: Path) -> None:
    store, clock = a_store(tmp_path / "data"), Clock()
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        for _ in range(5):
            store.save("kitchen", dict.fromkeys(BEHAVIORS, 4), extra_mile=False, on=DAY)
        await type_keys(pilot, " 14")
        clock.day += timedelta(days=1)
        await app.tick()
        assert "2 of 7" in reading(app)
        assert list(store.batches()) == []
        await type_keys(pilot, "⏎⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        await pilot.press("space")
        await until(pilot, lambda: bool(list(store.batches())))


async def test_a_failure_is_told_to_staff_and_visitors_go_on(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    path = store.folder / FILE
    right = path.read_text("utf-8")
    path.write_text(right + "\nminimun = 5\n", "utf-8")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await shows(pilot, "For staff:")
        assert "organisation.toml" in reading(app).replace(" ", "")
        await type_keys(pilot, " 1444⏎⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        path.write_text(right, "utf-8")
        await pilot.press("space")
        await until(pilot, lambda: "For staff" not in reading(app))


async def test_days_that_cannot_be_closed_are_told_to_staff(tmp_path: Path) -> None:
    store, clock = a_store(tmp_path / "data"), Clock()
    for _ in range(5):
        store.save("kitchen", dict.fromkeys(BEHAVIORS, 4), extra_mile=False, on=DAY - timedelta(days=1))
    batches = store.folder / "batches.jsonl"
    batches.symlink_to("/proc/version")  # readable, and not to be written even by root
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        await shows(pilot, "For staff: Cannot write to")
        batches.unlink()
        clock.now += 60
        await until(pilot, lambda: "For staff" not in reading(app))
    assert len(list(store.batches())) == len(BEHAVIORS) + 1


async def test_a_clock_that_is_not_believed_is_shown_to_staff(tmp_path: Path) -> None:
    store, clock = a_store(tmp_path / "data"), Clock()
    store.save("kitchen", dict.fromkeys(BEHAVIORS, 4), extra_mile=False, on=DAY)
    clock.day = DAY - timedelta(days=3)
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        await shows(pilot, "For staff:")
        assert "clock" in reading(app)


async def test_a_team_that_staff_add_is_offered_to_the_next_visitor(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        add_team(store.folder, "Gardeners")
        await type_keys(pilot, " ⌫")
        await until(pilot, lambda: "Gardeners" in {team.name for team in store.organisation.teams})
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await type_keys(pilot, " ")
        await shows(pilot, "4 Gardeners")


async def test_a_new_name_of_the_organisation_shows_at_once(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    path = store.folder / FILE
    app = a_kiosk(store)
    async with standing(app) as pilot:
        path.write_text(path.read_text("utf-8").replace("St. Brigid", "St. Ann"), "utf-8")
        await type_keys(pilot, " ⌫")
        await until(pilot, lambda: stands_large(app, "St. Ann"))


async def test_new_colours_of_the_organisation_are_worn_by_the_next_welcome(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", brand=Brand(ink="#14213D"))
    path = store.folder / FILE
    app = a_kiosk(store)
    async with standing(app) as pilot:
        path.write_text(path.read_text("utf-8").replace("#14213D", "#3D1421"), "utf-8")
        await type_keys(pilot, " ⌫")
        await until(pilot, lambda: app.screen.query_one(Masthead).styles.background.hex6 == "#3D1421")


async def test_the_first_screen_goes_like_any_other(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        first = app.screen
        await type_keys(pilot, " ")
        assert app.screen_stack == [app.screen]
        await until(pilot, lambda: not first.is_running)


async def test_old_visits_are_forgotten_though_nobody_comes_and_when_the_kiosk_ends(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    moments = [1000.0]
    store.__dict__["rates"] = Rates(tmp_path / "run", lambda: moments[0])
    kept = tmp_path / "run" / RATES_FILE

    def count() -> None:
        with store.rates.counted("kitchen"):
            pass

    count()
    clock = Clock()
    app = a_kiosk(store, clock)
    async with standing(app):
        await app.tick()
        moments[0] += 301
        clock.now += 59
        await app.tick()
        assert "1000" in kept.read_text()
        clock.now += 1
        await app.tick()
        assert "kitchen" not in kept.read_text()
        count()
        moments[0] += 301
    assert "kitchen" not in kept.read_text()


async def test_an_edit_is_noticed_within_a_minute_though_nobody_comes(tmp_path: Path) -> None:
    store, clock = a_store(tmp_path / "data"), Clock()
    path = store.folder / FILE
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        await app.tick()
        await pilot.pause()
        path.write_text(path.read_text("utf-8").replace("St. Brigid", "St. Ann"), "utf-8")
        clock.now += 59
        await app.tick()
        await pilot.pause()
        assert not stands_large(app, "St. Ann")
        clock.now += 1
        await until(pilot, lambda: stands_large(app, "St. Ann"))


async def test_new_opening_hours_open_a_closed_kiosk(tmp_path: Path) -> None:
    store, clock = a_store(tmp_path / "data", hours=Hours(monday="07:00-08:00")), Clock()
    path = store.folder / FILE
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        assert isinstance(app.screen, ClosedScreen)
        path.write_text(path.read_text("utf-8").replace('monday = "07:00-08:00"', 'wednesday = "00:00-24:00"'), "utf-8")
        clock.now += 60
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
