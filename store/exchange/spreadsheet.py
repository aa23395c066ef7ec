"""A CSV file as people's spreadsheets write it: its columns, and its rows with the lines they stand on."""

import codecs
import csv
import io
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from store.errors import CannotReadError
from store.plain_text import printable

_DELIMITERS = (",", ";", "\t", "|")
_NOTE = re.compile(r'"?sep=.?"?', re.IGNORECASE)  # Excel's own first line, which repeats what the header shows
_FOLDED = re.compile(r"[\s_-]+")
_WORKBOOK = b"PK\x03\x04"
_LONGEST_LINE = 1 << 20
_BLOCK = 1 << 16
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Row(NamedTuple):
    """One row: the line (from 1) on which it starts, and its cells as they stand."""

    line: int
    cells: list[str]


class Sheet:
    """An open spreadsheet.

    Attributes:
        path: Its file.
        size: Bytes in it.
        marked: Whether it begins with a byte order mark.
        delimiter: What separates its columns.
        header: The names of its columns, as they stand.
        done: Characters that were read so far.
    """

    def __init__(self, path: Path, file: io.TextIOWrapper, wanted: Sequence[str]) -> None:
        """Reads the header.

        Args:
            path: The file's name for messages.
            file: The open file, without translation of line ends.
            wanted: Names of columns that tell the right delimiter from the wrong one.

        Raises:
            CannotReadError: There is no header, or it cannot be understood.
        """
        self.path = path
        self.size = path.stat().st_size
        self.marked = False
        self.done = 0
        self._file = file
        self._count = 0
        lines = self._lines()
        first = next((line for line in lines if line.strip() and not _NOTE.fullmatch(line.strip())), None)
        if first is None:
            message = f"{printable(str(path))} is empty; its first line must name the columns {', '.join(wanted)}."
            raise CannotReadError(message)
        self.delimiter = max(_DELIMITERS, key=lambda sign: _hits(first, sign, wanted))
        self._skipped = self._count - 1
        self._reader = csv.reader(_chain(first, lines), delimiter=self.delimiter, strict=True)
        self.header = next(self.rows()).cells

    def rows(self) -> Iterator[Row]:
        """The rows that follow; those without any text in them are passed over.

        Raises:
            CannotReadError: A row cannot be taken apart, or is not UTF-8.
        """
        while True:
            line = self._skipped + self._reader.line_num + 1
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                message = (
                    f"{self._at(line)}: the quotation marks of this row do not match, or a cell is longer than "
                    f"{csv.field_size_limit()} characters; correct the row and import the file again."
                )
                raise CannotReadError(message) from error
            if any(cell and not cell.isspace() for cell in cells):
                yield Row(line, cells)

    def _lines(self) -> Iterator[str]:
        """Physical lines, each with its own line end."""
        while line := self._next_line():
            self._count += 1
            self.done += len(line)
            if self._count == 1 and line.startswith("\ufeff"):
                self.marked, line = True, line[1:]
            if len(line) > _LONGEST_LINE:
                message = f"{self._at(self._count)} is longer than a million characters; is this a spreadsheet's CSV?"
                raise CannotReadError(message)
            yield line

    def _next_line(self) -> str:
        try:
            return self._file.readline(_LONGEST_LINE + 1)
        except UnicodeDecodeError as error:
            message = f"{self._at(_first_foreign_line(self.path))} is not UTF-8 text; save the file as CSV UTF-8."
            raise CannotReadError(message) from error
        except OSError as error:
            message = f"Cannot read {printable(str(self.path))}: {error.strerror}; look after its disk."
            raise CannotReadError(message) from error

    def _at(self, line: int) -> str:
        return f"{printable(str(self.path))}, line {line}"


@contextmanager
def open_sheet(path: Path, wanted: Sequence[str]) -> Iterator[Sheet]:
    """Opens a spreadsheet for reading, row by row, whatever its size.

    Args:
        path: A CSV file: UTF-8 with or without a byte order mark, any usual separator and line ends.
        wanted: Names of columns that tell the right delimiter from the wrong one.

    Raises:
        CannotReadError: It is no such file, or may not be read.
    """
    with _open(path) as file:
        yield Sheet(path, file, wanted)


def _open(path: Path) -> io.TextIOWrapper:
    shown = printable(str(path))
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            message = f"{shown} is not a file; name a CSV file."
            raise CannotReadError(message)
        file = path.open("rb")
        starts_as = file.peek(len(_WORKBOOK))
    except OSError as error:
        message = f"Cannot read {shown}: {error.strerror or error}; check its name, and who may read it."
        raise CannotReadError(message) from error
    if starts_as.startswith(_WORKBOOK):
        file.close()
        message = f"{shown} is a workbook; save it as CSV (UTF-8), and import that file."
        raise CannotReadError(message)
    return io.TextIOWrapper(file, encoding="utf-8", newline="")


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def column_name(text: str) -> str:
    """A column's name without the differences that do not matter: ``Be-Helpful`` is ``be_helpful``."""
    return _FOLDED.sub("_", text.strip().casefold())


def _hits(header: str, delimiter: str, wanted: Sequence[str]) -> int:
    try:
        cells = next(csv.reader([header], delimiter=delimiter))
    except csv.Error:
        return 0
    return len({column_name(cell) for cell in cells} & set(wanted))


def _chain(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _first_foreign_line(path: Path) -> int:
    """The line, from 1, on which a file stops being UTF-8."""
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")(), translate=True)
    line = 1
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                line += decoder.decode(block).count("\n")
        except UnicodeDecodeError as error:
            line += error.object[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n")
    return line
