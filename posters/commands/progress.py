"""The command `posters progress`: a team's last twelve months."""

from contextlib import closing
from typing import Annotated

import typer

from posters.commands.delivery import deliver
from posters.commands.options import Printing, with_printing
from posters.commands.retired import said_of
from posters.commands.waiting import waiting
from posters.sheets.progress import progress_sheet
from store.clock import as_of
from store.command_line import DataOption, OnOption
from store.errors import UsageError
from store.open import open_store
from store.organisation import SMALLEST_TEAM


@with_printing
def print_progress(
    printing: Printing,
    data: DataOption,
    team: Annotated[str, typer.Argument(metavar="TEAM", show_default=False, help="A team's key or name.")],
    on: OnOption = None,
) -> None:
    """Print a team's last twelve months: a small chart for each behavior, and what was done about it."""
    with closing(open_store(data)) as store:
        organisation = store.organisation
        look = printing.look(organisation)
        found = organisation.find(team)
        if found.too_small:
            message = (
                f'There is no poster for "{found.name}": it has fewer than {SMALLEST_TEAM} members, '
                "and rating it would be rating a person."
            )
            raise UsageError(message)
        card = store.scorecard(found.key, as_of(organisation, on))
    remarks = (*look.theme.notes, *said_of(found), *waiting(organisation, (card,)))
    deliver(progress_sheet(card, look), printing, remarks)
