"""Power cuts while days are closed and spreadsheets are brought in."""

import shutil
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from store.behaviors import BEHAVIORS, EXTRA_MILE, QUESTIONS
from store.errors import NoOrganisationError, RefusedError
from store.exchange.importing import import_file
from store.open import CHECK_INS, Store, create_store, open_store
from tests.factories.stores import a_store, an_organisation
from tests.proofs.simulation import STATES, simulate
from tests.proofs.store_workloads import MONDAY, TEAMS, no_progress

ROWS = 300

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


def program(name: str, memory: Path) -> list[str]:
    return ["-m", "tests.proofs.store_workloads", name, str(memory / "disk")]


def test_a_founding_that_was_promised_lasts_and_a_cut_short_one_can_be_done_again(memory: Path) -> None:
    def check(folder: Path, promised: Sequence[str]) -> None:
        try:
            open_store(folder / "data")
        except NoOrganisationError:
            assert not promised
            create_store(folder / "data", an_organisation())

    assert simulate([program("found", memory)], check, memory, 100) > 10


def test_closing_days_releases_each_rating_once_whatever_a_power_cut_left(memory: Path) -> None:
    def check(folder: Path, promised: Sequence[str]) -> None:
        if promised:
            store = open_store(folder / "data")
            stored = max(int(line.split()[1]) for line in promised if line.startswith("stored"))
            check_ins = Counter(check_in_teams(store))
            assert check_ins.total() >= stored
            for _ in range(2):
                store.close_days(MONDAY + timedelta(15))
                released_are(store, check_ins)

    wanted = STATES // 4
    assert simulate([program("close_late", memory)], check, memory, wanted) == wanted


def check_in_teams(store: Store) -> list[str]:
    """The team of each check-in that the kiosk's own journal holds."""
    return [document["team"] for document in store.db.table(CHECK_INS)]


def released_are(store: Store, check_ins: Counter[str]) -> None:
    """Each rating of each team is in one batch, or waits for good reason, and the scorecards agree."""
    batches = list(store.batches())
    assert len({(batch.team, batch.question, batch.day) for batch in batches}) == len(batches)
    released: Counter[tuple[str, str]] = Counter()
    for batch in batches:
        released[batch.team, batch.question] += sum(batch.counts)
    for team in TEAMS:
        waiting = {check_ins[team] - released[team, question] for question in QUESTIONS}
        assert waiting <= set(range(store.organisation.privacy.minimum)), "more wait than may"
    cards = store.scorecards(MONDAY + timedelta(15))
    assert {card.team: card.scores.check_ins for card in cards.teams} == {
        team: released[team, EXTRA_MILE] for team in TEAMS
    }


def test_an_import_is_whole_or_absent_whatever_a_power_cut_left(memory: Path) -> None:
    (memory / "disk").mkdir()
    a_store(memory / "disk" / "data", *TEAMS).close()
    header = ",".join(["date", "team", *BEHAVIORS])
    rows = [f"2026-05-{1 + i % 30:02},{TEAMS[i % 4]},{1 + i % 5},{1 + i % 3},,5,4,3,2" for i in range(ROWS)]
    (memory / "disk" / "sheet.csv").write_text("\n".join([header, *rows]) + "\n")

    def check(folder: Path, promised: Sequence[str]) -> None:
        store = open_store(folder / "data")
        imports = [store.db.table(name) for name in store.streams()[1:]]
        assert [len(table) for table in imports] in ([[ROWS]] if promised else [[], [ROWS]])
        try:
            again = import_file(
                store, folder / "sheet.csv", MONDAY, print, no_progress, create_teams=False, skip_bad=False
            )
            assert again.check_ins == ROWS
            assert not imports
        except RefusedError:
            assert imports
        assert len(store.streams()) == 2

    wanted = STATES // 8
    assert simulate([program("bring_in", memory)], check, memory, wanted) > 20
