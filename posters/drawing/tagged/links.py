"""Links from a place on one page to another page, which those who hear the document find among its elements too.

A link is an annotation (PDF 1.7, 12.5.6.5) that a structure element of type Link owns (14.7.4.3 and 14.8.4.4.2);
PDF/UA-1 (7.18.5) also asks that it says in words where it leads.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDocument

from posters.drawing.tagged.structure import Element, Link
from posters.drawing.tagged.written import Written, refer


@dataclass(frozen=True, slots=True)
class Linked:
    """A link that has been written.

    Attributes:
        element: Whose link it is.
        number: Under which the parent tree knows it.
        place: How others refer to its annotation.
    """

    element: Element
    number: int
    place: str


def write_links(
    document: PDFDocument, links: Iterable[tuple[Element, Link]], pages: Sequence[str], text: Callable[[str], bytes]
) -> dict[int, Linked]:
    """Write the annotations of links, and name them in their pages.

    Args:
        document: All its pages are there; the parent tree knows them under the numbers from 0.
        links: The links, each with the element that owns it.
        pages: How each page is referred to.
        text: Writes a text string.

    Returns:
        The links by their identity.
    """
    written: dict[int, Linked] = {}
    of_pages: dict[int, list[object]] = {}
    for element, link in links:
        number = len(pages) + len(written)
        annotation = Written(_annotation(link, number, pages, text(link.words)))
        written[id(link)] = Linked(element, number, refer(document, annotation))
        of_pages.setdefault(link.page, []).append(document.Reference(annotation))
    for index, references in of_pages.items():
        document.Pages.pages[index].Annots = PDFArray(references)
    return written


def _annotation(link: Link, number: int, pages: Sequence[str], words: bytes) -> bytes:
    bounds = " ".join(f"{bound:.2f}" for bound in link.bounds)
    head = f"<< /Type /Annot /Subtype /Link /Rect [{bounds}] /Border [0 0 0] /F 4 /StructParent {number} "
    return head.encode() + b"/Contents %b " % words + f"/Dest [{pages[link.target]} /Fit] >>".encode()
