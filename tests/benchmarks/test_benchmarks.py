"""The benchmarks run from end to end at a tiny size; how fast anything is, is not asserted here."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.measure import alternate, percentile
from tests.benchmarks.table import NOT_INSTALLED, faster, render, smaller

ROOT = Path(__file__).parents[2]
_COMPARED = [
    ("insert at 0", "bare write + fdatasync"),
    ("insert at 0", "sqlite3, WAL, FULL"),
    ("insert at 0", "TinyDB JSONStorage"),
    *(
        (f"insert at {stored}", peer)
        for stored in ("10", "100", "1,000")
        for peer in ("bare write + fdatasync", "ours at 0", "sqlite3, WAL, FULL", "TinyDB JSONStorage")
    ),
    ("a process that stores one check-in at 1,000", "ours at 0"),
    ("a process that stores one check-in at 1,000: peak memory", "ours at 0"),
    *(
        (f"open and read the scorecards at 1,000, {teams} teams{measured}", "ours at 0")
        for teams in (3, 6)
        for measured in ("", ": peak memory")
    ),
    *(
        (what.format(teams), peer)
        for teams in (3, 6)
        for what, peer in (
            ("scores after a new day at 1,000, {} teams (window and months)", "DuckDB, same journal"),
            ("scores after a new day at 1,000, {} teams (window and months)", "sqlite3 GROUP BY, loaded table"),
            ("scores after a new day at 1,000, {} teams (peer: window only)", "DuckDB, same journal"),
            ("scores after a new day at 1,000, {} teams (peer: window only)", "sqlite3 GROUP BY, loaded table"),
            ("recount without cache at 1,000, {} teams", "polars, same journal"),
            ("recount without cache at 1,000, {} teams: peak memory", "polars, same journal"),
        )
    ),
    ("one tagged team poster", "typst, like design"),
    ("one tagged team poster", "WeasyPrint, like design"),
    ("2 tagged team posters", "typst, like design"),
    ("4 team posters into files", "two independent processes"),
    ("memory after 4 team posters", "ours after 1"),
    ("first paint, 5 starts", "bare Textual app"),
    ("key to next question, p50", "bare Textual app"),
    ("key to next question, p99", "bare Textual app"),
    ("the kiosk's memory after 2 visits", "ours after 1"),
]


def _rows(printed: str) -> list[list[str]]:
    """The cells of each line of the table, without its head."""
    lines = [line.strip("| ").split("|") for line in printed.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines[2:]]


@pytest.mark.skipif(sys.platform == "win32", reason="the kiosk is measured in a pseudo-terminal")
def test_a_tiny_run_prints_every_comparison(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--size", "tiny", "--data", str(tmp_path)]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert outcome.returncode == 0, outcome.stderr
    assert "cores" in outcome.stdout.splitlines()[0]
    rows = _rows(outcome.stdout)
    assert [(what, peer.split(": ")[0]) for what, _, peer, *_ in rows] == _COMPARED
    for row in rows:
        assert NOT_INSTALLED in row[2] or row[3], row


def test_only_what_is_asked_for_is_measured(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--size", "tiny", "--only", "opening", "--data", str(tmp_path)]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert len(_rows(outcome.stdout)) == 6


def test_a_ratio_is_the_median_of_the_ratios_of_all_runs() -> None:
    row = faster("insert", [1.0, 4.0, 3.0], "peer", [2.0, 2.0, 2.0], at_most=1.5)
    assert row.ratios == (0.5, 2.0, 1.5)
    assert row.reached == "yes"
    assert "1.50 (0.50..2.00)" in render([row])
    assert "1/62,000 (1/62,000..1/62,000)" in render([faster("insert", [1.0], "peer", [62_000.0])])
    assert faster("insert", [1.0, 4.0, 3.0], "peer", [2.0, 2.0, 2.0], at_most=1.4).reached == "no"


def test_a_missing_peer_is_said_and_is_no_failure() -> None:
    row = faster("scores", [1.0], "DuckDB", [], at_most=0.3)
    assert NOT_INSTALLED in row.peer
    assert row.reached == ""


def test_memory_is_held_against_a_limit_of_its_own_or_against_the_peer() -> None:
    assert smaller("recount", [59e6], "polars", [], 60).reached == "yes"
    assert smaller("recount", [61e6], "polars", [900e6], 60).reached == "no"
    assert smaller("insert", [29e6], "at 0", [20e6], 10, more=True).reached == "yes"
    assert smaller("insert", [31e6], "at 0", [20e6], 10, more=True).reached == "no"


def test_runs_take_turns_and_nobody_always_goes_first() -> None:
    order: list[str] = []
    results = alternate(2, lambda: order.append("a"), lambda: order.append("b"), before=lambda: order.append("new day"))
    assert order == ["new day", "a", "b", "new day", "b", "a"]
    assert list(map(len, results)) == [2, 2]


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([4, 1, 3, 2], 50) == 2
    assert percentile(range(1, 201), 99) == 198
