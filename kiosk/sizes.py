"""Three widths and three heights of terminals, each arranged for in the stylesheets."""

_WIDTHS = {"-narrow": 0, "-medium": 100, "-wide": 170}
_HEIGHTS = {"-short": 0, "-middle": 32, "-tall": 46}


def size_classes(columns: int, rows: int) -> dict[str, bool]:
    """The CSS classes of a screen of this size: one for its width, one for its height."""
    chosen = {_largest(_WIDTHS, columns), _largest(_HEIGHTS, rows)}
    return {name: name in chosen for name in (*_WIDTHS, *_HEIGHTS)}


def _largest(steps: dict[str, int], size: int) -> str:
    return [name for name, least in steps.items() if size >= least][-1]
