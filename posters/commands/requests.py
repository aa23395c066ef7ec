"""The commands `posters request` and `posters requests`: ask for a sheet; see what is asked for, and print it off."""

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Annotated

import typer

from posters.commands.delivery import deliver, make_folder, remark
from posters.commands.options import Printing, with_printing
from posters.drawing.sheet import Sheet
from posters.output.printing import MOST_COPIES
from posters.shelf import SHELF, Need, Order
from store.behaviors import BEHAVIORS
from store.clock import as_of, today
from store.command_line import DataOption, JsonOption, OnOption, add_group, leaves_to_subcommand
from store.errors import AskedAlreadyError, DoesNotFitError, RefusedError, UsageError
from store.open import Store, open_store
from store.organisation import Organisation, Team
from store.plain_text import padded, printable, shortened, width
from store.poster_requests import PosterRequest, SheetWish, requests_of, spaced, wishes

_WIDEST = 40
_SHEETS = {
    SheetWish.TEAM: "the poster with its scores",
    SheetWish.PROGRESS: "its last twelve months",
    SheetWish.HANDOUT: "the seven handouts",
}

_Team = Annotated[str, typer.Argument(metavar="TEAM", help="Whose poster: its key or its current name.")]
_Sheet = Annotated[
    str, typer.Option("--sheet", metavar="NAME", help=f"What is wanted: {', '.join(SheetWish)}.", show_default=True)
]


def add_to(app: typer.Typer) -> None:
    """Adds the commands to `posters`."""
    app.command("request", epilog="Example: posters request kitchen --sheet handout")(request)
    group = add_group(app, "requests", show, example="posters requests")
    group.command("print", epilog="Example: posters requests print -o friday --print Office")(print_off)


def request(data: DataOption, team: _Team, sheet: _Sheet = SheetWish.TEAM.value) -> None:
    """Ask for a poster: no name is kept, and you get a code that proves the request is yours."""
    if sheet not in list(SheetWish):
        message = f"--sheet {shortened(sheet, 40)} cannot be asked for; choose one of: {', '.join(SheetWish)}."
        raise UsageError(message)
    with closing(open_store(data)) as store:
        wanted = _with_poster(store.organisation, store.organisation.find(team))
        try:
            code = requests_of(store).add(wanted.key, SheetWish(sheet), today(store.organisation))
        except AskedAlreadyError as error:
            message = f"{str(error).rstrip('.')}: `posters requests print`."
            raise AskedAlreadyError(message) from error
    typer.echo(f"Asked for {_SHEETS[SheetWish(sheet)]}: {printable(wanted.name)}.")
    typer.echo(f"Your code: {spaced(code)}")
    typer.echo("Keep it, as it is shown only now: a draw names its first four letters, the rest proves that it is you.")


def show(context: typer.Context, data: DataOption, as_data: JsonOption = False) -> None:
    """Show which posters are asked for; or print them off."""
    if leaves_to_subcommand(context):
        return
    with closing(open_store(data)) as store:
        requests, organisation = requests_of(store).all(), store.organisation
    if as_data:
        typer.echo(json.dumps({"requests": [_as_shape(each) for each in requests]}, indent=2))
    else:
        typer.echo("\n".join(_table(requests, organisation)))


@with_printing
def print_off(printing: Printing, data: DataOption, on: OnOption = None) -> None:
    """Print what is asked for into a folder, and at a printer as often as it is asked for; then it is done."""
    with closing(open_store(data)) as store:
        requests, organisation = requests_of(store), store.organisation
        queue = wishes(requests.all())
        if not queue:
            typer.echo("No poster is asked for.")
            return
        look, day = printing.look(organisation), as_of(organisation, on)
        make_folder(printing.output)
        there = {team.key for team in organisation.open_teams}
        problems = []
        for (team, sheet), numbers in queue.items():
            if team in there:
                try:
                    _print(store, printing, Order(day, look, team), sheet, len(numbers))
                except (DoesNotFitError, UsageError) as error:
                    problems.append(f"Not printed for {team}: {error}")
                    continue
            else:
                typer.echo(f"Skipped {team}: it has no posters any more.")
            requests.close(numbers, today(organisation))
    typer.echo(f"{len(queue) - len(problems)} of {len(queue)} sheets that were asked for are done.")
    remark(look.theme.notes)
    for problem in problems:
        typer.echo(printable(problem), err=True)
    if problems:
        raise typer.Exit(1)


def _print(store: Store, printing: Printing, order: Order, sheet: SheetWish, copies: int) -> None:
    """Write and print what was asked for: one sheet, or one about each behavior.

    Raises:
        SevenWaysError: It cannot be made, written or printed.
    """
    ending = ".pdf" if printing.png is None else ".png"
    for name, made in _sheets(store, order, sheet):
        path = printing.output / f"{order.team}-{name}{ending}"
        often = min(MOST_COPIES, printing.copies * copies)
        deliver(made, replace(printing, output=path, copies=often))


def _sheets(store: Store, order: Order, sheet: SheetWish) -> Iterator[tuple[str, Sheet]]:
    [item] = [item for item in SHELF if item.name == sheet]
    if item.behavior is not Need.MUST:
        yield item.name, item.make(store, order)
        return
    for behavior in BEHAVIORS:
        name = f"{item.name}-{behavior.number}-{behavior.value.replace('_', '-')}"
        yield name, item.make(store, replace(order, behavior=behavior))


def _with_poster(organisation: Organisation, team: Team) -> Team:
    """The team, if it has posters.

    Raises:
        RefusedError: It is retired or too small.
    """
    if team not in organisation.open_teams:
        message = f'"{shortened(team.name, _WIDEST)}" has no poster; choose a team that is neither retired nor small.'
        raise RefusedError(message)
    return team


def _table(requests: Sequence[PosterRequest], organisation: Organisation) -> Iterator[str]:
    queue = wishes(requests)
    if not queue:
        yield "No poster is asked for."
        return
    names = [shortened(organisation.name_of(team), _WIDEST) for team, _ in queue]
    widest = max(map(width, ("Team", *names)))
    yield f"{padded('Team', widest)}  asked  what"
    for name, ((_, sheet), numbers) in zip(names, queue.items(), strict=True):
        yield f"{padded(name, widest)}  {len(numbers):>5}  {_SHEETS[sheet]}"
    yield "Print them with `posters requests print -o DIR`; draw a winner among all with `posters draw`."


def _as_shape(request: PosterRequest) -> dict[str, str]:
    """A request as JSON, without what its code leads to."""
    return {
        "number": request.number,
        "month": request.month,
        "team": request.team,
        "sheet": request.sheet,
        "state": request.state,
    }
