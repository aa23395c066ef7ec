"""One voice, one slip: only an unused code lets somebody answer, and it does so once."""

from pathlib import Path

import pytest

from kiosk.requests import StartOver, TakeSlip
from kiosk.screens.out_of_order import OutOfOrderScreen
from kiosk.screens.slip import SlipScreen
from kiosk.screens.team_picker import TeamPickerScreen
from kiosk.screens.welcome import WelcomeScreen
from store.open import Store
from store.organisation import Privacy
from tests.kiosk.standing import a_kiosk, a_store, reading, shows, standing, stored, type_keys, until


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store(tmp_path / "data", privacy=Privacy(slips=True))


async def test_a_slip_gives_one_voice_and_no_second(store: Store) -> None:
    (code,) = store.slips.make(1)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, f" {code}⏎")
        await shows(pilot, "HOW DID THEY SERVE YOU?")
        await type_keys(pilot, "14444444⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        await type_keys(pilot, f"x {code}⏎")
        await shows(pilot, "This number is not right, or its slip has been used.")
        assert isinstance(app.screen, SlipScreen)
    assert len(stored(store)) == 1


async def test_a_visit_that_is_dropped_uses_no_slip(store: Store) -> None:
    (code,) = store.slips.make(1)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, f" {code}⏎")
        await shows(pilot, "HOW DID THEY SERVE YOU?")
        await type_keys(pilot, "1444⌫⌫⌫⌫⌫")
        await type_keys(pilot, f" {code}⏎")
        await shows(pilot, "HOW DID THEY SERVE YOU?")
        assert isinstance(app.screen, TeamPickerScreen)


async def test_a_visit_that_cannot_be_stored_and_is_dropped_leaves_its_slip_good(store: Store) -> None:
    (code,) = store.slips.make(1)
    in_the_way = store.folder / "check-ins.jsonl"
    in_the_way.mkdir()
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, f" {code}⏎")
        await shows(pilot, "HOW DID THEY SERVE YOU?")
        await type_keys(pilot, "14444444⏎")
        await shows(pilot, "this kiosk cannot store them")
        in_the_way.rmdir()
        await type_keys(pilot, "⌫")
        await until(pilot, lambda: isinstance(app.screen, (WelcomeScreen, OutOfOrderScreen)))
        await app.course.answer(StartOver())
        await app.course.answer(TakeSlip(code))
        await shows(pilot, "HOW DID THEY SERVE YOU?")
        await type_keys(pilot, "14444444⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    assert len(stored(store)) == 1


async def test_a_note_alone_uses_the_slip_up(store: Store) -> None:
    (code,) = store.slips.make(1)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, f" {code}⏎")
        await shows(pilot, "HOW DID THEY SERVE YOU?")
        await type_keys(pilot, "1⏎" + "8101" + "⏎")
        await until(pilot, lambda: len(store.notes.waiting()) == 1)
        await shows(pilot, "note")
    assert not store.slips.is_good(code)
    assert stored(store) == []


async def test_a_code_that_was_used_elsewhere_meanwhile_gives_no_second_voice(store: Store) -> None:
    (code,) = store.slips.make(1)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, f" {code}⏎")
        await shows(pilot, "HOW DID THEY SERVE YOU?")
        await type_keys(pilot, "14444444")
        assert store.slips.use(code)
        await type_keys(pilot, "⏎")
        await shows(pilot, "These answers cannot be stored.")
    assert stored(store) == []


async def test_digits_can_be_taken_back(store: Store) -> None:
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 12345678901234⌫⌫")
        await pilot.pause()
        assert isinstance(app.screen, SlipScreen)
        await type_keys(pilot, "⏎")
        await shows(pilot, "This number is not right")
        assert code_free(reading(app))


def code_free(text: str) -> bool:
    return "12345678" not in text
