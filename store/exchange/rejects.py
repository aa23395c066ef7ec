"""Rows that are no check-ins: why, and as they stand, so that they can be corrected and imported."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Self

from store.disk import aside, writing
from store.errors import CannotReadError, RefusedError
from store.exchange.spreadsheet import Row, Sheet
from store.plain_text import printable

_MARK = "\ufeff"
_BLOCK = 1 << 16


class Rejects:
    """Collects bad rows on disk, however many; its files have no names and die with the process.

    Attributes:
        count: How many rows.
        path: Where they can be put: ``answers.rejected.csv`` beside ``answers.csv``.
    """

    def __init__(self, folder: Path, sheet: Sheet) -> None:
        """Starts with none.

        Args:
            folder: The data folder, so that nothing private leaves its disk.
            sheet: Where the rows come from.
        """
        self.count = 0
        self.path = sheet.path.with_name(sheet.path.name.removesuffix(".csv") + ".rejected.csv")
        self._folder = folder
        self._where = printable(str(sheet.path))
        with writing(folder):
            self._reasons = TemporaryFile(dir=folder)  # noqa: SIM115
            self._rows = TemporaryFile(dir=folder)  # noqa: SIM115
        self._text = io.TextIOWrapper(self._rows, encoding="utf-8", newline="")
        self._text.write(_MARK if sheet.marked else "")
        self._writer = csv.writer(self._text, delimiter=sheet.delimiter)
        self._writer.writerow(sheet.header)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._reasons.close()
        self._text.close()

    def add(self, row: Row, reason: str) -> None:
        """Takes one more bad row.

        Raises:
            CannotWriteError: The disk is full.
        """
        self.count += 1
        with writing(self._folder):
            stop = "" if reason.endswith("?") else "."
            self._reasons.write(f"{self._where}, line {row.line}: {printable(reason)}{stop}\n".encode())
            self._writer.writerow(row.cells)

    def reasons(self) -> Iterator[str]:
        """One sentence for each bad row: file, line, what is wrong."""
        with writing(self._folder):
            self._reasons.seek(0)
        return (line.decode().rstrip("\n") for line in self._reasons)

    def put(self) -> None:
        """Writes header and rows, cells untouched, to ``path``, for the owner's eyes only.

        Raises:
            RefusedError: Other rows stand there, which would be lost.
            CannotWriteError: Nothing was written.
        """
        with writing(self._folder):
            self._text.flush()
        if self.path.exists():
            if not self._stands_there():
                message = f"{printable(str(self.path))} holds other rows; move it away first. Nothing was stored."
                raise RefusedError(message)
            return
        with aside(self.path) as file, writing(self.path):
            self._rows.seek(0)
            shutil.copyfileobj(self._rows, file)

    def _stands_there(self) -> bool:
        """Whether an import that was killed has put the same rows there already."""
        self._rows.seek(0)
        try:
            with self.path.open("rb") as theirs:
                while block := self._rows.read(_BLOCK):
                    if theirs.read(len(block)) != block:
                        return False
                return not theirs.read(1)
        except OSError as error:
            message = f"Cannot read {printable(str(self.path))}: {error.strerror}; move it away first."
            raise CannotReadError(message) from error
