"""A block of running text: it knows how high it is, and draws itself."""

from abc import ABC, abstractmethod

from posters.drawing.page import Page
from posters.drawing.paper import Box


class Block(ABC):
    """Something that stands in a column, and is never parted over two pages.

    Attributes:
        keeps_next: Whether the next block must stand on the same page, as what a heading is for.
        breaks_before: Whether it begins a new page.
    """

    keeps_next = False
    breaks_before = False

    @abstractmethod
    def height(self, width: float) -> float:
        """How high it is where the column is so wide; both in points."""

    @abstractmethod
    def draw(self, page: Page, box: Box) -> None:
        """Draw it into a box of that width and height, tagged."""


class Gap(Block):
    """Air.

    Args:
        points: How much.
    """

    def __init__(self, points: float) -> None:
        self._points = points

    def height(self, width: float) -> float:
        """So much."""
        del width
        return self._points

    def draw(self, page: Page, box: Box) -> None:
        """Nothing."""


class NewPage(Gap):
    """Begins a new page."""

    breaks_before = True

    def __init__(self) -> None:
        super().__init__(0.0)
