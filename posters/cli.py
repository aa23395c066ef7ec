"""The command `posters`; the only file here that opens a store."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from posters import render
from posters.drawing.theme import Theme, theme_of
from store.behaviors import BEHAVIORS
from store.clock import as_of
from store.command_line import DataOption, FromOption, OnOption, ToOption, new_app, run
from store.disk import writing
from store.errors import RefusedError, UsageError
from store.open import open_store
from store.organisation import SMALLEST_TEAM, Organisation, Team
from store.organisation.promises import when_released
from store.plain_text import printable
from store.scorecard import Scorecard

app = new_app("posters", "Print what the teams' check-ins say, to hang where people stand every day.")

_PDF = ".pdf"

OutputOption = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="PATH", show_default=False, help="The PDF to write; with --all, the folder."
    ),
]


def main() -> NoReturn:
    """Run `posters` with the arguments of this process.

    Raises:
        SystemExit: Always, with the exit code.
    """
    run(app)


@app.callback(epilog='Example: posters team "North Ward" -o north-ward.pdf')
def posters() -> None:
    """Print what the teams' check-ins say, to hang where people stand every day."""


@app.command("team", epilog="Example: posters team --all -o october --on 2026-10-31")
def print_team(
    output: OutputOption,
    data: DataOption,
    team: Annotated[
        str | None, typer.Argument(metavar="TEAM", show_default=False, help="A team's key or name.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="One poster for each team.")] = False,
    on: OnOption = None,
    first: FromOption = None,
    last: ToOption = None,
) -> None:
    """Print a team's poster, 11 x 17 inches: the seven behaviors with their scores."""
    if (team is None) is not every:
        raise UsageError("Name one team, or ask for all of them with --all.")
    if first and last and first > last:
        message = f"--from {first} lies after --to {last}; swap them."
        raise UsageError(message)
    with closing(open_store(data)) as store:
        organisation = store.organisation
        theme = theme_of(organisation.brand.ink, organisation.brand.accent)
        day = as_of(organisation, on)
        if team is None:
            skipped = _skipped(organisation)
            _make_folder(output)
            _print_all(organisation, store.scorecards(day, first, last).teams, skipped, theme, output)
        else:
            _refuse_folder(output)
            key = _with_poster(organisation.find(team)).key
            _print_one(organisation, store.scorecard(key, day, first, last), theme, output)


def _print_one(organisation: Organisation, card: Scorecard, theme: Theme, path: Path) -> None:
    """Write one poster and say what the reader should know about it."""
    render.write(render.team_poster(card, theme), path)
    typer.echo(f"Wrote {_shown(path)}.")
    _remark((*theme.notes, *render.notes(card), *_waiting(organisation, card)))


def _print_all(
    organisation: Organisation, cards: Sequence[Scorecard], skipped: Mapping[str, str], theme: Theme, folder: Path
) -> None:
    """Write a poster for each team that is not skipped: a bar on a terminal, a line each in a pipe.

    Raises:
        typer.Exit: At least one poster could not be set.
    """
    chosen = [card for card in cards if card.team not in skipped]
    on_terminal = sys.stdout.isatty()
    problems, remarks = [], []
    work = render.team_posters(chosen, theme, folder)
    with typer.progressbar(work, length=len(chosen), label="Posters", hidden=not on_terminal) as outcomes:
        for outcome in outcomes:
            if outcome.path is None:
                problems.append(f"No poster for {outcome.card.team}: {outcome.problem}.")
                continue
            remarks += [*render.notes(outcome.card), *_waiting(organisation, outcome.card)]
            if not on_terminal:
                typer.echo(f"Wrote {_shown(outcome.path)}.")
    for key, reason in skipped.items():
        typer.echo(f"Skipped {key}: {reason}.")
    typer.echo(f"{len(chosen) - len(problems)} of {len(chosen)} posters are in {_shown(folder)}.")
    _remark((*theme.notes, *remarks))
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


def _waiting(organisation: Organisation, card: Scorecard) -> tuple[str, ...]:
    """A sentence about when scores appear, if some do not yet."""
    silent = [behavior.label for behavior in BEHAVIORS if not card.scores[behavior].n]
    if not silent:
        return ()
    which = "scores" if len(silent) == len(BEHAVIORS) else f"scores for {', '.join(silent)}"
    when = when_released(organisation.privacy)
    minimum = organisation.privacy.minimum
    return (f"{card.name} has no {which} in these days yet; they appear {when} there are at least {minimum} answers.",)


def _make_folder(path: Path) -> None:
    """Make the folder that posters go into.

    Raises:
        UsageError: A file stands there, or the name is that of a PDF.
        CannotWriteError: It cannot be made.
    """
    if path.exists() and not path.is_dir():
        message = f"{path} is a file, and --all needs a folder; name another with -o."
        raise UsageError(message)
    if path.suffix.lower() == _PDF and not path.exists():
        message = f"{path} would be one PDF, and --all needs a folder, such as {path.with_suffix('')}."
        raise UsageError(message)
    with writing(path):
        path.mkdir(parents=True, exist_ok=True)


def _refuse_folder(path: Path) -> None:
    """Let through only what can be one PDF.

    Raises:
        UsageError: The path is a folder, does not end in .pdf, or lies in no folder.
    """
    if path.is_dir():
        message = f"{path} is a folder; name a file in it, such as {path / 'poster.pdf'}."
        raise UsageError(message)
    if path.suffix.lower() != _PDF:
        message = f"A poster is a PDF; name the file {path.with_suffix(_PDF).name if path.name else 'poster.pdf'}."
        raise UsageError(message)
    if not path.parent.is_dir():
        message = f"There is no folder {path.parent}; make it first, or name another with -o."
        raise UsageError(message)


def _shown(path: Path) -> str:
    return printable(str(path))


def _remark(sentences: Iterable[str]) -> None:
    """Say what is worth knowing on stderr, one line each."""
    for sentence in sentences:
        typer.echo(f"Note: {printable(sentence)}", err=True)
