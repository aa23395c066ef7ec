"""The mark on a header's ground that says of a whole sheet what nobody may overlook: that its data is a sample."""

from dataclasses import dataclass

from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.theme import Theme
from posters.drawing.type import Face, width
from store.language import message

SAMPLE = message("Sample data")

_SPACING = 0.08
_BESIDE, _TALL, _ABOVE = 0.95, 1.87, 1.27
"""Of the size: room beside the letters, the height, and how much of it lies above the baseline."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, set in capitals.

    Attributes:
        text: What it says, in the sheet's language.
        size: Of its letters, in points.
    """

    text: str
    size: float = 15.0

    @property
    def wide(self) -> float:
        """How wide it is, in points."""
        said = self.text.upper()
        return width(said, Face.BOLD, self.size) + self.size * (_SPACING * (len(said) - 1) + 2 * _BESIDE)

    def draw(self, page: Page, theme: Theme, right: float, baseline: float) -> None:
        """Draw it so that it ends at ``right``, its letters on a baseline that others may stand on too."""
        box = Box(right - self.wide, baseline - _ABOVE * self.size, self.wide, _TALL * self.size)
        page.fill(box, theme.accent, radius=box.height / 2)
        with page.element("P"):
            said, spacing = self.text.upper(), _SPACING * self.size
            page.text(
                box.middle[0], baseline, said, Face.BOLD, self.size, theme.on_accent, align="center", spacing=spacing
            )
