"""The command `posters form`: the check-in on paper, for whoever has no terminal."""

from contextlib import closing
from typing import Annotated

import typer

from posters.commands.delivery import deliver
from posters.commands.options import Printing, with_printing
from posters.sheets.form.sheet import form_sheet
from store.clock import as_of
from store.command_line import DataOption, OnOption
from store.errors import UsageError
from store.open import open_store
from store.organisation import Organisation, Team


@with_printing
def print_form(
    printing: Printing,
    data: DataOption,
    team: Annotated[
        str | None,
        typer.Option("--team", metavar="TEAM", show_default=False, help="Print this team's name: its key or name."),
    ] = None,
    large: Annotated[bool, typer.Option("--large", help="Large print: 18 points, one form a page.")] = False,
    on: OnOption = None,
) -> None:
    """Print the check-in on paper, and a page for whoever types it into a CSV that `store import` takes."""
    with closing(open_store(data)) as store:
        organisation = store.organisation
    chosen = _rated(organisation, team) if team is not None else None
    look = printing.look(organisation)
    sheet = form_sheet(organisation, chosen, as_of(organisation, on), look, large=large)
    deliver(sheet, printing, look.theme.notes)


def _rated(organisation: Organisation, text: str) -> Team:
    """The team that was named, if it can be rated.

    Raises:
        UsageError: There is no such team, or it is retired or too small.
    """
    team = organisation.find(text)
    if team not in organisation.open_teams:
        message = f'"{team.name}" cannot be rated; choose a team that is neither retired nor too small (`store teams`).'
        raise UsageError(message)
    return team
