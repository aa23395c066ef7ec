"""A score as a bar from 0 to 5: its length tells, not its colour alone."""

from textual.content import Content

_BEST = 5


def bar(mean: float, columns: int) -> Content:
    """So many columns, filled as far as the mean goes.

    Args:
        mean: 1 to 5.
        columns: How long a 5 would be.
    """
    filled = round(mean / _BEST * columns)
    return Content.assemble(("█" * filled, "$soft"), ("░" * (columns - filled), "$tile-edge"))
