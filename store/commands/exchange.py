"""`store import` and `store export`: check-ins in from spreadsheets, released figures out to them."""

from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from store.clock import today
from store.command_line import DataOption, TeamOption
from store.errors import CannotWriteError
from store.exchange.exporting import export_file
from store.exchange.importing import Imported, import_file
from store.open import open_store
from store.organisation import Privacy
from store.organisation.promises import kept_unseen, when_files_count
from store.plain_text import printable
from store.progress import progress

_Source = Annotated[
    Path, typer.Argument(metavar="FILE.csv", help="A spreadsheet saved as CSV (UTF-8).", show_default=False)
]
_Target = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="Where to: a .csv or .json file; it is replaced.", show_default=False),
]
_CreateTeams = Annotated[
    bool, typer.Option("--create-teams", show_default=False, help="Add teams that are not known yet.")
]
_SkipBad = Annotated[
    bool,
    typer.Option("--skip-bad", show_default=False, help="Set bad rows aside in FILE.rejected.csv, store the others."),
]


def add_to(app: typer.Typer) -> None:
    """Adds the commands to `store`."""
    app.command("import", epilog="Example: store import answers.csv --create-teams")(import_)
    app.command("export", epilog="Example: store export figures.csv --team kitchen")(export)


def import_(
    file: _Source,
    data: DataOption,
    create_teams: _CreateTeams = False,
    skip_bad: _SkipBad = False,
) -> None:
    """Store the rows of a spreadsheet as check-ins, all or none, and never twice.

    Its columns: date (like 2026-10-31), team (key or name), stay_positive, honor_commitments, communicate_often,
    negotiate_expectations, step_out_of_your_silo, be_polite, be_helpful (1 to 5; empty: skipped) and, if you like,
    extra_mile (yes or no). Spaces, hyphens and capitals do not matter there. Other columns are not stored.
    """
    store = open_store(data)
    outcome = import_file(
        store,
        file,
        today(store.organisation),
        partial(typer.echo, err=True),
        progress,
        create_teams=create_teams,
        skip_bad=skip_bad,
    )
    for sentence in _summary(outcome, store.organisation.privacy):
        typer.echo(sentence)


def export(file: _Target, data: DataOption, team: TeamOption = None) -> None:
    """Write what is released: one row for each batch and rating value.

    Columns: day, team, behavior, rating, count. For extra_mile, rating 0 is no and 1 is yes.
    """
    store = open_store(data)
    key = store.organisation.find(team).key if team is not None else None
    with suppress(CannotWriteError):  # whoever may only read still gets what was released
        store.close_days(today(store.organisation))
    rows = export_file(store, file, key)
    typer.echo(f"Wrote {_counted(rows, 'row')} to {printable(str(file))}.")


def _summary(outcome: Imported, privacy: Privacy) -> list[str]:
    days = _days(date.fromisoformat(outcome.first), date.fromisoformat(outcome.last))
    sentences = [f"Imported {_counted(outcome.check_ins, 'check-in')} {days}."]
    if outcome.new_teams:
        sentences.append(f"Added {_counted(len(outcome.new_teams), 'team')}: {', '.join(outcome.new_teams)}.")
    if outcome.rejected:
        count, path = outcome.rejected
        sentences.append(f"Set {_counted(count, 'bad row')} aside in {printable(str(path))}; correct and import it.")
    sentences.append(when_files_count(privacy))
    if outcome.unseen_teams:
        sentences.append(kept_unseen(outcome.unseen_teams))
    return sentences


def _days(first: date, last: date) -> str:
    return f"of {first}" if first == last else f"of {first} to {last}"


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" + ("" if count == 1 else "s")
