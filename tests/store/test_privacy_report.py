"""The privacy report says what is true of an installation, and never what would give a visitor away."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.abuse import Hold
from store.clock import today
from store.language import ENGLISH, LANGUAGES
from store.notes import Kind
from store.open import Store, open_store
from store.organisation import Organisation, Privacy, Timings
from store.poster_requests import SheetWish, requests_of
from store.privacy_figures import Figures, Steps, figures, in_steps
from store.privacy_report import privacy_report
from store.records import Ratings
from tests.factories.commands import complaint, run
from tests.factories.settings import Rule
from tests.factories.sheets import a_sheet, many_rows
from tests.factories.stores import a_check_in, a_store, an_organisation, everything, visit

_DAY = date(2026, 3, 2)
_NEXT = date(2026, 3, 3)
_FEW = Steps(0, 5)
NOTHING = Figures(0, 0, None, None, 0, _FEW, _FEW, _FEW, _FEW)


def counted(store: Store, on: date) -> Figures:
    return figures(open_store(store.folder), on, lambda _bytes: None)


def words(organisation: Organisation, told: Figures = NOTHING) -> str:
    report = privacy_report(organisation, told, _NEXT, ENGLISH)
    return "\n".join(sentence for section in report.sections for sentence in section.sentences)


def test_released_check_ins_are_told_exactly_and_all_else_in_steps(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", "north", "south", "east")
    visit(store, _DAY, [1, 2, 3, 4, 5, 5])
    for team in ("south", "east"):
        visit(store, _DAY, [4, 4, 4], team=team)
    for number in range(12):
        store.notes.add("north", Kind.PRAISE, None, f"Thank you {number}", _DAY)
    store.slips.make(7)
    assert counted(store, _NEXT) == Figures(
        released_check_ins=6,
        batches=8,
        first=_DAY,
        last=_DAY,
        imports=0,
        waiting=Steps(5, 10),
        held=_FEW,
        notes=Steps(10, 15),
        unused_slips=Steps(5, 10),
    )


def test_visits_of_today_change_nothing_that_is_told(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [1, 2, 3, 4, 5])
    visit(store, _DAY, [1, 2, 3, 4], team="south")
    before = counted(store, _NEXT)
    for _ in range(9):
        visit(store, _NEXT, [1])
        visit(store, _NEXT, [1], team="south")
        assert counted(store, _NEXT) == before


@pytest.mark.parametrize("few", range(5))
def test_none_and_a_few_look_the_same(tmp_path: Path, few: int) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [4] * few)
    for number in range(few):
        store.notes.add("north", Kind.OBSTACLE, None, f"A hill {number}", _DAY)
        store.held.add("north", Ratings.of(everything(3)), extra_mile=False, reason=Hold.BURST)
    store.slips.make(few + 1)
    for code in store.slips.make(5 - few):
        store.slips.use(code)
    assert replace(counted(store, _NEXT), unused_slips=_FEW) == NOTHING


@given(st.integers(0, 10**6), st.integers(3, 1000))
def test_a_step_holds_its_number_and_is_as_wide_as_the_minimum(number: int, minimum: int) -> None:
    steps = in_steps(number, minimum)
    assert steps.at_least <= number < steps.below == steps.at_least + minimum
    assert steps.at_least % minimum == 0


def test_teams_that_are_too_small_are_counted_nowhere(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", "north", "tiny")
    store.add_many([a_check_in(_DAY, "tiny") for _ in range(4)])
    store.close_days(_NEXT)
    store.add_many([a_check_in(_DAY, "tiny") for _ in range(5)])
    path = store.folder / "organisation.toml"
    path.write_text(path.read_text().replace('key = "tiny"', 'key = "tiny"\nmembers = 3'))
    assert counted(store, _NEXT + timedelta(days=1)) == NOTHING


def test_imported_files_are_counted_and_never_mixed_with_the_kiosk(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [4] * 4)
    imported = run("store", "import", a_sheet(tmp_path / "a.csv", *many_rows(4, ["north"])), "--data", store.folder)
    assert imported.returncode == 0, imported.stderr
    told = counted(store, date(2026, 9, 1))
    assert (told.imports, told.released_check_ins, told.waiting) == (1, 0, Steps(5, 10))


def test_a_folder_that_is_only_read_is_counted_as_well(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [1, 2, 3, 4, 5])
    visit(store, _DAY, [1], team="south")
    closed = counted(store, _NEXT)
    assert counted(store, _NEXT) == closed
    assert closed.released_check_ins == 5


@pytest.mark.parametrize(
    "rule",
    [
        Rule(lambda o: replace(o, privacy=Privacy(minimum=8)), "at least 5 of one team", "at least 8 of one team"),
        Rule(lambda o: replace(o, privacy=Privacy(release="at-once")), "when a day is over", "as soon as at least 5"),
        Rule(lambda o: replace(o, privacy=Privacy(slips=True)), "No slip is asked for", "one voice, one slip"),
        Rule(
            lambda o: replace(o, timings=Timings(too_fast_seconds=0)), "less than 3 seconds", "are held back: they are"
        ),
        Rule(
            lambda o: replace(o, kiosk=replace(o.kiosk, questions_per_visit=3)), "all seven behaviors", "about 3 of the"
        ),
        Rule(lambda o: replace(o, teams=o.teams[:1]), "2 teams can be rated.", "1 team can be rated."),
    ],
)
def test_each_setting_changes_the_sentence_about_it(rule: Rule) -> None:
    assert rule.shows(an_organisation(), words)


def test_the_unused_slips_are_told_only_where_slips_are_asked_for() -> None:
    told = replace(NOTHING, unused_slips=Steps(40, 45))
    with_slips = replace(an_organisation(), privacy=Privacy(slips=True))
    assert "Unused slips: 40 to 44." in words(with_slips, told)
    assert "40" not in words(an_organisation(), told)


def test_every_file_of_a_used_folder_is_explained(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [4] * 6)
    store.close_days(_NEXT)
    store.notes.add("north", Kind.PRAISE, None, "Thank you", _DAY)
    store.held.add("north", Ratings.of(everything(3)), extra_mile=False, reason=Hold.BURST)
    store.held.drop(None, _NEXT)
    store.slips.make(1)
    store.pin.set("123456")
    requests_of(store).add("north", SheetWish.TEAM, _DAY)
    run("store", "import", a_sheet(tmp_path / "a.csv", *many_rows(4, ["north"])), "--data", store.folder)
    report = privacy_report(store.organisation, NOTHING, _NEXT, ENGLISH)
    explained = {file.name.rstrip("/") for section in report.sections for file in section.files}
    kept = {re.sub(r"^import-\w+", "import-…", path.name) for path in store.folder.iterdir()}
    assert kept <= explained


def test_the_command_prints_text_and_the_same_as_data(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, today(store.organisation) - timedelta(days=2), [1, 2, 3, 4, 5])
    text = run("store", "privacy-report", "--data", store.folder, "--lang", "en")
    assert text.returncode == 0, text.stderr
    assert text.stdout.startswith("Privacy report: Test House\n")
    assert "Released check-ins: 5, in batches dated" in text.stdout
    assert max(map(len, text.stdout.splitlines())) <= 88
    data = json.loads(run("store", "privacy-report", "--data", store.folder, "--json").stdout)
    assert data["figures"]["released_check_ins"] == 5
    assert data["figures"]["waiting"] == {"at_least": 0, "below": 5}
    flat = " ".join(text.stdout.replace("\n- ", "\n").split())
    for section in data["sections"]:
        assert section["heading"].upper() in flat
        assert all(sentence in flat for sentence in section["sentences"])


def test_a_name_is_never_read_as_markup_and_sample_data_says_so(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    path = store.folder / "organisation.toml"
    text = path.read_text().replace('"Test House"', '"[/foo] <b> House"').replace("sample = false", "sample = true")
    path.write_text(text)
    shown = run("store", "privacy-report", "--data", store.folder)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.splitlines()[0] == "Privacy report: [/foo] <b> House (sample data)"


def test_an_unknown_language_is_refused_in_one_line(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    said = complaint(run("store", "privacy-report", "--data", store.folder, "--lang", "tlh"), 2)
    assert said == f"store: --lang tlh is unknown; choose one of: {', '.join(LANGUAGES)}."


def test_the_help_names_the_command_for_paper() -> None:
    assert "posters privacy-report" in run("store", "privacy-report", "--help").stdout


def test_the_report_is_a_value_that_programs_can_read_back() -> None:
    report = privacy_report(an_organisation(), NOTHING, _NEXT, ENGLISH)
    assert msgspec.json.decode(msgspec.json.encode(report), type=type(report)) == report
