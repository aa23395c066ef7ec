"""`store backup` and `store restore`."""

from pathlib import Path
from typing import Annotated

import typer

from store.command_line import DataOption
from store.plain_text import printable
from store.progress import progress
from store.safekeeping.archive import Manifest
from store.safekeeping.backup import back_up
from store.safekeeping.restore import restore

_Target = Annotated[
    Path, typer.Argument(metavar="FILE.zip", help="The new backup, best on another disk.", show_default=False)
]
_Source = Annotated[Path, typer.Argument(metavar="FILE.zip", help="A backup.", show_default=False)]
_ReplaceFile = Annotated[bool, typer.Option("--replace", show_default=False, help="Replace an older file there.")]
_ReplaceFolder = Annotated[
    bool,
    typer.Option("--replace", show_default=False, help="Move what the data folder holds aside, to a folder beside it."),
]


def add_to(app: typer.Typer) -> None:
    """Adds the commands to `store`."""
    app.command("backup", epilog="Example: store backup /media/stick/monday.zip")(make)
    app.command("restore", epilog="Example: store restore /media/stick/monday.zip --data new-folder")(bring_back)


def make(file: _Target, data: DataOption, replace: _ReplaceFile = False) -> None:
    """Write everything that is stored into one zip file; kiosks may go on meanwhile. Keep it as safe as the folder."""
    manifest = back_up(data, file, progress, replace=replace)
    typer.echo(f"Backed {_contents(manifest)} up to {printable(str(file))}.")
    if any(entry.damaged_lines for entry in manifest.files):
        typer.echo("Some lines are damaged, and are so in the backup too; `store check` names them.")


def bring_back(file: _Source, data: DataOption, replace: _ReplaceFolder = False) -> None:
    """Make the data folder from a backup, once the backup is proven sound; never over data unless told."""
    restored = restore(file, data, progress, replace=replace)
    typer.echo(f"Restored {_contents(restored.manifest)} into {printable(str(data))}.")
    if restored.before:
        typer.echo(f"What was there before is in {printable(str(restored.before))}.")
    if any(entry.damaged_lines for entry in restored.manifest.files):
        typer.echo("Some lines were damaged when the backup was made; `store check` names them.")


def _contents(manifest: Manifest) -> str:
    return f"{len(manifest.files)} files ({sum(entry.size for entry in manifest.files):,} bytes)"
