"""What a store's owner does while the power is cut: ``python -m tests.proofs.store_workloads NAME FOLDER``.

Each line that is printed is a promise: by then, what it tells of must last.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from store.abuse import Hold
from store.exchange.importing import import_file
from store.open import create_store, open_store
from store.progress import Advance
from store.records import Ratings
from tests.factories.stores import a_check_in, a_store, an_organisation, everything
from tests.proofs.journal_workloads import promise

MONDAY = date(2026, 6, 1)
TEAMS = ("north", "south", "east", "west")


def found(folder: Path) -> None:
    """A new organisation; promises ``founded``."""
    create_store(folder / "data", an_organisation(*TEAMS)).close()
    promise("founded")


def close_late(folder: Path) -> None:
    """Twelve days of check-ins, closed in one go, then three more; promises ``stored N`` and ``closed DATE``."""
    store = a_store(folder / "data", *TEAMS)
    stored = 0
    for first, last in ((0, 12), (12, 15)):
        for day in range(first, last):
            check_ins = [a_check_in(MONDAY + timedelta(day), team) for team in TEAMS for _ in range(5)]
            store.add_many(check_ins)
            stored += len(check_ins)
            promise("stored", stored)
        store.close_days(MONDAY + timedelta(last))
        promise("closed", MONDAY + timedelta(last))


def bring_in(folder: Path) -> None:
    """An import of ``sheet.csv`` beside the store; promises ``imported N``."""
    imported = import_file(
        open_store(folder / "data"), folder / "sheet.csv", MONDAY, print, no_progress, create_teams=True, skip_bad=True
    )
    promise("imported", imported.check_ins)


def manage(folder: Path) -> None:
    """Holds visits of two teams, releases those of one and drops those of the other, four times.

    Promises ``held TEAM ID``, ``released ROUND`` and ``dropped ROUND``.
    """
    store = a_store(folder / "data", *TEAMS)
    ratings = Ratings.of(everything(1))
    for turn in range(4):
        for team in ("north", "south") * 3:
            held = store.held.add(team, ratings, extra_mile=False, reason=Hold.BURST)
            promise("held", team, held.id)
        store.held.release("north", MONDAY, fewest=1)
        promise("released", turn)
        store.held.drop("south", MONDAY)
        promise("dropped", turn)


@contextmanager
def no_progress(label: str, total: int) -> Iterator[Advance]:
    """Shows nothing."""
    del label, total
    yield lambda _: None


if __name__ == "__main__":
    name, folder = sys.argv[1:]
    {each.__name__: each for each in (found, close_late, bring_in, manage)}[name](Path(folder))
