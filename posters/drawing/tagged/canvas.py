"""ReportLab's canvas with a structure tree.

ReportLab 5.1 writes no tags. What PDF/UA-1 (ISO 14289-1) asks for beyond its reach is added where it lets us: marked
content around what is drawn, keys of page and catalogue, an XMP packet, and fonts that can be read back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary, PDFDocument, PDFName, PDFPage
from reportlab.pdfgen.canvas import Canvas

from posters.drawing.tagged.fonts import Fonts
from posters.drawing.tagged.structure import Bounds, Content, Element, Link, Scope, Tag
from posters.drawing.tagged.tree import write_tree
from posters.drawing.tagged.written import Written, packed

_PDF_1_7 = (1, 7)
_ARTIFACT = Element("Document")

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas on which everything drawn belongs to an element, or is declared an artifact.

    Args:
        file: Takes the PDF.
        size: Width and height of the first page, in points.
        language: Code of the document's language.
        font: Name of the font that ReportLab takes for current; anything but its own, which it would name in each page.
    """

    def __init__(self, file: BinaryIO, size: tuple[float, float], language: str, font: str) -> None:
        self._root = Element("Document")
        self._open = [self._root]
        self._drawn_for: Element | None = None
        self._page_contents: list[list[Element]] = [[]]
        self._links: list[tuple[Element, Link]] = []
        self._fonts = Fonts()
        self._language = language
        super().__init__(
            file,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=font,
            lang=language,
            pdfVersion=_PDF_1_7,
        )

    @contextmanager
    def element(
        self,
        tag: Tag,
        *,
        alt: str | None = None,
        scope: Scope | None = None,
        bounds: Bounds | None = None,
        language: str | None = None,
    ) -> Iterator[None]:
        """What is drawn meanwhile belongs to a new element within the one that is open."""
        new = Element(tag, alt, scope, bounds, language)
        self._open[-1].kids.append(new)
        self._open.append(new)
        yield
        self._open.pop()

    @contextmanager
    def link(self, target: int, words: str, bounds: Bounds) -> Iterator[None]:
        """What is drawn meanwhile belongs to a link to the page with this index; the file must come to have it."""
        with self.element("Link"):
            yield
            link, owner = Link(len(self._page_contents) - 1, target, bounds, words), self._open[-1]
            owner.kids.append(link)
            self._links.append((owner, link))

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn meanwhile is decoration, or said elsewhere."""
        self._open.append(_ARTIFACT)
        yield
        self._open.pop()

    @property
    def is_tagged(self) -> bool:
        """Whether what is drawn now is an element's content, or an artifact on purpose."""
        return self._open[-1] is not self._root

    def write(self, operators: str) -> None:
        """Add operators to the page's content."""
        self._code.append(operators)

    def shown(self, font: str, text: str) -> list[tuple[str, str]]:
        """The text in parts, as strings of a page's content, each with the font that sets it."""
        return self._fonts.shown(font, text)

    def begin_content(self) -> None:
        """Say to whom what is drawn next belongs; to be called before each drawing."""
        wanted = self._open[-1] if self.is_tagged else _ARTIFACT
        if wanted is self._drawn_for:
            return
        self.end_content()
        self._drawn_for = wanted
        if wanted is _ARTIFACT:
            self._code.append("/Artifact BMC")
            return
        on_page = self._page_contents[-1]
        wanted.kids.append(Content(len(self._page_contents) - 1, len(on_page)))
        self._code.append(f"/{wanted.tag} <</MCID {len(on_page)}>> BDC")
        on_page.append(wanted)

    def end_content(self) -> None:
        """Close what `begin_content` opened; to be called where the graphics state is saved or restored."""
        if self._drawn_for is not None:
            self._code.append("EMC")
            self._drawn_for = None

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End a page."""
        self.end_content()
        super().showPage()
        self._page_contents.append([])

    def save(self) -> None:
        """Write the file."""
        document: PDFDocument = self._doc
        pages = document.Pages.pages
        self._page_contents = self._page_contents[: len(pages)]
        for number, page in enumerate(pages):
            _number(page, number)
            page.Contents = Written(packed(page.stream.encode()))
        self._fonts.write(document)
        document.Catalog.StructTreeRoot = write_tree(document, self._root, self._page_contents, self._links)
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self.setViewerPreference("DisplayDocTitle", "true")
        document.Catalog.Metadata = XMP(creator=self._xmp)
        super().save()

    def _xmp(self, document: PDFDocument) -> bytes:
        about = {"title": document.info.title, "author": document.info.author, "language": self._language}
        return _XMP.format(**{key: escape(value) for key, value in about.items()}).encode()


def _number(page: PDFPage, number: int) -> None:
    """Say under which number the parent tree knows a page, and that Tab follows the structure."""
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents = number
    page.Tabs = PDFName("S")
