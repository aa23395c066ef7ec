"""Sheets in, PDF out."""

from posters.drawing.document import Document
from posters.drawing.sheet import Sheet
from posters.output.imposition import imposed
from posters.output.setup import PLAIN, Setup


def pdf_of(sheet: Sheet, setup: Setup = PLAIN) -> bytes:
    """A sheet as a PDF; the same sheet and setup give the same bytes.

    Raises:
        UsageError: The setup does not suit the sheet.
    """
    document = Document(sheet.about, in_process_colors=setup.process_colors)
    for leaf, draw, marks in imposed(sheet, setup):
        document.add(leaf, draw, marks)
    return document.finish()
