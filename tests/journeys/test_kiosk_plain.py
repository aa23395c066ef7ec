"""Plain lines, one answer a line: for scripts, serial terminals and screen readers."""

import subprocess
from datetime import timedelta
from pathlib import Path
from subprocess import CompletedProcess
from time import monotonic

import pytest
from msgspec.structs import replace

from store.abuse import Hold
from store.behaviors import BEHAVIORS, Behavior
from store.clock import now
from store.held import HeldGroup
from store.notes import Kind
from store.open import Store
from store.organisation import Kiosk, Privacy
from tests.factories.commands import complaint, environment, program, run
from tests.journeys.terminal import Terminal
from tests.kiosk.standing import PATIENT, a_store, stored

SEVEN = "5\n4\n3\n2\n1\n0\n5\n"


def test_a_visit_is_a_team_seven_answers_and_an_empty_line(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    outcome = run("kiosk", "run", "--plain", "--visits", "1", "--data", store.folder, text=f"2\n{SEVEN}\n")
    assert outcome.returncode == 0
    assert "YOUR ANSWERS ARE STORED\nThank you. Scores move overnight" in outcome.stdout
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
    outcome = run("kiosk", "run", "--plain", "--visits", "2", "--data", store.folder, text="1\n3\n\n\n1\n\n\n")
    assert outcome.returncode == 0
    assert "nothing will be stored" in outcome.stdout
    assert len(stored(store)) == 1


def test_without_an_organisation_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    assert "store init" in complaint(run("kiosk", "run", "--plain", "--data", tmp_path / "none"), 1)


def test_plain_lines_work_on_a_terminal_too(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "run", "--plain", "--visits", "1", "--data", store.folder) as terminal:
        terminal.wait_for("Which team served you?")
        terminal.type("1", "Enter", *[key for digit in "5432155" for key in (digit, "Enter")], "Enter")
        terminal.wait_for("YOUR ANSWERS ARE STORED")
        assert terminal.wait_for_end() == 0
    assert len(stored(store)) == 1


def plain(store: Store, text: str, *options: str) -> CompletedProcess[str]:
    """Plain lines in a pipe."""
    return run("kiosk", "run", "--plain", "--data", store.folder, *options, text=text)


def test_all_is_well_and_staff_are_told_nothing(tmp_path: Path) -> None:
    assert "For staff" not in plain(a_store(tmp_path / "data"), f"1\n{SEVEN}\n").stdout


def test_a_script_is_not_hurried_but_somebody_at_a_terminal_is(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", timings=replace(PATIENT, too_fast_seconds=10))
    assert plain(store, f"1\n{SEVEN}\n").returncode == 0
    with Terminal("kiosk", "run", "--plain", "--visits", "1", "--data", store.folder) as terminal:
        terminal.wait_for("Which team served you?")
        terminal.type("1", "Enter", *[key for digit in "5432155" for key in (digit, "Enter")], "Enter")
        terminal.wait_for("They came very fast, so a manager decides")
        assert terminal.wait_for_end() == 0
    assert len(stored(store)) == 1
    assert store.held.groups() == (HeldGroup("pharmacy", Hold.TOO_FAST, 1),)


def test_a_script_keeps_no_pause(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", timings=replace(PATIENT, pause_seconds=50))
    assert plain(store, f"1\n{SEVEN}\n" * 3).returncode == 0
    assert len(stored(store)) == 3


def test_somebody_at_a_terminal_keeps_the_pause(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", timings=replace(PATIENT, pause_seconds=2))
    with Terminal("kiosk", "run", "--plain", "--visits", "2", "--data", store.folder) as terminal:
        began = monotonic()
        for _ in range(2):
            terminal.type("1", "Enter", "5", "Enter", "Enter", "Enter")
        assert terminal.wait_for_end() == 0
        assert monotonic() - began >= 2
    assert len(stored(store)) == 2


def test_a_closed_kiosk_takes_no_visit_and_says_when_it_opens(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    tomorrow = (now(store.organisation) + timedelta(days=1)).strftime("%A")
    with (store.folder / "organisation.toml").open("a") as file:
        file.write(f'[hours]\n{tomorrow.lower()} = "07:00-19:00"\n')
    outcome = plain(store, f"1\n{SEVEN}\n")
    assert outcome.returncode == 1
    assert outcome.stdout.startswith(f"CLOSED AT THIS TIME\nOpen again: {tomorrow}")
    assert "Which team" not in outcome.stdout
    assert stored(store) == []


def test_only_so_many_questions_are_asked_and_each_in_its_turn(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", kiosk=Kiosk(questions_per_visit=3))
    outcome = plain(store, "1\n5\n5\n5\n\n" * 7)
    assert outcome.returncode == 0, outcome.stdout
    assert "3 of 3" in outcome.stdout
    asked = [behavior for check_in in stored(store) for behavior in BEHAVIORS if getattr(check_in.ratings, behavior)]
    assert [asked.count(behavior) for behavior in BEHAVIORS] == [3] * 7


def test_the_home_team_stands_first_and_another_if_told(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", kiosk=Kiosk(home_team="kitchen"))
    assert "1 Kitchen\n2 Pharmacy" in plain(store, "").stdout
    assert "1 North Ward\n2 Pharmacy" in plain(store, "", "--team", "north ward").stdout
    assert 'No team is called "attic"' in complaint(plain(store, "", "--team", "attic"), 2)


def test_a_slip_is_asked_for_before_the_team_and_a_wrong_one_refused_at_once(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", privacy=Privacy(slips=True))
    (slip,) = store.slips.make(1)
    outcome = plain(store, f"1234567890\n{slip}\n1\n{SEVEN}\n{slip}\n")
    said = outcome.stdout
    before, after = said.split("YOUR ANSWERS ARE STORED")
    assert before.index("number on your slip") < before.index("number is not right") < before.index("Which team")
    assert "number is not right" in after
    assert "Which team" not in after
    assert outcome.returncode == 1  # the second visitor never began
    assert len(stored(store)) == 1


def test_one_thing_can_be_added_in_a_phrase_or_in_own_words(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    outcome = plain(store, f"1\n{SEVEN}8\n1\n7\n1\n\n" + "2\n\n8\n2\n0\n9\nIt [/foo] \x1bwent well\n\n")
    assert outcome.returncode == 0, outcome.stdout
    assert "A manager reads it before anyone else. Your words may give you away." in outcome.stdout
    assert "Only this note about the team will be stored" in outcome.stdout
    assert "YOUR NOTE IS STORED" in outcome.stdout
    notes = {note.team: note for note in store.notes.waiting()}
    assert (notes["pharmacy"].kind, notes["pharmacy"].behavior) == (Kind.PRAISE, Behavior.BE_HELPFUL)
    assert notes["pharmacy"].text == "They saved my day."
    assert (notes["north-ward"].kind, notes["north-ward"].behavior) == (Kind.GOOD_STORY, None)
    assert notes["north-ward"].text == "It [/foo] \N{REPLACEMENT CHARACTER}went well"
    assert len(stored(store)) == 1


def test_every_step_of_a_note_leads_back_and_it_can_be_taken_away(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    steps = ["8", "1", "7", "9", "", "-", "-", "-", "8", "1", "0", "9", "x" * 281, "short", "8", "0", ""]
    outcome = plain(store, f"1\n{SEVEN}" + "\n".join(steps) + "\n")
    assert outcome.returncode == 0, outcome.stdout
    assert "Please write at most 280 characters." in outcome.stdout
    assert "short" in outcome.stdout
    assert store.notes.waiting() == []
    assert len(stored(store)) == 1


def test_a_wrong_answer_at_the_review_is_told_what_may_be_written(tmp_path: Path) -> None:
    outcome = plain(a_store(tmp_path / "data"), f"1\n{SEVEN}x\n\n")
    offered = "Enter store it, + extra mile, 8 One thing to add, if you like, - back"
    assert f"Please write one of these: {offered}." in outcome.stdout


def test_it_speaks_the_first_language_or_the_one_asked_for(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", languages=("de", "pl"))
    assert "Welches Team war für Sie da?" in plain(store, "").stdout
    polish = plain(store, f"1\nx\n{SEVEN}\n", "--language", "pl").stdout
    english = plain(a_store(tmp_path / "english"), f"1\nx\n{SEVEN}\n").stdout
    same = set(english.splitlines()) & set(polish.splitlines())
    assert same == {"St. Brigid", "Pharmacy", "1 Pharmacy", "2 North Ward", "3 Kitchen"}
    said = complaint(plain(store, "", "--language", "xx"), 2)
    assert said == "kiosk: --language xx is not spoken here; choose one of: de, pl."


def test_bytes_that_are_no_text_are_no_answer(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    command = [program("kiosk"), "run", "--plain", "--data", str(store.folder)]
    ended = subprocess.run(command, input=b"\xff\xfe\n1\n5\n\n\n", capture_output=True, check=False, env=environment())
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert len(stored(store)) == 1


def test_a_script_whose_answers_cannot_be_stored_ends_with_one_sentence(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    (store.folder / "check-ins.jsonl").mkdir()
    outcome = plain(store, f"1\n{SEVEN}\n" * 2)
    assert outcome.returncode == 1
    assert outcome.stderr.count("\n") == 1
    assert "ARE STORED" not in outcome.stdout


def test_a_language_for_the_whole_screen_is_refused_as_visitors_choose_it_there(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "run", "--language", "pl", "--data", store.folder) as terminal:
        terminal.wait_for("--language needs --plain; on the screen each visitor chooses a language.")
        assert terminal.wait_for_end() == 2


def test_at_a_terminal_a_closed_kiosk_waits_and_each_line_looks_at_the_clock_again(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    settings = store.folder / "organisation.toml"
    always = settings.read_text("utf-8")
    tomorrow = (now(store.organisation) + timedelta(days=1)).strftime("%A").lower()
    settings.write_text(f'{always}\n[hours]\n{tomorrow} = "07:00-19:00"\n', "utf-8")
    with Terminal("kiosk", "run", "--plain", "--visits", "1", "--data", store.folder) as terminal:
        terminal.wait_for("CLOSED AT THIS TIME")
        settings.write_text(always, "utf-8")
        terminal.type("Enter")
        terminal.wait_for("Which team served you?")
