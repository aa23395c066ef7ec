"""What a team may be called, and the key that is made from it."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import UsageError
from store.organisation import Organisation, Team
from store.organisation.team_names import clean_name, new_key, new_team, new_teams

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kitchen", "kitchen"),
        ("Night Shift", "night-shift"),
        ("Łódź Küche", "lodz-kuche"),
        ("Straße & Søn", "strasse-son"),
        ("Œuvre Ægir", "oeuvre-aegir"),
        ("İstanbul", "istanbul"),
        ("--- Ward 3 ---", "ward-3"),
        ("厨房", "team-1"),
        ("مطبخ", "team-1"),
        ("🍳", "team-1"),
        ("[/foo]", "foo"),
    ],
)
def test_a_key_is_the_name_in_plain_small_letters(name: str, key: str) -> None:
    assert new_key(name, ()) == key


def test_a_taken_key_gets_a_number_also_if_its_team_is_retired() -> None:
    assert new_key("Kitchen", {"kitchen"}) == "kitchen-2"
    assert new_key("Kitchen", {"kitchen", "kitchen-2"}) == "kitchen-3"
    assert new_key("厨房", {"team-1", "team-2"}) == "team-3"


@given(st.text(min_size=1, max_size=60), st.sets(st.sampled_from(["a", "team-1", "a-2", "0"])))
def test_every_name_has_a_valid_key_that_is_not_taken(name: str, taken: set[str]) -> None:
    key = new_key(name, taken)
    assert KEY.fullmatch(key)
    assert len(key) <= 80
    assert key not in taken


def test_spaces_in_names_are_tidied() -> None:
    assert clean_name("  Night \t Shift\n") == "Night Shift"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "empty"),
        (" \t\n", "empty"),
        ("x" * 61, "61 characters; use at most 60"),
        ("x" * 20_000, "20000 characters"),
        ("a\x1b[31mb", "control character"),
        ("a\u202eb", "control character"),
        ("a\x00", "control character"),
    ],
)
def test_a_name_that_cannot_be_one_is_refused(name: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as refusal:
        clean_name(name)
    assert len(str(refusal.value)) < 200
    assert str(refusal.value).isprintable()


@pytest.mark.parametrize("name", ["Kitchen", "KITCHEN", "kitchen", "galley", " Kitchen "])
def test_a_name_that_another_team_goes_by_is_refused(name: str) -> None:
    kitchen = Team(key="galley", name="Kitchen", retired=True)
    with pytest.raises(UsageError, match='taken by the retired team "Kitchen"'):
        new_team(name, (kitchen,))


def test_the_teams_of_a_new_organisation_get_different_keys() -> None:
    assert [team.key for team in new_teams(["A & B", "A B", "厨房", "部門"])] == ["a-b", "a-b-2", "team-1", "team-2"]


def test_a_team_is_found_by_its_key_and_by_its_name_in_any_case() -> None:
    organisation = Organisation(name="X", teams=(Team(key="galley", name="Łódź Küche"), Team(key="b", name="B")))
    apart = unicodedata.normalize("NFD", "Łódź Küche")
    for text in ("galley", "Łódź Küche", "ŁÓDŹ  küche ", "GALLEY", apart):
        assert organisation.find(text).key == "galley"


def test_an_unknown_team_is_refused_and_the_nearest_named() -> None:
    organisation = Organisation(name="X", teams=(Team(key="kitchen", name="Kitchen"),))
    with pytest.raises(UsageError, match='No team is called "kitchn": did you mean "kitchen"'):
        organisation.find("kitchn")
    with pytest.raises(UsageError, match="`store teams` lists them all"):
        organisation.find("zzz")


def test_a_text_that_is_one_teams_key_and_anothers_name_is_refused() -> None:
    organisation = Organisation(name="X", teams=(Team(key="kitchen", name="Bakery"), Team(key="k2", name="Kitchen")))
    with pytest.raises(UsageError) as refusal:
        organisation.find("Kitchen")
    assert str(refusal.value) == (
        '"Kitchen" could mean "Bakery" (key kitchen) or "Kitchen" (key k2); '
        'rename one: `store teams rename k2 "NEW NAME"`, or edit organisation.toml.'
    )
    assert organisation.find("k2").name == "Kitchen", "so that the advice works"


def test_an_unknown_team_may_be_misspelt_in_one_word_of_its_name() -> None:
    organisation = Organisation(name="X", teams=new_teams(["North Ward", "South Ward"]))
    with pytest.raises(UsageError, match='did you mean "north-ward"'):
        organisation.find("narth")
    with pytest.raises(UsageError, match="lists them all"):  # it would be a guess
        organisation.find("wrad")


def test_a_new_key_is_nobodys_name() -> None:
    renamed = Team(key="canteen", name="Cafe")
    assert new_team("Café", (renamed,)).key == "cafe-2"
