"""Nobody's rating can be worked out by comparing figures, whatever visitors, managers and accidents do."""

import json
import os
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from posters.drawing.theme import theme_of
from store.abuse import Hold
from store.behaviors import BEHAVIORS
from store.clock import believed
from store.compact import compact
from store.exchange.exporting import export_file
from store.journal import LineWriter
from store.open import CHECK_INS, IMPORT_PREFIX, Store, create_store
from store.organisation import Privacy, Team
from store.records import Ratings
from store.report import as_json
from store.status import look
from tests.factories.stores import a_check_in, an_organisation
from tests.posters.wall import wall_poster
from tests.proofs.privacy_attacker import FIRST_DAY, Attacker, Model, surviving, written

SMALLEST_K = 3
LAST_DAY = FIRST_DAY + timedelta(days=9)
TEAMS = ("north", "south")

ratings = st.lists(st.none() | st.integers(1, 5), min_size=7, max_size=7).filter(any)
places = st.integers(0, 1 << 20)


class Workplace(RuleBasedStateMachine):
    """A store, the people around it, and somebody who looks at everything it shows."""

    @initialize(at_once=st.booleans())
    def found(self, at_once: bool) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sevenways-attacker-"))
        self.store = create_store(self.folder, an_organisation(*TEAMS, minimum=SMALLEST_K, at_once=at_once))
        self.model, self.attacker = Model(), Attacker(SMALLEST_K)
        self.on = FIRST_DAY
        self.imports = 0
        self.old_cache: dict[str, bytes] = {}
        self.looked = FIRST_DAY

    @property
    def at_once(self) -> bool:
        return self.store.organisation.privacy.release == "at-once"

    @rule(team=st.sampled_from(TEAMS), given=ratings, extra=st.booleans(), times=st.integers(1, 3))
    def visits(self, team: str, given: list[int | None], extra: bool, times: int) -> None:
        """Some people answer alike; until the day is over nothing that is shown may move."""
        if team not in {known.key for known in self.store.organisation.open_teams}:
            return
        self._look()
        before = self._shown()
        for _ in range(times):
            answers = {b: rating for b, rating in zip(BEHAVIORS, given, strict=True) if rating is not None}
            self.store.save(team, answers, extra_mile=extra, on=self.on)
        assert self.at_once or self._shown() == before

    @rule(team=st.sampled_from(TEAMS), given=ratings, times=st.integers(1, 3))
    def visits_are_held(self, team: str, given: list[int | None], times: int) -> None:
        """Nothing that is shown may move, on this day or any other, before somebody releases them."""
        self._look()
        before = self._shown()
        for _ in range(times):
            self.store.held.add(team, Ratings(*given), extra_mile=True, reason=Hold.BURST)
        assert self._shown() == before

    @rule(team=st.none() | st.sampled_from(TEAMS), released=st.booleans())
    def a_manager_looks_at_what_is_held(self, team: str | None, released: bool) -> None:
        self._look()
        if released:
            self.store.held.release(team, self.on, fewest=1)
        else:
            self.store.held.drop(team, self.on)

    @rule(nights=st.integers(1, 2))
    @precondition(lambda self: self.on < LAST_DAY)
    def nights_pass(self, nights: int) -> None:
        self.on += timedelta(days=nights)

    @rule(back=st.integers(1, 3))
    def the_clock_is_behind_for_one_visit(self, back: int) -> None:
        if TEAMS[0] in {known.key for known in self.store.organisation.open_teams}:
            self._look()
            self.store.save(TEAMS[0], {BEHAVIORS[0]: 5}, extra_mile=False, on=self.on - timedelta(days=back))

    @rule(
        rows=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(TEAMS), st.integers(1, 5)), min_size=1, max_size=8)
    )
    def a_spreadsheet_is_imported(self, rows: list[tuple[int, str, int]]) -> None:
        self.imports += 1
        dated = [(min(FIRST_DAY + timedelta(days=day), self.on), team, rating) for day, team, rating in rows]
        with (self.folder / f"{IMPORT_PREFIX}{self.imports:04d}.jsonl").open("wb") as file:
            writer = LineWriter(file)
            for n, (day, team, rating) in enumerate(sorted(dated), start=1):
                writer.write(n, msgspec.json.encode(a_check_in(day, team, rating)))

    @rule(k=st.integers(SMALLEST_K, 6))
    def k_is_changed(self, k: int) -> None:
        privacy = Privacy(minimum=k, release=self.store.organisation.privacy.release)
        self.store.organisation = msgspec.structs.replace(self.store.organisation, privacy=privacy)

    @rule(team=st.sampled_from(TEAMS), members=st.sampled_from([None, 3, 9]), retired=st.booleans())
    def a_team_shrinks_or_retires(self, team: str, members: int | None, retired: bool) -> None:
        teams = [
            Team(key=known.key, name=known.name, members=members, retired=retired) if known.key == team else known
            for known in self.store.organisation.teams
        ]
        self.store.organisation = msgspec.structs.replace(self.store.organisation, teams=tuple(teams))

    @rule(place=places)
    def somebody_has_a_check_in_erased(self, place: int) -> None:
        stored = surviving(self.store)[CHECK_INS]
        if stored:
            chosen = stored[place % len(stored)].id
            self.store.db.table(CHECK_INS).remove(lambda document: bool(document["id"] == chosen))

    @rule(place=places)
    def the_disk_flips_a_bit(self, place: int) -> None:
        path = self.folder / f"{CHECK_INS}.jsonl"
        content = bytearray(path.read_bytes()) if path.exists() else bytearray()
        if content:
            content[place % len(content)] ^= 1
            path.write_bytes(content)
            self.store.close()
            self.the_cache_is_deleted()  # it may remember the harmed rating, of which the model knows nothing any more

    @rule()
    def the_store_is_compacted(self) -> None:
        self._look()
        compact(self.store, lambda _: None)

    @rule()
    def the_cache_is_deleted(self) -> None:
        shutil.rmtree(self.folder / "cache", ignore_errors=True)

    @rule()
    def a_power_cut_brings_an_old_cache_back(self) -> None:
        for name, content in self.old_cache.items():
            (self.folder / "cache").mkdir(exist_ok=True)
            (self.folder / "cache" / name).write_bytes(content)

    @rule()
    def the_kiosk_starts_again(self) -> None:
        self.store.close()
        self.store = Store(self.folder, self.store.organisation)

    @invariant()
    def no_figure_gives_anybody_away(self) -> None:
        if hasattr(self, "store"):
            self._look()

    def _look(self) -> None:
        if not self.old_cache or self.on > self.looked:
            self.old_cache = {path.name: path.read_bytes() for path in (self.folder / "cache").glob("[!.]*")}
            self.looked = self.on
        self.store.close_days(self.on)
        streams = surviving(self.store)
        newest = max((check_in.day for check_in in streams[CHECK_INS]), default=None)
        before = believed(self.on, newest, None)
        self.model.close(streams, self.store.organisation.privacy.minimum, before, at_once=self.at_once)
        assert written(self.store) == sorted(batch[:3] for batch in self.model.batches)
        self.attacker.look(self.store, self.model, self.on)
        self._check_export()

    def _check_export(self) -> None:
        """The export is a list of whole batches of teams that may be shown."""
        export_file(self.store, self.folder / "shown.json", None)
        rows = Counter[tuple[str, str, str]]()
        for row in json.loads((self.folder / "shown.json").read_text()):
            rows[row["day"], row["team"], row["behavior"]] += row["count"]
        shown = {team.key for team in self.store.organisation.teams if not team.too_small}
        expected = Counter[tuple[str, str, str]]()
        for (_, team, question), day, counts, _ in self.model.batches:
            if team in shown:
                expected[day.isoformat(), team, question] += sum(counts)
        assert rows == expected

    def _shown(self) -> list[object]:
        """All that anybody may see without reading the folder: scores, export, status, posters."""
        cards = self.store.scorecards(self.on)
        export_file(self.store, self.folder / "shown.csv", None)
        status = look(self.store, self.on)
        brand = self.store.organisation.brand
        posters = [wall_poster(card, theme_of(brand.ink, brand.accent)) for card in cards.teams]
        return [as_json(cards), (self.folder / "shown.csv").read_text(), status.teams, status.streams, posters]

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)


Workplace.TestCase.settings = settings(
    max_examples=int(os.environ.get("SEVENWAYS_PROOF_WORKPLACES", "50")),
    stateful_step_count=20,
    suppress_health_check=list(HealthCheck),
)
TestWorkplace = Workplace.TestCase
