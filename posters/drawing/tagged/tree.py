"""Writes a structure tree into ReportLab's document (PDF 1.7, 14.7.2 to 14.7.4)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFString

from posters.drawing.tagged.links import Linked, write_links
from posters.drawing.tagged.structure import Content, Element, Link
from posters.drawing.tagged.written import Written, refer


@dataclass
class _Tree:
    """A tree being written.

    Attributes:
        document: Takes the objects.
        pages: How each page is referred to.
        places: How each element is referred to, by its identity.
        links: The links, by their identity.
    """

    document: PDFDocument
    pages: list[str]
    places: dict[int, str] = field(default_factory=dict)
    links: dict[int, Linked] = field(default_factory=dict)

    def refer(self, written: PDFObject) -> str:
        """Add an object; gives how others refer to it."""
        return refer(self.document, written)

    def add(self, element: Element, parent: str) -> str:
        """Add an element with all below it; gives how others refer to it."""
        written = Written()
        place = self.places[id(element)] = self.refer(written)
        page = element.page
        kids = " ".join(self._kid(kid, place, page) for kid in element.heard)
        on_page = f"/Pg {self.pages[page]} " if page is not None else ""
        head = f"<< /Type /StructElem /S /{element.tag} /P {parent} {on_page}{_attributes(element)}".encode()
        written.content = head + self._texts(element) + f"/K [{kids}] >>".encode()
        return place

    def _kid(self, kid: Element | Content | Link, parent: str, page: int | None) -> str:
        if isinstance(kid, Content):
            return self._content(kid, page)
        if isinstance(kid, Link):
            return f"<< /Type /OBJR /Obj {self.links[id(kid)].place} /Pg {self.pages[kid.page]} >>"
        return self.add(kid, parent)

    def _content(self, content: Content, page: int | None) -> str:
        """A piece of content: its number, and its page where that is not the element's."""
        if content.page == page:
            return str(content.number)
        return f"<< /Type /MCR /Pg {self.pages[content.page]} /MCID {content.number} >>"

    def _texts(self, element: Element) -> bytes:
        texts = ((b"/Alt", element.alt), (b"/Lang", element.language))
        return b"".join(b"%b %b " % (key, self.text(text)) for key, text in texts if text is not None)

    def text(self, text: str) -> bytes:
        """A text string (PDF 1.7, 7.9.2.2): bare bytes beyond ASCII, half as long as hexadecimal."""
        if text.isascii():
            return bytes(PDFString(text).format(self.document))
        return b"(%b)" % _escaped(b"\xfe\xff" + text.encode("utf-16-be"))


def write_tree(
    document: PDFDocument, root: Element, pages: list[list[Element]], links: list[tuple[Element, Link]]
) -> PDFObject:
    """The structure tree, and the way back from each piece of content to its element.

    Args:
        document: All its pages are there.
        root: The document's element.
        pages: For each page, the element of each piece of content, by MCID.
        links: The links, each with the element that owns it.
    """
    tree = _Tree(document, [])
    tree.pages = [tree.refer(page) for page in document.Pages.pages]
    tree.links = write_links(document, links, tree.pages, tree.text)
    written = Written()
    top = tree.add(root, tree.refer(written))
    ways_back = [
        f"{number} {tree.refer(Written(_list_of(tree.places[id(element)] for element in elements)))}"
        for number, elements in enumerate(pages)
    ]
    ways_back += [f"{link.number} {tree.places[id(link.element)]}" for link in tree.links.values()]
    parents = tree.refer(Written(f"<< /Nums [{' '.join(ways_back)}] >>".encode()))
    written.content = (
        f"<< /Type /StructTreeRoot /K {top} /ParentTree {parents} /ParentTreeNextKey {len(ways_back)} >>".encode()
    )
    return written


def _list_of(references: Iterable[str]) -> bytes:
    return f"[{' '.join(references)}]".encode()


def _attributes(element: Element) -> str:
    if element.scope is not None:
        return f"/A << /O /Table /Scope /{element.scope} >> "
    if element.bounds is not None:
        return f"/A << /O /Layout /BBox [{' '.join(f'{bound:.2f}' for bound in element.bounds)}] >> "
    return ""


def _escaped(text: bytes) -> bytes:
    """The bytes of a literal string (PDF 1.7, 7.3.4.2): only these would be read as something else."""
    for byte in (b"\\", b"(", b")"):
        text = text.replace(byte, b"\\" + byte)
    return text.replace(b"\r", b"\\r")
