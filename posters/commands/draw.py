"""The command `posters draw`: one request wins, and anybody can repeat how."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from posters.output.files import write
from store import draw as fair
from store.command_line import DataOption
from store.draw import Draw
from store.errors import CannotReadError, RefusedError, UsageError
from store.open import open_store
from store.plain_text import printable, shortened
from store.poster_requests import requests_of

_LARGEST = 10_000_000
_UNANNOUNCED = (
    "Note: this seed could have been tried until it suited, so others must trust you; announce the list first "
    "(--announce)."
)

_Prize = Annotated[str | None, typer.Option("--prize", metavar="TEXT", show_default=False, help="What is drawn.")]
_Seed = Annotated[
    str | None,
    typer.Option("--seed", metavar="TEXT", show_default=False, help="What decides, such as a lottery's numbers."),
]
_Month = Annotated[
    str | None,
    typer.Option("--month", metavar="MONTH", show_default="all", help="Only requests of this month, such as 2026-10."),
]
_Announce = Annotated[
    bool, typer.Option("--announce", show_default=False, help="Fix the list now; the seed is not known yet.")
]
_Announced = Annotated[
    Path | None,
    typer.Option("--announced", metavar="FILE", show_default=False, help="Draw from a list that was announced."),
]
_Verify = Annotated[
    Path | None, typer.Option("--verify", metavar="FILE", show_default=False, help="Repeat a draw; needs no data.")
]
_Code = Annotated[
    str | None, typer.Option("--code", metavar="CODE", show_default=False, help="With --verify: does it win?")
]
_Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Keep the draw in this file, to publish."),
]


def draw(
    data: DataOption,
    prize: _Prize = None,
    seed: _Seed = None,
    month: _Month = None,
    announce: _Announce = False,
    announced: _Announced = None,
    verify: _Verify = None,
    code: _Code = None,
    output: _Output = None,
) -> None:
    """Draw one of the requests for posters, each with the same chance, so that anybody can repeat it.

    All requests that are kept take part, printed or not. Requests win, not people: who has asked twice has two.
    """
    if [prize is None, announced is None, verify is None].count(False) != 1:
        raise UsageError("Say one of three: --prize TEXT for a new draw, --announced FILE with --seed, --verify FILE.")
    if code is not None and verify is None:
        raise UsageError("--code goes with --verify FILE.")
    _refuse_taken(output)
    if verify is not None:
        _repeat(read(verify), code)
    elif announced is not None:
        if seed is None:
            raise UsageError("An announced draw needs the seed that was promised: --seed TEXT.")
        _tell(fair.drawn(read(announced), seed), output)
    elif announce:
        if seed is not None or output is None:
            raise UsageError("--announce keeps the list in a file (-o FILE) until there is a seed: leave --seed out.")
        _tell(_listed(data, prize or "", month), output)
    else:
        _tell(fair.drawn(_listed(data, prize or "", month), fair.new_seed() if seed is None else seed), output)
        typer.echo(_UNANNOUNCED, err=True)


def read(path: Path) -> Draw:
    """A draw from its file.

    Raises:
        CannotReadError: There is none, or it is something else.
    """
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(_LARGEST), type=Draw)
    except OSError as error:
        message = f"Cannot read {path}: {error.strerror}; name the file that `posters draw -o` wrote."
        raise CannotReadError(message) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        message = f"{path} is no draw ({shortened(str(error), 120)}); name the file that `posters draw -o` wrote."
        raise CannotReadError(message) from error


def _listed(data: Path, prize: str, month: str | None) -> Draw:
    """A draw of all requests that are kept, printed or not, or of those of a month.

    Raises:
        RefusedError: There are none.
    """
    with closing(open_store(data)) as store:
        requests = [each for each in requests_of(store).all() if month in (None, each.month)]
    if month is not None and not requests:
        message = f'Nobody has asked for a poster in "{shortened(month, 40)}"; write a month like 2026-10.'
        raise RefusedError(message)
    return fair.announced(prize, requests)


def _repeat(draw: Draw, code: str | None) -> None:
    """Repeat a draw, and look whether a code has won it.

    Raises:
        RefusedError: The draw is not right, or the code has not won.
    """
    fair.refuse_unless_right(draw)
    typer.echo(f"The draw is right: from this list and this seed, {draw.winner} wins: {printable(draw.prize)}.")
    typer.echo(f"SHA-256 of prize and list: {draw.sha256}")
    typer.echo("If that is what was announced, nobody has changed them since.")
    if code is None:
        return
    if not fair.proves_winning(draw, code):
        message = f"This code does not prove {draw.winner}: it is copied wrongly, or another request's."
        raise RefusedError(message)
    typer.echo(f"The code is right: whoever shows it asked for {draw.winner}, and has won.")


def _tell(draw: Draw, output: Path | None) -> None:
    """Say what was drawn; keep it in a file if one is named."""
    typer.echo(f"Prize: {printable(draw.prize)}")
    many = "request" if len(draw.entries) == 1 else "requests"
    typer.echo(f"List: {len(draw.entries):,} {many}, printed or not, each once (requests, not people)")
    typer.echo(f"SHA-256 of prize and list: {draw.sha256}")
    if draw.seed is not None:
        typer.echo(f"Seed: {printable(draw.seed)}")
        typer.echo(f"Winner: {draw.winner}")
    if output is None:
        typer.echo("\n".join(("The list:", *draw.entries)))
        return
    write(msgspec.json.format(msgspec.json.encode(draw)) + b"\n", output)
    typer.echo(f"Wrote {printable(str(output))}.")
    if draw.seed is None:
        typer.echo("Publish the file, and say which numbers that nobody knows yet will be the seed.")
        typer.echo(f"Then: posters draw --announced {printable(str(output))} --seed TEXT -o FILE")
    else:
        typer.echo(f"Whoever has the whole code of {draw.winner} wins: posters draw --verify FILE --code CODE")


def _refuse_taken(path: Path | None) -> None:
    """Let through only a new file: a draw that was published must not change.

    Raises:
        UsageError: Something stands there.
    """
    if path is not None and path.exists():
        message = f"{path} is there already, and a draw must not change; name a new file."
        raise UsageError(message)
