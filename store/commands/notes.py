"""`store notes`: what visitors added in words, for a manager to read."""

from collections.abc import Iterator

import msgspec
import typer

from store.command_line import DataOption, JsonOption
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


def add_to(app: typer.Typer) -> None:
    """Adds the command to `store`."""
    app.command("notes", epilog="Example: store notes")(show)


def show(data: DataOption, as_data: JsonOption = False) -> None:
    """Show the notes that wait for a manager to read them; words may give their writer away, so keep them safe."""
    store = open_store(data)
    notes = sorted(store.notes.waiting(), key=lambda note: (note.team, note.month, note.id))
    if as_data:
        typer.echo(msgspec.json.format(msgspec.json.encode({"notes": notes})))
    else:
        typer.echo("\n".join(_as_text(notes, store.organisation)) or "No note waits.")


def _as_text(notes: list[Note], organisation: Organisation) -> Iterator[str]:
    for note in notes:
        about = f", {note.behavior.label}" if note.behavior else ""
        yield f"{printable(organisation.name_of(note.team))}, {note.month}, {_KINDS[note.kind]}{about}:"
        yield f"    {printable(note.text)}"
