"""A kiosk to stand in front of: makes one for a test, and reads its screen as a person does."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import msgspec
from textual.content import Content
from textual.pilot import Pilot
from textual.widget import Widget

from kiosk.app import KioskApp
from kiosk.clocks import Clocks
from kiosk.letters.setting import FACES, lettered
from kiosk.poster_room.sticks import Sticks
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.speech import Voice
from kiosk.widgets.tile import KeyTile
from store.open import Store, create_store
from store.organisation import Organisation, Timings
from store.organisation.team_names import new_teams
from store.records import CheckIn

DAY = date(2026, 10, 14)
SIZES = [(80, 24), (200, 60)]
#: A kiosk that neither hurries nor forgets, and holds nothing back.
PATIENT = Timings(thanks_seconds=0, idle_seconds=0, pause_seconds=0, too_fast_seconds=0)
NO_STICK = Sticks(places=())
TEAMS = ("Pharmacy", "North Ward", "Kitchen")


class Clock:
    """Days and seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.day = DAY
        self.time = time(12, 0)
        self.now = 0.0

    def today(self, _organisation: object = None) -> date:
        return self.day

    def moment(self, _organisation: object = None) -> datetime:
        return datetime.combine(self.day, self.time, UTC)

    def seconds(self) -> float:
        return self.now


def a_store(folder: Path, *teams: str, timings: Timings | None = None, **settings: Any) -> Store:
    """A store with these teams and settings; its kiosk neither hurries nor forgets unless told."""
    organisation = Organisation("St. Brigid", teams=new_teams(teams or TEAMS), timings=timings or PATIENT, **settings)
    return create_store(folder, organisation)


@asynccontextmanager
async def standing(app: KioskApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """A running kiosk; crashes in toasts and tooltips are not hidden."""
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield pilot


def a_kiosk(
    store: Store,
    clock: Clock | None = None,
    *,
    locked: bool = False,
    home_team: str | None = None,
    voice: Voice | None = None,
    few_colors: bool = False,
    sticks: Sticks | None = NO_STICK,
) -> KioskApp:
    clock = clock or Clock()
    clocks = Clocks(clock.moment, clock.today, clock.seconds)
    return KioskApp(
        store.folder,
        store,
        locked=locked,
        home_team=home_team,
        clocks=clocks,
        voice=voice,
        few_colors=few_colors,
        sticks=sticks,
    )


def stored(store: Store) -> list[CheckIn]:
    """All check-ins of the kiosk's own stream."""
    return [msgspec.json.decode(line, type=CheckIn) for _, line in store.journal("check-ins").lines()]


def rows(app: KioskApp) -> list[str]:
    """What stands on the screen, row by row."""
    # The compositor is Textual's own; its exported SVG says the same a hundred times slower.
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


def reading(app: KioskApp) -> str:
    """What stands on the screen, as running text."""
    return " ".join(" ".join(rows(app)).split())


def stands_large(app: KioskApp, text: str) -> bool:
    """Whether a text stands on the screen in block letters, whatever their size."""
    picture = [" ".join(row.split()) for row in rows(app)]
    return any(
        all(any(" ".join(line.split()) in row for row in picture) for line in lettered(text, face)) for face in FACES
    )


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Let the kiosk work until something holds; fails after twenty seconds."""
    for _ in range(1000):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError(reading_of(pilot))


def reading_of(pilot: Pilot[None]) -> str:
    app = pilot.app
    assert isinstance(app, KioskApp)
    return reading(app)


async def bring(pilot: Pilot[None], screen: KioskScreen) -> None:
    """Put a screen up, and wait until everything on it has its place."""
    app = pilot.app
    assert isinstance(app, KioskApp)
    await app.show(screen)
    await until(pilot, lambda: all(one.region.size for one in screen.query("Foot, Tile") if one.display))
    await pilot.pause()


async def shows(pilot: Pilot[None], text: str) -> None:
    """Wait until a text stands on the screen."""
    await until(pilot, lambda: text in reading_of(pilot))


async def type_keys(pilot: Pilot[None], keys: str) -> None:
    """Press keys given as text: digits, ``+``, and ``⏎`` for Enter, ``⌫`` for Backspace."""
    names = {"+": "plus", "-": "minus", "*": "asterisk", "⏎": "enter", "⌫": "backspace", " ": "space"}
    await pilot.press(*(names.get(key, key) for key in keys))


def cut_off(app: KioskApp) -> list[str]:
    """What does not fit its place, on the whole screen."""
    faults = []
    for widget in app.screen.query("*").results(Widget):
        shown = all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))
        if widget.children or not shown or not widget.visible:
            continue
        if widget.region.size and not app.screen.region.contains_region(widget.region):
            faults.append(f"{widget} lies outside the screen: {widget.region}")
        content = widget.render()
        if isinstance(content, Content) and content.plain.strip():
            columns, height = widget.content_size
            needed = len(content.wrap(columns)) if columns else 999
            if needed > height or "…" in content.plain:
                faults.append(f"{widget} needs {needed} of {height} rows: {content.plain!r}")
    return faults


def beyond_its_place(app: KioskApp) -> list[str]:
    """What stands, in part, outside of what holds it: hidden behind the keys, such as."""
    return [
        f"{widget} stands at {widget.region} in {widget.parent.region}"
        for widget in app.screen.query("KioskScreen > * *").results(Widget)
        if widget.display and widget.region.size and isinstance(widget.parent, Widget)
        if not widget.parent.region.contains_region(widget.region)
    ]


def broken_words(app: KioskApp) -> list[str]:
    """Words of our own that go on in the next line of their tile."""
    return [
        f"{tile.content_size.width} columns break {word!r}: {tile.render().plain!r}"
        for tile in app.screen.query(KeyTile)
        if tile.region.size
        for word in tile._words.split()
        if word not in tile.render().plain.split()
    ]
