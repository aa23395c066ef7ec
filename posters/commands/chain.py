"""The command `posters chain`: which team serves which."""

from contextlib import closing

from posters.commands.delivery import deliver
from posters.commands.options import Printing, with_printing
from posters.sheets.chain import chain_sheet
from store.clock import as_of
from store.command_line import DataOption, OnOption
from store.open import open_store


@with_printing
def print_chain(printing: Printing, data: DataOption, on: OnOption = None) -> None:
    """Print the service chain: the teams, and an arrow from each that serves to each that it serves."""
    with closing(open_store(data)) as store:
        organisation = store.organisation
    look = printing.look(organisation)
    deliver(chain_sheet(organisation, as_of(organisation, on), look), printing, look.theme.notes)
