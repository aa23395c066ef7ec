"""`store notes`: what visitors added in words, for a manager to read, and to clear away."""

from collections.abc import Iterator
from typing import Annotated

import msgspec
import typer

from store.clock import today
from store.command_line import DataOption, JsonOption, add_group, agreed, leaves_to_subcommand
from store.errors import UsageError
from store.notes import Kind, Note
from store.open import open_store
from store.organisation import Organisation
from store.plain_text import printable

_KINDS = {
    Kind.PRAISE: "praise",
    Kind.GOOD_STORY: "a good story",
    Kind.TERRIBLE_STORY: "a terrible story",
    Kind.OBSTACLE: "an obstacle",
    Kind.EXPECTATION: "what would help",
}

_All = Annotated[bool, typer.Option("--all", show_default=False, help="Every note that waits.")]
_Yes = Annotated[bool, typer.Option("--yes", show_default=False, help="Drop them without being asked.")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands to `store`."""
    notes = add_group(app, "notes", show, example="store notes")
    notes.command("drop", epilog="Example: store notes drop --all")(drop)


def show(context: typer.Context, data: DataOption, as_data: JsonOption = False) -> None:
    """Show the notes that wait for a manager to read them; words may give their writer away, so keep them safe."""
    if leaves_to_subcommand(context):
        return
    store = open_store(data)
    notes = sorted(store.notes.waiting(), key=lambda note: (note.team, note.month, note.id))
    if as_data:
        typer.echo(msgspec.json.format(msgspec.json.encode({"notes": notes})))
    else:
        typer.echo("\n".join(_as_text(notes, store.organisation)) or "No note waits.")


def drop(data: DataOption, all_notes: _All = False, yes: _Yes = False) -> None:
    """Remove the notes that wait, for good; at most 1,000 may wait."""
    if not all_notes:
        raise UsageError("Say which: only all notes can be dropped, with --all; read them before with `store notes`.")
    store = open_store(data)
    if not store.notes.waiting():
        typer.echo("No note waits.")
    elif yes or agreed("Drop all notes that wait for good?"):
        number = store.notes.drop(today(store.organisation))
        typer.echo(f"Dropped {number:,} {'note' if number == 1 else 'notes'}.")
    else:
        typer.echo("Nothing was dropped.")


def _as_text(notes: list[Note], organisation: Organisation) -> Iterator[str]:
    for note in notes:
        about = f", {note.behavior.label}" if note.behavior else ""
        yield f"{printable(organisation.name_of(note.team))}, {note.month}, {_KINDS[note.kind]}{about}:"
        yield f"    {printable(note.text)}"
