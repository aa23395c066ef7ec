"""The command `posters team`: the poster of one team, or of all."""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import Annotated

import typer

from posters import batch
from posters.commands.delivery import deliver, make_folder, remark
from posters.commands.link import LinkOption, checked_link
from posters.commands.options import Printing, with_printing
from posters.commands.retired import said_of
from posters.commands.waiting import waiting
from posters.drawing.sheet import Sheet
from posters.sheets.look import Look
from posters.sheets.team import PURPOSES, Extras, Purpose, team_sheet
from store.clock import as_of
from store.command_line import DataOption, FromOption, OnOption, ToOption
from store.errors import RefusedError, UsageError
from store.open import open_store
from store.organisation import SMALLEST_TEAM, Organisation, Team
from store.plain_text import printable, shortened
from store.scorecard import Scorecard


@with_printing
def print_team(
    printing: Printing,
    data: DataOption,
    team: Annotated[
        str | None, typer.Argument(metavar="TEAM", show_default=False, help="A team's key or name.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="One poster for each team.")] = False,
    purpose: Annotated[
        str, typer.Option("--for", metavar="PURPOSE", help="wall: kind, one story. review: every number and change.")
    ] = PURPOSES[0],
    link: LinkOption = None,
    on: OnOption = None,
    first: FromOption = None,
    last: ToOption = None,
) -> None:
    """Print a team's poster, tabloid or A3: the seven behaviors with their scores."""
    if (team is None) is not every:
        raise UsageError("Name one team, or ask for all of them with --all.")
    if every and printing.printer is not None:
        raise UsageError("--all writes files; to print, name one team, or send the files to the printer.")
    if first and last and first > last:
        message = f"--from {first} lies after --to {last}; swap them."
        raise UsageError(message)
    make = partial(team_sheet, purpose=_purpose(purpose), extras=Extras(link=checked_link(link)))
    with closing(open_store(data)) as store:
        organisation = store.organisation
        day = as_of(organisation, on)
        if team is None:
            skipped = _skipped(organisation)
            look = printing.look(organisation)
            make_folder(printing.output)
            _print_all(organisation, store.scorecards(day, first, last).teams, skipped, make, look, printing)
        else:
            found = _with_poster(organisation.find(team))
            card = store.scorecard(found.key, day, first, last)
            look = printing.look(organisation)
            remarks = (*look.theme.notes, *said_of(found), *waiting(organisation, (card,)))
            deliver(make(card, look), printing, remarks)


def _purpose(text: str) -> Purpose:
    """The purpose asked for.

    Raises:
        UsageError: There is no such purpose.
    """
    for purpose in PURPOSES:
        if purpose == text:
            return purpose
    message = f"--for {shortened(text, 40)} is unknown; choose one of: {', '.join(PURPOSES)}."
    raise UsageError(message)


def _print_all(
    organisation: Organisation,
    cards: Sequence[Scorecard],
    skipped: Mapping[str, str],
    make: Callable[[Scorecard, Look], Sheet],
    look: Look,
    printing: Printing,
) -> None:
    """Write a poster for each team that is not skipped: a bar on a terminal, a line each in a pipe.

    Raises:
        typer.Exit: At least one poster could not be set.
    """
    folder, ending = printing.output, ".pdf" if printing.png is None else ".png"
    chosen = [card for card in cards if card.team not in skipped]
    on_terminal = sys.stdout.isatty()
    problems, printed = [], []
    remarks: list[str] = []
    jobs = (batch.Job(folder / f"{card.team}{ending}", partial(make, card)) for card in chosen)
    shared = batch.PrintRun(
        organisation.brand, look.theme.saves_toner, look.language.code, printing.setup, printing.png
    )
    work = zip(chosen, batch.print_all(jobs, len(chosen), shared), strict=True)
    with typer.progressbar(work, length=len(chosen), label="Posters", hidden=not on_terminal) as outcomes:
        for card, outcome in outcomes:
            if outcome.problem is not None:
                problems.append(f"No poster for {card.team}: {outcome.problem}.")
                continue
            remarks += outcome.notes
            printed.append(card)
            for path in () if on_terminal else outcome.paths:
                typer.echo(f"Wrote {printable(str(path))}.")
    for key, reason in skipped.items():
        typer.echo(f"Skipped {key}: {reason}.")
    typer.echo(f"{len(chosen) - len(problems)} of {len(chosen)} posters are in {printable(str(folder))}.")
    remark((*look.theme.notes, *remarks, *waiting(organisation, printed)))
    for problem in problems:
        typer.echo(printable(problem), err=True)
    if problems:
        raise typer.Exit(1)


def _skipped(organisation: Organisation) -> dict[str, str]:
    """The keys of all teams that get no poster, with the reason.

    Raises:
        RefusedError: No team is left.
    """
    skipped = {team.key: reason for team in organisation.teams if (reason := _why_skipped(team))}
    if len(skipped) < len(organisation.teams):
        return skipped
    reasons = "; ".join(f"{key}: {reason}" for key, reason in skipped.items()) or "organisation.toml names none"
    message = f"There is no team to print ({reasons})."
    raise RefusedError(message)


def _why_skipped(team: Team) -> str | None:
    if team.retired:
        return "it is retired"
    if team.too_small:
        return f"it has fewer than {SMALLEST_TEAM} members, and rating it would be rating a person"
    return None


def _with_poster(team: Team) -> Team:
    """The team, if it may have a poster.

    Raises:
        UsageError: It is too small.
    """
    if team.too_small:
        message = f'There is no poster for "{team.name}": {_why_skipped(team)}.'
        raise UsageError(message)
    return team
