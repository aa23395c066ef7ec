"""Every text fits where it stands, in every language, on the smallest terminal that the kiosk is made for."""

import shutil
from pathlib import Path

import pytest

from kiosk.speech import Voice
from kiosk.texts.languages import Languages
from kiosk.theme import HIGH_CONTRAST, THEME
from store.behaviors import BEHAVIORS
from store.language import LANGUAGES
from tests.kiosk.every_screen import above_a_screen, every_screen
from tests.kiosk.standing import (
    a_kiosk,
    a_store,
    beyond_its_place,
    bring,
    broken_words,
    cut_off,
    reading,
    shows,
    standing,
    stored,
    type_keys,
)


def _a_voice(folder: Path) -> Voice:
    """A voice that says nothing: with it, a screen has one key more."""
    program = folder / "espeak-ng"
    program.symlink_to(shutil.which("true") or "/bin/true")
    return Voice(str(program))


#: The smallest terminal in every language; a large one in those with the longest words and most marks.
PLACES = [*((code, (80, 24)) for code in LANGUAGES), *((code, (160, 48)) for code in ("de", "uk", "vi"))]


@pytest.mark.parametrize(("code", "size"), PLACES)
async def test_every_text_fits_its_place(tmp_path: Path, code: str, size: tuple[int, int]) -> None:
    teams = [f"Team {number}" for number in range(1, 12)]
    app = a_kiosk(a_store(tmp_path / "data", *teams), voice=_a_voice(tmp_path))
    team = app.course.place.organisation.teams[0]
    faults = []
    async with standing(app, size) as pilot:
        app.course.sitting = app.course.sitting.__class__(Languages().speak(code))
        for name, screen in every_screen(app, team, "Thank you"):
            await bring(pilot, screen)
            faults += [f"{name}: {fault}" for fault in (*cut_off(app), *beyond_its_place(app), *broken_words(app))]
        for above in above_a_screen(app):
            await app.push_screen(above)
            await pilot.pause()
            faults += cut_off(app)
    assert faults == []


async def test_a_digit_on_the_welcome_starts_a_visit_in_that_language(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    german = Languages().speak("de")
    async with standing(app) as pilot:
        await type_keys(pilot, "4")
        await shows(pilot, german.say("HOW DID THEY SERVE YOU?"))
        await type_keys(pilot, "1")
        for behavior in BEHAVIORS:
            await shows(pilot, german.say(behavior.act))
            await type_keys(pilot, "5")
        await shows(pilot, "Mittwoch, 14. Oktober 2026")
        await type_keys(pilot, "⏎")
        await shows(pilot, german.say("YOUR ANSWERS ARE STORED"))
        await type_keys(pilot, "⏎")
        await shows(pilot, "SEVEN WAYS WE SERVE EACH OTHER")
    assert len(stored(store)) == 1


async def test_the_language_can_be_changed_in_the_middle_and_nothing_is_lost(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    polish = Languages().speak("pl")
    async with standing(app) as pilot:
        await type_keys(pilot, " 123*6")
        await shows(pilot, polish.say(BEHAVIORS[2].act))
        await type_keys(pilot, "⌫")
        await shows(pilot, polish.say("your answer"))
        await pilot.press("f2")
        await type_keys(pilot, "1")
        await shows(pilot, "your answer")
        assert "2 of 7" in reading(app)


async def test_an_organisation_with_one_language_offers_no_other(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", languages=("fr",))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, "4")
        await shows(pilot, Languages().speak("fr").say("HOW DID THEY SERVE YOU?"))
        assert "Français" not in reading(app)
        before = reading(app)
        await type_keys(pilot, "*")
        await pilot.pause()
        assert reading(app) == before


@pytest.mark.parametrize("key", ["slash", "f3"])
async def test_contrast_lasts_as_long_as_the_visit(tmp_path: Path, key: str) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 1")
        await pilot.press(key)
        assert app.theme == HIGH_CONTRAST
        await type_keys(pilot, "4444444⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        assert app.theme == HIGH_CONTRAST
        await type_keys(pilot, "x")
        assert app.theme == THEME
