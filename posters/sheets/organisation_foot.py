"""The foot of the organisation's poster: how to read the table, and room to write where few teams leave some."""

from collections.abc import Callable

from posters.drawing import panels
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.small_scale import small_band, small_dot
from posters.drawing.theme import Theme
from posters.drawing.type import Face, wrap
from posters.sheets.look import Look
from posters.sheets.organisation_table import NOTHING
from store.language import message

Mark = Callable[[Page, Theme, float, float], None]

_SIZE, _PITCH = 16.0, 20.0
_PAD, _MARK, _BETWEEN = 18.0, 40.0, 26.0
_ROOM_TO_WRITE, _WRITING_PITCH = 150.0, 40.0

_KEY: tuple[tuple[str, str], ...] = (
    ("mean", message("average answer, from 1 never to 5 always")),
    ("likely", message("likely range: 19 of 20 such bars hold the true average")),
    ("nothing", message("not enough voices yet; scores move in groups of at least {minimum} answers")),
    ("order", message("teams stand in the order of the alphabet, not of their scores")),
)


def height(look: Look, width: float, minimum: int) -> float:
    """How high the key is in this language."""
    entries = _entries(look, width, minimum)
    rows = (max(len(entries[0]), len(entries[2])), max(len(entries[1]), len(entries[3])))
    return sum(rows) * _PITCH + 8 + 2 * _PAD - 6


def draw(page: Page, look: Look, box: Box, below: float, minimum: int) -> None:
    """Draw the key, and lines to write on above it if the teams end high enough.

    Args:
        page: Where to draw.
        look: How it shall look.
        box: Of the key.
        below: Where the free room begins.
        minimum: The fewest answers that are released.
    """
    if box.top - below >= _ROOM_TO_WRITE:
        _invite(page, look, Box(box.left, below, box.width, box.top - below))
    panels.quiet_panel(page, look.theme, box)
    entries = _entries(look, box.width, minimum)
    column = (box.width - 2 * _PAD - _BETWEEN) / 2
    top = box.top + _PAD
    for pair in ((0, 2), (1, 3)):
        for place, index in enumerate(pair):
            x = box.left + _PAD + place * (column + _BETWEEN)
            _draw_mark(page, look.theme, _KEY[index][0], x + _MARK * 0.35, top + 8)
            with page.element("P"):
                for number, line in enumerate(entries[index]):
                    y = top + 14 + number * _PITCH
                    page.text(x + _MARK, y, line, Face.MEDIUM, _SIZE, look.theme.ink)
        top += max(len(entries[index]) for index in pair) * _PITCH + 8


def _entries(look: Look, width: float, minimum: int) -> list[tuple[str, ...]]:
    room = (width - 2 * _PAD - _BETWEEN) / 2 - _MARK
    return [wrap(look.language.say(text, minimum=minimum), Face.MEDIUM, _SIZE, room) for _, text in _KEY]


def _draw_mark(page: Page, theme: Theme, mark: str, x: float, y: float) -> None:
    if mark == "mean":
        small_dot(page, theme, x, y)
    elif mark == "likely":
        small_band(page, theme, x - 12, x + 12, y)
    elif mark == "nothing":
        with page.unsaid():
            page.text(x, y + 5, NOTHING, Face.BOLD, _SIZE, theme.muted, align="center")
    else:
        with page.unsaid():
            page.text(x, y + 6, "A–Z", Face.BOLD, 14, theme.muted, align="center")


def _invite(page: Page, look: Look, room: Box) -> None:
    """Ask what to talk about, with lines to answer on by hand."""
    first = room.top + 46
    with page.element("H2"):
        page.text(room.left, first, look.language.say("What we talk about this month"), Face.BLACK, 26, look.theme.ink)
    y = first + _WRITING_PITCH + 6
    while y < room.bottom - 14:
        page.rule(room.left, room.right, y, look.theme.muted, 0.8)
        y += _WRITING_PITCH
