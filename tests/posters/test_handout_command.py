"""The commands `posters handout` and `posters pack` as a trainer runs them: without a data folder, or with one."""

from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from posters.commands.training import behavior_called
from store.behaviors import BEHAVIORS, Behavior
from store.errors import UsageError
from store.language import CATALOGUES, ENGLISH, read_language
from store.open import create_store
from store.organisation import Brand, Organisation, Team
from store.records import CheckIn, Ratings
from tests.posters.reading import pages
from tests.posters.running import Run, posters_in, text_of

ORGANISATION = Organisation(
    name="Riverside Hospital",
    brand=Brand(accent="#FFDD00"),
    teams=(Team(key="north-ward", name="North Ward"), Team(key="tiny", name="Tiny Team", members=3)),
)
DAY_OVER = date.today() - timedelta(days=2)  # noqa: DTZ011 - any day before today in every time zone


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which everybody who served with North Ward answered 4."""
    folder = tmp_path_factory.mktemp("riverside") / "data"
    store = create_store(folder, ORGANISATION)
    ratings = Ratings.of(dict.fromkeys(BEHAVIORS, 4))
    store.add_many(
        [CheckIn(id=str(uuid4()), day=DAY_OVER, team="north-ward", ratings=ratings, extra_mile=True) for _ in range(6)]
    )
    store.close()
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `python -m posters` in an empty folder, on a data folder that does not exist."""
    return posters_in(tmp_path, tmp_path / "nowhere")


def test_a_handout_needs_no_data_folder(run: Run, tmp_path: Path) -> None:
    done = run("handout", "6", "-o", "polite.pdf")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Wrote polite.pdf.\n", "")
    assert "6 Be Polite" in text_of(tmp_path / "polite.pdf")
    assert not (tmp_path / "nowhere").exists()


def test_all_handouts_are_a_file_each(run: Run, tmp_path: Path) -> None:
    done = run("handout", "--all", "-o", "course", "--paper", "a4", "--theme", "ink")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "course").iterdir()) == [
        "1-stay-positive.pdf",
        "2-honor-commitments.pdf",
        "3-communicate-often.pdf",
        "4-negotiate-expectations.pdf",
        "5-step-out-of-your-silo.pdf",
        "6-be-polite.pdf",
        "7-be-helpful.pdf",
    ]
    ((width, _), _), *more = pages((tmp_path / "course" / "7-be-helpful.pdf").read_bytes())
    assert width == pytest.approx(595.28, abs=0.1)
    assert more == []


def test_a_team_s_score_comes_from_the_data_folder(run: Run, data: Path, tmp_path: Path) -> None:
    done = run("handout", "be helpful", "--team", "north ward", "--data", str(data), "-o", "a.pdf")
    assert done.returncode == 0, done.stderr
    text = text_of(tmp_path / "a.pdf")
    assert "North Ward" in text
    assert "4.0 of 5" in text
    assert "6 answers" in text
    assert "The brand's accent #FFDD00 is too pale" in done.stderr


def test_a_team_without_a_data_folder_is_one_sentence(run: Run) -> None:
    done = run("handout", "1", "--team", "north-ward", "-o", "a.pdf")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "nowhere" in done.stderr


def test_a_team_that_is_too_small_gets_no_score(run: Run, data: Path, tmp_path: Path) -> None:
    for command in (("handout", "1"), ("pack",)):
        done = run(*command, "--team", "tiny", "--data", str(data), "-o", "a.pdf")
        assert done.returncode == 2
        assert "fewer than 4 members" in done.stderr
        assert not (tmp_path / "a.pdf").exists()


def test_large_print_is_an_option(run: Run, tmp_path: Path) -> None:
    assert run("handout", "stay", "--large", "-o", "a.pdf").returncode == 0
    assert min(word.size for _, words in pages((tmp_path / "a.pdf").read_bytes()) for word in words) == 18


def test_the_booklet_needs_no_data_folder(run: Run, tmp_path: Path) -> None:
    done = run("pack", "-o", "booklet.pdf")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Wrote booklet.pdf.\n", "")
    assert len(pages((tmp_path / "booklet.pdf").read_bytes())) > 20


def test_the_booklet_of_a_team_bears_its_name_and_scores(run: Run, data: Path, tmp_path: Path) -> None:
    done = run("pack", "--team", "north-ward", "--data", str(data), "-o", "booklet.pdf")
    assert done.returncode == 0, done.stderr
    text = text_of(tmp_path / "booklet.pdf")
    assert "For North Ward, Riverside Hospital" in text
    assert text.count("4.0 of 5") == len(BEHAVIORS)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("handout", "-o", "a.pdf"), "Name one behavior, or ask for all seven with --all."),
        (("handout", "1", "--all", "-o", "a"), "Name one behavior, or ask for all seven with --all."),
        (("handout", "8", "-o", "a.pdf"), '"8" is none of the seven behaviors; choose one of: 1 Stay Positive'),
        (("handout", "be", "-o", "a.pdf"), '"be" could be more than one behavior; choose one of: 6 Be Polite, 7 Be'),
        (("handout", "1", "--paper", "a3", "-o", "a.pdf"), "use --paper letter or a4"),
        (("pack", "--paper", "tabloid", "-o", "a.pdf"), "use --paper letter or a4"),
        (("pack", "--on", "2999-01-01", "-o", "a.pdf"), "has not come yet"),
        (("handout", "--all", "-o", "a.pdf"), "a.pdf would be one PDF, and --all needs a folder"),
    ],
)
def test_a_wrong_request_is_one_sentence_and_writes_nothing(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("behavior", BEHAVIORS)
def test_a_behavior_is_called_by_number_key_or_name(behavior: Behavior) -> None:
    for text in (str(behavior.number), behavior.value, behavior.label, f"  {behavior.label.upper()} "):
        assert behavior_called(text, ENGLISH) is behavior


def test_the_start_of_a_name_is_enough_in_english_and_in_the_language_chosen() -> None:
    german = read_language("de", [CATALOGUES])
    assert behavior_called("step", german) is Behavior.STEP_OUT_OF_YOUR_SILO
    assert behavior_called(german.say("Be Polite")[:4], german) is Behavior.BE_POLITE


@pytest.mark.parametrize("text", ["", " ", "0", "polite", "<b>", "\x1b[31m", "x" * 20_000])
def test_what_is_no_behavior_is_refused_in_a_short_sentence(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        behavior_called(text, ENGLISH)
    assert len(str(refused.value)) < 300
    assert "\x1b" not in str(refused.value)
