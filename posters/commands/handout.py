"""The command `posters handout`: a trainer's page about one behavior, or about all seven."""

from dataclasses import replace
from typing import Annotated

import typer

from posters.commands.delivery import deliver, make_folder
from posters.commands.options import Printing, with_printing
from posters.commands.training import TeamOption, behavior_called, facts
from posters.sheets.handout.sheet import handout_sheet
from store.behaviors import BEHAVIORS
from store.command_line import DataOption, OnOption
from store.errors import UsageError


@with_printing
def print_handout(
    printing: Printing,
    data: DataOption,
    behavior: Annotated[
        str | None,
        typer.Argument(metavar="BEHAVIOR", show_default=False, help="Its number, key, or how its name begins."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All seven, a PDF each, into a folder.")] = False,
    team: TeamOption = None,
    large: Annotated[
        bool, typer.Option("--large", help="Large print: 18 points, on as many pages as it takes.")
    ] = False,
    on: OnOption = None,
) -> None:
    """Print a handout about a behavior, letter or A4; it needs no data unless a team's scores are asked for."""
    if (behavior is None) is not every:
        raise UsageError("Name one behavior, or ask for all seven with --all.")
    told = facts(printing, data, team, on)
    if behavior is not None:
        chosen = behavior_called(behavior, told.look.language)
        deliver(handout_sheet(chosen, told.look, told.day, told.card, large=large), printing, told.notes)
        return
    make_folder(printing.output)
    ending = ".pdf" if printing.png is None else ".png"
    for chosen in BEHAVIORS:
        name = f"{chosen.number}-{chosen.value.replace('_', '-')}{ending}"
        sheet = handout_sheet(chosen, told.look, told.day, told.card, large=large)
        remarks = told.notes if chosen is BEHAVIORS[-1] else ()
        deliver(sheet, replace(printing, output=printing.output / name), remarks)
