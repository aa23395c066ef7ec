"""The command `posters pack`: the trainer's booklet."""

from posters.commands.delivery import deliver
from posters.commands.options import Printing, with_printing
from posters.commands.training import TeamOption, facts
from posters.sheets.pack.booklet import pack_sheet
from store.command_line import DataOption, OnOption


@with_printing
def print_pack(printing: Printing, data: DataOption, team: TeamOption = None, on: OnOption = None) -> None:
    """Print the trainer's booklet, letter or A4; it needs no data unless a team's scores are asked for."""
    told = facts(printing, data, team, on)
    deliver(pack_sheet(told.look, told.day, told.minimum, told.card), printing, told.notes)
