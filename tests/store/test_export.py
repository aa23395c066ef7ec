"""Released figures as a table: whole batches of teams that may be shown, nothing else."""

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from store.errors import CannotWriteError
from store.exchange.exporting import export_file
from store.exchange.spreadsheet import defused
from store.open import open_store
from tests.factories.commands import complaint, run
from tests.factories.sheets import a_sheet, many_rows
from tests.factories.stores import a_store, visit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A kiosk's check-ins and an import of the same day, five released and two waiting."""
    store = a_store(tmp_path / "data", "north", "south", "tiny")
    visit(store, date(2026, 3, 2), [1, 2, 3, 4, 5])
    visit(store, date(2026, 3, 2), [5] * 6, team="south")
    visit(store, date(2026, 3, 3), [1, 1])
    run("store", "import", a_sheet(tmp_path / "a.csv", *many_rows(150, ["north", "tiny"])), "--data", store.folder)
    path = store.folder / "organisation.toml"
    path.write_text(path.read_text().replace('key = "tiny"', 'key = "tiny"\nmembers = 3'))
    return store.folder


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_batch_has_one_row_for_each_rating_value(folder: Path, tmp_path: Path) -> None:
    outcome = run("store", "export", tmp_path / "out.csv", "--team", "South", "--data", folder)
    assert outcome.stdout == f"Wrote 37 rows to {tmp_path / 'out.csv'}.\n"
    rows = table(tmp_path / "out.csv")
    polite = [row for row in rows if row["behavior"] == "be_polite"]
    assert [(row["rating"], row["count"]) for row in polite] == [
        ("1", "0"),
        ("2", "0"),
        ("3", "0"),
        ("4", "0"),
        ("5", "6"),
    ]
    assert [(row["rating"], row["count"]) for row in rows if row["behavior"] == "extra_mile"] == [
        ("0", "6"),
        ("1", "0"),
    ]
    assert {(row["day"], row["team"]) for row in rows} == {("2026-03-02", "south")}


def test_the_rows_add_up_to_the_scores(folder: Path, tmp_path: Path) -> None:
    run("store", "export", tmp_path / "out.csv", "--data", folder)
    sums: Counter[tuple[str, str, int]] = Counter()
    for row in table(tmp_path / "out.csv"):
        sums[row["team"], row["behavior"], int(row["rating"])] += int(row["count"])
    scores = json.loads(run("store", "scores", "--json", "--from", "2026-01-01", "--data", folder).stdout)
    for team in scores["teams"]:
        for behavior, score in team["behaviors"].items():
            assert [sums[team["team"], behavior, rating] for rating in range(1, 6)] == score["counts"]
        assert sums[team["team"], "extra_mile", 1] == team["extra_mile"]["yes"] or not team["check_ins"]


def test_small_teams_and_what_waits_are_not_exported(folder: Path, tmp_path: Path) -> None:
    run("store", "export", tmp_path / "out.csv", "--data", folder)
    rows = table(tmp_path / "out.csv")
    assert {row["team"] for row in rows} == {"north", "south"}
    assert "tiny" in {batch.team for batch in open_store(folder).batches()}
    run("store", "export", tmp_path / "tiny.csv", "--team", "tiny", "--data", folder)
    assert table(tmp_path / "tiny.csv") == []
    released = sum(int(row["count"]) for row in rows if row["behavior"] == "extra_mile" and row["team"] == "north")
    assert 5 <= released < 5 + 2 + 75, "some of them wait"


def test_streams_have_no_names_and_no_order_in_an_export(folder: Path, tmp_path: Path) -> None:
    run("store", "export", tmp_path / "out.csv", "--data", folder)
    text = (tmp_path / "out.csv").read_text()
    assert "import" not in text
    assert "check-ins" not in text
    rows = table(tmp_path / "out.csv")
    assert rows == sorted(rows, key=lambda row: (row["day"], row["team"])), "sorted by day and team"
    run("store", "export", tmp_path / "again.csv", "--data", folder)
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "out.csv").read_bytes()


def test_json_holds_the_same_rows(folder: Path, tmp_path: Path) -> None:
    run("store", "export", tmp_path / "out.csv", "--data", folder)
    run("store", "export", tmp_path / "out.JSON", "--data", folder)
    rows = json.loads((tmp_path / "out.JSON").read_text())
    assert [{name: str(value) for name, value in row.items()} for row in rows] == table(tmp_path / "out.csv")
    assert {type(row["count"]) for row in rows} == {int}


def test_nothing_released_is_an_empty_table(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    for name in ("out.csv", "out.json"):
        assert run("store", "export", tmp_path / name, "--data", store.folder).returncode == 0
    assert table(tmp_path / "out.csv") == []
    assert json.loads((tmp_path / "out.json").read_text()) == []


def test_an_export_is_private_and_replaces_an_older_one_whole(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("older")
    run("store", "export", target, "--data", folder)
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.read_text().startswith("day,team,behavior,rating,count\n")
    assert not list(tmp_path.glob(".*"))


def test_a_name_without_a_known_ending_is_refused(folder: Path, tmp_path: Path) -> None:
    said = complaint(run("store", "export", tmp_path / "out.xlsx", "--data", folder), 2)
    assert "ends in neither .csv nor .json" in said
    (tmp_path / "dir.csv").mkdir()
    assert "is a folder" in complaint(run("store", "export", tmp_path / "dir.csv", "--data", folder), 2)
    assert "No team" in complaint(run("store", "export", tmp_path / "out.csv", "--team", "x", "--data", folder), 2)


def test_a_folder_that_is_not_there_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match="there is no such folder"):
        export_file(open_store(folder), tmp_path / "no" / "out.csv", None)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_defused(cell: str) -> None:
    assert defused(cell) == "'" + cell
    assert defused(f"x{cell}") == f"x{cell}"
