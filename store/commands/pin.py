"""`store pin`: sets or removes the PIN with which staff leave a locked kiosk."""

import sys
from getpass import getpass
from typing import Annotated

import typer

from store.command_line import DataOption
from store.errors import UsageError
from store.open import open_store
from store.pin import LONGEST, SHORTEST

_Stdin = Annotated[
    bool, typer.Option("--stdin", show_default=False, help="Read the PIN from the first line of standard input.")
]
_Remove = Annotated[bool, typer.Option("--remove", show_default=False, help="Remove the PIN.")]


def add_to(app: typer.Typer) -> None:
    """Adds the command to `store`."""
    app.command("pin", epilog="Example: store pin")(pin)


def pin(data: DataOption, from_stdin: _Stdin = False, remove: _Remove = False) -> None:
    """Set the PIN with which staff leave a locked kiosk: 6 digits or more, as it is typed on a keypad."""
    if from_stdin and remove:
        raise UsageError("--stdin sets a PIN and --remove removes it; use one of them.")
    kept = open_store(data).pin
    if remove:
        was_set = kept.is_set
        kept.remove()
        typer.echo("The PIN is removed; without one nobody can leave a locked kiosk." if was_set else "No PIN was set.")
        return
    kept.set(_from_stdin() if from_stdin else _asked())
    typer.echo("The PIN is set; five wrong tries lock it for a minute, then for longer.")


def _from_stdin() -> str:
    return sys.stdin.buffer.readline(1000).decode(errors="replace").rstrip("\r\n")


def _asked() -> str:
    """The PIN, typed twice and never shown.

    Raises:
        UsageError: There is no terminal to ask on, or the two differ.
    """
    if not sys.stdin.isatty():
        raise UsageError("There is no terminal to ask on; pipe the PIN into `store pin --stdin`.")
    typed = getpass(f"New PIN ({SHORTEST} to {LONGEST} digits, not shown): ")
    if getpass("Once more: ") != typed:
        raise UsageError("The two differ; nothing was changed.")
    return typed
