"""The command `kiosk`: the check-in, in plain lines too, and the demo."""

import os
import sys
from pathlib import Path, PurePosixPath
from typing import Annotated, NoReturn

import typer

from kiosk.running import Opening, run_on_screen
from store.command_line import DataOption, OnOption, leaves_to_subcommand, new_app, run
from store.errors import UsageError

app = new_app("kiosk", "Ask how well a team served its colleagues.")

LockedOption = Annotated[bool, typer.Option("--locked", help="Nobody leaves from here, and no set-up is offered.")]
TeamOption = Annotated[
    str | None, typer.Option("--team", metavar="TEAM", help="The team that stands first in the choice of teams.")
]


@app.callback(invoke_without_command=True, epilog="Example: kiosk --data ./hospital")
def start(
    context: typer.Context,
    data: DataOption,
    *,
    on: OnOption = None,
    locked: LockedOption = False,
    team: TeamOption = None,
) -> None:
    """Ask how well a team served its colleagues; F10 leaves."""
    if not leaves_to_subcommand(context):
        _check_in(Opening(data.absolute(), on, locked=locked, home_team=team))


@app.command("run", epilog="Example: kiosk run --plain --visits 1 < answers.txt")
def run_kiosk(
    data: DataOption,
    *,
    on: OnOption = None,
    locked: LockedOption = False,
    team: TeamOption = None,
    plain: Annotated[bool, typer.Option("--plain", help="Plain lines, one answer a line.")] = False,
    visits: Annotated[
        int | None, typer.Option("--visits", min=1, metavar="N", help="Plain lines: end after N visits.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Plain lines: one of the kiosk's, such as pl.")
    ] = None,
    in_browser: Annotated[bool, typer.Option("--in-browser", hidden=True, help="Started by kiosk serve.")] = False,
    posters: Annotated[bool, typer.Option("--posters", hidden=True, help="Started by kiosk serve.")] = False,
) -> None:
    """Open the check-in; the same as `kiosk` alone, with the choice of plain lines."""
    opening = Opening(data.absolute(), on, locked=locked, home_team=team, in_browser=in_browser, posters=posters)
    _check_in(opening, plain=plain or visits is not None, visits=visits, language=language)


@app.command(epilog="Example: kiosk serve --port 8000")
def serve(
    data: DataOption,
    *,
    team: TeamOption = None,
    posters: Annotated[
        bool, typer.Option("--posters", help="The poster room instead: behind the PIN, anyone prints a poster.")
    ] = False,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="0 takes any free one.")] = 8000,
    clients: Annotated[int, typer.Option("--clients", min=1, max=100, metavar="N", help="Most tabs at once.")] = 8,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="A further host name of this server; repeatable.")
    ] = None,
) -> None:
    """Put the locked check-in into browsers, such as a tablet's; Ctrl+C ends it."""
    from kiosk.serving.server import serve as run_server  # noqa: PLC0415 - a kiosk on a terminal needs no web server

    run_server(data.absolute(), host, port, limit=clients, names=name or (), team=team, posters=posters)


@app.command(epilog="Example: sudo kiosk install --write")
def install(
    *,
    write: Annotated[bool, typer.Option("--write", help="Do it, instead of printing what would be done.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Remove what --write wrote; the data stays.")] = False,
    console: Annotated[
        bool, typer.Option("--console", help="The bare text console: keypad only, fewer languages.")
    ] = False,
    speech: Annotated[bool, typer.Option("--speech", help="Let it read itself out.")] = False,
    letters: Annotated[
        int, typer.Option("--letters", min=12, max=80, metavar="PIXELS", help="Height of letters on the screen.")
    ] = 20,
    program: Annotated[
        str, typer.Option("--program", metavar="FILE", help="The installed program `kiosk`.")
    ] = "/opt/sevenways/bin/kiosk",
    root: Annotated[Path, typer.Option("--root", metavar="DIR", help="Write into this folder; run nothing.")] = Path(
        "/"
    ),
    force: Annotated[bool, typer.Option("--force", help="Give up what somebody changed in the files.")] = False,
) -> None:
    """Print all that makes a Debian box start as a kiosk; write it, or undo it."""
    from kiosk.appliance.command import Request, install  # noqa: PLC0415 - used once in the life of a machine
    from kiosk.appliance.settings import Settings  # noqa: PLC0415

    settings = Settings(console=console, speech=speech, program=PurePosixPath(program), letters=letters)
    install(Request(settings, root, write=write, undo=undo, force=force), typer.echo)


@app.command(epilog="Example: kiosk demo")
def demo() -> None:
    """Try everything on a sample organisation that is thrown away afterwards."""
    from kiosk.demo import show  # noqa: PLC0415 - sample data and posters are loaded only here

    show.run(on_terminal=_on_terminal())


def main() -> NoReturn:
    """Run `kiosk` with the arguments of this process.

    Raises:
        SystemExit: Always, with the exit code.
    """
    run(app)


def _check_in(opening: Opening, *, plain: bool = False, visits: int | None = None, language: str | None = None) -> None:
    """Take check-ins on a terminal's whole screen, or in plain lines where there is none."""
    if not plain and (opening.in_browser or _on_terminal()):
        if language:
            raise UsageError("--language needs --plain; on the screen each visitor chooses a language.")
        run_on_screen(opening)
    elif opening.locked:
        raise UsageError("--locked needs the whole screen of a terminal: no pipe, no --plain, no --visits.")
    else:
        _plain_lines(opening, visits, language)


def _plain_lines(opening: Opening, visits: int | None, language: str | None) -> None:
    from kiosk.plain.opening import plain_kiosk  # noqa: PLC0415 - the full screen needs no plain lines

    if not plain_kiosk(opening, language).serve(visits):
        raise typer.Exit(1)


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
