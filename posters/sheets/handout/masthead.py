"""The head of a page for the hand: a picture on its disc, what it is about, and a line below."""

from dataclasses import dataclass

from posters.drawing import panels
from posters.drawing.icons import icon_of
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.tagged.structure import Tag
from posters.drawing.theme import Theme
from posters.drawing.type import Face, fit
from posters.sheets.mark import Mark
from store.behaviors import Behavior

MARGIN = 48.0
HEIGHT = 126.0

_DISC, _ICON = 72.0, 50.0
_BESIDE_DISC = 20.0
_NAME_SIZES = (38.0, 22.0)
_NAME_LEADING = (38.0, 26.0)
_NAME_BELOW_CAPS = 0.72
_PITCH = 1.05
_TEXT_SIZES = (13.5, 11.0)
_EYEBROW_SIZES = (11.0, 9.0)
_SPACING = 0.09
"""Of the size: how far the capitals of the eyebrow stand apart."""
_MARK_SIZE, _MARK_AT = 10.5, 31.0
_BESIDE_MARK = 14.0


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands in the head.

    Attributes:
        title: What the page is about.
        eyebrow: What it belongs to, above the title; nothing if left out.
        line: One sentence below the title; nothing if left out.
        behavior: Whose icon stands beside it; none if left out.
        number: Whether the behavior's number stands before the title.
        mark: What must be said of all of it, such as that it is sample data.
        tag: What the title is to those who hear it.
        smallest: The smallest type that may be used, for large print.
    """

    title: str
    eyebrow: str | None = None
    line: str | None = None
    behavior: Behavior | None = None
    number: bool = False
    mark: str | None = None
    tag: Tag = "H1"
    smallest: float = 9.0


def draw(page: Page, theme: Theme, paper: Paper, head: Masthead, height: float = HEIGHT) -> None:
    """Draw a masthead over the full width of the paper.

    Raises:
        DoesNotFitError: A text is too long.
    """
    panels.header_ground(page, theme, paper.width, height)
    left, right = MARGIN, paper.width - MARGIN
    if head.behavior is not None:
        _picture(page, theme, head.behavior, left + _DISC / 2, height / 2)
        left += _DISC + _BESIDE_DISC
    room = right - left
    mark = Mark(head.mark, max(_MARK_SIZE, head.smallest)) if head.mark is not None else None
    middle = height / 2 + (4 if head.eyebrow else 0)
    if head.eyebrow is not None:
        _eyebrow(page, theme, head, left, height / 2 - 32, room - (mark.wide + _BESIDE_MARK if mark else 0.0))
    _title(page, theme, head, Box(left, middle - 20, room, 40 if head.line else 44))
    if head.line is not None:
        below = fit(
            head.line,
            Face.MEDIUM,
            room,
            sizes=(max(_TEXT_SIZES[0], head.smallest), max(_TEXT_SIZES[1], head.smallest)),
            leading=(_TEXT_SIZES[0],),
            what="the line below the title",
        )
        with page.element("P"):
            page.text(left, middle + 39, below.lines[0], Face.MEDIUM, below.size, theme.mist)
    if mark is not None:
        mark.draw(page, theme, right, _MARK_AT)


def _picture(page: Page, theme: Theme, behavior: Behavior, x: float, y: float) -> None:
    """The icon on a disc of the accent; in a ring where toner is saved."""
    if theme.saves_toner:
        page.ring(x, y, _DISC / 2 - 1.5, theme.ink, 3)
    else:
        page.disc(x, y, _DISC / 2, theme.accent)
    color = theme.ink if theme.saves_toner else theme.on_accent
    page.icon(icon_of(behavior), Box(x - _ICON / 2, y - _ICON / 2, _ICON, _ICON), color)


def _eyebrow(page: Page, theme: Theme, head: Masthead, left: float, baseline: float, room: float) -> None:
    text = (head.eyebrow or "").upper()
    spaced = room / (1 + _SPACING * 1.6)
    fitted = fit(text, Face.BOLD, spaced, sizes=_EYEBROW_SIZES, leading=(11,), what="the line above the title")
    with page.element("P"):
        page.text(left, baseline, fitted.lines[0], Face.BOLD, fitted.size, theme.glow, spacing=fitted.size * _SPACING)


def _title(page: Page, theme: Theme, head: Masthead, box: Box) -> None:
    """Number and title on one line or two, in the middle of a box."""
    number = str(head.behavior.number) if head.number and head.behavior is not None else ""
    before = _NAME_SIZES[0] * 0.95 if number else 0.0
    fitted = fit(head.title, Face.BLACK, box.width - before, sizes=_NAME_SIZES, leading=_NAME_LEADING, what="the title")
    pitch = fitted.size * _PITCH
    tall = fitted.size * _NAME_BELOW_CAPS + pitch * (len(fitted.lines) - 1)
    first = box.middle[1] + tall / 2 - pitch * (len(fitted.lines) - 1)
    indent = fitted.size * 0.95 if number else 0.0
    with page.element(head.tag):
        if number:
            page.text(box.left, first, number, Face.MEDIUM, fitted.size, theme.mist)
        for index, line in enumerate(fitted.lines):
            page.text(box.left + indent, first + index * pitch, line, Face.BLACK, fitted.size, theme.on_ground)
