"""The demo's sample is plausible, always the same, and lets a night do what nights do."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from kiosk.demo.app import DemoApp
from kiosk.demo.sample import DAYS, sample_check_ins, sample_organisation
from kiosk.demo.show import Demo
from kiosk.screens.night import NightScreen
from kiosk.screens.welcome import WelcomeScreen
from store.behaviors import BEHAVIORS
from tests.kiosk.standing import SIZES, cut_off, reading, shows, standing, type_keys, until

DAY = date(2026, 10, 14)
HOUSE = sample_organisation("UTC")
SAMPLE = list(sample_check_ins(HOUSE, DAY, Random(7)))


def test_the_sample_has_eight_teams_in_two_departments_and_is_marked() -> None:
    assert HOUSE.sample
    assert len(HOUSE.teams) == 8
    assert len({team.department for team in HOUSE.teams}) == 2


def test_the_sample_is_a_year_of_check_ins_oldest_first() -> None:
    days = [check_in.day for check_in in SAMPLE]
    assert 8_000 <= len(days) <= 15_000
    assert days == sorted(days)
    assert (days[0], days[-1]) == (DAY - timedelta(days=DAYS), DAY)


def test_the_same_seed_gives_the_same_sample() -> None:
    assert list(sample_check_ins(HOUSE, DAY, Random(7))) == SAMPLE
    assert list(sample_check_ins(HOUSE, DAY, Random(8))) != SAMPLE


def test_every_team_waits_with_a_full_batch_of_today() -> None:
    today = [check_in for check_in in SAMPLE if check_in.day == DAY]
    assert all(getattr(check_in.ratings, behavior) for check_in in today for behavior in BEHAVIORS)
    counts = Counter(check_in.team for check_in in today)
    assert set(counts) == {team.key for team in HOUSE.teams}
    assert min(counts.values()) >= HOUSE.privacy.minimum


def test_a_night_brings_in_the_visitors_answer_and_prints_a_poster(tmp_path: Path) -> None:
    demo = Demo(tmp_path / "data", tmp_path)
    team, evening = demo.store.organisation.teams[2], demo.day
    waiting = demo.pass_night(team).new
    again = Demo(tmp_path / "again", tmp_path)
    again.store.save(team.key, dict.fromkeys(BEHAVIORS, 1), extra_mile=False, on=again.day)
    night = again.pass_night(team)
    assert night.new == tuple(new + 1 for new in waiting)
    assert again.day == evening + timedelta(days=1)
    assert night.poster.read_bytes().startswith(b"%PDF")
    scores = demo.store.scorecard(team.key, demo.day).scores
    assert night.after.scores.behaviors[0].counts[0] == scores.behaviors[0].counts[0] + 1


def test_some_teams_change_and_most_do_not(tmp_path: Path) -> None:
    demo = Demo(tmp_path / "data", tmp_path)
    changes = Counter(score.change for card in demo.store.scorecards(demo.day).teams for score in card.scores.behaviors)
    assert changes["up"]
    assert changes["steady"] > changes["up"] + changes["down"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_night_screen_shows_scores_before_and_after_and_cuts_nothing_off(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = DemoApp(Demo(tmp_path / "data", tmp_path))
    async with standing(app, size) as pilot:
        await type_keys(pilot, " 15555555⏎")
        await shows(pilot, "let the night pass")
        assert cut_off(app) == []
        await type_keys(pilot, "+")
        await until(pilot, lambda: isinstance(app.screen, NightScreen))
        await shows(pilot, "Its new poster")
        await pilot.pause()
        assert reading(app).count("→") == len(BEHAVIORS)
        assert "SAMPLE DATA" in reading(app)
        assert cut_off(app) == []
        await type_keys(pilot, "x")
        assert isinstance(app.screen, WelcomeScreen)


async def test_the_night_can_be_tapped(tmp_path: Path) -> None:
    app = DemoApp(Demo(tmp_path / "data", tmp_path))
    async with standing(app) as pilot:
        await type_keys(pilot, " 1555⏎⏎")
        await shows(pilot, "let the night pass")
        await pilot.click("#main")
        await shows(pilot, "Its new poster")


async def test_a_night_goes_on_where_no_poster_can_be_written(tmp_path: Path) -> None:
    app = DemoApp(Demo(tmp_path / "data", tmp_path / "missing"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 1555⏎⏎")
        await shows(pilot, "let the night pass")
        await type_keys(pilot, "+")
        await shows(pilot, "The night has passed.")
        await type_keys(pilot, "x")
        assert isinstance(app.screen, WelcomeScreen)
