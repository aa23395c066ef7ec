"""The structure of a document: elements in reading order, and which marked content belongs to each (PDF 1.7, 14.7)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Tag = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Link"
]
Scope = Literal["Column", "Row"]
Bounds = tuple[float, float, float, float]

_CELLS = frozenset({"TH", "TD"})


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of marked content.

    Attributes:
        page: Index of the page on which it stands, from 0.
        number: Its MCID on that page.
    """

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Link:
    """A place on a page that leads to another page.

    Attributes:
        page: Index of the page on which it stands, from 0.
        target: Index of the page to which it leads.
        bounds: Its place in points, as PDF counts: left, bottom, right, top.
        words: Where it leads, for those who hear it.
    """

    page: int
    target: int
    bounds: Bounds
    words: str


@dataclass(slots=True)
class Element:
    """One element.

    Attributes:
        tag: A standard structure type.
        alt: What a figure says, in words.
        scope: What a header cell heads.
        bounds: A figure's place in points, as PDF counts: left, bottom, right, top.
        language: Code of its language, if it differs from the document's.
        kids: Elements, content and links in reading order.
    """

    tag: Tag
    alt: str | None = None
    scope: Scope | None = None
    bounds: Bounds | None = None
    language: str | None = None
    kids: "list[Element | Content | Link]" = field(default_factory=list)

    @property
    def is_silent(self) -> bool:
        """Whether nothing of it has been drawn."""
        return all(isinstance(kid, Element) and kid.is_silent for kid in self.kids)

    @property
    def heard(self) -> "Iterator[Element | Content | Link]":
        """Its kids without those of which nothing was drawn; the cells of a row stay together."""
        cells = any(isinstance(kid, Element) and kid.tag in _CELLS for kid in self.kids)
        return (kid for kid in self.kids if cells or not isinstance(kid, Element) or not kid.is_silent)

    @property
    def page(self) -> int | None:
        """The page on which its own content begins; None if only its kids have content."""
        return next((kid.page for kid in self.kids if isinstance(kid, Content)), None)
