"""Asking for a poster at the kiosk: after the thanks, in four presses, without a name."""

from pathlib import Path

import pytest

from kiosk.screens.poster_code import PosterCodeScreen
from kiosk.screens.poster_regret import PosterRegretScreen
from kiosk.screens.poster_sheet import PosterSheetScreen
from kiosk.screens.poster_team import PosterTeamScreen
from kiosk.screens.welcome import WelcomeScreen
from store.open import Store
from store.poster_requests import MOST_OPEN, PosterRequest, SheetWish, number_of, plain, proof_of, requests_of
from tests.kiosk.standing import Clock, a_kiosk, a_store, reading, shows, standing, stands_large, stored, type_keys

VISIT = "x14444444⏎"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store(tmp_path / "data")


async def test_after_the_thanks_somebody_asks_for_a_poster_and_is_given_a_code(store: Store) -> None:
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, VISIT)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        assert "8 ask for a poster" in reading(app)
        await type_keys(pilot, "82")
        assert isinstance(app.screen, PosterSheetScreen)
        await type_keys(pilot, "2")
        await shows(pilot, "A POSTER IS ASKED FOR")
        assert isinstance(app.screen, PosterCodeScreen)
        code = app.screen._code
        [request] = requests_of(store).all()
        assert (request.number, request.proof) == (number_of(code), proof_of(code))
        assert (request.team, request.sheet, request.month) == ("north-ward", SheetWish.PROGRESS, "2026-10")
        assert f"In the draw you are {request.number}" in reading(app)
        assert stands_large(app, f"{code[:4]}-{code[4:7]}-{code[7:]}")
        await type_keys(pilot, "123")
        assert isinstance(app.screen, PosterCodeScreen)
        await type_keys(pilot, "⏎")
        assert isinstance(app.screen, WelcomeScreen)
        assert code not in reading(app)
    assert [check_in.team for check_in in stored(store)] == ["pharmacy"]


async def test_one_step_back_from_a_code_is_the_welcome(store: Store) -> None:
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, VISIT)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        await type_keys(pilot, "811")
        await shows(pilot, "A POSTER IS ASKED FOR")
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)


async def test_a_visit_takes_as_many_presses_as_before_and_any_other_key_still_leaves(store: Store) -> None:
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, VISIT)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        await type_keys(pilot, "7")
        assert isinstance(app.screen, WelcomeScreen)
    assert requests_of(store).all() == []


async def test_a_poster_can_be_asked_for_by_touch_and_in_another_language(store: Store) -> None:
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, VISIT)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        await pilot.click("#keys KeyTile")
        await shows(pilot, "ASK FOR A POSTER")
        await type_keys(pilot, "*4")
        await pilot.pause()
        assert isinstance(app.screen, PosterTeamScreen)
        assert app.course.sitting.language.code == app.course.place.organisation.languages[3]
        await type_keys(pilot, "1")
        await pilot.click("#option-1")
        await pilot.pause()
        while not isinstance(app.screen, PosterCodeScreen):
            await pilot.pause(0.02)
    assert [request.sheet for request in requests_of(store).all()] == [SheetWish.TEAM]


async def test_steps_lead_back_and_ask_for_nothing(store: Store) -> None:
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, VISIT)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        await type_keys(pilot, "81-")
        assert isinstance(app.screen, PosterTeamScreen)
        await type_keys(pilot, "-")
        assert isinstance(app.screen, WelcomeScreen)
    assert requests_of(store).all() == []


async def test_a_team_that_was_asked_for_often_enough_is_not_asked_for_again(store: Store) -> None:
    for _ in range(MOST_OPEN):
        requests_of(store).add("pharmacy", SheetWish.TEAM, Clock().day)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, VISIT)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        await type_keys(pilot, "811")
        await shows(pilot, "Posters of Pharmacy are asked for already, and wait to be printed.")
        await type_keys(pilot, "⏎")
        assert isinstance(app.screen, WelcomeScreen)
    assert len(requests_of(store).all()) == MOST_OPEN


async def test_a_request_that_cannot_be_kept_is_said_so(store: Store) -> None:
    (store.folder / "requests.jsonl").mkdir()
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, VISIT)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        await type_keys(pilot, "811")
        await shows(pilot, "This kiosk cannot keep your request.")
        assert isinstance(app.screen, PosterRegretScreen)
        assert "Is a directory" in reading(app)


async def test_a_code_is_not_left_standing_when_nobody_is_there(store: Store) -> None:
    app = a_kiosk(store)
    async with standing(app):
        code = requests_of(store).add("pharmacy", SheetWish.TEAM, Clock().day)
        screen = PosterCodeScreen(app.course.place, code)
        assert screen.belongs_to_visit
        assert screen.spoken()[1] == " ".join(code)


def test_what_a_person_copies_is_the_code(store: Store) -> None:
    code = requests_of(store).add("pharmacy", SheetWish.TEAM, Clock().day)
    [request] = requests_of(store).all()
    assert isinstance(request, PosterRequest)
    assert proof_of(plain(f"{code[:4]} {code[4:7]}-{code[7:].lower()}")) == request.proof
