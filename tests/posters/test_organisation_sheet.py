"""The organisation's poster: every number is the teams' own, nobody is ranked, 3 to 300 teams are readable."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from posters import render
from posters.drawing.paper import PAPERS
from posters.output.setup import Setup
from posters.sheets.organisation import organisation_sheet
from store.behaviors import BEHAVIORS
from store.errors import DoesNotFitError
from store.language import LANGUAGES
from store.scorecard import Scorecards
from tests.posters.checks import check_sheet, spoken
from tests.posters.organisations import HOSTILE, LONG, cards, look, team_names
from tests.posters.reading import Word, baseline, pages

DEPARTMENTS = ("Clinical services", "House services", None)

WORST = {
    "one team": cards(["IT"]),
    "three teams": cards(team_names(3), ("Clinical services",)),
    "eight teams": cards(team_names(8), DEPARTMENTS[:2]),
    "long names": cards(
        team_names(20, *LONG, "ST. WOLFGANG MÜNCHEN NOTAUFNAHME UND INTENSIVSTATION WEST II"), DEPARTMENTS
    ),
    "two pages": cards(team_names(30, *LONG), DEPARTMENTS),
    "hostile names": cards(team_names(9, *HOSTILE), ("<i>", "[bold]", "Ward\x00")),
}


def text_of(pdf: bytes) -> str:
    return " ".join(word.text for _, words in pages(pdf) for word in words)


@pytest.mark.parametrize(
    ("case", "theme", "paper"),
    [(case, ("color", "ink")[index % 2], ("tabloid", "a3", "a3")[index % 3]) for index, case in enumerate(WORST)],
)
def test_it_passes_every_check(case: str, theme: str, paper: str, tmp_path: Path) -> None:
    sheet = organisation_sheet(WORST[case], look("en", theme, paper), sample=True)
    check_sheet(render.pdf_of(sheet), tmp_path, smallest=14)


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_passes_every_check_in_each_language(code: str, tmp_path: Path) -> None:
    check_sheet(render.pdf_of(organisation_sheet(WORST["one team"], look(code), sample=True)), tmp_path, smallest=14)


@pytest.mark.parametrize(
    ("case", "paper"), [("eight teams", "tabloid"), ("long names", "a3"), ("long names", "tabloid"), ("one team", "a3")]
)
def test_no_line_of_text_crosses_the_middle(case: str, paper: str) -> None:
    pdf = render.pdf_of(organisation_sheet(WORST[case], look(paper=paper)))
    middle = PAPERS[paper].height / 2
    assert [
        word for _, words in pages(pdf) for word in words if word.top < middle - 1 and baseline(word) > middle
    ] == []


@pytest.mark.parametrize(("paper", "name"), [("letter", "letter"), ("a4", "a4")])
def test_it_parts_into_two_sheets_of_office_paper(paper: str, name: str) -> None:
    sheet = organisation_sheet(WORST["three teams"], look(paper=paper))
    assert len(pages(render.pdf_of(sheet, Setup(PAPERS[name])))) == 2


def numbers_in(words: tuple[Word, ...], name: str) -> list[str]:
    """What stands in a team's row."""
    row = next(word for word in words if word.text == name)
    middle = (row.top + row.bottom) / 2
    beside = [word for word in words if abs((word.top + word.bottom) / 2 - middle) < 9 and word.x0 > row.x1]
    return [word.text for word in sorted(beside, key=lambda word: word.x0) if re.fullmatch(r"[\d.]+|–", word.text)]


def printed(shown: Scorecards, team: int) -> list[str]:
    means = [score.mean for score in shown.teams[team].scores.behaviors]
    return [f"{mean:.1f}" if mean is not None else "–" for mean in means]


@pytest.mark.parametrize("count", [3, 30])
def test_every_number_is_the_teams_own_and_nothing_else_stands_in_its_row(count: int) -> None:
    names = [f"Team{chr(97 + index % 26)}{index}" for index in range(count)]
    shown = cards(names, DEPARTMENTS)
    page_of = {
        word.text: found for _, found in pages(render.pdf_of(organisation_sheet(shown, look()))) for word in found
    }
    for index, name in enumerate(names):
        assert numbers_in(page_of[name], name) == printed(shown, index), name


def test_all_teams_together_have_the_organisations_own_scores() -> None:
    shown = WORST["three teams"]
    (_, words) = pages(render.pdf_of(organisation_sheet(shown, look())))[0]
    together = [f"{score.mean:.1f}" if score.mean is not None else "–" for score in shown.all.behaviors]
    assert numbers_in(words, "All") == together


def test_teams_stand_by_department_and_in_the_order_of_the_alphabet() -> None:
    names = ["Ward 10", "Öffentlichkeit", "ward 9", "Zentrale", "Apotheke", "Empfang"]
    text = text_of(render.pdf_of(organisation_sheet(cards(names, ("Pflege", "Dienste")), look())))
    order = ["Dienste", "Empfang", "Öffentlichkeit", "Zentrale", "Pflege", "Apotheke", "ward 9", "Ward 10"]
    places = [text.index(name) for name in order]
    assert places == sorted(places)


def test_three_hundred_teams_fill_several_pages_and_nobody_is_lost() -> None:
    names = [f"Team{index:03d}" for index in range(300)]
    read = PdfReader(BytesIO(render.pdf_of(organisation_sheet(cards(names, DEPARTMENTS), look()))))
    text = " ".join(page.extract_text() for page in read.pages)
    assert [text.count(name) for name in names] == [1] * 300
    assert 5 <= len(read.pages) <= 12
    assert f"Page {len(read.pages)} of {len(read.pages)}" in text


def test_a_department_that_goes_on_is_named_again_on_the_next_page() -> None:
    pdf = render.pdf_of(organisation_sheet(cards(team_names(40), ("Clinical",)), look()))
    assert all("Clinical" in [word.text for word in words] for _, words in pages(pdf))


def test_it_is_a_table_with_heads_for_columns_and_rows() -> None:
    said = [tag for tag, _ in spoken(render.pdf_of(organisation_sheet(WORST["three teams"], look())))]
    rows = 1 + 1 + 1 + 3  # heads, all teams, a department, its teams
    assert said.count("TR") == rows
    assert said.count("TH") == len(BEHAVIORS) + rows - 1
    assert said.count("TD") == 1 + len(BEHAVIORS) * (rows - 1)


def test_a_dash_is_explained() -> None:
    assert "not enough voices yet; scores move in groups of at least 5 answers" in text_of(
        render.pdf_of(organisation_sheet(WORST["three teams"], look()))
    )


def test_every_page_of_sample_data_says_so() -> None:
    pdf = render.pdf_of(organisation_sheet(WORST["two pages"], look(), sample=True))
    assert all("sample" in " ".join(word.text for word in words).lower() for _, words in pages(pdf))
    assert "sample" not in text_of(render.pdf_of(organisation_sheet(WORST["three teams"], look()))).lower()


def test_few_teams_leave_room_to_write_and_many_do_not() -> None:
    assert "What we talk about" in text_of(render.pdf_of(organisation_sheet(WORST["three teams"], look())))
    assert "What we talk about" not in text_of(render.pdf_of(organisation_sheet(WORST["two pages"], look())))


def test_a_name_that_cannot_be_set_is_noted_and_one_that_is_too_long_is_named() -> None:
    assert "team-0" in " ".join(organisation_sheet(cards(["薬局"]), look()).notes)
    with pytest.raises(DoesNotFitError, match="WWWW"):
        render.pdf_of(organisation_sheet(cards(["W" * 120]), look()))


def test_the_same_cards_give_the_same_bytes() -> None:
    sheets = [render.pdf_of(organisation_sheet(WORST["eight teams"], look())) for _ in range(2)]
    assert sheets[0] == sheets[1]
