"""organisation.toml: read strictly, and written once."""

import os
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import CannotReadError, NoOrganisationError, OrganisationError, UsageError
from store.language import LANGUAGES
from store.organisation import Brand, Hours, Kiosk, Link, Organisation, Privacy, Scoring, Team, Timings
from store.organisation.file import FILE, parse, read, write_new
from store.organisation.settings import SETTINGS
from store.organisation.team_names import new_teams
from store.organisation.template import render

RIVERSIDE = Organisation(
    name='Riverside "Łukasz" Hospital',
    time_zone="Europe/Warsaw",
    languages=("pl", "en"),
    teams=(Team(key="kitchen", name="Kitchen", members=12), Team(key="ward-3", name="Ward 3", retired=True)),
    kiosk=Kiosk(home_team="kitchen", questions_per_visit=3, contact='Łucja "the boss" \\o/ [/foo] <b>'),
    hours=Hours(monday="07:00-19:00", saturday="22:00-06:00"),
    links=(Link(customer="ward-3", supplier="kitchen", deliverables=("Speed", "Warm \\ soup")),),
)

names = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"]), min_size=1, max_size=60).filter(
    lambda text: bool(text.strip())
)
organisations = st.builds(
    Organisation,
    name=names,
    time_zone=st.sampled_from(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"]),
    sample=st.booleans(),
    clock_confirmed=st.none() | st.dates(),
    privacy=st.builds(Privacy, minimum=st.integers(3, 1000), release=st.sampled_from(["overnight", "at-once"])),
    languages=st.lists(st.sampled_from(list(LANGUAGES)), unique=True, min_size=1).map(tuple),
    kiosk=st.builds(Kiosk, questions_per_visit=st.sampled_from([1, 3, 7]), contact=st.none() | names),
    hours=st.none() | st.builds(Hours, sunday=st.sampled_from(["07:00-19:00", "22:00-06:00", "00:00-24:00"])),
    scores=st.builds(Scoring, window_days=st.integers(1, 3660)),
    timings=st.builds(Timings, idle_seconds=st.integers(0, 3600)),
    brand=st.builds(Brand, ink=st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)),
    teams=st.lists(names, unique_by=str.casefold, max_size=4).map(
        lambda texts: tuple(Team(key=f"team-{n}", name=text, members=n + 1) for n, text in enumerate(texts))
    ),
)


@given(organisations)
def test_what_is_written_is_read_back_the_same(organisation: Organisation) -> None:
    assert parse(render(organisation), FILE) == organisation


def test_every_setting_stands_in_a_new_file_with_a_comment(tmp_path: Path) -> None:
    write_new(tmp_path / "data", Organisation(name="Riverside"))
    text = (tmp_path / "data" / FILE).read_text(encoding="utf-8")
    comments = " ".join(line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
    for key, setting in SETTINGS.items():
        assert setting.does in comments, key
        assert key.rpartition(".")[2] in text, key


def test_every_setting_of_an_organisation_is_described() -> None:
    sections = {
        "privacy": Privacy,
        "scores": Scoring,
        "kiosk": Kiosk,
        "hours": Hours,
        "timings": Timings,
        "brand": Brand,
        "links": Link,
        "teams": Team,
    }
    keys = set(Organisation.__struct_fields__)
    keys |= {f"{name}.{field}" for name, section in sections.items() for field in section.__struct_fields__}
    assert keys == set(SETTINGS)


def test_a_file_that_says_little_has_all_languages_all_questions_and_is_always_open() -> None:
    organisation = parse('name = "R"\n', FILE)
    assert organisation.languages == ("en", "es", "fr", "de", "pt", "pl", "uk", "vi")
    assert organisation.kiosk == Kiosk(home_team=None, questions_per_visit=7, contact=None)
    assert organisation.hours is None
    assert not organisation.privacy.slips


def test_no_setting_is_said_to_be_without_effect() -> None:
    assert not [key for key, setting in SETTINGS.items() if "not used" in setting.does.casefold()]


def test_the_file_and_its_folder_are_private(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    write_new(folder, RIVERSIDE)
    assert read(folder) == RIVERSIDE
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_an_empty_folder_is_closed_to_others_and_one_in_use_is_refused(tmp_path: Path) -> None:
    empty, used = tmp_path / "empty", tmp_path / "used"
    for folder in (empty, used):
        folder.mkdir()
        folder.chmod(0o755)
    (used / "holiday.jpg").touch()
    write_new(empty, RIVERSIDE)
    assert stat.S_IMODE(empty.stat().st_mode) == 0o700
    with pytest.raises(UsageError, match="choose a new or an empty folder"):
        write_new(used, RIVERSIDE)
    assert stat.S_IMODE(used.stat().st_mode) == 0o755
    assert not (used / FILE).exists()


def test_another_organisation_is_never_overwritten(tmp_path: Path) -> None:
    write_new(tmp_path / "data", RIVERSIDE)
    before = (tmp_path / "data" / FILE).read_bytes()
    with pytest.raises(UsageError, match="exists already"):
        write_new(tmp_path / "data", Organisation(name="Other"))
    assert (tmp_path / "data" / FILE).read_bytes() == before


def test_of_many_founders_at_once_exactly_one_succeeds(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    together, founded, refused = threading.Barrier(8), [], []

    def found(number: int) -> None:
        together.wait()
        try:
            write_new(folder, Organisation(name=f"Number {number}"))
            founded.append(number)
        except UsageError:
            refused.append(number)

    threads = [threading.Thread(target=found, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(founded) == 1
    assert len(refused) == 7
    assert read(folder).name == f"Number {founded[0]}"
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_values_that_could_not_be_read_again_are_never_written(tmp_path: Path) -> None:
    with pytest.raises(OrganisationError, match="minimum = 2 is not possible"):
        write_new(tmp_path / "data", Organisation(name="X", privacy=Privacy(minimum=2)))
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "text", ['name = "R"\n', 'name = "R"\n[privacy]\n', 'name = "R"\n[privacy]\nrelease = "at-once"']
)
def test_a_missing_privacy_minimum_means_five(text: str) -> None:
    assert parse(text, FILE).privacy.minimum == 5


def test_a_folder_without_an_organisation_says_how_to_make_one(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing", Path(os.devnull)):
        with pytest.raises(NoOrganisationError, match="run `store init`, or name its folder with --data"):
            read(folder)


def test_a_file_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(CannotReadError, match=r"Cannot read .*organisation\.toml"):
        read(tmp_path)


def test_windows_editors_may_leave_their_marks(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'\xef\xbb\xbfname = "Caf\xc3\xa9"\r\n[privacy]\r\nminimum = 7\r\n')
    assert read(tmp_path) == Organisation(name="Café", privacy=Privacy(minimum=7))


def test_text_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'# fine\nname = "Caf\xe9"\n')
    with pytest.raises(
        OrganisationError, match=r"organisation\.toml, line 2: this is not UTF-8 text; save the file again"
    ):
        read(tmp_path)


def test_small_and_retired_teams_are_not_open() -> None:
    small, retired, fit = (
        Team(key="a", name="A", members=3),
        Team(key="b", name="B", retired=True),
        Team(key="c", name="C"),
    )
    assert Organisation(name="X", teams=(small, retired, fit)).open_teams == (fit,)


def test_new_teams_can_be_read_back() -> None:
    organisation = Organisation(name="X", teams=new_teams(["Łódź Küche", "厨房", "[/foo]", '"quoted"', "back\\slash"]))
    assert parse(render(organisation), FILE) == organisation
