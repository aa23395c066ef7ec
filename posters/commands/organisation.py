"""The command `posters organisation`: all teams on one poster."""

from contextlib import closing
from dataclasses import replace

from posters.commands.delivery import deliver
from posters.commands.options import Printing, with_printing
from posters.sheets.organisation import organisation_sheet
from store.clock import as_of
from store.command_line import DataOption, FromOption, OnOption, ToOption
from store.errors import UsageError
from store.open import open_store


@with_printing
def print_organisation(
    printing: Printing,
    data: DataOption,
    on: OnOption = None,
    first: FromOption = None,
    last: ToOption = None,
) -> None:
    """Print all teams and the seven behaviors in one table: by department, in the order of the alphabet."""
    if first and last and first > last:
        message = f"--from {first} lies after --to {last}; swap them."
        raise UsageError(message)
    with closing(open_store(data)) as store:
        organisation = store.organisation
        look = printing.look(organisation)
        cards = store.scorecards(as_of(organisation, on), first, last)
    shown = {team.key for team in organisation.open_teams}
    cards = replace(cards, teams=tuple(card for card in cards.teams if card.team in shown))
    deliver(organisation_sheet(cards, look, sample=organisation.sample), printing, look.theme.notes)
