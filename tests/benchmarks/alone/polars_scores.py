"""Polars' answer to the same question, straight from the journal."""

import polars as pl

from store.behaviors import BEHAVIORS
from tests.benchmarks.alone.counting import COUNTED, tally

_RATINGS = pl.Struct({behavior.value: pl.Int8 for behavior in BEHAVIORS})
_DOCUMENT = pl.Struct({"day": pl.String, "team": pl.String, "extra_mile": pl.Boolean, "ratings": _RATINGS})


def run(path: str, since: str, first: str, last: str, on: str, check: str = "") -> tuple[int, int] | int:
    """One lazy query over the file; the arguments are those of `sqlite_scores`."""
    day = pl.col("day")
    visits = pl.scan_ndjson(path, schema={"d": _DOCUMENT}).unnest("d")
    table = (
        visits.filter(day.is_between(pl.lit(since), pl.lit(last)))
        .unnest("ratings")
        .group_by(
            "team", day.str.slice(0, 7).alias("month"), day.is_between(pl.lit(first), pl.lit(last)).alias("in_window")
        )
        .agg(
            pl.col("extra_mile").sum(),
            pl.len(),
            *((pl.col(behavior) == value).sum().alias(f"{behavior}_{value}") for behavior, value in COUNTED),
        )
        .collect()
    )
    rows = table.drop("team").rows()
    return tally(rows, on) if check else len(rows)
