"""The command `posters slips`: one-time codes on paper; they are good before they are printed, or not at all."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from posters import render
from posters.commands.delivery import printer_for, refuse_wrong_name, remark, send
from posters.commands.options import Printing, with_printing
from posters.drawing.sheet import Sheet
from posters.sheets.slips import slips_sheet
from posters.texts.languages import speak
from store.clock import today
from store.command_line import DataOption
from store.disk import put, writing
from store.errors import UsageError
from store.language import LANGUAGES, Language
from store.open import open_store
from store.organisation import Organisation
from store.plain_text import printable, shortened
from store.progress import progress

MOST = 1_000

_Count = Annotated[int, typer.Option("--count", metavar="N", show_default=False, help=f"How many: 1 to {MOST:,}.")]
_Also = Annotated[
    str | None,
    typer.Option("--also", metavar="CODE", show_default=False, help="A second language on each slip."),
]


@with_printing
def print_slips(printing: Printing, data: DataOption, count: _Count, also: _Also = None) -> None:
    """Print one-time slips to cut apart: each lets one person answer once. The PDF is private, and holds secrets."""
    if not 1 <= count <= MOST:
        message = f"--count {count} is out of range; print 1 to {MOST:,} slips at once."
        raise UsageError(message)
    if printing.png is not None:
        raise UsageError("Slips are a PDF only: leave --png out, as pictures of codes would lie around.")
    _refuse_taken(printing.output)
    with closing(open_store(data)) as store:
        organisation, look = store.organisation, printing.look(store.organisation)
        day, second = today(organisation), _second(also)
        trial = slips_sheet(organisation, ["0" * 10], day, look, second)  # what fails, fails before a code is made
        printer = printer_for(trial, printing)
        _pdf_of(printing, trial)
        with (
            _kept_if_good(printing.output) as keep,
            progress("Making codes", count) as advance,
            store.slips.made(count, advance) as codes,
        ):
            sheet = slips_sheet(organisation, codes, day, look, second)
            pdf = _pdf_of(printing, sheet)
            keep(pdf)
    pages = len(sheet.sides)
    typer.echo(
        f"Wrote {printable(str(printing.output))}: {count:,} {'slip' if count == 1 else 'slips'} on "
        f"{pages:,} {'page' if pages == 1 else 'pages'}."
    )
    send(pdf, printer)
    remark((*sheet.notes, *look.theme.notes, *_advice(organisation)))


def _pdf_of(printing: Printing, sheet: Sheet) -> bytes:
    return render.pdf_of(sheet, printing.setup)


def _refuse_taken(path: Path) -> None:
    """Let through only a new file: the slips in an older one may not have been handed out yet.

    Raises:
        UsageError: Something stands there, or it is no name of a PDF.
    """
    refuse_wrong_name(path)
    if path.exists():
        raise UsageError(_taken(path))


def _taken(path: Path) -> str:
    return f"{path} is there already, and its slips may still be good; name a new file."


def _second(code: str | None) -> Language | None:
    """The second language on a slip.

    Raises:
        UsageError: We print in no such language.
    """
    if code is None:
        return None
    if code not in LANGUAGES:
        message = f"--also {shortened(code, 40)} is unknown; choose one of: {', '.join(LANGUAGES)}."
        raise UsageError(message)
    return speak(code)


@contextmanager
def _kept_if_good(path: Path) -> Iterator[Callable[[bytes], None]]:
    """Puts a PDF where nothing stands; it goes again if the block fails, also at the last moment: its codes are void.

    What another run has put there meanwhile stays; that no two PDFs share a code tells them apart.

    Raises:
        UsageError: Something stands there by now.
        CannotWriteError: Nothing was written, or it cannot be removed again.
    """
    written: list[bytes] = []

    def keep(pdf: bytes) -> None:
        written.append(pdf)
        try:
            put(path, pdf, replace=False)
        except FileExistsError as error:
            raise UsageError(_taken(path)) from error

    is_done = False
    try:
        yield keep
        is_done = True
    finally:
        if not is_done:
            with writing(path):
                if path.is_file() and path.read_bytes() in written:
                    path.unlink()


def _advice(organisation: Organisation) -> tuple[str, ...]:
    keep = "Whoever has this file can answer that often: only you may read it; remove it once it is printed."
    if organisation.privacy.slips:
        return (keep,)
    return (keep, "The kiosk does not ask for slips yet: set slips = true under [privacy] in organisation.toml.")
