"""The poster room: a PIN, one screen of choices, and a sheet that is taken away; driven like a browser's tab."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from textual.events import ScreenResume
from textual.pilot import Pilot

from kiosk.clocks import Clocks
from kiosk.poster_room.app import PosterRoomApp
from kiosk.poster_room.no_pin import NoPinScreen
from kiosk.poster_room.options import OptionsScreen
from kiosk.poster_room.press import Press
from kiosk.poster_room.sheet import SheetScreen
from kiosk.poster_room.wish import first_wish
from kiosk.screens.pin import PinScreen
from posters.shelf import SHELF
from store.open import Store
from store.organisation import Link, Timings
from store.organisation.file import FILE
from tests.factories.cups import missing, running_cups
from tests.kiosk.poster_room import PIN, a_store_with_pin, says, words
from tests.kiosk.standing import (
    Clock,
    a_store,
    cut_off,
    reading,
    shows,
    standing,
    stands_large,
    type_keys,
    until,
)


class BrowserTab(PosterRoomApp):
    """The poster room of one tab, and what the browser was given."""

    def __init__(self, store: Store, clock: Clock | None = None) -> None:
        clock = clock or Clock()
        clocks = Clocks(clock.moment, clock.today, clock.seconds)
        super().__init__(store.folder, store, locked=True, clocks=clocks)
        self.given: dict[str, bytes] = {}
        self.laid: list[bytes] = []

    def deliver_binary(self, path_or_file: Any, **options: Any) -> None:
        self.given[options["save_filename"]] = path_or_file.read()

    def lay(self, picture: bytes, place: tuple[float, float, float, float]) -> None:
        self.laid.append(picture)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store_with_pin(tmp_path / "data")


@asynccontextmanager
async def inside(app: PosterRoomApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Behind the door, with a sheet made."""
    async with standing(app, size) as pilot:
        await type_keys(pilot, f"{PIN}⏎")
        await shows(pilot, "Ready")
        yield pilot


async def test_a_tab_begins_at_the_door_and_a_wrong_pin_does_not_open_it(store: Store) -> None:
    async with standing(BrowserTab(store)) as pilot:
        assert isinstance(pilot.app.screen, PinScreen)
        await type_keys(pilot, "000000⏎")
        await shows(pilot, "4 tries are left")
        assert isinstance(pilot.app.screen, PinScreen)
        await type_keys(pilot, "-")
        await pilot.press("f10")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PinScreen)
        assert pilot.app.is_running


async def test_without_a_pin_nobody_gets_in_until_there_is_one(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = BrowserTab(store)
    async with standing(app) as pilot:
        assert isinstance(app.screen, NoPinScreen)
        assert "store pin" in reading(app)
        store.pin.set(PIN)
        await pilot.press("enter")
        assert isinstance(app.screen, PinScreen)


async def test_what_is_downloaded_is_the_sheet_that_was_chosen(store: Store) -> None:
    app = BrowserTab(store)
    async with inside(app) as pilot:
        await type_keys(pilot, "2")
        await shows(pilot, "North Ward")
        await type_keys(pilot, "2")
        await shows(pilot, "Ready")
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: bool(app.given))
        await says(pilot, "team-north-ward-2026-10-14.pdf")
    assert "North Ward" in words(app.given["team-north-ward-2026-10-14.pdf"])


async def test_a_download_asked_for_too_soon_comes_as_soon_as_the_sheet_is_made(store: Store) -> None:
    app = BrowserTab(store)
    async with standing(app) as pilot:
        await type_keys(pilot, f"{PIN}⏎")
        await until(pilot, lambda: isinstance(app.screen, SheetScreen))
        await type_keys(pilot, "⏎⏎⏎")
        await until(pilot, lambda: bool(app.given))


async def test_a_picture_wanted_twice_in_one_breath_is_laid_once(store: Store) -> None:
    app = BrowserTab(store)
    async with inside(app) as pilot:
        await until(pilot, lambda: bool(app.laid))
        app.laid.clear()
        assert isinstance(app.screen, SheetScreen)
        app.screen.on_screen_resume(ScreenResume())
        app.screen.on_screen_resume(ScreenResume())
        await until(pilot, lambda: bool(app.laid))
        await pilot.app.workers.wait_for_complete()
        assert len(app.laid) == 1


async def test_a_tap_does_what_the_key_does(store: Store) -> None:
    app = BrowserTab(store)
    async with inside(app) as pilot:
        await pilot.click("#choice-7")
        await shows(pilot, "black on white")
        await shows(pilot, "Ready")
        await pilot.click("#main")
        await until(pilot, lambda: bool(app.given))


async def test_looking_closer_gives_the_page_as_a_picture(store: Store) -> None:
    app = BrowserTab(store)
    async with inside(app) as pilot:
        await type_keys(pilot, "8")
        await until(pilot, lambda: bool(app.given))
    ((name, content),) = app.given.items()
    assert name.endswith(".png")
    assert content.startswith(b"\x89PNG")


async def test_choices_that_a_sheet_does_not_have_are_not_offered(store: Store) -> None:
    app = BrowserTab(store)
    async with inside(app) as pilot:
        assert "Behavior" not in reading(app)
        await type_keys(pilot, "3")
        assert isinstance(app.screen, SheetScreen)
        await type_keys(pilot, "1")
        await shows(pilot, "Handout")
        await pilot.click(app.screen.query("TeamTile")[[item.label for item in offered(store)].index("Handout")])
        await shows(pilot, "Stay Positive")
        assert "What for" not in reading(app)
        assert "Letter" in reading(app)
        assert "Tabloid" not in reading(app)


def offered(store: Store) -> list[Any]:
    return [item for item in SHELF if item.can_be_made_for(store.organisation)]


@pytest.mark.parametrize("item", SHELF, ids=lambda item: item.name)
async def test_every_sheet_on_the_shelf_is_made_on_each_of_its_papers(tmp_path: Path, item: Any) -> None:
    store = a_store(tmp_path / "data", links=(Link("pharmacy", "kitchen"),))
    press = Press(store, Clock().today)
    wish = first_wish(store.organisation).of(item, store.organisation)
    for paper in item.papers:
        made = press.make(replace(wish, paper=paper))
        box = PdfReader(BytesIO(made.pdf)).pages[0].mediabox
        assert {"tabloid": 1224, "a3": 1191, "letter": 792, "a4": 842}[paper] == round(max(box.width, box.height))
        assert made.is_parted is (paper in ("letter", "a4") and item.papers[0] == "tabloid")


async def test_an_error_is_one_sentence_and_other_choices_go_on(store: Store) -> None:
    app = BrowserTab(store)
    async with inside(app) as pilot:
        (store.folder / "batches.jsonl").mkdir()
        await type_keys(pilot, "7")
        await says(pilot, "Cannot read ")
        (store.folder / "batches.jsonl").rmdir()
        await type_keys(pilot, "7")
        await shows(pilot, "Ready")


async def test_damaged_settings_are_named_and_those_of_before_are_used(store: Store) -> None:
    app = BrowserTab(store)
    async with standing(app, (160, 48)) as pilot:
        path = store.folder / FILE
        path.write_text("nonsense = 1\n" + path.read_text("utf-8"), "utf-8")
        await type_keys(pilot, f"{PIN}⏎")
        await says(pilot, "Ready")
        await says(pilot, "nonsense")


async def test_staff_are_warned_then_logged_out_after_twice_the_usual_patience(tmp_path: Path) -> None:
    clock = Clock()
    store = a_store_with_pin(tmp_path / "data", timings=Timings(idle_seconds=60, warn_seconds=20))
    app = BrowserTab(store, clock)
    async with inside(app) as pilot:
        clock.now += 99
        await pilot.pause(0.6)
        assert isinstance(app.screen, SheetScreen)
        clock.now += 2
        await shows(pilot, "You will be logged out in 19 seconds.")
        clock.now += 19
        await until(pilot, lambda: isinstance(app.screen, PinScreen))
        await type_keys(pilot, "⏎")
        assert isinstance(app.screen, PinScreen)


async def test_digits_of_a_pin_are_not_left_at_the_door(tmp_path: Path) -> None:
    clock = Clock()
    store = a_store_with_pin(tmp_path / "data", timings=Timings(idle_seconds=60, warn_seconds=20))
    app = BrowserTab(store, clock)
    async with standing(app) as pilot:
        await type_keys(pilot, "2406")
        await until(pilot, lambda: stands_large(app, "####"))
        clock.now += 61
        await until(pilot, lambda: isinstance(app.screen, PinScreen) and not stands_large(app, "#"))


async def test_the_door_s_language_stays_for_whoever_opens_it(store: Store) -> None:
    app = BrowserTab(store)
    async with standing(app) as pilot:
        await type_keys(pilot, "*")
        await shows(pilot, "Deutsch")
        assert "for staff" not in reading(app)
        await type_keys(pilot, "4")
        await until(pilot, lambda: isinstance(app.screen, PinScreen))
        await type_keys(pilot, f"{PIN}⏎")
        await until(pilot, lambda: isinstance(app.screen, SheetScreen))
        assert app.course.place.language.code == "de"


@pytest.mark.parametrize("size", [(80, 24), (120, 32), (200, 60)])
async def test_nothing_is_cut_off_with_the_longest_names(tmp_path: Path, size: tuple[int, int]) -> None:
    store = a_store(tmp_path / "data", "Zentrale Aufnahme, Bettenmanagement und Patientenlogistik 24", "B", "C")
    store.pin.set(PIN)
    app = BrowserTab(store)
    async with inside(app, size):
        assert cut_off(app) == []


# On the kiosk


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
async def test_printing_asks_which_printer_and_says_which_paper_it_has(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = BrowserTab(store)
    with running_cups() as cups:
        monkeypatch.setenv("CUPS_SERVER", cups.address)
        cups.add("Office", without=("Tabloid", "11x17", "AnsiB", "Ledger", "A3"), longest=14 * 72)
        async with inside(app) as pilot:
            await until(pilot, lambda: app.screen.query_one("#print").display)
            await type_keys(pilot, "9")
            await says(pilot, "Office does not have this paper; choose one of these: Letter, A4.")
            assert cups.jobs() == []
            cups.add("Wall")
        again = BrowserTab(store)
        async with inside(again) as pilot:
            await until(pilot, lambda: again.screen.query_one("#print").display)
            await type_keys(pilot, "9")
            await until(pilot, lambda: isinstance(again.screen, OptionsScreen))
            await type_keys(pilot, "2")
            await says(pilot, "Sent to Wall.")
            (job,) = cups.jobs()
            assert job.startswith("Wall-")


async def test_where_nothing_can_print_no_key_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    app = BrowserTab(store)
    async with inside(app) as pilot:
        await type_keys(pilot, "9")
        await pilot.pause()
        assert not app.screen.query_one("#print").display
