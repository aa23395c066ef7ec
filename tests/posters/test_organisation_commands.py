"""`posters organisation`, `chain` and `progress` as people run them, on a real store."""

from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from store.behaviors import BEHAVIORS
from store.open import create_store
from store.organisation import Organisation, Team
from store.organisation.values import Link
from store.records import CheckIn, Ratings
from tests.posters.checks import spoken
from tests.posters.reading import pages
from tests.posters.running import Run, posters_in, text_of

ORGANISATION = Organisation(
    name="Riverside Hospital",
    languages=("de", "en"),
    sample=True,
    teams=(
        Team(key="ward", name="North Ward"),
        Team(key="pharmacy", name="Pharmacy"),
        Team(key="tiny", name="Tiny Team", members=3),
        Team(key="old-lab", name="Old Lab", retired=True),
    ),
    links=(Link(customer="ward", supplier="pharmacy"), Link(customer="ward", supplier="tiny")),
)
DAY_OVER = date.today() - timedelta(days=2)  # noqa: DTZ011 - any day before today in every time zone


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which three teams have been rated, one of which is retired and one too small."""
    folder = tmp_path_factory.mktemp("riverside") / "data"
    store = create_store(folder, ORGANISATION)
    ratings = Ratings.of(dict.fromkeys(BEHAVIORS, 4))
    store.add_many(
        [
            CheckIn(id=str(uuid4()), day=DAY_OVER, team=team, ratings=ratings, extra_mile=True)
            for team in ("ward", "tiny", "old-lab")
            for _ in range(6)
        ]
    )
    store.close()
    return folder


@pytest.fixture
def run(data: Path, tmp_path: Path) -> Run:
    """Runs `python -m posters` in an empty folder on that store."""
    return posters_in(tmp_path, data)


def test_all_teams_but_those_that_may_not_be_shown_are_in_the_table(run: Run, tmp_path: Path) -> None:
    done = run("organisation", "-o", "all.pdf", "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "Wrote all.pdf.\n")
    text = text_of(tmp_path / "all.pdf")
    assert "North Ward 4.0 4.0 4.0 4.0 4.0 4.0 4.0" in text
    assert "Pharmacy – – – – – – –" in text
    assert "SAMPLE DATA" in text
    assert "Tiny Team" not in text
    assert "Old Lab" not in text


def test_a_poster_speaks_the_organisations_first_language(run: Run, tmp_path: Path) -> None:
    assert run("organisation", "-o", "all.pdf").returncode == 0
    assert "4,0" in text_of(tmp_path / "all.pdf")


def test_the_chain_shows_links_without_numbers(run: Run, tmp_path: Path) -> None:
    assert run("chain", "-o", "chain.pdf", "--lang", "en", "--paper", "a3").returncode == 0
    (figure,) = [alt for tag, alt in spoken((tmp_path / "chain.pdf").read_bytes()) if tag == "Figure"]
    assert figure == "Pharmacy serves North Ward"


def test_a_years_poster_parts_into_two_sheets_of_letter_paper(run: Run, tmp_path: Path) -> None:
    assert run("progress", "north ward", "-o", "year.pdf", "--paper", "letter", "--theme", "ink").returncode == 0
    assert len(pages((tmp_path / "year.pdf").read_bytes())) == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["progress", "tiny", "-o", "x.pdf"], "fewer than 4 members"),
        (["progress", "nobody", "-o", "x.pdf"], 'No team is called "nobody"'),
        (["organisation", "-o", "x.pdf", "--from", "2026-02-02", "--to", "2026-01-01"], "swap them"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_one_sentence(run: Run, arguments: list[str], sentence: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["organisation", "chain", "progress"])
def test_help_shows_an_example(run: Run, command: str) -> None:
    assert f"Example: posters {command}" in run(command, "--help").stdout
