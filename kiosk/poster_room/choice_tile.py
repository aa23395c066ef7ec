"""A choice about a sheet: its key, what it decides, and what is chosen."""

from textual.content import Content

from kiosk.poster_room.fields import Field
from kiosk.widgets.fitting import fitted
from kiosk.widgets.tile import Tile


class ChoiceTile(Tile):
    """The tile of one choice.

    Args:
        field: The choice.
    """

    def __init__(self, field: Field) -> None:
        super().__init__(f"change({field.digit})", id=f"choice-{field.digit}")
        self._field = field

    def render(self) -> Content:
        """Key and label above, what is chosen below."""
        columns, rows = self.content_size
        key = str(self._field.digit)
        label = "".join(fitted(self._field.label, columns - len(key) - 1, 1))
        value = "\n".join(fitted(self._field.value, columns, rows - 1))
        return Content.assemble((key, "bold $accent"), " ", (label, "$soft"), "\n", (value, "bold"))
