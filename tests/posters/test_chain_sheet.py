"""The poster of the service chain: each link's own number, arrows that leave names and numbers readable."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest

from posters import render
from posters.drawing.paper import PAPERS, Box
from posters.output.setup import Setup
from posters.sheets.chain import chain_sheet
from posters.sheets.chain_links import LinkScore, chain_of
from posters.sheets.chain_order import in_two_columns
from posters.sheets.chain_plan import Plan, planned
from store.errors import UsageError
from store.language import LANGUAGES
from store.organisation import Organisation, Team
from store.organisation.values import Link
from tests.posters.checks import check_sheet, spoken
from tests.posters.organisations import HOSTILE, LONG, ON, chained, link_scores, look, team_names
from tests.posters.reading import baseline, pages

WORST = {
    "three teams": chained(team_names(3), 4),
    "eight teams": chained(team_names(8, *LONG), 14),
    "hostile names": chained(team_names(9, *HOSTILE), 12),
    "twenty-five teams": chained(team_names(25, *LONG), 36),
}


def text_of(pdf: bytes) -> str:
    return " ".join(word.text for _, words in pages(pdf) for word in words)


def figure_of(pdf: bytes) -> str:
    return next(alt for tag, alt in spoken(pdf) if tag == "Figure")


@pytest.mark.parametrize("case", WORST)
@pytest.mark.parametrize(("theme", "paper"), [("color", "tabloid"), ("ink", "a3")])
def test_it_passes_every_check_with_and_without_scores(case: str, theme: str, paper: str, tmp_path: Path) -> None:
    organisation = WORST[case]
    scores = link_scores(organisation) if theme == "color" else ()
    check_sheet(render.pdf_of(chain_sheet(organisation, ON, look("en", theme, paper), scores)), tmp_path, smallest=14)


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_passes_every_check_in_each_language(code: str, tmp_path: Path) -> None:
    organisation = WORST["eight teams"]
    check_sheet(
        render.pdf_of(chain_sheet(organisation, ON, look(code), link_scores(organisation))), tmp_path, smallest=14
    )


def test_no_line_of_text_crosses_the_middle_and_it_parts_into_two_sheets() -> None:
    organisation = WORST["eight teams"]
    pdf = render.pdf_of(chain_sheet(organisation, ON, look(), link_scores(organisation)))
    assert [word for word in pages(pdf)[0][1] if word.top < 611 and baseline(word) > 612] == []
    assert len(pages(render.pdf_of(chain_sheet(organisation, ON, look(paper="letter")), Setup(PAPERS["letter"])))) == 2


def plan_of(organisation: Organisation, seed: int = 1) -> Plan:
    return planned(chain_of(organisation, link_scores(organisation, seed)), Box(48, 624, 696, 538))


def apart(one: Box, other: Box) -> bool:
    return one.right <= other.left or other.right <= one.left or one.bottom <= other.top or other.bottom <= one.top


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("teams", [3, 8, 15, 25])
def test_names_and_numbers_never_touch_one_another(teams: int, seed: int) -> None:
    plan = plan_of(chained(team_names(teams, *LONG[:2]), teams + teams // 3, seed), seed)
    boxes = [name.box for name in plan.names] + [arrow.label for arrow in plan.arrows if arrow.label is not None]
    assert all(apart(one, other) for one, other in combinations(boxes, 2))
    assert all(Box(48, 624, 696, 538).holds(box) for box in boxes)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("teams", [3, 8, 25])
def test_no_arrow_runs_over_a_name_and_each_ends_at_its_customer(teams: int, seed: int) -> None:
    organisation = chained(team_names(teams), teams + teams // 3, seed)
    chain = chain_of(organisation, ())
    plan = planned(chain, Box(48, 624, 696, 538))
    box_of = {" ".join(name.text.lines): name.box for name in plan.names}
    for arrow in plan.arrows:
        inside = [box for box in box_of.values() for x, y in arrow.points if holds(box.inset(0.5), x, y)]
        assert inside == []
        assert on_edge(box_of[chain.teams[arrow.link.customer]], *arrow.tip)
        assert on_edge(box_of[chain.teams[arrow.link.supplier]], *arrow.points[0])


def holds(box: Box, x: float, y: float) -> bool:
    return box.left < x < box.right and box.top < y < box.bottom


def on_edge(box: Box, x: float, y: float) -> bool:
    return min(abs(x - box.left), abs(x - box.right)) < 0.01 and box.top < y < box.bottom


def test_each_number_lies_on_its_own_arrow() -> None:
    for arrow in plan_of(WORST["twenty-five teams"]).arrows:
        if arrow.label is not None:
            assert any(holds(arrow.label, x, y) for x, y in arrow.points)


def test_more_answers_make_a_thicker_arrow() -> None:
    arrows = [arrow for arrow in plan_of(WORST["eight teams"]).arrows if arrow.link.score is not None]
    by_answers = sorted(arrows, key=lambda arrow: arrow.link.score.n if arrow.link.score else 0)
    assert all(one.thickness <= other.thickness for one, other in pairwise(by_answers))
    assert by_answers[0].thickness < by_answers[-1].thickness


def test_a_chain_that_can_be_drawn_without_crossings_is() -> None:
    left, right = in_two_columns(8, [(0, 4), (1, 5), (2, 6), (3, 7)])
    partners = {0: 4, 1: 5, 2: 6, 3: 7, 4: 0, 5: 1, 6: 2, 7: 3}
    assert [partners[team] for team in left] == list(right)


def scored(mean: float, likely: tuple[float, float], customer: str = "a", supplier: str = "b") -> LinkScore:
    return LinkScore(customer, supplier, 20, mean, likely)


SMALL = Organisation(
    name="Riverside",
    teams=(
        Team(key="a", name="Ward"),
        Team(key="b", name="Pharmacy"),
        Team(key="c", name="Laboratory"),
        Team(key="small", name="Tiny", members=3),
        Team(key="old", name="Old Lab", retired=True),
    ),
    links=(
        Link(customer="a", supplier="b"),
        Link(customer="a", supplier="c"),
        Link(customer="c", supplier="b"),
        Link(customer="a", supplier="small"),
        Link(customer="old", supplier="b"),
    ),
)


def test_the_picture_says_all_links_in_words() -> None:
    pdf = render.pdf_of(chain_sheet(SMALL, ON, look(), [scored(2.44, (2.0, 2.9)), scored(4.1, (3.9, 4.3), "a", "c")]))
    assert figure_of(pdf) == (
        "Pharmacy serves Ward: 2.4 of 5, 20 answers; Laboratory serves Ward: 4.1 of 5, 20 answers; "
        "Pharmacy serves Laboratory: nothing to show yet"
    )


def test_before_there_are_report_cards_the_arrows_stand_without_numbers() -> None:
    pdf = render.pdf_of(chain_sheet(SMALL, ON, look(), [None, None, None]))
    text = text_of(pdf)
    assert "Sit down together: what is needed, what is possible" in text
    assert "report cards" not in text
    assert "Nothing to show yet" not in text
    assert "of 5" not in text
    assert figure_of(pdf).startswith("Pharmacy serves Ward; Laboratory")


def test_links_without_a_score_are_named_quietly_and_the_weakest_kindly() -> None:
    given = [scored(2.44, (2.0, 2.9)), scored(4.1, (3.9, 4.3), "a", "c"), None]
    text = text_of(render.pdf_of(chain_sheet(SMALL, ON, look(), given)))
    assert "Nothing to show yet Pharmacy for Laboratory" in text
    assert "Here a talk helps most Pharmacy serves Ward: 2.4 of 5, likely between 2.0 and 2.9." in text


@pytest.mark.parametrize(
    "given",
    [
        [scored(2.4, (2.0, 2.9))],
        [scored(2.4, (2.0, 3.9)), scored(4.1, (3.9, 4.3), "a", "c")],
        [scored(2.4, (2.0, 2.9)), scored(2.42, (2.0, 2.9), "a", "c"), scored(4.1, (3.9, 4.3), "c", "b")],
    ],
    ids=["one link only", "ranges touch", "two alike"],
)
def test_no_link_is_called_weakest_by_accident(given: list[LinkScore]) -> None:
    assert chain_of(SMALL, given).weakest is None
    assert "Talk along an arrow" in text_of(render.pdf_of(chain_sheet(SMALL, ON, look(), given)))


def test_teams_that_may_not_be_rated_are_not_in_the_chain() -> None:
    assert chain_of(SMALL, ()).teams == ("Ward", "Pharmacy", "Laboratory")
    assert len(chain_of(SMALL, ()).links) == 3


def test_no_links_and_too_many_teams_are_refused_in_one_sentence() -> None:
    with pytest.raises(UsageError, match="no links between teams yet"):
        chain_sheet(Organisation(name="Riverside"), ON, look())
    with pytest.raises(UsageError, match="join 26 teams, and the poster shows at most 25"):
        chain_sheet(chained(team_names(26), 30), ON, look())


def test_the_same_links_give_the_same_bytes() -> None:
    organisation = WORST["eight teams"]
    sheets = [render.pdf_of(chain_sheet(organisation, ON, look(), link_scores(organisation))) for _ in range(2)]
    assert sheets[0] == sheets[1]


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_where_few_teams_leave_room_there_are_lines_to_write_on(count: int, tmp_path: Path) -> None:
    pdf = render.pdf_of(chain_sheet(chained(team_names(count, *LONG[:2]), count), ON, look("de", paper="a3")))
    check_sheet(pdf, tmp_path, smallest=14)
    assert (look("de").language.say("What we talk about this month") in text_of(pdf)) is (count <= 4)
