"""`store held`: shows how many check-ins are held back, and releases or drops them."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from store.abuse import Hold
from store.clock import today
from store.command_line import DataOption, JsonOption, refuse_options_before
from store.errors import UsageError
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
    held = typer.Typer(
        help="Show how many check-ins are held back; or release or drop them.",
        epilog="Example: store held release kitchen",
        rich_markup_mode=None,
    )
    held.callback(invoke_without_command=True)(show)
    held.command("release", epilog="Example: store held release kitchen")(release)
    held.command("drop", epilog="Example: store held drop --all")(drop)
    app.add_typer(held, name="held")


def show(context: typer.Context, data: DataOption, as_data: JsonOption = False) -> None:
    """Show how many check-ins are held back; or release or drop them."""
    if context.invoked_subcommand is not None:
        refuse_options_before(context, "data", "as_data")
        return
    store = open_store(data)
    groups = store.held.groups()
    if as_data:
        typer.echo(json.dumps({"held": [group._asdict() for group in groups]}, indent=2))
    else:
        typer.echo("\n".join(_table(groups, store.organisation)))


def release(data: DataOption, team: _Which = None, all_teams: _All = False) -> None:
    """Let held check-ins count after all: they arrive as check-ins of today."""
    store = open_store(data)
    key = _chosen(store, team, all_teams=all_teams)
    number = store.held.release(key, today(store.organisation))
    typer.echo(f"Released {_counted(number)}{_of(store, key)}." if number else _nothing(store, key))


def drop(data: DataOption, team: _Which = None, all_teams: _All = False, yes: _Yes = False) -> None:
    """Remove held check-ins for good; how many is logged, and shown on the team's scorecard."""
    store = open_store(data)
    key = _chosen(store, team, all_teams=all_teams)
    number = sum(group.number for group in store.held.groups() if key in (None, group.team))
    if number and not yes and not _agreed(f"Drop {_counted(number)}{_of(store, key)} for good?"):
        typer.echo("Nothing was dropped.")
        return
    number = store.held.drop(key, today(store.organisation))
    typer.echo(f"Dropped {_counted(number)}{_of(store, key)}." if number else _nothing(store, key))


def _chosen(store: Store, team: str | None, *, all_teams: bool) -> str | None:
    """The key of the team that is meant; None for all."""
    if (team is None) != all_teams:
        raise UsageError("Say whose: name one team, or write --all.")
    return None if team is None else store.organisation.find(team).key


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise UsageError("Nobody is here to ask whether to drop them for good; add --yes.")
    return typer.confirm(question)


def _table(groups: tuple[HeldGroup, ...], organisation: Organisation) -> Iterator[str]:
    if not groups:
        yield "No check-in is held back."
        return
    names = [shortened(organisation.name_of(group.team), _WIDEST) for group in groups]
    widest = max(map(width, ("Team", *names)))
    yield f"{padded('Team', widest)}  held check-ins"
    for name, group in zip(names, groups, strict=True):
        yield f"{padded(name, widest)}  {group.number:>9,}  {_REASONS[group.reason]}"
    yield "They count nowhere until you release them: `store held release TEAM`, or `store held drop TEAM`."


def _counted(number: int) -> str:
    return f"{number:,} held {'check-in' if number == 1 else 'check-ins'}"


def _of(store: Store, key: str | None) -> str:
    return "" if key is None else f' of "{shortened(store.organisation.name_of(key), _WIDEST)}"'


def _nothing(store: Store, key: str | None) -> str:
    return f"No check-in{_of(store, key)} is held back."
