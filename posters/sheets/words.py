"""What sheets say: sentences, dates and numbers as people read them."""

from datetime import date

from store.scorecard import Window

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(on: date) -> str:
    """A day such as ``21 November 2026``."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def days(window: Window) -> str:
    """A window such as ``24 August to 21 November 2026``; the year is said once if both days share it."""
    first, last = window.first, window.last
    if first == last:
        return day(last)
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def number(value: float) -> str:
    """A score such as ``4.3``."""
    return f"{value:.1f}"


def span(low: float, high: float) -> str:
    """A likely range such as ``4.1–4.5``."""
    return f"{number(low)}–{number(high)}"


def count(how_many: int, one: str, more: str) -> str:
    """How many of a thing, such as ``1,085 answers``."""
    return f"{how_many:,} {one if how_many == 1 else more}"
