"""Many team posters into files."""

from functools import partial
from pathlib import Path

from posters.batch import Job, PrintRun, print_all
from posters.output.setup import Setup
from posters.sheets.team import team_sheet
from store.organisation import Brand
from tests.benchmarks.cards import card
from tests.benchmarks.resident import resident


def run(folder: str, first: str, count: str, processes: str, early: str = "1") -> tuple[int, int]:
    """Prints so many; tells the memory in bytes after the early ones, and after all.

    One file in a hundred is a new one: a full disk is not what is measured.
    """
    numbers = range(int(first), int(first) + int(count))
    jobs = (Job(Path(folder, f"{number % 100}.pdf"), partial(team_sheet, card(number))) for number in numbers)
    shared = PrintRun(Brand(), saves_toner=False, language="en", setup=Setup())
    before = 0
    for done, outcome in enumerate(print_all(jobs, int(count), shared, int(processes)), start=1):
        assert outcome.paths
        if done == int(early):
            before = resident()
    return before, resident()
