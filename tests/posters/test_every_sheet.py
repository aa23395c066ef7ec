"""Every sheet on the shelf prints from the sample hospital, in every language, for everyone to read."""

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from posters.shelf import SHELF
from store.language import LANGUAGES
from store.open import Store
from tests.factories.sample import sample_store
from tests.posters.checks import check_sheet
from tests.posters.digests import DIGESTS, digest, every_sheet, made
from tests.posters.reading import pages, pages_by_pdfplumber

SMALLEST = {"letter": 9.0, "tabloid": 14.0}
"""Points: what is held in hand, and what hangs on a wall."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with sample_store(tmp_path_factory.mktemp("sample") / "data") as store:
        yield store


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_passes_its_checks(store: Store, tmp_path: Path, language: str) -> None:
    papers = {item.name: item.papers[0] for item in SHELF}
    for name, pdf in every_sheet(store, language):
        check_sheet(pdf, tmp_path, smallest=SMALLEST[papers[name.partition(" ")[0]]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_is_what_it_was(store: Store, language: str) -> None:
    """See `tests.posters.digests` for what to do about a difference."""
    known = json.loads(DIGESTS.read_text("utf-8"))
    taken = {f"{name}, {language}": digest(pdf) for name, pdf in every_sheet(store, language)}
    assert taken == {key: value for key, value in known.items() if key.endswith(f", {language}")}


def test_our_way_to_read_words_finds_what_pdfplumber_finds(store: Store) -> None:
    for item, language in zip(SHELF, cycle(LANGUAGES), strict=False):
        pdf = made(store, item, language)
        assert pages(pdf) == pages_by_pdfplumber(pdf), item.name


def test_what_stands_on_a_sheet_changes_its_digest(store: Store) -> None:
    team, progress = (made(store, item, "en") for item in SHELF[:2])
    assert digest(team) != digest(progress)
    assert digest(team) == digest(made(store, SHELF[0], "en"))
    assert digest(team) != digest(made(store, SHELF[0], "es"))


def test_every_sheet_says_that_its_data_is_made_up(store: Store) -> None:
    for name, pdf in every_sheet(store, "en"):
        text = " ".join(word.text for _, words in pages(pdf) for word in words).casefold()
        about_nobody = name == "blank"
        assert ("sample data" in text) is not about_nobody, name
