"""Names that people write are shown as text on every screen, never obeyed."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import msgspec
import pytest
from textual.screen import Screen

import kiosk.poster_room
import kiosk.screens
from kiosk.app import KioskApp
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.screens.note import NoteScreen
from kiosk.screens.number import NumberScreen
from kiosk.screens.picker import PickerScreen
from kiosk.screens.question import QuestionScreen
from kiosk.screens.review import ReviewScreen
from kiosk.screens.team_picker import TeamPickerScreen
from kiosk.screens.unattended import UnattendedScreen
from store.organisation import Organisation, Team
from store.organisation.file import FILE
from tests.kiosk.every_screen import above_a_screen, every_kind_of_screen, every_screen
from tests.kiosk.standing import SIZES, a_kiosk, a_store, bring, reading, shows, standing

HOSTILE = {
    "markup": "[/foo] [bold red]A[/] [@click=app.quit]B",
    "control characters": "Ward\x1b[2J\x07\x00\r\n\tEnd\x9b31m",
    "right to left": "\u202eevil \u05e2\u05d1\u05e8\u05d9\u05ea \u0627\u0644\u0639\u0631\u0628\u064a\u0629\u202c",
    "emoji": "Crew \U0001f469\u200d\U0001f680\U0001f3f3\ufe0f\u200d\U0001f308 \u5e9c\u4e2d",
    "combining marks": "Z" + "\u0336\u0335\u0334" * 60 + "go",
    "20,000 characters": "Department " * 1_800,
    "20,000 letters without a space": "x" * 20_000,
    "spaces": "   ",
}
SHOWN_WHOLE = ["markup", "emoji"]
NEVER_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
#: What other screens are made of.
BASES = {KioskScreen, UnattendedScreen, NumberScreen, NoteScreen, PickerScreen}


def hostile_kiosk(folder: Path, text: str) -> KioskApp:
    store = a_store(folder)
    teams = tuple(Team(f"team-{number}", text) for number in range(1, 12))
    store.organisation = Organisation(text, sample=True, teams=teams)
    return a_kiosk(store)


@pytest.mark.parametrize(("kind", "size"), [*((kind, SIZES[0]) for kind in HOSTILE), ("markup", SIZES[1])])
async def test_hostile_text_is_only_text_on_every_screen(tmp_path: Path, kind: str, size: tuple[int, int]) -> None:
    text = HOSTILE[kind]
    app = hostile_kiosk(tmp_path / "data", text)
    team = app.course.place.organisation.teams[0]
    async with standing(app, size) as pilot:
        for _, screen in every_kind_of_screen(app, team, text):
            await bring(pilot, screen)
            seen = reading(app)
            assert not NEVER_SHOWN.search(seen)
            is_plain = size == SIZES[0]  # a larger terminal shows names in block letters
            if (
                is_plain
                and kind in SHOWN_WHOLE
                and isinstance(screen, TeamPickerScreen | QuestionScreen | ReviewScreen)
            ):
                assert text.split()[0] in seen
        for above in above_a_screen(app):
            await app.push_screen(above)
            await pilot.pause()
            assert not NEVER_SHOWN.search(reading(app))


async def test_no_screen_is_forgotten(tmp_path: Path) -> None:
    def all_below(kind: type[Screen[Any]]) -> set[type[Screen[Any]]]:
        return {kind}.union(*(all_below(below) for below in kind.__subclasses__()))

    for rooms in (kiosk.screens, kiosk.poster_room):
        for module in iter_modules(rooms.__path__, f"{rooms.__name__}."):
            import_module(module.name)
    ours = {kind for kind in all_below(Screen) if kind.__module__.startswith("kiosk.")}
    app = hostile_kiosk(tmp_path / "data", "x")
    async with standing(app):
        visited: set[type[Screen[Any]]] = {
            type(screen) for _, screen in every_screen(app, app.course.place.organisation.teams[0], "x")
        }
        visited |= {type(screen) for screen in above_a_screen(app)}
    assert ours - visited == BASES


async def test_a_sentence_for_staff_cannot_be_markup_either(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    path = store.folder / FILE
    path.write_text('"[/foo]" = 1\n' + path.read_text("utf-8"), "utf-8")
    async with standing(a_kiosk(store)) as pilot:
        await shows(pilot, "[/foo]")


def test_hostile_names_that_the_file_refuses_are_tested_through_values_alone() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"key": "a", "name": "x" * 20_000}, Team)
