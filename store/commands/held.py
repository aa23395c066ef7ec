"""`store held`: shows how many check-ins are held back, and releases or drops them."""

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from store.abuse import Hold
from store.clock import today
from store.command_line import DataOption, JsonOption, add_group, agreed, leaves_to_subcommand
from store.errors import RefusedError, UsageError
from store.held import HeldGroup
from store.open import Store, open_store
from store.organisation import Organisation
from store.plain_text import padded, shortened, width

_WIDEST = 30
_REASONS = {Hold.TOO_FAST: "answered too fast", Hold.BURST: "too many at once"}

_Which = Annotated[str | None, typer.Argument(metavar="TEAM", help="Its key or its current name.", show_default=False)]
_All = Annotated[bool, typer.Option("--all", show_default=False, help="Those of all teams.")]
_Yes = Annotated[bool, typer.Option("--yes", show_default=False, help="Drop them without being asked.")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands to `store`."""
    held = add_group(app, "held", show, example="store held release kitchen")
    held.command("release", epilog="Example: store held release kitchen")(release)
    held.command("drop", epilog="Example: store held drop --all")(drop)


def show(context: typer.Context, data: DataOption, as_data: JsonOption = False) -> None:
    """Show how many check-ins are held back; or release or drop them."""
    if leaves_to_subcommand(context):
        return
    store = open_store(data)
    groups = store.held.groups()
    if as_data:
        fewest = store.organisation.privacy.minimum
        typer.echo(json.dumps({"held": [_as_shape(group, fewest) for group in groups]}, indent=2))
    else:
        typer.echo("\n".join(_table(groups, store.organisation)))


def release(data: DataOption, team: _Which = None, all_teams: _All = False) -> None:
    """Let held check-ins count after all, if enough are held: they arrive as check-ins of today."""
    store = open_store(data)
    key = _chosen(store, team, all_teams=all_teams)
    fewest = store.organisation.privacy.minimum
    try:
        number = store.held.release(key, today(store.organisation), fewest)
    except RefusedError as error:
        raise RefusedError(_too_few(store, [key or ""])) from error
    left = sorted({group.team for group in store.held.groups()}) if key is None else []
    if number or not left:
        typer.echo(f"Released {_counted(number)}{_of(store, key)}." if number else _nothing(store, key))
    if left:
        typer.echo(_too_few(store, left))


def drop(data: DataOption, team: _Which = None, all_teams: _All = False, yes: _Yes = False) -> None:
    """Remove held check-ins for good; how many is logged, and shown on the team's scorecard."""
    store = open_store(data)
    key = _chosen(store, team, all_teams=all_teams)
    is_any = any(key in (None, group.team) for group in store.held.groups())
    if is_any and not yes and not agreed(f"Drop all held check-ins{_of(store, key)} for good?"):
        typer.echo("Nothing was dropped.")
        return
    number = store.held.drop(key, today(store.organisation))
    typer.echo(f"Dropped {_counted(number)}{_of(store, key)}." if number else _nothing(store, key))


def _chosen(store: Store, team: str | None, *, all_teams: bool) -> str | None:
    """The key of the team that is meant; None for all."""
    if (team is None) != all_teams:
        raise UsageError("Say whose: name one team, or write --all.")
    return None if team is None else store.organisation.find(team).key


def _table(groups: tuple[HeldGroup, ...], organisation: Organisation) -> Iterator[str]:
    if not groups:
        yield "No check-in is held back."
        return
    names = [shortened(organisation.name_of(group.team), _WIDEST) for group in groups]
    widest = max(map(width, ("Team", *names)))
    fewest = organisation.privacy.minimum
    yield f"{padded('Team', widest)}  held check-ins"
    for name, group in zip(names, groups, strict=True):
        shown = group.shown(fewest)
        number = f"fewer than {fewest}" if shown is None else f"{shown:,}"
        yield f"{padded(name, widest)}  {number:>16}  {_REASONS[group.reason]}"
    yield "They count nowhere until you release them: `store held release TEAM`, or `store held drop TEAM`."


def _as_shape(group: HeldGroup, fewest: int) -> dict[str, str | int | None]:
    """A group as JSON: its number, or else below which number it is."""
    shown = group.shown(fewest)
    fewer_than = fewest if shown is None else None
    return {"team": group.team, "reason": group.reason, "number": shown, "fewer_than": fewer_than}


def _too_few(store: Store, teams: list[str]) -> str:
    fewest = store.organisation.privacy.minimum
    names = ", ".join(f'"{shortened(store.organisation.name_of(team), _WIDEST)}"' for team in teams)
    return (
        f"Fewer than {fewest} check-ins are held of {names}: so few stay held until {fewest} are there, "
        "as they could single somebody out."
    )


def _counted(number: int) -> str:
    return f"{number:,} held {'check-in' if number == 1 else 'check-ins'}"


def _of(store: Store, key: str | None) -> str:
    return "" if key is None else f' of "{shortened(store.organisation.name_of(key), _WIDEST)}"'


def _nothing(store: Store, key: str | None) -> str:
    return f"No check-in{_of(store, key)} is held back."
