"""The table of results: what was measured, against whom, and whether it reached what it must."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

NOT_INSTALLED = "not installed: pip install '.[bench]'"
_MEGABYTE = 1e6
_TINY = 0.01
_HEAD = ("what", "ours", "peer", "ratio: median (min..max)", "must reach", "reached")


class Limit(NamedTuple):
    """What must be reached: a number at most, and how that is written."""

    at_most: float
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        what: What was measured.
        ours: What we took.
        peer: Who did the same, and what it took.
        ratios: Ours divided by the peer's, one for each run.
        limit: What must be reached, if anything.
        decides: The number that must not exceed the limit.
    """

    what: str
    ours: str
    peer: str
    ratios: tuple[float, ...] = ()
    limit: Limit | None = None
    decides: float | None = None

    @property
    def reached(self) -> str:
        """Yes or no; nothing if nothing must be reached, or the peer is missing."""
        if self.limit is None or self.decides is None:
            return ""
        return "yes" if self.decides <= self.limit.at_most else "no"

    def cells(self) -> tuple[str, ...]:
        """The line's cells."""
        must = self.limit.text if self.limit else ""
        return (self.what, self.ours, self.peer, _ratio(self.ratios), must, self.reached)


def duration(value: float) -> str:
    """A time given in seconds, in a unit that suits it."""
    for factor, unit in ((1e6, "µs"), (1e3, "ms")):
        if value * factor < 1000:
            return f"{value * factor:.3g} {unit}"
    return f"{value:.3g} s"


def memory(value: float) -> str:
    """A number of bytes in megabytes."""
    return f"{value / _MEGABYTE:.1f} MB"


def faster(what: str, ours: Sequence[float], peer: str, theirs: Sequence[float], at_most: float | None = None) -> Row:
    """A comparison of times in seconds.

    Args:
        what: What was measured.
        ours: Our time in each run.
        peer: Who else was measured.
        theirs: Its time in the same runs; empty if it is not installed.
        at_most: The largest ratio that will do.
    """
    limit = None if at_most is None else Limit(at_most, f"<= {at_most:g} x")
    if not theirs:
        return Row(what, duration(median(ours)), f"{peer}: {NOT_INSTALLED}", limit=limit)
    ratios = tuple(mine / other for mine, other in zip(ours, theirs, strict=True))
    shown = f"{peer}: {duration(median(theirs))}"
    return Row(what, duration(median(ours)), shown, ratios, limit, median(ratios))


def smaller(
    what: str,
    ours: Sequence[float],
    peer: str,
    theirs: Sequence[float],
    at_most: float | None = None,
    *,
    more: bool = False,
) -> Row:
    """A comparison of memory in bytes.

    Args:
        what: What was measured.
        ours: Our memory in each run.
        peer: Who else was measured.
        theirs: Its memory in the same runs; empty if it is not installed.
        at_most: The most megabytes that will do.
        more: Whether that is what we may take more than the peer, instead of in all.
    """
    limit = None if at_most is None else Limit(at_most, f"<= {at_most:g} MB" + (" more" if more else ""))
    decides = median(ours) / _MEGABYTE
    if not theirs:
        return Row(what, memory(median(ours)), f"{peer}: {NOT_INSTALLED}", (), limit, decides)
    pairs = list(zip(ours, theirs, strict=True))
    if more:
        decides = median(mine - other for mine, other in pairs) / _MEGABYTE
    ratios = tuple(mine / other for mine, other in pairs)
    return Row(what, memory(median(ours)), f"{peer}: {memory(median(theirs))}", ratios, limit, decides)


def render(rows: Iterable[Row]) -> str:
    """The table in Markdown, its columns aligned."""
    lines = [_HEAD, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    shown = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    shown.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in shown)


def _ratio(ratios: Sequence[float]) -> str:
    if not ratios:
        return ""
    return f"{_times(median(ratios))} ({_times(min(ratios))}..{_times(max(ratios))})"


def _times(ratio: float) -> str:
    """A ratio such as 1.43; a very small one as a fraction, such as 1/62,000."""
    return f"{ratio:.2f}" if ratio >= _TINY else f"1/{1 / ratio:,.0f}"
