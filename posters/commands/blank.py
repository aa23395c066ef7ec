"""The command `posters blank`: the team poster for hand filling."""

from pathlib import Path
from typing import Annotated

import typer

from posters.commands.delivery import deliver
from posters.commands.options import Printing, with_printing
from posters.commands.training import facts
from posters.sheets.team.blank import blank_sheet
from store.command_line import OnOption

MOST = 500
"""Posters in one file: more take a printer's night, and can be asked for again."""


@with_printing
def print_blank(
    printing: Printing,
    number: Annotated[int, typer.Option("--number", metavar="N", min=1, max=MOST, help="How many, in one file.")] = 1,
    on: OnOption = None,
) -> None:
    """Print the team poster to fill in by hand; it needs no data."""
    told = facts(printing, Path(), None, on)
    deliver(blank_sheet(told.look, told.day, number), printing, told.look.theme.notes)
