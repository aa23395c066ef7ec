"""What can be printed: one or more sides, each drawn for one paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from posters.drawing.paper import Paper

if TYPE_CHECKING:
    from posters.drawing.page import Page


@dataclass(frozen=True, slots=True)
class About:
    """What a file's properties say of it.

    Attributes:
        title: Shown as the window's title.
        author: Whose sheet it is.
        subject: What it is.
        on: The day as of which it speaks, given as its date: the day of printing would change the bytes.
        language: Code of its language.
    """

    title: str
    author: str
    subject: str
    on: date
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet.

    Attributes:
        paper: What it is drawn for.
        draw: Draws it.
        seam: How far from the top it may be parted in two, with nothing cut through; None if it may not.
    """

    paper: Paper
    draw: "Callable[[Page], None]"
    seam: float | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Something to print.

    Attributes:
        about: What its file says of it.
        sides: In their order.
        notes: What whoever prints it should know, as sentences.
    """

    about: About
    sides: tuple[Side, ...]
    notes: tuple[str, ...] = ()
