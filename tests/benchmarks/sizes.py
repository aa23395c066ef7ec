"""How much a run of the benchmarks measures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """How many of everything.

    Attributes:
        stored: How many check-ins are stored, from nothing to many.
        teams: How many teams they are about: a hospital's, and a large one's.
        inserts: Inserts in each run.
        posters: Posters in one go.
        batch: Posters printed into files.
        visits: Visits at the kiosk, over all runs.
        lasting: After how many visits the kiosk's memory is looked at, and after how many again.
        runs: How often each pair is measured.
    """

    stored: tuple[int, ...]
    teams: tuple[int, int]
    inserts: int
    posters: int
    batch: int
    visits: int
    lasting: tuple[int, int]
    runs: int

    @property
    def most(self) -> int:
        """The largest number of stored check-ins."""
        return self.stored[-1]

    def stock_inserts(self, stored: int) -> int:
        """How many inserts into TinyDB's own storage are bearable: each takes as long as the whole file is large."""
        return min(self.inserts, max(3, 100_000 // max(1, stored)))


SIZES = {
    "full": Size(
        (0, 10_000, 100_000, 1_000_000),
        (20, 300),
        inserts=300,
        posters=1000,
        batch=10_000,
        visits=1000,
        lasting=(100, 10_000),
        runs=5,
    ),
    "small": Size(
        (0, 1_000, 10_000, 100_000), (20, 300), inserts=100, posters=50, batch=400, visits=50, lasting=(50, 250), runs=5
    ),
    "tiny": Size((0, 10, 100, 1_000), (3, 6), inserts=3, posters=2, batch=4, visits=1, lasting=(1, 2), runs=1),
}
