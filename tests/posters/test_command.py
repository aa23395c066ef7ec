"""The command `posters` as people run it, on a real store."""

import resource
import sys
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pexpect
import pytest
from msgspec.structs import replace

from store.behaviors import BEHAVIORS
from store.clock import today
from store.open import create_store, open_store
from store.organisation import Brand, Organisation, Team
from store.records import CheckIn, Ratings
from tests.posters.checks import spoken
from tests.posters.reading import pages, read
from tests.posters.running import Run, posters_in

ORGANISATION = Organisation(
    name="Riverside Hospital",
    brand=Brand(accent="#FFDD00"),
    teams=(
        Team(key="north-ward", name="North Ward"),
        Team(key="pharmacy", name="Pharmacy"),
        Team(key="tiny", name="Tiny Team", members=3),
        Team(key="old-lab", name="Old Lab", retired=True),
    ),
)
DAY_OVER = date.today() - timedelta(days=2)  # noqa: DTZ011 - any day before today in every time zone


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which North Ward has 12 check-ins and nobody else has any."""
    folder = tmp_path_factory.mktemp("riverside") / "data"
    store = create_store(folder, ORGANISATION)
    store.add_many(
        [
            CheckIn(
                id=str(uuid4()),
                day=DAY_OVER,
                team="north-ward",
                ratings=Ratings.of({behavior: 3 + (index + behavior.number) % 3 for behavior in BEHAVIORS}),
                extra_mile=index % 2 == 0,
            )
            for index in range(12)
        ]
    )
    store.close()
    return folder


@pytest.fixture
def run(data: Path, tmp_path: Path) -> Run:
    """Runs `python -m posters` in an empty folder on that store."""
    return posters_in(tmp_path, data)


def test_a_team_is_printed_by_name_or_key_to_the_same_bytes(run: Run, tmp_path: Path) -> None:
    by_name = run("team", "north ward", "-o", "name.pdf")
    by_key = run("team", "north-ward", "-o", "key.pdf")
    assert (by_name.returncode, by_name.stdout) == (0, "Wrote name.pdf.\n")
    assert by_key.returncode == 0
    assert (tmp_path / "name.pdf").read_bytes() == (tmp_path / "key.pdf").read_bytes()
    text = read((tmp_path / "name.pdf").read_bytes()).text
    assert "North Ward" in text
    assert "4.0 of 5" in text
    assert "12 check-ins" in text


@pytest.mark.parametrize("purpose", ["wall", "review"])
def test_visits_of_today_do_not_change_the_poster_of_today(run: Run, data: Path, tmp_path: Path, purpose: str) -> None:
    day = today(ORGANISATION)
    run("team", "north-ward", "-o", "before.pdf", "--on", day.isoformat(), "--for", purpose)
    store = open_store(data)
    for _ in range(6):
        store.save("north-ward", dict.fromkeys(BEHAVIORS, 1), extra_mile=False, on=day)
    store.close()
    run("team", "north-ward", "-o", "after.pdf", "--on", day.isoformat(), "--for", purpose)
    assert (tmp_path / "before.pdf").read_bytes() == (tmp_path / "after.pdf").read_bytes()


def test_a_brand_colour_that_had_to_be_mended_is_mentioned(run: Run) -> None:
    assert "Note: The brand's accent #FFDD00 is too pale" in run("team", "north-ward", "-o", "a.pdf").stderr


def test_a_team_without_scores_is_told_when_they_appear(run: Run, tmp_path: Path) -> None:
    done = run("team", "pharmacy", "-o", "a.pdf")
    assert done.returncode == 0
    assert "Pharmacy has no scores in these days yet; they appear the day after there are at least 5 answers." in (
        done.stderr
    )
    assert "not enough voices yet" in read((tmp_path / "a.pdf").read_bytes()).text


def test_a_window_without_batches_shows_none_of_their_numbers(run: Run, tmp_path: Path) -> None:
    long_ago = DAY_OVER - timedelta(days=400)
    done = run("team", "north-ward", "-o", "a.pdf", "--to", long_ago.isoformat())
    assert done.returncode == 0, done.stderr
    assert "of 5" not in read((tmp_path / "a.pdf").read_bytes()).text


def test_all_teams_in_a_pipe_are_plain_lines(run: Run, tmp_path: Path) -> None:
    done = run("team", "--all", "-o", "new/posters")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Wrote new/posters/north-ward.pdf.",
        "Wrote new/posters/pharmacy.pdf.",
        "Skipped tiny: it has fewer than 4 members, and rating it would be rating a person.",
        "Skipped old-lab: it is retired.",
        "2 of 2 posters are in new/posters.",
    ]
    assert sorted(path.name for path in (tmp_path / "new/posters").iterdir()) == ["north-ward.pdf", "pharmacy.pdf"]


def test_all_teams_on_a_terminal_show_a_bar(data: Path, tmp_path: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "posters", "team", "--all", "-o", str(tmp_path / "posters"), "--data", str(data)],
        encoding="utf-8",
        dimensions=(24, 160),
        cwd=str(Path(__file__).parents[2]),
    )
    child.expect(pexpect.EOF, timeout=30)
    child.close()
    assert child.exitstatus == 0
    assert "100%" in (child.before or "")
    assert "2 of 2 posters are in" in (child.before or "")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["team", "-o", "a.pdf"], 2, "Name one team, or ask for all of them with --all."),
        (["team", "pharmacy", "--all", "-o", "a.pdf"], 2, "Name one team"),
        (["team", "farmacy", "-o", "a.pdf"], 2, 'did you mean "pharmacy" (Pharmacy)?'),
        (["team", "tiny", "-o", "a.pdf"], 2, "rating it would be rating a person"),
        (["team", "pharmacy"], 2, "--output"),
        (["team", "pharmacy", "-o", "."], 2, "is a folder; name a file in it"),
        (["team", "pharmacy", "-o", "a.png"], 2, "A poster is a PDF; name the file a.pdf."),
        (["team", "pharmacy", "-o", "gone/a.pdf"], 2, "There is no folder gone"),
        (["team", "pharmacy", "-o", "a.pdf", "--on", "2999-01-01"], 2, "has not come yet"),
        (["team", "pharmacy", "-o", "a.pdf", "--on", "soon"], 2, "is not a day"),
        (["team", "pharmacy", "-o", "a.pdf", "--from", "2026-02-02", "--to", "2026-02-01"], 2, "swap them"),
        (["team", "pharmacy", "-o", "a.pdf", "--data", "nowhere"], 1, "nowhere"),
        (["team", "pharmacy", "-o", "a.pdf", "--for", "[/b]"], 2, "--for [/b] is unknown; choose one of: wall, review"),
        (["team", "pharmacy", "-o", "a.pdf", "--link", "ftp://x"], 2, "cannot be printed as a code"),
        (["team", "--all", "-o", "p", "--print", "Office"], 2, "--all writes files"),
        (["blank", "-o", "a.pdf", "--number", "0"], 2, "--number"),
    ],
)
def test_a_mistake_is_one_sentence_and_leaves_nothing(
    run: Run, tmp_path: Path, arguments: list[str], code: int, sentence: str
) -> None:
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "posters").write_text("mine")
    done = run("team", "--all", "-o", "posters")
    assert done.returncode == 2
    assert "is a file, and --all needs a folder" in done.stderr
    assert (tmp_path / "posters").read_text() == "mine"


def test_all_posters_do_not_go_into_a_folder_that_is_named_like_a_poster(run: Run, tmp_path: Path) -> None:
    done = run("team", "--all", "-o", "posters.PDF")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "posters: posters.PDF would be one PDF, and --all needs a folder, such as posters.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_may_be_named_as_it_likes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wall.pdf").mkdir()
    assert run("team", "--all", "-o", "wall.pdf").returncode == 0


def test_where_no_team_can_be_printed_nothing_is_made_and_the_command_says_so(run: Run, tmp_path: Path) -> None:
    teams = tuple(team for team in ORGANISATION.teams if team.retired or team.too_small)
    create_store(tmp_path / "data", replace(ORGANISATION, teams=teams)).close()
    done = run("team", "--all", "-o", "posters", "--data", "data")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "posters: There is no team to print (tiny: it has fewer than 4 members, and rating it would be rating a "
        "person; old-lab: it is retired).\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_full_disk_keeps_the_old_poster(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"the old one")
    done = run("team", "north-ward", "-o", "a.pdf", before=_files_up_to_20_kilobytes)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Cannot write to a.pdf" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"the old one"


def _files_up_to_20_kilobytes() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


@pytest.mark.parametrize("arguments", [["--help"], ["team", "--help"], ["blank", "--help"]])
def test_help_gives_an_example(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 0
    assert "Example: posters " in done.stdout


def test_a_review_comes_in_any_language_on_any_paper(run: Run, tmp_path: Path) -> None:
    done = run("team", "north-ward", "--for", "review", "--lang", "de", "--paper", "a3", "-o", "a.pdf")
    assert done.returncode == 0, done.stderr
    text = read((tmp_path / "a.pdf").read_bytes()).text
    assert "4,0" in text
    assert "Höflich sein" in text


def test_all_teams_bear_the_same_code(run: Run, tmp_path: Path) -> None:
    done = run("team", "--all", "--link", "https://example.org/check-in", "-o", "posters")
    assert done.returncode == 0, done.stderr
    for name in ("north-ward", "pharmacy"):
        figures = [alt for _, alt in spoken((tmp_path / "posters" / f"{name}.pdf").read_bytes())]
        assert "QR code: check in at https://example.org/check-in" in figures


def test_all_teams_as_pictures_are_named_by_their_keys(run: Run, tmp_path: Path) -> None:
    done = run("team", "--all", "--png", "30", "-o", "posters")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "posters").iterdir()) == ["north-ward.png", "pharmacy.png"]


def test_blank_posters_need_no_data(run: Run, tmp_path: Path) -> None:
    done = run("blank", "--number", "3", "-o", "blank.pdf")
    assert (done.returncode, done.stdout) == (0, "Wrote blank.pdf.\n"), done.stderr
    assert len(pages((tmp_path / "blank.pdf").read_bytes())) == 3


def test_help_says_which_days_count_if_none_are_named(run: Run) -> None:
    help_text = " ".join(run("team", "--help").stdout.split())
    assert "First day that counts. [default: (the score window of organisation.toml, 90 days)]" in help_text
    assert "Last day that counts. [default: (the day before)]" in help_text


@pytest.mark.parametrize("arguments", [("team", "old-lab"), ("progress", "old-lab"), ("pack", "--team", "Old Lab")])
def test_a_retired_team_is_printed_with_a_note(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    organisation = Organisation(name="Riverside", teams=(Team(key="old-lab", name="Old Lab"),))
    store = create_store(tmp_path / "old", organisation)
    for _ in range(6):
        store.save("old-lab", dict.fromkeys(BEHAVIORS, 4), extra_mile=False, on=DAY_OVER)
    store.close()
    settings = tmp_path / "old" / "organisation.toml"
    settings.write_text(
        settings.read_text("utf-8").replace('name = "Old Lab"', 'name = "Old Lab"\nretired = true'), "utf-8"
    )
    done = run(*arguments, "-o", "old.pdf", "--data", "old")
    assert done.returncode == 0, done.stderr
    assert "Note: Old Lab is retired" in done.stderr


@pytest.mark.parametrize("arguments", [("team", "old-lab"), ("progress", "old-lab"), ("pack", "--team", "Old Lab")])
def test_a_retired_team_without_scores_is_refused_with_the_day_that_has_some(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    day = DAY_OVER - timedelta(days=150)
    teams = (Team(key="old-lab", name="Old Lab"), Team(key="new-lab", name="New Lab", retired=True))
    store = create_store(tmp_path / "old", Organisation(name="Riverside", teams=teams))
    for _ in range(6):
        store.save("old-lab", dict.fromkeys(BEHAVIORS, 4), extra_mile=False, on=day)
    store.close()
    settings = tmp_path / "old" / "organisation.toml"
    settings.write_text(
        settings.read_text("utf-8").replace('name = "Old Lab"', 'name = "Old Lab"\nretired = true'), "utf-8"
    )
    refused = run(*arguments, "-o", "old.pdf", "--data", "old")
    assert refused.returncode == 2
    assert refused.stderr == (
        'posters: "Old Lab" is retired and has no scores in these days; '
        f"the last ones are from {day}: choose --on {day + timedelta(days=1)}.\n"
    )
    assert run(*arguments, "-o", "old.pdf", "--data", "old", "--on", f"{day + timedelta(days=1)}").returncode == 0
    new = (word.replace("old", "new").replace("Old", "New") for word in arguments)
    never = run(*new, "-o", "x.pdf", "--data", "old")
    assert never.stderr == 'posters: "New Lab" is retired, and no score of it was ever released.\n'
    assert not (tmp_path / "x.pdf").exists()


def test_a_year_without_scores_says_when_they_appear(run: Run, tmp_path: Path) -> None:
    done = run("progress", "pharmacy", "-o", "x.pdf")
    assert done.returncode == 0, done.stderr
    assert "Note: Pharmacy has no scores in these days yet; they appear the day after" in done.stderr
    assert "no scores" not in run("progress", "north-ward", "-o", "y.pdf").stderr


def test_nobody_waits_for_scores_of_a_retired_team(run: Run, tmp_path: Path) -> None:
    store = create_store(tmp_path / "old", Organisation(name="Riverside", teams=(Team("old-lab", "Old Lab"),)))
    for _ in range(6):
        store.save("old-lab", {BEHAVIORS[0]: 4}, extra_mile=False, on=DAY_OVER)
    store.close()
    settings = tmp_path / "old" / "organisation.toml"
    settings.write_text(
        settings.read_text("utf-8").replace('name = "Old Lab"', 'name = "Old Lab"\nretired = true'), "utf-8"
    )
    for command in ("team", "progress"):
        done = run(command, "old-lab", "-o", "x.pdf", "--data", "old")
        assert done.stderr == "Note: Old Lab is retired; its sheet shows what was released before.\n"


def test_many_teams_without_scores_are_one_note(run: Run, tmp_path: Path) -> None:
    names = [f"Ward {number}" for number in range(11)]
    teams = tuple(Team(key=f"ward-{number}", name=name) for number, name in enumerate(names))
    create_store(tmp_path / "many", Organisation(name="Riverside", teams=teams)).close()
    done = run("team", "--all", "-o", "posters", "--data", "many")
    assert done.stderr.count("no scores") == 1
    assert "Ward 6, Ward 7 and 3 more have no scores in these days yet; they appear" in done.stderr
