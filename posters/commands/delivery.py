"""Where sheets go that were asked for: into files, as pictures if wished, and to a printer."""

from collections.abc import Iterable
from pathlib import Path

import typer

from posters import render
from posters.commands.options import Printing
from posters.drawing.sheet import Sheet
from posters.output import preview, printing
from posters.output.files import put
from posters.output.printing import Ready
from store.disk import writing
from store.errors import UsageError
from store.plain_text import printable

_PDF, _PNG = ".pdf", ".png"


def deliver(sheet: Sheet, asked: Printing, remarks: Iterable[str] = ()) -> None:
    """Write one sheet, print it if asked, and say what whoever asked should know.

    Raises:
        SevenWaysError: It cannot be set, written or printed.
    """
    refuse_wrong_name(asked.output, _PDF if asked.png is None else _PNG)
    if asked.png is not None:
        preview.refuse_resolution(asked.png)
    printer = printer_for(sheet, asked)
    pdf = render.pdf_of(sheet, asked.setup)
    for path in put(pdf, asked.output, asked.png):
        typer.echo(f"Wrote {printable(str(path))}.")
    send(pdf, printer)
    remark((*sheet.notes, *remarks))


def printer_for(sheet: Sheet, asked: Printing) -> Ready | None:
    """The printer that was asked for, if one was; to be known before anything is written.

    Raises:
        UsageError: There is no such printer.
        RefusedError: It cannot print this.
    """
    if asked.printer is None:
        return None
    paper = asked.setup.paper or sheet.sides[0].paper
    return printing.ready(asked.printer, asked.copies, paper.name)


def send(pdf: bytes, printer: Ready | None) -> None:
    """Send a sheet to the printer that was asked for, if one was.

    Raises:
        RefusedError: It does not take it.
    """
    if printer is not None:
        typer.echo(printing.send(pdf, printer).sentence)


def remark(sentences: Iterable[str]) -> None:
    """Say what is worth knowing on stderr, one line each, nothing twice."""
    for sentence in dict.fromkeys(sentences):
        typer.echo(f"Note: {printable(sentence)}", err=True)


def make_folder(path: Path) -> None:
    """Make the folder that sheets go into.

    Raises:
        UsageError: A file stands there, or the name is that of a PDF.
        CannotWriteError: It cannot be made.
    """
    if path.exists() and not path.is_dir():
        message = f"{path} is a file, and --all needs a folder; name another with -o."
        raise UsageError(message)
    if path.suffix.lower() == _PDF and not path.exists():
        message = f"{path} would be one PDF, and --all needs a folder, such as {path.with_suffix('')}."
        raise UsageError(message)
    with writing(path):
        path.mkdir(parents=True, exist_ok=True)


def refuse_wrong_name(path: Path, ending: str = _PDF) -> None:
    """Let through only what can be one file of a kind.

    Raises:
        UsageError: The path is a folder, does not end so, or lies in no folder.
    """
    if path.is_dir():
        message = f"{path} is a folder; name a file in it, such as {path / f'poster{ending}'}."
        raise UsageError(message)
    if path.suffix.lower() != ending:
        kind, name = ending[1:].upper(), path.with_suffix(ending).name if path.name else f"poster{ending}"
        message = f"A poster is a {kind}; name the file {name}."
        raise UsageError(message)
    if not path.parent.is_dir():
        message = f"There is no folder {path.parent}; make it first, or name another with -o."
        raise UsageError(message)
