"""Three widths and three heights of terminals, each arranged for in the stylesheets; and what is too small."""

SMALLEST = (80, 24)

_WIDTHS = {"-narrow": 0, "-medium": 100, "-wide": 170}
_HEIGHTS = {"-short": 0, "-middle": 32, "-tall": 46}
_AIRY_FROM_ROWS = 58


def size_classes(columns: int, rows: int) -> dict[str, bool]:
    """The CSS classes of a screen of this size: one for its width, one for its height, and what is more."""
    chosen = {_largest(_WIDTHS, columns), _largest(_HEIGHTS, rows)}
    arranged = {name: name in chosen for name in (*_WIDTHS, *_HEIGHTS)}
    return arranged | {"-airy": rows >= _AIRY_FROM_ROWS, "-too-small": is_too_small(columns, rows)}


def is_too_small(columns: int, rows: int) -> bool:
    """Whether something would be cut off."""
    return columns < SMALLEST[0] or rows < SMALLEST[1]


def _largest(steps: dict[str, int], size: int) -> str:
    return [name for name, least in steps.items() if size >= least][-1]
