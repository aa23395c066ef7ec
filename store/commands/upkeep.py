"""`store status`, `store check` and `store compact`: look after the data folder."""

from collections.abc import Iterator

import msgspec
import typer

from store.check import bytes_to_check, check
from store.clock import today
from store.command_line import DataOption, JsonOption
from store.compact import bytes_to_compact, compact
from store.lock import FolderLock
from store.open import open_store
from store.plain_text import padded, printable, shortened, width
from store.progress import progress
from store.status import Damage, Status, look

_WIDEST = 30
_UNITS = ("MiB", "GiB", "TiB")


def add_to(app: typer.Typer) -> None:
    """Adds the commands to `store`."""
    app.command("status", epilog="Example: store status --json")(show_status)
    app.command("check", epilog="Example: store check")(check_everything)
    app.command("compact", epilog="Example: store compact")(forget_order)


def show_status(data: DataOption, as_data: JsonOption = False) -> None:
    """Show what the data folder holds and what needs looking after; never what still waits."""
    store = open_store(data)
    status = look(store, today(store.organisation))
    if as_data:
        typer.echo(msgspec.json.format(msgspec.json.encode(status)))
    else:
        typer.echo("\n".join(_as_text(status)))


def check_everything(data: DataOption) -> None:
    """Read everything and verify every checksum and record; exit 0, or 1 with each fault, its file and line."""
    with progress("Checking", bytes_to_check(data)) as advance:
        faults = check(data, FolderLock(data), advance)
    for fault in faults:
        typer.echo(str(fault))
    if faults:
        raise typer.Exit(1)
    typer.echo(f"Every line in {printable(str(data.resolve()))} is as it was written: all good.")


def forget_order(data: DataOption) -> None:
    """Sort released check-ins by their random ids, so that nobody can tell in which order they came."""
    store = open_store(data)
    store.close_days(today(store.organisation))
    with progress("Compacting", bytes_to_compact(store)) as advance:
        compact(store, advance)
    store.held.forget_order()
    typer.echo("The order in which released check-ins came is forgotten; scores are the same.")


def _as_text(status: Status) -> Iterator[str]:
    sample = " (sample data)" if status.sample else ""
    yield f"{printable(status.organisation)}{sample}, kept in {printable(status.folder)}"
    yield ""
    names = [(team.name + (" (retired)" if team.retired else ""), team.released_check_ins) for team in status.teams]
    yield from _table("Team", names)
    yield ""
    yield from _table("Source", [(stream.stream, stream.released_check_ins) for stream in status.streams])
    yield ""
    yield f"Last write: {status.last_write or 'none yet'}. Disk left: {_amount(status.disk_left)}."
    if status.held or status.held_below:
        yield f"Held back: {_held(status)}; `store held` says why, and releases or drops them."
    for harm in status.damage:
        yield f"{printable(harm.file)}: {_harmed(harm)}."
    yield from (printable(warning) for warning in status.warnings)


def _held(status: Status) -> str:
    few = [f"groups of fewer than {status.held_below}"] if status.held_below else []
    return " and ".join([f"{status.held:,}"] * bool(status.held) + few)


def _harmed(harm: Damage) -> str:
    if harm.lines is None:
        return harm.what
    return f"{'1 line was' if harm.lines == 1 else f'{harm.lines} lines were'} {harm.what}"


def _table(heading: str, rows: list[tuple[str, int]]) -> Iterator[str]:
    """Names and numbers of released check-ins, in two columns."""
    widest = max([width(heading), *(width(shortened(name, _WIDEST)) for name, _ in rows)])
    yield f"{padded(heading, widest)}  released check-ins"
    for name, count in rows:
        yield f"{padded(name, widest)}  {count:>9,}" if count else f"{padded(name, widest)}  none yet"


def _amount(size: int) -> str:
    """Bytes as people say it."""
    amount, unit = size / (1 << 20), _UNITS[0]
    for unit in _UNITS:  # the last one stays
        if amount < 1024 or unit == _UNITS[-1]:
            break
        amount /= 1024
    return f"{amount:.0f} {unit}"
