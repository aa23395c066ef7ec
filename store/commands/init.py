"""`store init`: founds an organisation."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
import typer

from store.command_line import DataOption
from store.errors import UsageError
from store.local_zone import local_zone
from store.open import create_store
from store.organisation import Organisation, Privacy, Team
from store.organisation.file import FILE, refuse_existing
from store.organisation.promises import when_scores_appear
from store.organisation.settings import SETTINGS
from store.organisation.team_names import clean_name, new_team, new_teams
from store.plain_text import shortened

_T = TypeVar("_T")
_USUAL = Privacy().minimum

_Name = Annotated[
    str | None, typer.Option("--name", metavar="NAME", help="The organisation's name.", show_default=False)
]
_Teams = Annotated[
    list[str] | None,
    typer.Option("--team", metavar="NAME", help="A team's name; once for each team.", show_default=False),
]


def _minimum(text: str) -> int:
    try:
        return msgspec.convert({"minimum": text}, Privacy, strict=False).minimum
    except msgspec.ValidationError as error:
        message = f"--minimum {shortened(text, 20)} is not possible: write {SETTINGS['privacy.minimum'].right}."
        raise UsageError(message) from error


_Minimum = Annotated[
    int,
    typer.Option(
        "--minimum", metavar="K", parser=_minimum, help="How many answers must come together before they count."
    ),
]


def add_to(app: typer.Typer) -> None:
    """Adds the command to `store`."""
    app.command("init", epilog='Example: store init --name "Riverside Hospital" --team Kitchen --team "Ward 3"')(init)


def init(data: DataOption, name: _Name = None, team: _Teams = None, minimum: _Minimum = _USUAL) -> None:
    """Found an organisation: write organisation.toml, with a comment on every setting."""
    refuse_existing(data)
    if not (name and team) and not _on_a_terminal():
        raise UsageError("A name and at least one team are needed: `store init --name NAME --team NAME`.")
    called = _ask("What is your organisation called? ", clean_name) if name is None else clean_name(name)
    organisation = Organisation(
        name=called,
        time_zone=local_zone(),
        privacy=Privacy(minimum=minimum),
        teams=new_teams(team) if team else _ask_for_teams(),
    )
    create_store(data, organisation)
    typer.echo("\n".join(_next_steps(data, organisation)))


def _on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ask_for_teams() -> tuple[Team, ...]:
    teams: list[Team] = [_ask("Name a team that serves others: ", lambda text: new_team(text, ()))]

    def another(text: str) -> Team | None:
        return new_team(text, tuple(teams)) if text.strip() else None

    while added := _ask("Another team (just Enter when done): ", another):
        teams.append(added)
    return tuple(teams)


def _ask(question: str, understand: Callable[[str], _T]) -> _T:
    """Asks on the terminal until the answer can be understood."""
    while True:
        try:
            return understand(input(question))
        except UsageError as error:
            typer.echo(str(error))


def _next_steps(folder: Path, organisation: Organisation) -> Iterable[str]:
    teams = ", ".join(f"{team.name} ({team.key})" for team in organisation.teams)
    yield f'Wrote {folder / FILE} for "{organisation.name}".'
    yield f"Teams: {teams}. Time zone: {organisation.time_zone}."
    yield "`kiosk` opens the check-in. Headcounts, colours and more: edit the file, its comments explain them."
    yield when_scores_appear(organisation.privacy)
