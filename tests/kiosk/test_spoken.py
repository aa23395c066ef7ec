"""A visit by ear: every question and key is read out, again on a point, and nobody is hurried."""

from pathlib import Path

import pytest

from kiosk.app import KioskApp
from kiosk.screens.question import QuestionScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.speech import Voice
from kiosk.texts.languages import Languages
from store.behaviors import BEHAVIORS
from store.open import Store
from store.organisation import Timings
from tests.kiosk.standing import Clock, a_kiosk, a_store, reading, shows, standing, stored, type_keys, until

# What the kiosk would say by a loudspeaker, it says to this program.
SPEAKER = """#!/bin/sh
{ echo "$@"; cat; } >> "$0.heard"
"""


@pytest.fixture
def speaker(tmp_path: Path) -> Path:
    program = tmp_path / "espeak-ng"
    program.write_text(SPEAKER)
    program.chmod(0o755)
    return program


def heard(speaker: Path) -> str:
    log = speaker.with_name("espeak-ng.heard")
    return " ".join(log.read_text("utf-8").split()) if log.exists() else ""


def a_speaking_kiosk(store: Store, speaker: Path, clock: Clock | None = None) -> KioskApp:
    return a_kiosk(store, clock, voice=Voice(str(speaker)))


async def test_every_question_and_key_is_read_out(tmp_path: Path, speaker: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_speaking_kiosk(store, speaker)
    async with standing(app) as pilot:
        await pilot.press("full_stop")
        await until(pilot, lambda: "1: English." in heard(speaker))
        await type_keys(pilot, " ")
        await until(pilot, lambda: "1: Pharmacy. 2: North Ward. 3: Kitchen." in heard(speaker))
        await type_keys(pilot, "1")
        for behavior in BEHAVIORS:
            await until(pilot, lambda act=behavior.act: f"{act} 1 never, 2 seldom" in heard(speaker))  # type: ignore[misc]
            assert "Zero: didn't see it. Minus: back." in heard(speaker)
            await type_keys(pilot, "4")
        await until(pilot, lambda: "October 14, 2026" in heard(speaker))
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: "Thank you" in heard(speaker))
    assert len(stored(store)) == 1


async def test_a_point_reads_it_again(tmp_path: Path, speaker: Path) -> None:
    app = a_speaking_kiosk(a_store(tmp_path / "data"), speaker)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1")
        assert heard(speaker) == ""
        for times in (1, 2):
            await pilot.press("full_stop")
            await until(pilot, lambda times=times: heard(speaker).count(BEHAVIORS[0].act) == times)  # type: ignore[misc]
        assert isinstance(app.screen, QuestionScreen)


async def test_it_speaks_the_language_of_the_visit(tmp_path: Path, speaker: Path) -> None:
    app = a_speaking_kiosk(a_store(tmp_path / "data"), speaker)
    async with standing(app) as pilot:
        await type_keys(pilot, "61")
        await pilot.press("full_stop")
        await until(pilot, lambda: Languages().speak("pl").say(BEHAVIORS[0].act) in heard(speaker))
        assert "-v pl" in heard(speaker)


async def test_who_listens_has_twice_the_time_and_the_next_person_is_not_spoken_to(
    tmp_path: Path, speaker: Path
) -> None:
    clock = Clock()
    app = a_speaking_kiosk(a_store(tmp_path / "data", timings=Timings(idle_seconds=60)), speaker, clock)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1")
        await pilot.press("full_stop")
        await until(pilot, lambda: heard(speaker).endswith("hear it again."))
        before = heard(speaker)
        clock.now += 99
        await app.tick()
        assert "Are you still there?" not in reading(app)
        clock.now += 21
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await type_keys(pilot, " 14")
        await shows(pilot, "2 of 7")
        assert heard(speaker) == before


async def test_without_a_voice_nothing_is_offered(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 1")
        await pilot.pause()
        assert "hear it" not in reading(app)
        await pilot.press("full_stop")
        assert isinstance(app.screen, QuestionScreen)
