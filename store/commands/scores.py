"""`store scores`: the scorecards."""

import dataclasses
import json

import typer

from store.clock import as_of
from store.command_line import DataOption, FromOption, JsonOption, OnOption, TeamOption, ToOption
from store.errors import UsageError
from store.open import open_store
from store.organisation import Organisation
from store.report import as_json, as_text
from store.scorecard import Scorecards


def add_to(app: typer.Typer) -> None:
    """Adds the command to `store`."""
    app.command("scores", epilog="Example: store scores --team kitchen --from 2026-01-01 --json")(scores)


def scores(
    data: DataOption,
    team: TeamOption = None,
    on: OnOption = None,
    first: FromOption = None,
    last: ToOption = None,
    as_data: JsonOption = False,
) -> None:
    """Show the scorecards of all teams, or of one."""
    store = open_store(data)
    cards = store.scorecards(as_of(store.organisation, on), first, last)
    if team is not None:
        cards = _only(cards, store.organisation, team)
    skipped = store.skipped()
    if skipped:
        lines = "1 damaged line was" if skipped == 1 else f"{skipped} damaged lines were"
        typer.echo(f"store: {lines} skipped; `store check` tells where.", err=True)
    if as_data:
        typer.echo(json.dumps(as_json(cards), indent=2))
    else:
        typer.echo("\n".join(as_text(cards, store.organisation.privacy)))


def _only(cards: Scorecards, organisation: Organisation, team: str) -> Scorecards:
    """The scorecards without those of other teams."""
    wanted = organisation.find(team)
    left = tuple(card for card in cards.teams if card.team == wanted.key)
    if not left:
        message = f'"{wanted.name}" is retired and has no scores in these days; choose earlier days with --from.'
        raise UsageError(message)
    return dataclasses.replace(cards, teams=left)
