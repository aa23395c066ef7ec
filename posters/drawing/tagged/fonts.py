"""TrueType fonts whose letters can be read back.

ReportLab's own map names U+0000, and takes more than four digits where a letter lies beyond U+FFFF; both are against
PDF 1.7, 9.10.3.
"""

from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

_MOST_AT_ONCE = 100


class ReadableFont(TTFont):  # type: ignore[misc]
    """A font from a file.

    Args:
        name: How pages call it.
        path: A TrueType file.
    """

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=0)
        self.face.table.pop("name", None)  # a third of a small subset, and no reader of a PDF looks at it

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Add the font to a document, each subset with a map of ours."""
        subsets = {
            self.getSubsetInternalName(number, doc)[1:]: tuple(subset)
            for number, subset in enumerate(self.state[doc].subsets)
        }
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, letters in subsets.items():
            doc.idToObject[fonts[name].ToUnicode.name].content = _letters_of_codes(name, letters)


def _letters_of_codes(name: str, letters: tuple[int, ...]) -> str:
    """A ToUnicode CMap: which letter each code of a subset stands for."""
    pairs = [f"<{code:02X}> <{_utf16(letter)}>" for code, letter in enumerate(letters) if letter]
    blocks = [
        line
        for block in (pairs[at : at + _MOST_AT_ONCE] for at in range(0, len(pairs), _MOST_AT_ONCE))
        for line in (f"{len(block)} beginbfchar", *block, "endbfchar")
    ]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name.replace('+', '-')} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(letters) - 1:02X}>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


def _utf16(letter: int) -> str:
    return chr(letter).encode("utf-16-be").hex().upper()
