"""Names that people write are shown as text on every screen, never obeyed."""

import re
from pathlib import Path

import msgspec
import pytest

from kiosk.app import KioskApp
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.screens.not_stored import NotStoredScreen
from kiosk.screens.out_of_order import OutOfOrderScreen
from kiosk.screens.question import QuestionScreen
from kiosk.screens.review import ReviewScreen
from kiosk.screens.set_up import SetUpScreen
from kiosk.screens.team_picker import TeamPickerScreen
from kiosk.screens.thanks import ThanksScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.visit import Visit
from store.organisation import Organisation, Team
from store.organisation.file import FILE
from tests.kiosk.standing import SIZES, Clock, a_kiosk, a_store, reading, shows, standing

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


def screens(app: KioskApp, team: Team) -> list[KioskScreen]:
    """One of each screen, with the hostile text wherever text from people can stand."""
    visit, day, text = Visit(team), Clock().day, team.name
    return [
        WelcomeScreen(app.course.place),
        TeamPickerScreen(app.course.place),
        QuestionScreen(app.course.place, visit),
        ReviewScreen(app.course.place, visit.rated(3), day),
        ReviewScreen(app.course.place, visit, day),
        ThanksScreen(app.course.place, team, None),
        NotStoredScreen(app.course.place, visit, day, text, False),
        OutOfOrderScreen(app.course.place, text),
        SetUpScreen(app.course.place),
    ]


def hostile_kiosk(folder: Path, text: str) -> KioskApp:
    store = a_store(folder)
    teams = tuple(Team(f"team-{number}", text) for number in range(1, 12))
    store.organisation = Organisation(text, sample=True, teams=teams)
    return a_kiosk(store)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", HOSTILE)
async def test_hostile_text_is_only_text_on_every_screen(tmp_path: Path, kind: str, size: tuple[int, int]) -> None:
    text = HOSTILE[kind]
    app = hostile_kiosk(tmp_path / "data", text)
    team = app.course.place.organisation.teams[0]
    async with standing(app, size) as pilot:
        for screen in screens(app, team):
            await app.show(screen)
            await pilot.pause()
            seen = reading(app)
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", seen)
            if kind in SHOWN_WHOLE and isinstance(screen, TeamPickerScreen | QuestionScreen | ReviewScreen):
                assert text.split()[0] in seen


def test_no_screen_is_forgotten(tmp_path: Path) -> None:
    def all_below(kind: type[KioskScreen]) -> set[type[KioskScreen]]:
        return {kind}.union(*(all_below(below) for below in kind.__subclasses__()))

    import kiosk.screens.night  # noqa: PLC0415 - to know that it exists; it is visited in test_demo.py

    app = hostile_kiosk(tmp_path / "data", "x")
    visited = {type(screen) for screen in screens(app, app.course.place.organisation.teams[0])}
    assert all_below(KioskScreen) - visited == {KioskScreen, kiosk.screens.night.NightScreen}


async def test_a_sentence_for_staff_cannot_be_markup_either(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    path = store.folder / FILE
    path.write_text('"[/foo]" = 1\n' + path.read_text("utf-8"), "utf-8")
    async with standing(a_kiosk(store)) as pilot:
        await shows(pilot, "[/foo]")


def test_hostile_names_that_the_file_refuses_are_tested_through_values_alone() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"key": "a", "name": "x" * 20_000}, Team)
