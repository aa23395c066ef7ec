"""`store teams`: lists the teams, and adds, renames or retires one."""

import json
from collections.abc import Iterator
from typing import Annotated

import msgspec
import typer

from store.command_line import DataOption, JsonOption, add_group, leaves_to_subcommand
from store.open import open_store
from store.organisation import SMALLEST_TEAM, Organisation, Team
from store.organisation.edit import add_team, rename_team, retire_team
from store.plain_text import padded, shortened, width

_WIDEST = 30

_Name = Annotated[str, typer.Argument(metavar="NAME", help="What people call the team.", show_default=False)]
_Which = Annotated[str, typer.Argument(metavar="TEAM", help="Its key or its current name.", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Adds the commands to `store`."""
    teams = add_group(app, "teams", list_teams, example='store teams add "Night Shift"')
    teams.command("add", epilog='Example: store teams add "Night Shift"')(add)
    teams.command("rename", epilog='Example: store teams rename night-shift "Night Crew"')(rename)
    teams.command("retire", epilog="Example: store teams retire night-shift")(retire)


def list_teams(context: typer.Context, data: DataOption, as_data: JsonOption = False) -> None:
    """List the teams; or add, rename or retire one."""
    if leaves_to_subcommand(context):
        return
    organisation = open_store(data).organisation
    if as_data:
        typer.echo(json.dumps({"teams": [_values(team) for team in organisation.teams]}, indent=2))
    else:
        typer.echo("\n".join(_table(organisation)))


def add(name: _Name, data: DataOption) -> None:
    """Add a team; its key is made from the name and never changes."""
    team = add_team(open_store(data).folder, name)
    typer.echo(f'Added "{team.name}"; its key is {team.key}.')


def rename(team: _Which, name: _Name, data: DataOption) -> None:
    """Give a team another name; its key and its scores stay."""
    renamed = rename_team(open_store(data).folder, team, name)
    typer.echo(f'{renamed.key} is now called "{renamed.name}"; its key and its scores stay.')


def retire(team: _Which, data: DataOption) -> None:
    """Take a team out of the check-in; its scores stay."""
    retired = retire_team(open_store(data).folder, team)
    typer.echo(f'"{retired.name}" is retired: nobody can rate it any more, and its scores stay.')


def _values(team: Team) -> dict[str, object]:
    return {**msgspec.structs.asdict(team), "too_small": team.too_small}


def _table(organisation: Organisation) -> Iterator[str]:
    if not organisation.teams:
        yield 'There are no teams yet; add one with `store teams add "Night Shift"`.'
        return
    rows = [("key", "name", "department", "members", "")]
    rows += [
        (team.key, team.name, team.department or "", str(team.members or ""), _state(team))
        for team in organisation.teams
    ]
    columns = [max(width(shortened(row[place], _WIDEST)) for row in rows) for place in range(4)]
    for *cells, state in rows:
        line = "  ".join(padded(cell, columns[place]) for place, cell in enumerate(cells))
        yield f"{line}  {state}".rstrip()


def _state(team: Team) -> str:
    if team.retired:
        return "retired"
    return f"too small to be rated: fewer than {SMALLEST_TEAM}" if team.too_small else ""
