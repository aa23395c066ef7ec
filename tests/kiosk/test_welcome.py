"""The welcome: pages turn while nobody is there, any key or tap starts, a digit starts in its language."""

from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest
from textual.pilot import Pilot

from kiosk.app import KioskApp
from kiosk.clocks import Clocks
from kiosk.requests import TurnContrast
from kiosk.screens.languages import LanguagesScreen
from kiosk.screens.team_picker import TeamPickerScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.sitting import Sitting
from kiosk.sizes import SMALLEST
from kiosk.speech import Voice, find_voice
from kiosk.texts.attract import Leaf, Table
from kiosk.texts.lessons import LESSONS, behavior_of
from kiosk.widgets.page_view import PageView
from kiosk.widgets.tile import KeyTile, Tile
from store.behaviors import BEHAVIORS
from store.language import LANGUAGES, LanguageCode
from store.open import Store, create_store
from store.organisation import LONGEST_NAME, Organisation
from store.organisation.team_names import new_teams
from tests.kiosk.standing import (
    DAY,
    PATIENT,
    TEAMS,
    Clock,
    a_kiosk,
    a_store,
    cut_off,
    reading,
    rows,
    shows,
    standing,
    stands_large,
    type_keys,
    until,
)

ALL_SIZES = [SMALLEST, (80, 24), (100, 30), (120, 36), (160, 48), (200, 60), (300, 90)]
CODES: tuple[LanguageCode, ...] = get_args(LanguageCode)
INVITATION = "A team served you? Tell it how that went."


def a_store_with_languages(folder: Path, *codes: LanguageCode) -> Store:
    return create_store(folder, Organisation("St. Brigid", teams=new_teams(TEAMS), timings=PATIENT, languages=codes))


def release_scores(store: Store) -> None:
    """Enough answers of yesterday, so that all seven scores are released today."""
    for visit in range(5):
        answers = {behavior: 1 + (visit + behavior.number) % 5 for behavior in BEHAVIORS}
        store.save("kitchen", answers, extra_mile=False, on=DAY - timedelta(days=1))


def a_voice(folder: Path) -> Voice:
    """A voice whose words end up in the file ``heard``."""
    program = folder / "spd-say"
    program.write_text(f"#!/bin/sh\ncat >> {folder}/heard\n", encoding="utf-8")
    program.chmod(0o755)
    voice = find_voice(str(folder))
    assert voice
    return voice


def page_view(app: KioskApp) -> PageView:
    return app.screen.query_one(PageView)


async def turned(pilot: Pilot[None]) -> bool:
    """Turn to the next page; false if that is the first again."""
    app = pilot.app
    assert isinstance(app, KioskApp)
    assert isinstance(app.screen, WelcomeScreen)
    app.screen.turn()
    await pilot.pause()
    return page_view(app).place > 0


async def all_readings(pilot: Pilot[None]) -> list[str]:
    """Every page, as running text."""
    app = pilot.app
    assert isinstance(app, KioskApp)
    texts = [reading(app)]
    while await turned(pilot):
        texts.append(reading(app))
    return texts


async def looked_after(pilot: Pilot[None]) -> None:
    """Wait until the scores are there."""
    app = pilot.app
    assert isinstance(app, KioskApp)
    await until(pilot, lambda: app.course.place.news is not None)
    await pilot.pause()


@pytest.mark.parametrize("size", ALL_SIZES)
@pytest.mark.parametrize("long", [False, True], ids=["short name", "long name"])
async def test_every_page_fits_and_shows_the_invitation(tmp_path: Path, size: tuple[int, int], *, long: bool) -> None:
    name = "W" * LONGEST_NAME if long else "St. Brigid"
    store = create_store(tmp_path / "data", Organisation(name, teams=new_teams(TEAMS), timings=PATIENT, sample=long))
    release_scores(store)
    app = a_kiosk(store)
    async with standing(app, size) as pilot:
        await looked_after(pilot)
        for _ in range(9):
            assert cut_off(app) == []
            assert INVITATION in reading(app) or stands_large(app, INVITATION)
            assert long == ("SAMPLE DATA" in rows(app)[0] + rows(app)[1])
            await turned(pilot)
        assert page_view(app).place == 0


@pytest.mark.parametrize("code", CODES)
async def test_every_page_fits_in_every_language(tmp_path: Path, code: LanguageCode) -> None:
    store = a_store_with_languages(tmp_path / "data", code, *(other for other in CODES if other != code))
    release_scores(store)
    app = a_kiosk(store)
    async with standing(app, SMALLEST) as pilot:
        await looked_after(pilot)
        for size in [SMALLEST, (120, 36), (200, 60)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert cut_off(app) == []
            while await turned(pilot):
                assert cut_off(app) == []


@pytest.mark.parametrize("size", [SMALLEST, (80, 24), (200, 60)])
async def test_what_staff_should_know_leaves_room_for_every_page(tmp_path: Path, size: tuple[int, int]) -> None:
    store = a_store(tmp_path / "data")
    release_scores(store)
    app = a_kiosk(store)
    async with standing(app, size) as pilot:
        await looked_after(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        app.screen.bring("The clock is wrong. " * 11, app.course.place.news)
        await pilot.pause()
        assert "For staff: The clock is wrong." in reading(app)
        while await turned(pilot):
            assert cut_off(app) == []


async def test_each_behavior_has_a_page_with_its_number_act_and_lesson(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        seen = []
        for text in await all_readings(pilot):
            seen += [behavior for behavior in BEHAVIORS if behavior.label in text]
            for behavior in BEHAVIORS:
                if behavior.label in text:
                    assert behavior.act in text
                    assert " ".join(LESSONS[behavior].split()[:3]) in text
        start = BEHAVIORS.index(behavior_of(DAY))
        assert seen == [*BEHAVIORS[start:], *BEHAVIORS[:start]]


async def test_the_sign_of_a_page_stands_large(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app, (200, 60)) as pilot:
        for behavior in [behavior_of(DAY + timedelta(days=days)) for days in range(7)]:
            assert stands_large(app, behavior.label)
            await turned(pilot)


def test_every_lesson_is_two_short_sentences() -> None:
    for lesson in LESSONS.values():
        assert len(lesson.split()) <= 22
        assert sum(map(lesson.count, ".?!")) == 2


async def test_pages_turn_by_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WelcomeScreen, "seconds_a_page", 0.01)
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await until(pilot, lambda: page_view(app).place > 2)


def test_a_page_stays_for_ten_seconds() -> None:
    assert WelcomeScreen.seconds_a_page == 10


async def test_dots_tell_which_page_is_up(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        assert "●○○○○○○○" in reading(app)
        await turned(pilot)
        assert "○●○○○○○○" in reading(app)


async def test_before_anything_is_released_no_page_speaks_of_scores(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    for _ in range(4):  # one too few
        store.save("kitchen", dict.fromkeys(BEHAVIORS, 4), extra_mile=False, on=DAY - timedelta(days=1))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await looked_after(pilot)
        texts = await all_readings(pilot)
        assert len(texts) == 8
        assert not any("of 5" in text or "Our scores" in text for text in texts)


async def test_released_scores_show_with_their_number_of_answers_and_their_days(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    release_scores(store)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await looked_after(pilot)
        table, *_ = [text for text in await all_readings(pilot) if "Our scores" in text]
        days = app.course.place.language.days(DAY - timedelta(days=90), DAY - timedelta(days=1))
        assert f"Our scores {days}" in table
        assert table.count("3.0 of 5 5 answers") == 7
        assert f"3.0 of 5 5 answers, {days}" in reading(app)  # on the page of one behavior


async def test_what_is_released_later_is_shown_on_the_next_day(tmp_path: Path) -> None:
    store, clock = a_store(tmp_path / "data"), Clock()
    app = a_kiosk(store, clock)
    async with standing(app) as pilot:
        await looked_after(pilot)
        assert "of 5" not in reading(app)
        release_scores(store)
        clock.day += timedelta(days=1)
        await app.tick()
        await shows(pilot, "3.0 of 5")


async def test_nothing_on_any_page_identifies_a_team_or_anybody(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    release_scores(store)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await looked_after(pilot)
        for text in await all_readings(pilot):
            assert not any(team in text for team in TEAMS)


async def started(pilot: Pilot[None], key: str) -> tuple[bool, Sitting]:
    """Whether a key leads to the teams, and for whom; then back to the welcome."""
    app = pilot.app
    assert isinstance(app, KioskApp)
    await pilot.press(key)
    seen = isinstance(app.screen, TeamPickerScreen), app.course.sitting
    if seen[0]:
        await pilot.press("backspace")
    assert isinstance(app.screen, WelcomeScreen)
    assert app.course.sitting == app.course.usual_sitting
    return seen


async def test_any_key_starts_in_the_usual_language(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    keys = ["enter", "space", "0", "9", "plus", "minus", "backspace", "escape", "x", "ß"]
    async with standing(app) as pilot:
        seen = {key: await started(pilot, key) for key in keys}
        assert seen == dict.fromkeys(keys, (True, app.course.usual_sitting))


async def test_a_digit_starts_in_its_language(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        seen = {number: await started(pilot, str(number)) for number in range(1, 9)}
    assert {number: (starts, sitting.language.code) for number, (starts, sitting) in seen.items()} == {
        number: (True, code) for number, code in enumerate(CODES, start=1)
    }


async def test_a_digit_without_a_language_is_any_key(tmp_path: Path) -> None:
    app = a_kiosk(a_store_with_languages(tmp_path / "data", "de", "en"))
    async with standing(app) as pilot:
        await pilot.press("3")
        assert isinstance(app.screen, TeamPickerScreen)
        assert app.course.sitting.language.code == "de"


async def test_a_tap_on_a_language_starts_in_it(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        tiles = {tile.render().plain.split("  ")[1]: tile for tile in app.screen.query(KeyTile)}
        assert [name for name in tiles if name != "contrast"] == list(LANGUAGES.values())
        await pilot.click(tiles["Polski"])
        await until(pilot, lambda: isinstance(app.screen, TeamPickerScreen))
        assert app.course.sitting.language.code == "pl"


async def test_a_tap_anywhere_else_starts_in_the_usual_language(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        for place in ("Masthead", "#pages", "#start", "Foot"):
            await pilot.click(place)
            await until(pilot, lambda: isinstance(app.screen, TeamPickerScreen))
            assert app.course.sitting == app.course.usual_sitting, place
            await pilot.press("backspace")
            assert isinstance(app.screen, WelcomeScreen)


async def test_every_tile_is_large_enough_for_a_finger(tmp_path: Path) -> None:
    for number in range(1, 9):
        app = a_kiosk(a_store_with_languages(tmp_path / str(number), *CODES[:number]))
        async with standing(app, SMALLEST):
            tiles = [*app.screen.query(Tile)]
            assert len(tiles) == (number if number > 1 else 0) + 1
            assert all(tile.region.height >= 3 and tile.region.width >= 10 for tile in tiles)
            assert cut_off(app) == []


async def test_one_language_alone_is_not_offered(tmp_path: Path) -> None:
    app = a_kiosk(a_store_with_languages(tmp_path / "data", "en"))
    async with standing(app) as pilot:
        assert "English" not in reading(app)
        await pilot.press("1")
        assert isinstance(app.screen, TeamPickerScreen)


async def test_the_star_leads_to_the_languages_and_a_choice_there_starts(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await pilot.press("asterisk")
        assert isinstance(app.screen, LanguagesScreen)
        await pilot.press("backspace")
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("asterisk", "4")
        assert isinstance(app.screen, TeamPickerScreen)
        assert app.course.sitting.language.code == "de"


async def test_the_slash_turns_the_contrast_and_starts_nothing(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await pilot.press("slash")
        assert isinstance(app.screen, WelcomeScreen)
        assert app.course.sitting.high_contrast
        await app.course.answer(TurnContrast())
        [contrast] = [tile for tile in app.screen.query(KeyTile) if "contrast" in tile.render().plain]
        await pilot.click(contrast)
        await until(pilot, lambda: app.course.sitting.high_contrast)
        await pilot.press("1")
        assert app.course.sitting.high_contrast


async def test_function_keys_start_nothing(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"), locked=True)
    async with standing(app) as pilot:
        await pilot.press("f1", "f5", "f10", "f12", "ctrl+c")
        assert isinstance(app.screen, WelcomeScreen)


async def test_the_voice_reads_the_invitation_and_the_languages_then_any_key_starts(tmp_path: Path) -> None:
    store, clock, heard = a_store(tmp_path / "data"), Clock(), tmp_path / "heard"
    app = KioskApp(
        store.folder, store, clocks=Clocks(clock.moment, clock.today, clock.seconds), voice=a_voice(tmp_path)
    )
    async with standing(app) as pilot:
        assert cut_off(app) == []
        await pilot.press("full_stop")
        await until(pilot, lambda: heard.exists() and "4: Deutsch." in heard.read_text("utf-8"))
        assert isinstance(app.screen, WelcomeScreen)
        assert INVITATION in heard.read_text("utf-8")
        await pilot.press("1")
        assert isinstance(app.screen, TeamPickerScreen)
        assert app.course.sitting.spoken


async def test_pages_are_leaves_and_one_table(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    release_scores(store)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await looked_after(pilot)
        kinds = [type(page_view(app).page)]
        while await turned(pilot):
            kinds.append(type(page_view(app).page))
        assert kinds == [Leaf] * 7 + [Table, Leaf]
        await type_keys(pilot, "0")
