"""The review says exactly what will be stored, in every size, and stores exactly that."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot

from kiosk.screens.review import ReviewScreen
from kiosk.widgets.row import Row
from kiosk.widgets.tile import KeyTile, Tile
from kiosk.widgets.words import Words
from store.behaviors import BEHAVIORS, Behavior
from tests.kiosk.standing import (
    DAY,
    a_kiosk,
    a_store,
    beyond_its_place,
    bring,
    cut_off,
    reading,
    shows,
    standing,
    stored,
    type_keys,
    until,
)

SIZES = [(80, 24), (80, 32), (120, 36), (80, 46), (160, 48), (170, 46), (200, 60), (300, 90)]
LONG_NOTE = "Wörter [/foo] <b>府</b> " * 40
RATED = " 15432105"


async def in_every_size(pilot: Pilot[None], faults: Callable[[], list[str]]) -> list[str]:
    """What is wrong with the screen that is up, in each size that its terminal may have."""
    found = []
    for size in SIZES:
        await pilot.resize_terminal(*size)
        await pilot.pause()
        found += [f"{size}: {fault}" for fault in faults()]
    return found


async def test_everything_is_seen_whole_on_the_review_and_on_the_way_to_a_note(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))

    def faults() -> list[str]:
        tiles = [*app.screen.query(Tile)]
        small = [tile for tile in tiles if tile.region.height < 3 or tile.region.width < 10]
        return [*cut_off(app), *beyond_its_place(app), *(f"{tile} is small: {tile.region}" for tile in small)]

    def faults_of_the_review() -> list[str]:
        edge = app.screen.query_one(KeyTile).region.x
        crooked = [row for row in app.screen.query(Row) if row.region.x != edge]
        return [
            *cut_off(app),
            *beyond_its_place(app),
            *(f"{row} stands at {row.region}, not {edge}" for row in crooked),
        ]

    found = []
    async with standing(app, SIZES[0]) as pilot:
        for keys in (RATED, "8", "5", "5", "5", "8215", "8239"):
            await type_keys(pilot, keys)
            await pilot.pause()
            found += [f"after {keys}: {fault}" for fault in await in_every_size(pilot, faults)]
        app.screen.query_one(Words).insert(LONG_NOTE)
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        found += await in_every_size(pilot, faults_of_the_review)
    assert found == []


async def test_what_the_review_shows_is_what_is_stored(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, RATED + "+8232")
        await pilot.pause()
        seen = reading(app)
        await type_keys(pilot, "⏎")
        await shows(pilot, "A manager reads your note")
    (check_in,) = stored(store)
    (note,) = store.notes.waiting()
    for behavior in BEHAVIORS:
        rating = getattr(check_in.ratings, behavior)
        assert f"{behavior.label} {'● ' * rating if rating else '· · · · · skipped'}" in seen
    assert "They went the extra mile yes" in seen
    assert check_in.extra_mile
    assert (check_in.day, note.month) == (DAY, "2026-10")
    assert "Wednesday, October 14, 2026" in seen
    assert f"A good story · Communicate Often · October 2026 {note.text}" in seen
    assert note.behavior is Behavior.COMMUNICATE_OFTEN


async def test_a_bouncing_last_answer_opens_nothing(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, RATED + "0123456")
        assert isinstance(app.screen, ReviewScreen)


async def test_seven_tiles_stand_on_the_review_that_can_speak(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, RATED)
        await pilot.pause()
        place = replace(app.course.place, can_speak=True)
        assert isinstance(app.screen, ReviewScreen)
        await bring(pilot, ReviewScreen(place, app.screen.visit, DAY))
        assert len(app.screen.query(Tile)) == 7
        assert all(tile.region.height >= 3 and tile.region.width >= 10 for tile in app.screen.query(Tile))
        assert cut_off(app) == []


async def test_a_note_stays_as_it_was_chosen_when_the_language_changes(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, RATED + "8111")
        await pilot.press("asterisk", "4")
        await pilot.pause()
        assert app.course.sitting.language.code == "de"
        assert "They saved my day." in reading(app)
        assert "Oktober 2026" in reading(app)


async def test_a_voice_reads_all_that_will_be_stored(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, RATED + "+8111")
        await pilot.pause()
        spoken = " ".join(app.up.spoken())
    assert "Stay Positive: always." in spoken
    assert "Be Polite: skipped." in spoken
    assert "They went the extra mile: yes. Wednesday, October 14, 2026." in spoken
    assert "Praise · Stay Positive · October 2026. They saved my day." in spoken
    assert "Enter: store it." in spoken
