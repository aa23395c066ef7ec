"""SQLite's answer to the same question, from a table that is loaded already."""

import sqlite3

from tests.benchmarks.alone.counting import COUNTED, tally


def run(path: str, since: str, first: str, last: str, on: str, check: str = "") -> tuple[int, int] | int:
    """One GROUP BY over the table.

    Args:
        path: The database.
        since: First day of the months that are counted; empty if only the window is.
        first: First day of the window.
        last: Last day of the window.
        on: The day from which all this is seen.
        check: Whether to tell what was counted.
    """
    month, in_window = ("substr(day, 1, 7)", f"day BETWEEN '{first}' AND '{last}'") if since else ("''", "1")
    counts = ", ".join(f"sum({behavior} = {value})" for behavior, value in COUNTED)
    statement = (
        f"SELECT {month}, {in_window}, sum(extra_mile), count(*), {counts} FROM check_ins"
        f" WHERE day BETWEEN ? AND ? GROUP BY team, 1, 2"
    )
    rows = sqlite3.connect(path).execute(statement, (since or first, last)).fetchall()
    return tally(rows, on) if check else len(rows)
