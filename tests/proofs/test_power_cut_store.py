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


def test_what_was_held_is_released_or_dropped_exactly_once_whatever_a_power_cut_left(memory: Path) -> None:
    def check(folder: Path, promised: Sequence[str]) -> None:
        said = [line.split() for line in promised]
        if not said:
            return
        north, south = ([words[2] for words in said if words[:2] == ["held", team]] for team in ("north", "south"))
        store = open_store(folder / "data")
        still = Counter({group.team: group.number for group in store.held.groups()})
        released = [document["id"] for document in store.db.table(CHECK_INS)]
        dropped = sum(drop["number"] for drop in store.db.table("drops"))
        assert len(released) >= 3 * sum(words[0] == "released" for words in said)
        assert dropped >= 3 * sum(words[0] == "dropped" for words in said)
        assert 0 <= len(released) + still["north"] - len(north) <= 1  # one may be stored and not promised yet
        assert 0 <= dropped + still["south"] - len(south) <= 1
        store.held.release("north", MONDAY, fewest=1)
        store.held.drop("south", MONDAY)
        assert store.held.groups() == ()
        arrived = [document["id"] for document in store.db.table(CHECK_INS)]
        assert len(arrived) == len(set(arrived)) == len(released) + still["north"]
        assert set(arrived) >= set(north)
        assert not set(arrived) & set(south)
        assert sum(drop["number"] for drop in store.db.table("drops")) == dropped + still["south"]

    assert simulate([program("manage", memory)], check, memory, STATES // 4) > 100
