"""Small makers of organisations, stores and check-ins for tests."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import uuid4

from store.behaviors import BEHAVIORS, Behavior
from store.open import Store, create_store
from store.organisation import Organisation, Privacy, Team
from store.records import CheckIn, Ratings


def an_organisation(*teams: str, minimum: int = 5, at_once: bool = False) -> Organisation:
    return Organisation(
        name="Test House",
        privacy=Privacy(minimum=minimum, release="at-once" if at_once else "overnight"),
        teams=tuple(Team(key=key, name=key.replace("-", " ").title()) for key in teams or ("north", "south")),
    )


def a_store(folder: Path, *teams: str, minimum: int = 5, at_once: bool = False) -> Store:
    return create_store(folder, an_organisation(*teams, minimum=minimum, at_once=at_once))


def everything(rating: int) -> dict[Behavior, int]:
    """The same rating for all seven behaviours."""
    return dict.fromkeys(BEHAVIORS, rating)


def a_check_in(day: date, team: str = "north", rating: int = 4, *, extra_mile: bool = False) -> CheckIn:
    return CheckIn(id=str(uuid4()), day=day, team=team, ratings=Ratings.of(everything(rating)), extra_mile=extra_mile)


def visit(store: Store, on: date, ratings: Iterable[int], team: str = "north") -> None:
    """One visit for each rating, which it gives to all seven behaviours."""
    for rating in ratings:
        store.save(team, everything(rating), extra_mile=False, on=on)
