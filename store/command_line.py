"""What the three commands share: options, one-line errors, exit codes."""

import io
import os
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import platformdirs
import typer
from typer.main import get_command

from store.disk import reason
from store.errors import SevenWaysError, UsageError
from store.plain_text import shortened

_LONGEST_MESSAGE = 1000
_EARLIEST = date(1970, 1, 1)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def new_app(name: str, purpose: str) -> typer.Typer:
    """An empty command with the settings that all three share: plain help, ``-h``, no shell completion."""
    return typer.Typer(
        name=name,
        help=purpose,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def add_group(app: typer.Typer, name: str, alone: Callable[..., None], *, example: str) -> typer.Typer:
    """Adds a command that does something alone and has subcommands of its own.

    Args:
        app: Where to.
        name: The command.
        alone: What it does without a subcommand, after a look at ``leaves_to_subcommand``; its docstring is the help.
        example: A command line.

    Returns:
        The place for the subcommands.
    """
    group = typer.Typer(epilog=f"Example: {example}", rich_markup_mode=None)
    group.callback(invoke_without_command=True)(alone)
    app.add_typer(group, name=name)
    return group


def run(app: typer.Typer) -> NoReturn:
    """Run a command line and leave the process.

    Errors become one line on stderr. Exit codes: 0 done, 1 could not be done, 2 the request is wrong, 130 stopped
    with Ctrl+C. Readers that close a pipe early are no error worth words.

    Raises:
        SystemExit: Always, with the exit code.
    """
    name = app.info.name or Path(sys.argv[0]).name
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a Latin-1 terminal still shows what it can of a Polish name
    try:
        code = _outcome(app, name)
        sys.stdout.flush()
    except OSError as error:
        _silence_stdout()
        code = 1 if isinstance(error, BrokenPipeError) else _complain(name, _disk_sentence(error), 1)
    raise SystemExit(code)


def _outcome(app: typer.Typer, name: str) -> int:
    """The exit code of one run."""
    try:
        result = get_command(app).main(prog_name=name, standalone_mode=False)
    except SevenWaysError as error:
        return _complain(name, str(error), 2 if isinstance(error, UsageError) else 1)
    except typer.TyperException as error:
        return _complain(name, _usage_sentence(error, name), error.exit_code)
    except typer.Abort:
        return _complain(name, "Stopped before the last answer; nothing was changed.", 1)
    except KeyboardInterrupt:
        return 130
    return result if isinstance(result, int) else 0


def _complain(name: str, sentence: str, code: int) -> int:
    """Print one line on stderr; give the exit code back."""
    print(f"{name}: {shortened(' '.join(sentence.split()), _LONGEST_MESSAGE)}", file=sys.stderr)  # noqa: T201
    return code


def _usage_sentence(error: typer.TyperException, name: str) -> str:
    """Typer's words for a wrong request, and where the right ones stand."""
    context: typer.Context | None = getattr(error, "ctx", None)
    return f"{error.format_message().rstrip('.')} (see {context.command_path if context else name} --help)."


def _disk_sentence(error: OSError) -> str:
    place = error.filename or "standard output or a temporary file"  # the system names only what it opens
    return f"Cannot read or write {place}: {reason(error)}, then try again."


def _silence_stdout() -> None:
    """Let the interpreter's last flush go nowhere instead of failing again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def default_folder() -> Path:
    """Where data is kept if neither ``--data`` nor ``$SEVENWAYS_DATA`` says."""
    return platformdirs.user_data_path("sevenways", appauthor=False)


def parse_day(text: str) -> date:
    """A day from ISO text such as ``2026-10-31``.

    Raises:
        UsageError: The text is not a day.
    """
    if not _ISO_DAY.fullmatch(text):
        message = f'"{shortened(text, 40)}" is not a day; write it like 2026-10-31.'
        raise UsageError(message)
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        message = f"There is no day {text}; write a day of the calendar, like 2026-10-31."
        raise UsageError(message) from error
    if day < _EARLIEST:
        message = f"{text} is too long ago; write a day since {_EARLIEST}."
        raise UsageError(message)
    return day


def agreed(question: str) -> bool:
    """Asks on the terminal before something is dropped.

    Raises:
        UsageError: Nobody is there to ask.
    """
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise UsageError("Nobody is here to ask whether to drop them for good; add --yes.")
    return typer.confirm(question)


def leaves_to_subcommand(context: typer.Context) -> bool:
    """Whether a subcommand does the work of a command that can also stand alone.

    An option between the two would be read here and forgotten there.

    Raises:
        UsageError: One was given, and another folder would be worked on.
    """
    if context.invoked_subcommand is None:
        return False
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if source is not None and source.name == "COMMANDLINE":
            raise UsageError(
                f"Write options after it: `{context.command_path} {context.invoked_subcommand} … --data DIR`."
            )
    return True


def _parse_folder(text: str) -> Path:
    if not text.strip():
        raise UsageError("--data is empty; name a folder, or leave the option out.")
    return Path(text)


DataOption = Annotated[
    Path,
    typer.Option(
        "--data",
        metavar="DIR",
        envvar="SEVENWAYS_DATA",
        parser=_parse_folder,
        default_factory=lambda: str(default_folder()),
        show_default="your user data folder",
        help="The folder that keeps the organisation's data.",
    ),
]

OnOption = Annotated[
    date | None,
    typer.Option(
        "--on",
        metavar="DATE",
        parser=parse_day,
        show_default="today",
        help="Look from this day, such as 2026-10-31; never later than today.",
    ),
]

FromOption = Annotated[
    date | None,
    typer.Option(
        "--from",
        metavar="DATE",
        parser=parse_day,
        show_default="the score window of organisation.toml, 90 days",
        help="First day that counts.",
    ),
]

ToOption = Annotated[
    date | None,
    typer.Option("--to", metavar="DATE", parser=parse_day, show_default="the day before", help="Last day that counts."),
]

TeamOption = Annotated[
    str | None,
    typer.Option("--team", metavar="TEAM", show_default=False, help="Only this team: its key or its current name."),
]

JsonOption = Annotated[bool, typer.Option("--json", show_default=False, help="Print JSON for another program.")]
