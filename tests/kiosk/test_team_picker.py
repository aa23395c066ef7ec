"""Three teams or three hundred: each can be reached, and only those that may be rated."""

from pathlib import Path

import msgspec

from kiosk.screens.question import QuestionScreen
from kiosk.screens.team_picker import TeamPickerScreen
from kiosk.screens.welcome import WelcomeScreen
from store.open import create_store
from store.organisation import Organisation
from store.organisation.team_names import new_teams
from tests.kiosk.standing import a_kiosk, a_store, reading, rows, standing, type_keys


async def test_three_hundred_teams_can_all_be_reached(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data", *(f"Team {number:03}" for number in range(300))))
    seen: set[str] = set()
    async with standing(app) as pilot:
        await pilot.press("space")
        for _ in range(34):
            await pilot.pause()
            seen |= {word for word in reading(app).split() if word.isdigit() and len(word) == 3}
            await pilot.press("plus")
        await pilot.pause()
        assert len(seen) == 300
        assert "page 1 of 34" in reading(app)
        await type_keys(pilot, "++3")
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.visit.team.name == "Team 020"


async def test_a_step_back_turns_a_page_back_before_it_leaves(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data", *(f"Team {number:03}" for number in range(30))))
    async with standing(app) as pilot:
        await type_keys(pilot, " ++-")
        await pilot.pause()
        assert "page 2 of 4" in reading(app)
        await type_keys(pilot, "--")
        assert isinstance(app.screen, WelcomeScreen)


async def test_a_few_teams_stand_on_one_page_without_paging(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data", *(f"Team {letter}" for letter in "ABCDEFGHI")))
    async with standing(app) as pilot:
        await pilot.press("space")
        await pilot.pause()
        assert "more teams" not in reading(app)
        assert "page" not in reading(app)
        await type_keys(pilot, "+9")
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.visit.team.name == "Team I"


async def test_a_digit_without_a_team_does_nothing(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 409")
        assert isinstance(app.screen, TeamPickerScreen)


async def test_retired_and_small_teams_are_not_offered(tmp_path: Path) -> None:
    open_team, retired, small = new_teams(["Kitchen", "Old Lab", "Trio"])
    teams = (open_team, msgspec.structs.replace(retired, retired=True), msgspec.structs.replace(small, members=3))
    store = create_store(tmp_path / "data", Organisation("St. Brigid", teams=teams))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await pilot.press("space")
        await pilot.pause()
        assert "1 Kitchen" in reading(app)
        assert not any("2 " in row for row in rows(app)[5:])


async def test_without_teams_the_kiosk_says_whom_to_tell(tmp_path: Path) -> None:
    store = create_store(tmp_path / "data", Organisation("St. Brigid"))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await pilot.press("space")
        await pilot.pause()
        assert "There is no team to rate yet" in reading(app)
