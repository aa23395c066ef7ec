"""Spreadsheets as text, for tests of the import."""

from collections.abc import Iterable
from pathlib import Path

from store.exchange.rows import COLUMNS

HEADER = ",".join(COLUMNS)


def a_row(day: str = "2026-03-02", team: str = "north", ratings: str = "4444444", extra_mile: str = "no") -> str:
    """A row with one digit for each rating; ``-`` is a skipped one."""
    return ",".join([day, team, *ratings.replace("-", " "), extra_mile])


def a_sheet(path: Path, *rows: str, header: str = HEADER) -> Path:
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def many_rows(count: int, teams: Iterable[str] = ("north", "south")) -> list[str]:
    """Rows over March 2026 that differ from one another."""
    names = list(teams)
    return [
        a_row(
            f"2026-03-{1 + n % 28:02d}",
            names[n % len(names)],
            "".join(str(1 + (n * (place + 3) + n // 7) % 5) for place in range(7)),
            "yes" if n % 3 else "no",
        )
        for n in range(count)
    ]
