"""A spreadsheet becomes a stream: all of it or nothing, and never twice."""

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest

from store.errors import CannotReadError, RefusedError
from store.exchange.importing import import_file
from store.open import open_store
from store.progress import progress
from store.records import CheckIn
from tests.factories.commands import complaint, run
from tests.factories.sheets import HEADER, a_row, a_sheet, many_rows
from tests.factories.stores import a_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    a_store(tmp_path / "data", "north", "south").close()
    return tmp_path / "data"


def stored(folder: Path) -> list[CheckIn]:
    """Everything that imports have stored."""
    store = open_store(folder)
    lines = [line for stream in store.streams() for line in store.journal(stream).lines()]
    return [msgspec.json.decode(payload, type=CheckIn) for _, payload in lines]


def streams(folder: Path) -> list[Path]:
    return sorted(folder.glob("import-*"))


def import_(folder: Path, sheet: Path, *options: str) -> str:
    """Imports a sheet that is good; returns what was said."""
    outcome = run("store", "import", sheet, *options, "--data", folder)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout + outcome.stderr


def refused(folder: Path, sheet: Path, *options: str) -> list[str]:
    """Imports a sheet that is not; returns the lines on stderr."""
    before = sorted((path.name, path.read_bytes()) for path in folder.iterdir() if path.is_file())
    outcome = run("store", "import", sheet, *options, "--data", folder)
    assert outcome.returncode == 1, outcome
    assert outcome.stdout == ""
    assert "Traceback" not in outcome.stderr
    assert sorted((path.name, path.read_bytes()) for path in folder.iterdir() if path.is_file()) == before
    return outcome.stderr.splitlines()


def test_rows_become_check_ins_with_skipped_ratings_left_out(folder: Path, tmp_path: Path) -> None:
    sheet = a_sheet(
        tmp_path / "a.csv", a_row("2026-03-02", "north", "5-44321", "yes"), a_row("2026-03-01", "South", "1------", "")
    )
    said = import_(folder, sheet)
    assert said == (
        "Imported 2 check-ins of 2026-03-01 to 2026-03-02.\nEach file is released on its own: once its days are over, "
        "where it holds at least 5 ratings of one team and behavior.\n"
    )
    first, second = stored(folder)
    assert (str(first.day), first.team, first.extra_mile) == ("2026-03-01", "south", False)
    assert msgspec.to_builtins(first.ratings) == {"stay_positive": 1}
    assert msgspec.structs.astuple(second.ratings) == (5, None, 4, 4, 3, 2, 1)
    assert second.extra_mile
    assert streams(folder)[0].stat().st_mode & 0o777 == 0o600


def test_a_line_has_the_same_form_as_the_kiosks_own(folder: Path, tmp_path: Path) -> None:
    import_(folder, a_sheet(tmp_path / "a.csv", a_row()))
    with_kiosk = open_store(folder)
    check_in = stored(folder)[0]
    with_kiosk.db.table("check-ins").insert(msgspec.to_builtins(check_in))
    (_, by_kiosk), (_, by_import) = (
        next(with_kiosk.journal(name).lines()) for name in ("check-ins", streams(folder)[0].stem)
    )
    assert by_kiosk == by_import


@pytest.mark.parametrize("answer", ["yes", "YES", "true", "True", "1", " yes "])
def test_the_extra_mile_can_be_said_in_several_ways(folder: Path, tmp_path: Path, answer: str) -> None:
    import_(folder, a_sheet(tmp_path / "a.csv", a_row(extra_mile=answer)))
    assert stored(folder)[0].extra_mile


def test_the_extra_mile_column_may_be_missing(folder: Path, tmp_path: Path) -> None:
    import_(folder, a_sheet(tmp_path / "a.csv", a_row().rpartition(",")[0], header=HEADER.rpartition(",")[0]))
    assert not stored(folder)[0].extra_mile


def test_the_same_content_is_known_again_in_any_encoding_separator_and_order(folder: Path, tmp_path: Path) -> None:
    rows = many_rows(40)
    import_(folder, a_sheet(tmp_path / "a.csv", *rows))
    other = tmp_path / "b.csv"
    shuffled = [
        HEADER.upper().replace("_", " ") + ",Comment",
        *(row + ',"two\nlines; and more"' for row in reversed(rows)),
    ]
    other.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(shuffled).replace(",", ";").encode())
    said = refused(folder, other)
    assert len(streams(folder)) == 1
    assert len(said) == 1
    assert "was imported before" in said[0]
    assert len(stored(folder)) == 40


def test_a_file_that_differs_in_one_rating_is_another_stream(folder: Path, tmp_path: Path) -> None:
    import_(folder, a_sheet(tmp_path / "a.csv", *many_rows(10)))
    import_(folder, a_sheet(tmp_path / "b.csv", *many_rows(9), a_row()))
    assert len(streams(folder)) == 2


def test_two_equal_rows_are_two_check_ins(folder: Path, tmp_path: Path) -> None:
    import_(folder, a_sheet(tmp_path / "a.csv", a_row(), a_row()))
    assert len({check_in.id for check_in in stored(folder)}) == 2


def test_the_order_of_the_rows_is_forgotten(folder: Path, tmp_path: Path) -> None:
    rows = [a_row(ratings=f"{1 + n % 5}{1 + n // 5 % 5}{1 + n // 25}4444") for n in range(100)]
    import_(folder, a_sheet(tmp_path / "a.csv", *rows))
    check_ins = stored(folder)
    assert [check_in.id for check_in in check_ins] == sorted(check_in.id for check_in in check_ins)
    given = [tuple(map(int, row.split(",")[2:9])) for row in rows]
    kept = [msgspec.structs.astuple(check_in.ratings) for check_in in check_ins]
    assert kept != given
    assert sorted(kept) == sorted(given)


def test_the_byte_order_mark_line_ends_and_quoted_newlines_of_other_programs_are_understood(
    folder: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "a.csv"
    lines = [f" {HEADER.title()} ;Notes", a_row() + ';"a ""quoted""\r\nnote, twice"', a_row(team="south") + ";"]
    sheet.write_bytes(("\ufeff" + "\r\n".join(lines).replace(",", ";") + "\r\n\r\n").encode())
    said = import_(folder, sheet)
    assert 'these columns are not stored: "Notes"' in said
    assert len(stored(folder)) == 2


def test_columns_may_be_called_as_people_write_them(folder: Path, tmp_path: Path) -> None:
    header = "DATE,Team,Stay Positive,honor-commitments,Communicate  Often,Negotiate\u00a0Expectations,"
    header += "Step Out Of Your Silo,be polite,Be-Helpful,Extra Mile"
    assert "not stored" not in import_(folder, a_sheet(tmp_path / "a.csv", a_row(extra_mile="yes"), header=header))
    assert stored(folder)[0].extra_mile


@pytest.mark.parametrize(
    ("first_line", "separator"),
    [("", "\t"), ("", "|"), ("sep={}\n", ";"), ("\ufeffsep={}\r\n", ","), ("SEP={}\r", "\t"), ('"sep={}"\n', "|")],
)
def test_separators_of_spreadsheets_are_understood(
    folder: Path, tmp_path: Path, first_line: str, separator: str
) -> None:
    sheet = tmp_path / "a.csv"
    rows = "\n".join([HEADER, a_row(), a_row(team="nowhere")]).replace(",", separator)
    sheet.write_bytes((first_line.format(separator) + rows).encode())
    said = import_(folder, sheet, "--skip-bad")
    assert f"line {4 if first_line else 3}: No team is called" in said
    assert (tmp_path / "a.rejected.csv").read_text("utf-8-sig").splitlines()[0] == HEADER.replace(",", separator)


def test_at_once_is_said_to_count_at_once(tmp_path: Path) -> None:
    folder = a_store(tmp_path / "data", minimum=3, at_once=True).folder
    said = import_(folder, a_sheet(tmp_path / "a.csv", a_row()))
    assert "released on its own: at once, where it holds at least 3 ratings of one team and behavior.\n" in said
    assert "kept but not shown" not in said


def test_old_and_mixed_line_ends_are_understood(folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_bytes(f"{HEADER}\r{a_row()}\n{a_row()}\r\n{a_row()}\r{a_row(team='east')}".encode())
    said = refused(folder, sheet)
    assert said[0].startswith(f"{sheet}, line 5: ")


def test_all_bad_rows_are_named_with_line_and_reason_and_nothing_is_stored(folder: Path, tmp_path: Path) -> None:
    sheet = a_sheet(
        tmp_path / "a.csv",
        a_row(),
        a_row(day="02.03.2026"),
        a_row(day="2026-02-30"),
        '2999-01-01,north,"4",4,4,4,4,4,4,\n',
        a_row(team="norht"),
        a_row(ratings="4445644"),
        a_row(ratings="4444444", extra_mile="perhaps"),
        a_row(ratings="-------"),
        a_row()[:-10],
        a_row(day="", team="", ratings="44444x0"),
    )
    *lines, last = refused(folder, sheet)
    assert [line.removeprefix(f"{sheet}, ") for line in lines] == [
        'line 3: the date is "02.03.2026"; write it like 2026-10-31 (column format YYYY-MM-DD).',
        "line 4: there is no day 2026-02-30.",
        "line 5: the day 2999-01-01 has not come yet.",
        'line 7: No team is called "norht": did you mean "north" (North)?',
        'line 8: step_out_of_your_silo is "6", not a whole number from 1 to 5.',
        'line 9: extra_mile is "perhaps", not yes or no.',
        "line 10: all seven ratings are skipped, so there is nothing to store.",
        "line 11: it has 6 cells where the header has 10.",
        "line 12: the date is empty; write it like 2026-10-31 (column format YYYY-MM-DD); "
        "the team is empty; write its key or its name; "
        'be_polite is "x", not a whole number from 1 to 5; be_helpful is "0", not a whole number from 1 to 5.',
    ]
    assert "9 rows are bad" in last
    assert "nothing was stored" in last
    assert not streams(folder)
    assert not (tmp_path / "a.rejected.csv").exists()


def test_skipped_bad_rows_can_be_corrected_and_imported(folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    bad = a_row(team="=1+1").replace(",", ";") + ';"kept\nas it is"'
    sheet.write_text("\ufeff" + "\n".join([HEADER.replace(",", ";") + ";Note", a_row().replace(",", ";") + ";", bad]))
    said = import_(folder, sheet, "--skip-bad")
    assert "Imported 1 check-in of 2026-03-02.\n" in said
    assert "\nSet 1 bad row aside in " in said
    (again,) = refused(folder, sheet, "--skip-bad")
    assert "was imported before" in again
    rejected = tmp_path / "a.rejected.csv"
    assert rejected.stat().st_mode & 0o777 == 0o600
    assert rejected.read_text(encoding="utf-8") == "\ufeff" + HEADER.replace(",", ";") + ";Note\n" + bad + "\n"
    rejected.write_text(rejected.read_text().replace("=1+1", "south"))
    import_(folder, rejected)
    assert sorted(check_in.team for check_in in stored(folder)) == ["north", "south"]


def test_rows_set_aside_earlier_are_not_overwritten(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.rejected.csv").write_text("corrected by hand, not imported yet")
    sheet = a_sheet(tmp_path / "a.csv", a_row(), a_row(team="nowhere"))
    assert "holds other rows" in refused(folder, sheet, "--skip-bad")[-1]
    assert (tmp_path / "a.rejected.csv").read_text() == "corrected by hand, not imported yet"


def test_a_file_with_bad_rows_only_is_refused_even_when_they_may_be_skipped(folder: Path, tmp_path: Path) -> None:
    said = refused(folder, a_sheet(tmp_path / "a.csv", a_row(team="nowhere")), "--skip-bad")
    assert "1 row is bad" in said[-1]


def test_unknown_teams_are_added_when_asked(folder: Path, tmp_path: Path) -> None:
    (folder / "organisation.toml").write_text((folder / "organisation.toml").read_text() + "# ours\n")
    sheet = a_sheet(tmp_path / "a.csv", a_row(team="Küche"), a_row(team="KÜCHE"), a_row(team="Ku\u0308che"), a_row())
    said = import_(folder, sheet, "--create-teams")
    assert "Added 1 team: Küche." in said
    assert [(team.key, team.name) for team in open_store(folder).organisation.teams[2:]] == [("kuche", "Küche")]
    assert "# ours" in (folder / "organisation.toml").read_text()
    assert "was imported before" in refused(folder, sheet, "--create-teams")[-1]


def test_a_name_that_no_team_can_have_is_a_bad_row(folder: Path, tmp_path: Path) -> None:
    sheet = a_sheet(tmp_path / "a.csv", a_row(team="a\x1b[31mb"), a_row(team="x" * 61))
    lines = refused(folder, sheet, "--create-teams")
    assert "control character" in lines[0]
    assert "\x1b" not in "".join(lines)
    assert "61 characters" in lines[1]


def test_retired_and_small_teams_keep_their_history(folder: Path, tmp_path: Path) -> None:
    path = folder / "organisation.toml"
    text = path.read_text().replace('key = "south"', 'key = "south"\nretired = true')
    path.write_text(text.replace('key = "north"', 'key = "north"\nmembers = 3'))
    said = import_(folder, a_sheet(tmp_path / "a.csv", *many_rows(20)))
    assert "Ratings of North are kept but not shown: a team of fewer than 4 members gets no score of its own.\n" in said
    assert {check_in.team for check_in in stored(folder)} == {"north", "south"}
    status = json.loads(run("store", "status", "--json", "--data", folder).stdout)
    assert [team["released_check_ins"] for team in status["teams"]] == [0, 0]


def test_missing_columns_are_named_with_the_nearest(folder: Path, tmp_path: Path) -> None:
    header = HEADER.replace("be_polite", "be_polit")
    said = complaint(run("store", "import", a_sheet(tmp_path / "a.csv", header=header), "--data", folder), 1)
    assert 'the column be_polite is missing; did you mean "be_polit" for be_polite?' in said


def test_a_column_that_stands_twice_is_refused(folder: Path, tmp_path: Path) -> None:
    said = refused(folder, a_sheet(tmp_path / "a.csv", a_row() + ",5", header=HEADER + ", BE_POLITE"))
    assert "the column be_polite stands there 2 times" in said[-1]


HOSTILE = {
    "empty": (b"", "is empty"),
    "header only": (HEADER.encode(), "has no rows"),
    "a table of something else": (b"name\tage\nAda\t36\n", "are missing"),
    "Latin-1": (f"{HEADER}\n{a_row()}\n".encode() + "2026-03-02,Küche".encode("latin-1"), "line 3 is not UTF-8"),
    "UTF-16": (HEADER.encode("utf-16"), "line 1 is not UTF-8"),
    "an open quotation mark": (f'{HEADER}\n{a_row()}\n"{a_row()}\n{a_row()}\n'.encode(), "line 3: the quotation"),
    "text behind a quotation mark": (f'{HEADER}\n"north"x,{a_row()}\n'.encode(), "line 2: the quotation marks"),
    "a huge cell": (f"{HEADER}\n{a_row(team='x' * 200_000)}\n".encode(), "longer than 131072"),
    "one endless line": (b"x" * 3_000_000, "longer than a million characters"),
    "NUL bytes": (HEADER.encode() + b"\n\0\0\0,north,4,4,4,4,4,4,4,\n", "is bad"),
    "a formula": (f"{HEADER}\n{a_row(team='=HYPERLINK(1)')}\n".encode(), "is bad"),
    "markup": (f"{HEADER}\n{a_row(team='[/foo]<b>')}\n".encode(), "is bad"),
    "20,000 characters": (f"{HEADER}\n{a_row(team='x' * 20_000)}\n".encode(), "is bad"),
    "other digits": (f"{HEADER}\n{a_row(ratings='444444٤')}\n".encode(), "is bad"),
    "a decimal": (f"{HEADER}\n{a_row().replace('4', '4.0')}\n".encode(), "is bad"),
    "a workbook": (b"PK\x03\x04\x14\0\x06\0", r"is a workbook; save it as CSV \(UTF-8\)"),
    "a date with a time": (f"{HEADER}\n{a_row(day='2026-11-12 00:00:00')}\n".encode(), "is bad"),
    "a day number": (f"{HEADER}\n{a_row(day='46338')}\n".encode(), "is bad"),
    "only a separator": (b"sep=;\r\n\r\n", "is empty"),
    "an image": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "line 1 is not UTF-8"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_good_spreadsheet_gets_a_clear_sentence(folder: Path, tmp_path: Path, name: str) -> None:
    content, expected = HOSTILE[name]
    sheet = tmp_path / "a.csv"
    sheet.write_bytes(content)
    store, said = open_store(folder), list[str]()
    with pytest.raises((CannotReadError, RefusedError), match=expected) as refusal:
        import_file(store, sheet, date(2026, 3, 31), said.append, progress, create_teams=False, skip_bad=True)
    said.append(str(refusal.value))
    assert not streams(folder)
    assert max(map(len, said)) < 700
    assert all(line.isprintable() for line in said)


def test_what_is_no_file_gets_a_clear_sentence(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "dir.csv").mkdir()
    assert "is not a file" in refused(folder, tmp_path / "dir.csv")[-1]
    assert "Cannot read" in refused(folder, tmp_path / "gone.csv")[-1]
    assert "is not a file" in refused(folder, Path("/dev/zero"))[-1]


def test_an_import_never_completes_a_batch_of_the_kiosk(folder: Path, tmp_path: Path) -> None:
    import_(folder, a_sheet(tmp_path / "a.csv", *[a_row()] * 4))
    import_(folder, a_sheet(tmp_path / "b.csv", *[a_row()] * 3))
    run("store", "export", tmp_path / "out.csv", "--data", folder)
    assert (tmp_path / "out.csv").read_text() == "day,team,behavior,rating,count\n"
