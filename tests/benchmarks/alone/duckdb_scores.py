"""DuckDB's answer to the same question, straight from the journal."""

import duckdb

from store.behaviors import BEHAVIORS
from tests.benchmarks.alone.counting import COUNTED, tally

_RATINGS = ", ".join(f"{behavior.value} TINYINT" for behavior in BEHAVIORS)
_DOCUMENT = f"STRUCT(day VARCHAR, team VARCHAR, extra_mile BOOLEAN, ratings STRUCT({_RATINGS}))"


def run(path: str, since: str, first: str, last: str, on: str, check: str = "") -> tuple[int, int] | int:
    """One GROUP BY over the file; the arguments are those of `sqlite_scores`."""
    month, in_window = ("d.day[:7]", f"d.day BETWEEN '{first}' AND '{last}'") if since else ("''", "true")
    counts = ", ".join(f"count(*) FILTER (d.ratings.{behavior} = {value})" for behavior, value in COUNTED)
    statement = (
        f"SELECT {month} AS month, {in_window} AS in_window, count(*) FILTER (d.extra_mile), count(*), {counts}"
        f" FROM read_json(?, format = 'newline_delimited', columns = {{d: '{_DOCUMENT}'}})"
        " WHERE d.day BETWEEN ? AND ? GROUP BY d.team, 1, 2"
    )
    rows = duckdb.execute(statement, [path, since or first, last]).fetchall()
    return tally(rows, on) if check else len(rows)
