"""Posters as files: whole or absent, for everyone to read."""

import stat
import sys
from pathlib import Path

import pytest

from posters import render
from posters.drawing.theme import theme_of
from store.errors import CannotWriteError
from tests.posters.scorecards import scorecard


def test_a_poster_is_written_whole_and_readable_by_all(tmp_path: Path) -> None:
    render.write(b"%PDF-whole", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-whole"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o644


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match=r"Cannot write to .*a\.pdf"):
        render.write(b"%PDF", tmp_path / "gone" / "a.pdf")


def test_many_posters_are_named_by_key_and_one_failure_stops_no_other(tmp_path: Path) -> None:
    cards = [scorecard("Lab", team="lab"), scorecard("W" * 60, team="w"), scorecard("Gym", team="gym")]
    outcomes = list(render.team_posters(cards, theme_of(), tmp_path))
    assert [outcome.path and outcome.path.name for outcome in outcomes] == ["lab.pdf", None, "gym.pdf"]
    assert "does not fit" in (outcomes[1].problem or "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gym.pdf", "lab.pdf"]
    assert (tmp_path / "lab.pdf").read_bytes() == render.team_poster(cards[0])
