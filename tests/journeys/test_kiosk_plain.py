"""Plain lines, one answer a line: for scripts, serial terminals and screen readers."""

from pathlib import Path

import pytest

from store.behaviors import BEHAVIORS
from tests.factories.commands import complaint, run
from tests.journeys.terminal import Terminal
from tests.kiosk.standing import a_store, stored

SEVEN = "5\n4\n3\n2\n1\n0\n5\n"


def test_a_visit_is_a_team_seven_answers_and_an_empty_line(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    outcome = run("kiosk", "run", "--plain", "--visits", "1", "--data", store.folder, text=f"2\n{SEVEN}\n")
    assert outcome.returncode == 0
    assert "Thank you, it is stored. Scores move overnight" in outcome.stdout
    (check_in,) = stored(store)
    assert check_in.team == "north-ward"
    assert [getattr(check_in.ratings, behavior) for behavior in BEHAVIORS] == [5, 4, 3, 2, 1, None, 5]


def test_plain_lines_move_no_cursor_and_use_no_color(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", "Ward [/foo]")
    outcome = run("kiosk", "run", "--plain", "--data", store.folder, text=f"1\n{SEVEN}\n")
    assert outcome.stdout.replace("\n", "").isprintable()
    assert "Ward [/foo]" in outcome.stdout


def test_without_a_terminal_the_kiosk_speaks_plain_lines_by_itself(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    assert run("kiosk", "--data", store.folder, text=f"1\n{SEVEN}\n2\n{SEVEN}\n").returncode == 0
    assert [check_in.team for check_in in stored(store)] == ["pharmacy", "north-ward"]


def test_no_more_visits_are_taken_than_asked_for(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit = f"1\n{SEVEN}\n"
    run("kiosk", "run", "--visits", "2", "--data", store.folder, text=visit * 3)
    assert len(stored(store)) == 2


def test_input_that_ends_in_the_middle_of_a_visit_stores_nothing_and_says_so(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    outcome = run("kiosk", "run", "--plain", "--data", store.folder, text="1\n5\n4\n")
    assert outcome.returncode == 1
    assert "nothing of it is stored" in outcome.stdout
    assert stored(store) == []


@pytest.mark.parametrize("nonsense", ["6", "-1", "five", "0x1", "²", "9" * 5000, "\x1b[2J"])
def test_nonsense_is_asked_again(tmp_path: Path, nonsense: str) -> None:
    store = a_store(tmp_path / "data")
    text = f"{nonsense}\n1\n{nonsense}\n{SEVEN}{nonsense}\n\n"
    outcome = run("kiosk", "run", "--plain", "--visits", "1", "--data", store.folder, text=text)
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.replace("\n", "").isprintable()
    assert [check_in.ratings.stay_positive for check_in in stored(store)] == [5]


def test_minus_steps_back_and_plus_turns_the_extra_mile(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    text = f"1\n-\n2\n5\n-\n1\n{SEVEN[2:]}+\n-\n0\n\n"
    outcome = run("kiosk", "run", "--plain", "--visits", "1", "--data", store.folder, text=text)
    assert outcome.returncode == 0, outcome.stdout
    (check_in,) = stored(store)
    assert check_in.team == "north-ward"
    assert check_in.ratings.stay_positive == 1
    assert check_in.ratings.be_helpful is None


def test_an_empty_line_finishes_early_and_skipping_everything_stores_nothing(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    outcome = run("kiosk", "run", "--plain", "--visits", "2", "--data", store.folder, text="1\n3\n\n\n1\n\n")
    assert outcome.returncode == 0
    assert "nothing is stored" in outcome.stdout
    assert len(stored(store)) == 1


def test_without_an_organisation_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    assert "store init" in complaint(run("kiosk", "run", "--plain", "--data", tmp_path / "none"), 1)


def test_plain_lines_work_on_a_terminal_too(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "run", "--plain", "--visits", "1", "--data", store.folder) as terminal:
        terminal.wait_for("Which team? Its number:")
        terminal.type("1", "Enter", *[key for digit in "5432155" for key in (digit, "Enter")], "Enter")
        terminal.wait_for("Thank you, it is stored.")
        assert terminal.wait_for_end() == 0
    assert len(stored(store)) == 1
