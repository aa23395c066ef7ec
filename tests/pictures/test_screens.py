"""Every screen of the kiosk looks as it did when somebody last looked at it, in two sizes.

``pytest tests/pictures --snapshot-update`` takes the pictures anew; look at them before you keep them.
"""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.data import SnapshotCollections
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation
from syrupy.types import SnapshotIndex
from textual.widgets import Input

from kiosk.screens.welcome import WelcomeScreen
from tests.kiosk.every_screen import above_a_screen, every_screen
from tests.kiosk.standing import a_kiosk, a_store, standing
from tests.pictures.redrawing import redrawn

HERE = Path(__file__).parent
SIZES = [(80, 24), (160, 48)]
_NOTE = "They lent us two beds on a full night."
_REASON = "No space is left on the disk of /var/lib/sevenways. Make room there."
_WARNING = "idle-warning"
#: A name for the picture of each screen, the state in which it is taken, and what a person or the disk says in it.
STATES = {
    "welcome": ("welcome", ""),
    "team-picker": ("picker", ""),
    "question": ("question-2", ""),
    "review": ("review-note", _NOTE),
    "note-kind": ("note-kind", ""),
    "note-behavior": ("note-behavior", ""),
    "note-phrase": ("note-phrase-praise", ""),
    "note-words": ("note-words", _NOTE),
    "thank-you": ("thanks-note-stored", ""),
    "slip": ("slip", ""),
    "languages": ("languages", ""),
    "not-stored": ("not-stored", _REASON),
    "out-of-order": ("out-of-order", _REASON),
    "closed": ("closed", ""),
    "night": ("night", ""),
    "set-up": ("set-up", ""),
    "pin": ("pin", ""),
    "staff": ("staff-class", ""),
    "poster-team": ("poster-team", ""),
    "poster-sheet": ("poster-sheet", ""),
    "poster-code": ("poster-code", ""),
    "poster-asked-already": ("poster-asked-already", ""),
    "poster-room": ("poster-room", ""),
    "poster-room-choice": ("poster-room-choice", ""),
    "poster-room-without-pin": ("poster-room-without-pin", ""),
}


class _BesideThis(SingleFileSnapshotExtension):
    """One file for each picture, beside this one, under its own name."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        return str(HERE)

    @classmethod
    def get_file_basename(cls, *, test_location: PyTestLocation, index: SnapshotIndex) -> str:
        return str(index)

    @classmethod
    def matches_test_location(cls, *, test_location: PyTestLocation, snapshot_location: str) -> bool:
        return True

    def discover_snapshots(
        self, *, test_location: PyTestLocation, ignore_extensions: list[str] | None = None
    ) -> SnapshotCollections:
        """None: an update deletes every other file of the folder that it takes for its own, sources too."""
        return SnapshotCollections()


def _file_name(name: str, size: tuple[int, int]) -> str:
    return f"{name}-{size[0]}x{size[1]}"


async def _pictures(folder: Path, size: tuple[int, int]) -> AsyncIterator[tuple[str, str]]:
    """Name and picture of every screen, and of the warning that stands above a question."""
    app = a_kiosk(a_store(folder))
    team = app.course.place.organisation.teams[0]
    async with standing(app, size) as pilot:
        saying = {text: dict(every_screen(app, team, text)) for text in ("", _NOTE, _REASON)}
        for name, (state, text) in STATES.items():
            await app.show(saying[text][state])
            for line in app.screen.query(Input):
                line.cursor_blink = False
            await pilot.pause()
            yield name, redrawn(app.export_screenshot(simplify=True))
        await app.show(saying[""]["question-1"])
        for above in above_a_screen(app):
            await app.push_screen(above)
            await pilot.pause()
            yield _WARNING, redrawn(app.export_screenshot(simplify=True))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_screen_looks_as_it_did(
    tmp_path: Path, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    # Nothing changes by itself while pictures are taken.
    monkeypatch.setattr("kiosk.app._TICK_SECONDS", 3_600)
    monkeypatch.setattr(WelcomeScreen, "seconds_a_page", 3_600)
    kept = snapshot.use_extension(_BesideThis)
    changed = []
    async for name, picture in _pictures(tmp_path / "data", size):
        if not kept(name=_file_name(name, size)) == picture:  # noqa: SIM201 - syrupy knows no "!="
            changed.append(name)
    assert changed == []


async def test_every_screen_has_a_picture_and_every_picture_a_screen(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app):
        screens = dict(every_screen(app, app.course.place.organisation.teams[0], ""))
    taken = {type(screens[state]) for state, _ in STATES.values()}
    assert {type(screen) for screen in screens.values()} == taken
    names = {_file_name(name, size) for name in (*STATES, _WARNING) for size in SIZES}
    assert {picture.stem for picture in HERE.glob("*.svg")} == names


@pytest.mark.parametrize("picture", sorted(HERE.glob("*.svg")), ids=lambda picture: picture.stem)
def test_a_picture_asks_for_nothing_from_elsewhere(picture: Path) -> None:
    drawn = picture.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "", 1)
    assert not re.search(r"://|url\(|href|@import|<script|<!", drawn)
