"""The real kiosk in a real terminal: a visit ends in the store, and only F10 leaves."""

import json
import signal
from pathlib import Path

import pytest

from store.open import create_store, open_store
from store.organisation import Organisation
from tests.factories.commands import complaint, run
from tests.journeys.terminal import Terminal
from tests.kiosk.standing import a_store, stored

CONTROL_KEYS = ["\x11", "\x03", "\x1a", "\x10", "\x04", "\x1c", "\x0c"]


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_ten_key_presses_end_in_the_store(tmp_path: Path, size: tuple[int, int]) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "--data", store.folder, size=size) as terminal:
        terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")
        terminal.type("x", "2", "5", "4", "3", "2", "1", "5", "4", "Enter")
        terminal.wait_for("YOUR ANSWERS ARE STORED")
        line = (store.folder / "check-ins.jsonl").read_text("utf-8")
        terminal.type("F10")
        assert terminal.wait_for_end() == 0
    assert line.count("\n") == 1
    (check_in,) = stored(open_store(store.folder))
    assert check_in.team == "north-ward"
    assert check_in.ratings.be_helpful == 4


def test_what_is_typed_into_the_kiosk_shows_in_the_scores_the_next_day(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "--data", store.folder) as terminal:
        for _ in range(5):
            terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")
            terminal.type("x", "3", "5", "5", "5", "5", "5", "5", "4", "Enter")
            terminal.wait_for("YOUR ANSWERS ARE STORED")
            terminal.type("x")
    day = stored(store)[0].day
    card = store.scorecard("kitchen", day.replace(year=day.year + 1), day, day)
    assert [score.mean for score in card.scores.behaviors] == [5, 5, 5, 5, 5, 5, 4]


def test_control_keys_do_nothing(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "--data", store.folder) as terminal:
        terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")
        terminal.type(*CONTROL_KEYS)
        terminal.settle()
        assert "SEVEN WAYS WE SERVE EACH OTHER" in terminal.text
        terminal.type("x", "1", "4")
        terminal.wait_for("2 of 7")
        terminal.type(*CONTROL_KEYS)
        terminal.settle()
        assert "2 of 7" in terminal.text
        assert terminal.is_running
        terminal.type("F10")
        assert terminal.wait_for_end() == 0


def test_a_locked_kiosk_ignores_every_way_out(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "--data", store.folder, "--locked") as terminal:
        terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")
        terminal.type("F10", *CONTROL_KEYS, "x", "1")
        terminal.wait_for("1 of 7")
        terminal.type("F10", *CONTROL_KEYS)
        terminal.settle()
        assert terminal.is_running
        assert "1 of 7" in terminal.text
        assert "F10" not in terminal.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_kiosk_that_is_told_to_end_leaves_the_terminal_as_it_was(tmp_path: Path, number: int) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "--data", store.folder, "--locked") as terminal:
        terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")
        terminal.signal(number)
        assert terminal.wait_for_end() == 0
        assert b"\x1b[?1049l" in terminal.written  # the other screen is left


def test_a_terminal_that_can_place_nothing_is_asked_in_plain_lines(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "--data", store.folder, TERM="dumb") as terminal:
        terminal.wait_for("Which team served you?")


def test_in_plain_lines_too_there_is_a_word_where_no_team_can_be_rated(tmp_path: Path) -> None:
    store = create_store(tmp_path / "data", Organisation("Empty House"))
    outcome = run("kiosk", "run", "--plain", "--data", store.folder)
    assert outcome.returncode == 1
    assert "store teams add" in outcome.stdout


def test_a_visit_that_was_asked_for_and_never_began_is_no_success(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    assert run("kiosk", "run", "--plain", "--visits", "1", "--data", store.folder).returncode == 1


def test_the_first_start_asks_for_names_and_then_takes_check_ins(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    with Terminal("kiosk", "--data", folder) as terminal:
        terminal.wait_for("What is your organisation called?")
        terminal.type(*"Harbor Clinic", "Enter", *"Kitchen", "Enter", *"[/foo] Lab *3.", "Enter", "Enter")
        terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")
        terminal.type("x", "2", "5")
        terminal.wait_for("2 of 7")
        terminal.type("Enter", "Enter")
        terminal.wait_for("YOUR ANSWERS ARE STORED")
    store = open_store(folder)
    assert store.organisation.name == "Harbor Clinic"
    assert [team.name for team in store.organisation.teams] == ["Kitchen", "[/foo] Lab *3."]
    rated = [check_in.team for check_in in stored(store)] or [group.team for group in store.held.groups()]
    assert rated == [store.organisation.teams[1].key]


def test_a_locked_kiosk_never_founds_an_organisation_and_recovers_by_itself(tmp_path: Path) -> None:
    folder, unplugged = tmp_path / "data", tmp_path / "unplugged"
    a_store(unplugged)
    with Terminal("kiosk", "--data", folder, "--locked") as terminal:
        terminal.wait_for("This kiosk cannot take answers now.")
        terminal.type("x", "Enter", *"Mine", "Enter", "F10", *CONTROL_KEYS)
        terminal.settle()
        assert not folder.exists()
        unplugged.rename(folder)
        terminal.wait_for("SEVEN WAYS WE SERVE EACH OTHER")


def test_a_mistake_in_the_settings_is_one_sentence_before_the_screen_opens(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    path = store.folder / "organisation.toml"
    path.write_text(path.read_text("utf-8").replace("[privacy]", "[privacy]\nminimun = 5"), "utf-8")
    with Terminal("kiosk", "--data", store.folder) as terminal:
        assert terminal.wait_for_end() == 1
        assert "organisation.toml" in terminal.text.replace(" ", "")
        assert "Traceback" not in terminal.text


def test_every_command_has_help_with_an_example() -> None:
    for arguments in ([], ["run"], ["demo"]):
        outcome = run("kiosk", *arguments, "--help")
        assert outcome.returncode == 0
        assert "Example: kiosk" in outcome.stdout


def test_locked_plain_lines_are_refused(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    assert "--locked" in complaint(run("kiosk", "run", "--plain", "--locked", "--data", store.folder), 2)
    assert "--locked" in complaint(run("kiosk", "--locked", "--data", store.folder), 2)


def test_settings_of_a_new_organisation_are_the_usual_ones(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    with Terminal("kiosk", "--data", folder) as terminal:
        terminal.wait_for("What is your organisation called?")
        terminal.type(*"Clinic", "Enter", *"Lab", "Enter", "Enter")
        terminal.wait_for("SEVEN WAYS")
    organisation = open_store(folder).organisation
    usual = Organisation("Clinic", teams=organisation.teams, time_zone=organisation.time_zone)
    assert json.dumps(str(organisation)) == json.dumps(str(usual))
