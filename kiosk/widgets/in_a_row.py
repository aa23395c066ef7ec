"""Marks the last of widgets that stand in a row: the styles leave out the margin after it."""

from collections.abc import Sequence

from textual.widget import Widget


def in_a_row(widgets: Sequence[Widget]) -> Sequence[Widget]:
    """The widgets, the last of them of the class ``-last``.

    With ``:last-child`` Textual would work out the styles of every row twice before the first picture.
    """
    if widgets:
        widgets[-1].add_class("-last", update=False)
    return widgets
