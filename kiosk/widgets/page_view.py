"""Pages that take turns in one place: one widget, so that the first is painted at once."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from kiosk.texts.attract import Leaf, Page
from kiosk.widgets.leaf import draw_leaf
from kiosk.widgets.score_table import draw_table

_SPACED_FROM_COLUMNS = 100


class PageView(Widget):
    """One of some pages, and a dot for each.

    Attributes:
        place: Which page is up, from 0.

    Args:
        pages: At least one.
    """

    def __init__(self, pages: Sequence[Page], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._pages = tuple(pages)
        self.place = 0

    @property
    def page(self) -> Page:
        """What is up."""
        return self._pages[self.place]

    def turn(self) -> None:
        """Show the next page; after the last comes the first."""
        self.place = (self.place + 1) % len(self._pages)
        self.refresh()

    def bring(self, pages: Sequence[Page]) -> None:
        """Take other pages, and stay where it is as far as that is possible."""
        self._pages = tuple(pages)
        self.place = min(self.place, len(self._pages) - 1)
        self.refresh()

    def render(self) -> Content:
        """The page that is up."""
        columns, rows = self.content_size
        if columns < 1 or rows < 1:
            return Content("")
        dots = self._dots(" " if columns >= _SPACED_FROM_COLUMNS else "")
        if isinstance(self.page, Leaf):
            peers = [page for page in self._pages if isinstance(page, Leaf)]
            return draw_leaf(self.page, peers, columns, rows, dots)
        return draw_table(self.page, columns, rows, dots)

    def _dots(self, space: str) -> Content:
        """Which page this is; none if there is just one."""
        if len(self._pages) == 1:
            return Content("")
        one, other = Content.styled("●", "bold $text"), Content.styled("○", "$muted")
        return Content(space).join([one if place == self.place else other for place in range(len(self._pages))])
