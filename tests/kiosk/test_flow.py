"""The visit, key by key: from the welcome to the thank-you, forward and back."""

from pathlib import Path

import pytest

from kiosk.app import KioskApp
from kiosk.screens.question import QuestionScreen
from kiosk.screens.review import ReviewScreen
from kiosk.screens.team_picker import TeamPickerScreen
from kiosk.screens.thanks import ThanksScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.widgets.tile import KeyTile
from store.behaviors import BEHAVIORS
from store.organisation import Timings
from tests.kiosk.standing import (
    DAY,
    SIZES,
    a_kiosk,
    a_store,
    reading,
    shows,
    standing,
    stands_large,
    stored,
    type_keys,
    until,
)


def key_tile(app: KioskApp, place: int) -> KeyTile:
    return list(app.screen.query(KeyTile))[place]


@pytest.mark.parametrize("size", SIZES)
async def test_ten_key_presses_lead_from_the_welcome_to_a_stored_check_in(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    presses = " 25432151⏎"
    assert len(presses) == 10
    async with standing(app, size) as pilot:
        await type_keys(pilot, presses)
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    (check_in,) = stored(store)
    assert check_in.team == "north-ward"
    assert check_in.day == DAY
    assert not check_in.extra_mile
    assert [getattr(check_in.ratings, behavior) for behavior in BEHAVIORS] == [5, 4, 3, 2, 1, 5, 1]


async def test_ten_key_presses_are_enough_for_each_of_the_first_nine_teams(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", *(f"Team {letter}" for letter in "ABCDEFGHIJ"))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        for digit in range(1, 10):
            presses = f" {digit}4444444⏎"
            assert len(presses) == 10
            await type_keys(pilot, presses)
            await shows(pilot, "YOUR ANSWERS ARE STORED")
            await type_keys(pilot, "x")
    assert [check_in.team for check_in in stored(store)] == [f"team-{letter}" for letter in "abcdefghi"]


async def test_keys_that_come_all_at_once_take_effect_one_after_the_other(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 15555555⏎ 24444444⏎".replace("⏎ ", "⏎"))
        await until(pilot, lambda: bool(stored(store)))
    assert stored(store)[0].team == "pharmacy"


async def test_every_question_shows_the_team_the_behavior_and_how_far(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 3")
        for behavior in BEHAVIORS:
            await pilot.pause()
            assert stands_large(app, "Kitchen")
            assert all(stands_large(app, word) for word in behavior.label.split()[:1])
            assert behavior.act in reading(app)
            assert f"{behavior.number} of 7" in reading(app)
            assert "your answer" not in reading(app)
            await type_keys(pilot, "4")


async def test_stepping_back_shows_the_answer_that_was_given(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 124⌫")
        await pilot.pause()
        assert "2 of 7" in reading(app)
        assert "your answer" in reading(app)
        assert app.screen.query_one("#rating-4").has_class("-given")
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one("#rating-2").has_class("-given")


async def test_stepping_back_leads_from_the_first_question_to_the_welcome(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 1")
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, TeamPickerScreen)
        await pilot.press("backspace")
        assert isinstance(app.screen, WelcomeScreen)


async def test_zero_skips_and_takes_an_answer_back(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 15⌫0004⏎")
        await pilot.pause()
        assert reading(app).count("skipped") == 6
        await type_keys(pilot, "⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    assert [getattr(stored(store)[0].ratings, behavior) for behavior in BEHAVIORS] == [None] * 3 + [4] + [None] * 3


async def test_enter_goes_to_the_review_with_the_rest_skipped(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 154⏎")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        assert reading(app).count("skipped") == 5


async def test_the_review_says_exactly_what_will_be_stored(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 15432105")
        await pilot.pause()
        seen = reading(app)
    assert "THIS IS EXACTLY WHAT WILL BE STORED" in seen
    assert "Stay Positive ● ● ● ● ● 5 always" in seen
    assert "Step Out of Your Silo ● ○ ○ ○ ○ 1 never" in seen
    assert "Be Polite · · · · · skipped" in seen
    assert "They went the extra mile no" in seen
    assert "Wednesday, October 14, 2026" in seen


async def test_plus_turns_the_extra_mile_and_it_is_stored(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 15555555+")
        await pilot.pause()
        assert "They went the extra mile yes" in reading(app)
        await type_keys(pilot, "++⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    assert stored(store)[0].extra_mile


async def test_the_review_leads_back_to_the_last_question(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 15555553⌫")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        assert "7 of 7" in reading(app)
        assert app.screen.query_one("#rating-3").has_class("-given")


async def test_a_visit_that_skipped_everything_stores_nothing_and_says_so(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 1⏎")
        await pilot.pause()
        assert "nothing will be stored" in reading(app)
        await type_keys(pilot, "+⏎")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
    assert stored(store) == []


async def test_thank_you_says_when_scores_move_and_leaves_at_any_key(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 1555⏎⏎")
        await shows(pilot, "Scores move overnight, once 5 new answers are in.")
        await pilot.press("7")
        assert isinstance(app.screen, WelcomeScreen)


async def test_thank_you_leaves_by_itself(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data", timings=Timings(thanks_seconds=1)))
    async with standing(app) as pilot:
        await type_keys(pilot, " 1555⏎⏎")
        await until(pilot, lambda: isinstance(app.screen, ThanksScreen))
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))


async def test_every_tile_does_what_its_key_does(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await pilot.click("#start")
        await until(pilot, lambda: isinstance(app.screen, TeamPickerScreen))
        await pilot.click(list(app.screen.query("TeamTile"))[2])
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen))
        await pilot.click("#rating-2")
        await shows(pilot, "2 of 7")
        await pilot.click(key_tile(app, 1))
        await shows(pilot, "1 of 7")
        await pilot.click(key_tile(app, 0))
        await shows(pilot, "2 of 7")
        await pilot.click("#rating-5")
        await shows(pilot, "3 of 7")
        await pilot.click(key_tile(app, 2))
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await pilot.click(key_tile(app, 0))
        await shows(pilot, "extra mile yes")
        await pilot.click("#main")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
    (check_in,) = stored(store)
    assert (check_in.team, check_in.extra_mile) == ("kitchen", True)
    assert check_in.ratings.honor_commitments == 5
