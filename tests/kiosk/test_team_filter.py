"""A team is found by the first letters of its words, with or without accents."""

from pathlib import Path

import pytest

from kiosk.screens.question import QuestionScreen
from kiosk.screens.team_picker import TeamPickerScreen
from kiosk.team_filter import matching
from store.organisation import Kiosk
from store.organisation.team_names import new_teams
from tests.kiosk.standing import a_kiosk, a_store, reading, standing, type_keys

TEAMS = new_teams(
    [
        "Küche",
        "Cafétéria",
        "Łódź Office",
        "Đà Nẵng",
        "Straße",
        "North Ward",
        "Ward 1",
        "Ward 10",
        "Служба їжі",
        "O'Hara",
    ]
)


def found(typed: str) -> list[str]:
    return [team.name for team in matching(TEAMS, typed)]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("kuch", ["Küche"]),
        ("KÜCHE", ["Küche"]),
        ("cafete", ["Cafétéria"]),
        ("lodz", ["Łódź Office"]),
        ("da nang", ["Đà Nẵng"]),
        ("strass", ["Straße"]),
        ("w n", ["North Ward"]),
        ("ward 1", ["Ward 1", "Ward 10"]),
        ("ward 10", ["Ward 10"]),
        ("їж", ["Служба їжі"]),
        ("o hara", ["O'Hara"]),
        ("ard", []),
        ("[/foo]", []),
    ],
)
def test_letters_find_teams(typed: str, names: list[str]) -> None:
    assert found(typed) == names


def test_nothing_typed_finds_every_team() -> None:
    assert matching(TEAMS, "") == TEAMS


async def test_letters_find_one_of_three_hundred(tmp_path: Path) -> None:
    names = [*(f"Team {number:03}" for number in range(299)), "Café Łódź"]
    app = a_kiosk(a_store(tmp_path / "data", *names))
    async with standing(app) as pilot:
        await type_keys(pilot, " cafe")
        await pilot.pause()
        assert "> Café Łódź" in reading(app)
        await type_keys(pilot, "⏎")
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.visit.team.name == "Café Łódź"


async def test_digits_go_on_a_word_but_choose_while_nothing_is_typed(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data", *(f"Ward {number}" for number in range(1, 30))))
    async with standing(app) as pilot:
        await type_keys(pilot, " w 27")
        await pilot.pause()
        assert "> Ward 27" in reading(app)
        await type_keys(pilot, "⌫⌫⌫⌫3")
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.visit.team.name == "Ward 3"


async def test_letters_that_find_nothing_say_so_and_minus_forgets_them(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " xy⏎")
        await pilot.pause()
        assert "no team begins so: xy" in reading(app)
        await pilot.press("minus")
        await pilot.pause()
        assert isinstance(app.screen, TeamPickerScreen)
        assert "1 Pharmacy" in reading(app)


async def test_the_home_team_stands_first(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", kiosk=Kiosk(home_team="kitchen"))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " ")
        await pilot.pause()
        assert "1 Kitchen" in reading(app)
        assert "2 Pharmacy" in reading(app)


async def test_the_command_names_another_home_team(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", kiosk=Kiosk(home_team="kitchen"))
    app = a_kiosk(store, home_team="north-ward")
    async with standing(app) as pilot:
        await type_keys(pilot, " ")
        await pilot.pause()
        assert "1 North Ward" in reading(app)
