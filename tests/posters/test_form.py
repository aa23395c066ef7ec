"""The check-in on paper: two forms a page or one in large print, and what is typed from it is imported."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from posters.drawing.paper import A3, A4, LETTER
from posters.drawing.theme import ink_theme, theme_of
from posters.render import pdf_of
from posters.sheets.form.columns import COLUMNS, LETTERS, example_line, header_line
from posters.sheets.form.sheet import form_sheet
from posters.sheets.look import Look
from posters.texts.languages import speak
from store.behaviors import BEHAVIORS
from store.errors import UsageError
from store.language import LANGUAGES
from store.open import create_store
from store.organisation import LONGEST_NAME, Organisation, Privacy, Team
from tests.factories.commands import complaint, run
from tests.posters.checks import check_sheet, spoken
from tests.posters.reading import Word, pages

ON = date(2026, 11, 22)
LONG = Team(key="long", name="Interdisziplinäre Donaudampfschifffahrtsgesellschaft Süd-Ost")
NORTH = Team(key="north-ward", name="North Ward")
USUAL = Organisation(
    name="Riverside Hospital",
    teams=(
        NORTH,
        Team(key="kitchen", name="Kitchen"),
        Team(key="tiny", name="Tiny", members=3),
        Team(key="old-lab", name="Old Lab", retired=True),
    ),
)
WORST = replace(
    USUAL,
    name="W" * LONGEST_NAME,
    sample=True,
    privacy=Privacy(minimum=1000, release="at-once"),
    teams=(LONG, *(Team(key=f"team-{n}", name=f"{n} {'m' * 57}") for n in range(40))),
)


def made(organisation: Organisation, team: Team | None, look: Look, *, large: bool = False) -> bytes:
    return pdf_of(form_sheet(organisation, team, ON, look, large=large))


def english(organisation: Organisation, team: Team | None, *, large: bool = False) -> list[tuple[Word, ...]]:
    return [words for _, words in pages(made(organisation, team, Look(theme_of(), speak("en")), large=large))]


def text(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_sound_in_every_language(code: str, tmp_path: Path) -> None:
    usual = made(USUAL, None, Look(theme_of(), speak(code), LETTER))
    check_sheet(usual, tmp_path, smallest=9.0)
    check_sheet(made(WORST, LONG, Look(ink_theme(), speak(code), A4)), tmp_path, smallest=9.0)
    check_sheet(made(WORST, LONG, Look(theme_of(), speak(code), LETTER), large=True), tmp_path, smallest=14.0)
    assert len(pages(usual)) == 2


def test_many_teams_with_long_names_run_over_as_many_pages_as_they_need(tmp_path: Path) -> None:
    check_sheet(made(WORST, None, Look(theme_of(), speak("en"))), tmp_path, smallest=9.0)
    check_sheet(made(WORST, None, Look(ink_theme(), speak("de"), A4), large=True), tmp_path, smallest=14.0)


@pytest.mark.parametrize(("large", "forms"), [(False, 2), (True, 1)])
def test_each_form_has_its_boxes_in_the_order_of_the_columns(large: bool, forms: int) -> None:
    first = english(USUAL, None, large=large)[0]
    letters = column_letters(first)
    assert [word.text for word in letters] == list("ABCDEFGHIJ") * forms
    assert all(two.top >= one.top - 0.5 for one, two in pairwise(letters))
    assert text(first).count("1 2 3 4 5 –") == 7 * forms
    for word in ("never", "seldom", "sometimes", "often", "always", "skip"):
        assert text(first).count(word) >= forms
    for behavior in BEHAVIORS:
        assert text(first).count(f"{LETTERS[behavior.value]} {behavior.label}") == forms
        assert text(first).count(behavior.act) == forms


def test_a_team_is_printed_on_its_form_and_left_to_write_on_others() -> None:
    assert text(english(USUAL, NORTH)[0]).count("North Ward") == 2
    assert "North Ward" not in text(english(USUAL, None)[0])


def test_whoever_types_finds_the_key_of_every_team_that_can_be_rated() -> None:
    found = text(sum(english(WORST, None)[1:], ()))
    assert all(f"team-{n}" in found for n in range(40))
    named = text(english(USUAL, None)[1])
    assert "Kitchen kitchen" in named
    assert "Tiny" not in named
    assert "Old Lab" not in named


def test_sample_data_says_so_on_every_form() -> None:
    assert text(english(WORST, LONG)[0]).count("Sample data") == 2
    assert "Sample data" not in text(english(USUAL, None)[0])


def test_hostile_names_are_words_and_nothing_else(tmp_path: Path) -> None:
    team = Team(key="odd", name="[/foo] <b> & مطبخ 🎉")
    for large in (False, True):
        pdf = made(replace(USUAL, teams=(team, NORTH)), team, Look(theme_of(), speak("en")), large=large)
        check_sheet(pdf, tmp_path, smallest=14.0 if large else 9.0)
        assert "[/foo] <b> &" in text(pages(pdf)[0][1])


def test_a_reader_hears_questions_as_rows_of_a_table() -> None:
    said = [tag for tag, _ in spoken(made(USUAL, NORTH, Look(theme_of(), speak("en"))))]
    assert [tag for tag in said if tag[0] == "H"][:3] == ["H1", "H2", "H2"]
    assert said.count("Table") == 3
    assert said.count("TR") == 2 * 8 + 1 + len(COLUMNS)


def test_larger_paper_is_refused() -> None:
    with pytest.raises(UsageError, match="made for the hand"):
        form_sheet(USUAL, None, ON, Look(theme_of(), speak("en"), A3))


def test_the_lines_for_whoever_types_are_printed_as_they_are_meant() -> None:
    typing = text(english(USUAL, NORTH)[1])
    assert header_line() in typing
    assert example_line("north-ward") in typing


def column_letters(words: tuple[Word, ...]) -> list[Word]:
    """The letters that stand beside what is typed, from top to bottom."""
    return [word for word in words if word.text in LETTERS.values()]


def typed(words: tuple[Word, ...], ticked: dict[str, int], day: str, *, extra_mile: bool) -> str:
    """What somebody types who goes through a printed form from top to bottom, by the letters in its margin."""
    cells = []
    for letter in column_letters(words)[: len(COLUMNS)]:
        if letter.text == "A":
            cells.append(day)
        elif letter.text == "B":
            row = sorted((w for w in words if abs(w.bottom - letter.bottom) < 4 and w.top < 200), key=lambda w: w.x0)
            cells.append(text(tuple(row)).split(" Team ")[1])
        elif letter.text == "J":
            cells.append("yes" if extra_mile else "no")
        else:
            cells.append(str(ticked.get(letter.text, "")))
    return ", ".join(cells)


def test_what_is_typed_from_printed_forms_is_imported(tmp_path: Path) -> None:
    store = create_store(tmp_path / "data", replace(USUAL, privacy=Privacy(minimum=4)))
    form, typing = english(USUAL, NORTH)
    header = text(typing)[text(typing).index("date, team") :].split(" 2026-10-31")[0]
    ratings = dict(zip("CDEFHI", (4, 5, 3, 4, 5, 2), strict=True))
    lines = [typed(form, ratings, f"2026-10-{day}", extra_mile=day % 2 == 0) for day in range(10, 17)]
    path = tmp_path / "forms.csv"
    path.write_text("\n".join([header, *lines, example_line("north-ward")]) + "\n")
    outcome = run("store", "import", path, "--data", store.folder)
    assert outcome.returncode == 0, outcome.stderr
    shown = run("store", "scores", "--data", store.folder, "--from", "2026-10-01", "--to", "2026-10-31", "--json")
    team = next(team for team in json.loads(shown.stdout)["teams"] if team["team"] == "north-ward")
    counts = {name: found["counts"] for name, found in team["behaviors"].items()}
    assert (team["check_ins"], team["extra_mile"]["yes"]) == (8, 5)
    assert counts["stay_positive"] == [0, 0, 0, 8, 0]
    assert counts["honor_commitments"] == [0, 0, 0, 0, 8]
    assert counts["communicate_often"] == [0, 0, 8, 0, 0]
    assert counts["step_out_of_your_silo"] == [0, 0, 0, 0, 0]
    assert counts["be_polite"] == [0, 0, 0, 0, 8]
    assert counts["be_helpful"] == [0, 7, 0, 1, 0]


def test_the_command_prints_forms_and_refuses_teams_that_nobody_rates(tmp_path: Path) -> None:
    create_store(tmp_path / "data", USUAL).close()
    target = tmp_path / "form.pdf"
    common = ("--data", tmp_path / "data", "-o", target)
    outcome = run("posters", "form", *common, "--team", "north ward", "--on", "2026-11-01", "--large", "--lang", "pl")
    assert outcome.returncode == 0, outcome.stderr
    sheet = form_sheet(USUAL, NORTH, date(2026, 11, 1), Look(theme_of(), speak("pl")), large=True)
    assert target.read_bytes() == pdf_of(sheet)
    for team in ("Tiny", "Old Lab"):
        refused = complaint(run("posters", "form", *common, "--team", team), 2)
        assert refused == (
            f'posters: "{team}" cannot be rated; choose a team that is neither retired nor too small (`store teams`).'
        )


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_of_columns_are_never_broken(code: str) -> None:
    pdf = made(USUAL, None, Look(theme_of(), speak(code), LETTER))
    words = {word.text for _, page in pages(pdf) for word in page}
    assert {behavior.value for behavior in BEHAVIORS} <= words
