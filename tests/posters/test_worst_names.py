"""The longest names that organisation.toml allows stand on every sheet of the shelf."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from posters import render
from posters.drawing.paper import PAPERS
from posters.output.setup import Setup
from posters.sheets.look import look_of
from posters.shelf import SHELF, Item, Order
from store.behaviors import BEHAVIORS
from store.open import Store, create_store
from store.organisation import Organisation, Team
from store.organisation.values import Link
from tests.factories.stores import visit
from tests.posters.checks import check_sheet
from tests.posters.reading import pages

ON = date(2026, 10, 14)
NAMES = {
    "long": (
        "Universitätsklinikum Nordrhein-Westfalen Bielefeld gGmbH",
        "Zentrum für Anästhesiologie, Intensivmedizin und Schmerzen",
    ),
    "capitals": (
        "WIRTSCHAFTSWISSENSCHAFTLICHES MEDIZINVERWALTUNGSAMT WEIMAR M",
        "MAMMOGRAPHIE-WARTEZIMMER, NOTAUFNAHME UND WUNDAMBULANZ WEST",
    ),
    "one compound": (
        "Qualitätsmanagementbeauftragtenversammlungsraumverwaltungamt",
        "Donaudampfschifffahrtsgesellschaftskapitänsausbildungszentre",
    ),
}
ITEMS = [item for item in SHELF if item.name != "notice"]


@pytest.fixture(scope="module", params=NAMES)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    name, department = NAMES[request.param]
    teams = tuple(
        Team(key=key, name=key.title(), department=part) for key, part in (("lab", department), ("ward", None))
    )
    organisation = Organisation(name=name, teams=teams, links=(Link(customer="ward", supplier="lab"),))
    store = create_store(tmp_path_factory.mktemp(request.param.split()[0]) / "data", organisation)
    for number in range(8):
        visit(store, date(2026, 10, 1 + number // 4), [3, 4, 5, 4, 5, 4, 3], team="lab")
    store.close_days(ON)
    yield store
    store.close()


def made(store: Store, item: Item, language: str, paper: str, *, for_review: bool = False) -> bytes:
    look = look_of(store.organisation.brand, language, PAPERS[paper])
    order = Order(ON, look, "lab", BEHAVIORS[0], for_review)
    return render.pdf_of(item.make(store, order), Setup(PAPERS[paper]))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_every_sheet_takes_the_longest_names(store: Store, item: Item, tmp_path: Path) -> None:
    hangs = "tabloid" in item.papers
    for language, paper in (("de", "a3" if hangs else "a4"), ("uk", item.papers[0])):
        check_sheet(made(store, item, language, paper), tmp_path, smallest=14.0 if hangs else 9.0)


@pytest.mark.parametrize("for_review", [False, True])
def test_a_team_poster_names_organisation_and_department(store: Store, for_review: bool) -> None:
    pdf = made(store, SHELF[0], "en", "tabloid", for_review=for_review)
    printed = "".join(word.text for word in pages(pdf)[0][1]).replace("-", "").replace(" ", "")
    organisation = store.organisation
    assert organisation.name.replace("-", "").replace(" ", "") in printed
    if "Universität" in organisation.name:
        assert (organisation.teams[0].department or "").replace(" ", "") in printed
