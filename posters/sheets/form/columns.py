"""The columns of a form and of the CSV that it is typed into: the same, in the same order, with the same letters."""

from string import ascii_uppercase

from store.behaviors import BEHAVIORS, EXTRA_MILE

#: The CSV's columns, as `store import` names them.
COLUMNS = ("date", "team", *(behavior.value for behavior in BEHAVIORS), EXTRA_MILE)

#: What stands beside the boxes, and above the columns of every spreadsheet: A to J.
LETTERS = dict(zip(COLUMNS, ascii_uppercase, strict=False))

EXAMPLE_DAY = "2026-10-31"


def header_line() -> str:
    """The first line of the CSV; the blanks let it run over several printed lines, and do no harm."""
    return ", ".join(COLUMNS)


def example_values(team: str) -> tuple[str, ...]:
    """What might stand in each column.

    Args:
        team: A team's key.
    """
    return (EXAMPLE_DAY, team, "4", "5", "3", "4", "", "5", "4", "yes")


def example_line(team: str) -> str:
    """A line of the CSV as it may be typed; the fifth question was skipped."""
    return ", ".join(example_values(team))
