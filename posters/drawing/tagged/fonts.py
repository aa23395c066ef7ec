"""Fonts, of which a document holds the letters that it sets, in a way that they can be read back.

ReportLab reads the files and makes the subsets. Its own codes follow the order in which a document first sets each
letter, so that hardly two documents share a subset; its map of codes to letters names U+0000, and takes more than four
digits where a letter lies beyond U+FFFF, both against PDF 1.7, 9.10.3. So codes, map and objects are ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN, TTFont

from posters.drawing.tagged.codes import Codes
from posters.drawing.tagged.unicode_map import unicode_map
from posters.drawing.tagged.written import Written, packed, refer

_KEPT = 64
"""Subsets to keep, some 10 kB each: the posters of an organisation have most of theirs in common."""


class ReadableFont(TTFont):  # type: ignore[misc]
    """A font from a file.

    Args:
        name: How it is registered.
        path: A TrueType file.
    """

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path))
        self.face.table.pop("name", None)  # a third of a small subset, and no reader of a PDF looks at it


class Fonts:
    """The fonts of one document, by the names under which they are registered."""

    def __init__(self) -> None:
        self._codes: dict[str, Codes] = {}

    def shown(self, font: str, text: str) -> list[tuple[str, str]]:
        """The text in parts, as strings of a page's content (PDF 1.7, 7.3.4.2), each with the font that sets it."""
        codes = self._codes.get(font)
        if codes is None:
            codes = self._codes[font] = Codes(f"F{len(self._codes) + 1}")
        return [(f"/{name}", f"({escapePDF(part)})") for name, part in codes.of(text)]

    def write(self, document: PDFDocument) -> None:
        """Put into a document what was set."""
        resources = document.idToObject["BasicFonts"]
        for font, codes in self._codes.items():
            for number, (name, letters) in enumerate(codes.subsets()):
                tagged = f"{SUBSETN(number).decode()}+{font}"
                embedded = _embedded(pdfmetrics.getFont(font), letters)
                resources[name] = refer(document, Written(embedded.dictionary(document, tagged)))


@dataclass(frozen=True, slots=True)
class _Embedded:
    """A subset as it is embedded.

    Attributes:
        file: The stream of its outlines.
        letters: The stream of what its codes stand for.
        metrics: What its descriptor says beside name and file.
        codes: What its dictionary says of codes and their widths.
    """

    file: bytes
    letters: bytes
    metrics: str
    codes: str

    def dictionary(self, document: PDFDocument, name: str) -> bytes:
        """The font (PDF 1.7, 9.6.2); what it refers to is put into the document."""
        file, letters = (refer(document, Written(stream)) for stream in (self.file, self.letters))
        described = f"<< /Type /FontDescriptor /FontName /{name} {self.metrics} /FontFile2 {file} >>".encode()
        descriptor = refer(document, Written(described))
        return (
            f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} {self.codes} "
            f"/FontDescriptor {descriptor} /ToUnicode {letters} >>"
        ).encode()


@lru_cache(maxsize=_KEPT)
def _embedded(font: ReadableFont, letters: tuple[int, ...]) -> _Embedded:
    """A subset of a font; it depends on nothing but its letters."""
    face = font.face
    file = face.makeSubset(letters)
    first = next(code for code, letter in enumerate(letters) if letter)
    widths = (face.getCharWidth(letter) if letter else 0 for letter in letters[first:])
    flags = face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC
    return _Embedded(
        packed(file, f"/Length1 {len(file)} "),
        packed(unicode_map(letters).encode()),
        f"/Flags {flags} /FontBBox [{_numbers(face.bbox)}] /ItalicAngle {face.italicAngle:g} /StemV {face.stemV:g} "
        f"/Ascent {face.ascent:g} /Descent {face.descent:g} /CapHeight {face.capHeight:g} "
        f"/MissingWidth {face.defaultWidth:g}",
        f"/FirstChar {first} /LastChar {len(letters) - 1} /Widths [{_numbers(widths)}]",
    )


def _numbers(values: Iterable[float]) -> str:
    return " ".join(f"{value:g}" for value in values)
