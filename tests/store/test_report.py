"""Scorecards as JSON and as lines for a terminal."""

import dataclasses
import json
from datetime import date
from typing import Literal

import pytest

from store.behaviors import BEHAVIORS
from store.organisation import Privacy
from store.plain_text import width
from store.report import as_json, as_text
from store.scorecard import Counts, Month, Score, Scorecard, Scorecards, Scores, Window

WINDOW = Window(on=date(2026, 11, 22), first=date(2026, 8, 24), last=date(2026, 11, 21))
NOTHING: Counts = (0, 0, 0, 0, 0)


def scores(counts: Counts, extra_mile: tuple[int, int] = (0, 0), *, risen: bool = False) -> Scores:
    later: Counts = (0, 0, 5, 20, 10) if risen else NOTHING
    earlier: Counts = (5, 20, 10, 0, 0) if risen else NOTHING
    return Scores(tuple(Score(counts, later, earlier) for _ in BEHAVIORS), extra_mile)


FULL = scores((0, 1, 2, 3, 4), (4, 6), risen=True)
EMPTY = scores(NOTHING)


def cards(*teams: tuple[str, str, Scores], sample: bool = False) -> Scorecards:
    made = tuple(
        Scorecard("Riverside", sample, key, name, None, 5, WINDOW, given, (Month("2026-10", EMPTY),))
        for key, name, given in teams
    )
    return Scorecards("Riverside", 5, WINDOW, made, FULL)


def test_the_json_has_exactly_the_promised_shape() -> None:
    shape = json.loads(json.dumps(as_json(cards(("kitchen", "Łódź Küche", FULL)))))
    assert list(shape) == ["organisation", "on", "from", "to", "minimum", "teams", "all"]
    assert {key: shape[key] for key in ("organisation", "on", "from", "to", "minimum")} == {
        "organisation": "Riverside",
        "on": "2026-11-22",
        "from": "2026-08-24",
        "to": "2026-11-21",
        "minimum": 5,
    }
    (team,) = shape["teams"]
    assert list(team) == ["team", "name", "check_ins", "extra_mile", "behaviors", "dropped", "history"]
    assert (team["team"], team["name"], team["check_ins"]) == ("kitchen", "Łódź Küche", 10)
    assert team["extra_mile"] == {"yes": 6, "share": 0.6}
    assert list(team["behaviors"]) == [behavior.value for behavior in BEHAVIORS]
    assert team["behaviors"]["stay_positive"] == {
        "n": 10,
        "mean": 4.0,
        "low": 3.1872,
        "high": 4.8128,
        "favourable": 0.7,
        "favourable_low": 0.3923,
        "favourable_high": 0.8967,
        "counts": [0, 1, 2, 3, 4],
        "change": "up",
    }
    assert list(team["history"][0]) == ["month", "check_ins", "extra_mile", "behaviors"]
    assert shape["all"] == {key: team[key] for key in ("check_ins", "extra_mile", "behaviors")}


def test_with_nothing_released_all_figures_are_zero_or_null() -> None:
    (team,) = json.loads(json.dumps(as_json(cards(("kitchen", "Kitchen", EMPTY)))))["teams"]
    assert (team["check_ins"], team["extra_mile"]) == (0, {"yes": 0, "share": None})
    for score in team["behaviors"].values():
        assert score.pop("n") == 0
        assert score.pop("counts") == [0, 0, 0, 0, 0]
        assert set(score) == {"mean", "low", "high", "favourable", "favourable_low", "favourable_high", "change"}
        assert set(score.values()) == {None}


def test_the_text_shows_each_behaviour_with_its_figures() -> None:
    lines = list(as_text(cards(("kitchen", "Kitchen", FULL)), Privacy()))
    assert lines[0] == "Riverside: scores seen on 2026-11-22"
    assert "Days 2026-08-24 to 2026-11-21" in lines[1]
    assert "Kitchen [kitchen]" in lines
    assert "  1 Stay Positive            4.00  3.19 to 4.81        70%     10  up" in lines
    assert sum("up" in line.split() for line in lines) == 7


@pytest.mark.parametrize("sample", [True, False])
def test_sample_data_is_called_so(sample: bool) -> None:
    text = "\n".join(as_text(cards(("kitchen", "Kitchen", FULL), sample=sample), Privacy()))
    assert ("SAMPLE DATA" in text) == sample


def test_nothing_released_is_said_in_words() -> None:
    partly = dataclasses.replace(FULL, behaviors=(Score(NOTHING, NOTHING, NOTHING), *FULL.behaviors[1:]))
    text = "\n".join(as_text(cards(("a", "Whole", EMPTY), ("b", "Part", partly)), Privacy()))
    assert text.count("    Not enough voices yet.\n") == 1
    assert "  1 Stay Positive           not enough voices yet" in text


@pytest.mark.parametrize(("release", "when"), [("overnight", "the day after"), ("at-once", "as soon as")])
def test_where_scores_are_missing_the_rule_is_said_once(release: Literal["overnight", "at-once"], when: str) -> None:
    privacy = Privacy(minimum=7, release=release)
    lines = list(as_text(cards(("a", "A", EMPTY), ("b", "B", EMPTY)), privacy))
    rule = (
        f"Scores appear {when} a team has at least 7 answers; a team of fewer than 4 members gets no score of its own."
    )
    assert " ".join(lines).endswith(f"  {rule}")
    assert " ".join(lines).count("Scores appear") == 1
    assert "Scores appear" not in "\n".join(as_text(cards(("a", "A", FULL)), privacy))


def test_hostile_names_do_not_reach_the_terminal_and_lines_stay_narrow() -> None:
    lines = list(as_text(cards(("kitchen", "\x1b[2J\n[/foo] 厨房", FULL)), Privacy()))
    assert all(line.isprintable() for line in lines)
    assert any("[/foo] 厨房" in line for line in lines)
    assert max(map(width, lines)) <= 80


def test_a_single_team_is_not_followed_by_all_teams() -> None:
    assert "All teams" not in list(as_text(cards(("kitchen", "Kitchen", FULL)), Privacy()))
    assert "All teams" in list(as_text(cards(("a", "A", FULL), ("b", "B", EMPTY)), Privacy()))
