"""Objects of a PDF whose bytes are known: ReportLab's own dictionaries take longer to write than all that is drawn."""

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject


class Written(PDFObject):  # type: ignore[misc]
    """An object.

    Args:
        content: Its bytes; may be given later.
    """

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: PDFDocument) -> bytes:
        """The bytes."""
        del document
        return self.content


def refer(document: PDFDocument, written: PDFObject) -> str:
    """Add an object to a document; gives how others refer to it, such as ``12 0 R``."""
    name = document.Reference(written).name
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"


def packed(content: bytes, entries: str = "") -> bytes:
    """A stream (PDF 1.7, 7.3.8), compressed.

    Args:
        content: What it holds.
        entries: Further entries of its dictionary.
    """
    packed = zlib.compress(content)
    return b"<< /Filter /FlateDecode /Length %d %b>>\nstream\n%b\nendstream" % (len(packed), entries.encode(), packed)
