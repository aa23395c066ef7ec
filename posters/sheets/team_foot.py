"""The foot of the team poster: how to read it, and how to make it sharper."""

from posters.drawing import charts
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.theme import WHITE, Color, Theme
from posters.drawing.type import Face, wrap
from store.scorecard import Scorecard

_PAD = 18.0
_SIZE = 15.0
_PITCH = 19.0
_KEY = 44.0
_CALL = 230.0
_GAP = 12.0


def draw(page: Page, theme: Theme, box: Box, card: Scorecard, *, released: bool) -> None:
    """Draw the foot."""
    if released:
        _how_to_read(page, theme, Box(box.left, box.top, box.width - _CALL - _GAP, box.height), card.minimum)
        _sharper(page, theme, Box(box.right - _CALL, box.top, _CALL, box.height))
    else:
        _invite(page, theme, box, card.minimum)


def _how_to_read(page: Page, theme: Theme, box: Box, minimum: int) -> None:
    """What the marks mean, and why scores do not move with every voice."""
    page.fill(box, theme.soft, radius=12)
    key, x = box.left + _PAD, box.left + _PAD + _KEY
    first = box.top + 27
    charts.dot(page, theme, key + 15, first - 5)
    with page.element("P"):
        page.text(x, first, "average answer, from 1 never to 5 always", Face.MEDIUM, _SIZE, theme.ink)
    second = first + 23
    charts.band(page, theme, key, key + 30, second - 5)
    with page.element("P"):
        page.text(x, second, "likely range: 19 of 20 such bars hold the true average", Face.MEDIUM, _SIZE, theme.ink)
    rule = f"Scores move in groups of at least {minimum} answers, so that no single voice can be picked out."
    _paragraph(page, box.left + _PAD, second + 24, box.width - 2 * _PAD, rule, theme.ink)


def _sharper(page: Page, theme: Theme, box: Box) -> None:
    """What the reader can do."""
    page.fill(box, theme.ink, radius=12)
    with page.element("H2"):
        page.text(box.left + _PAD, box.top + 37, "Make it sharper", Face.BLACK, 22, WHITE)
    call = "Check in at the terminal. More voices, shorter bars."
    _paragraph(page, box.left + _PAD, box.top + 63, box.width - 2 * _PAD, call, theme.mist)


def _invite(page: Page, theme: Theme, box: Box, minimum: int) -> None:
    """The same, larger, while there is nothing to read yet."""
    page.fill(box, theme.ink, radius=12)
    x = box.left + _PAD
    with page.element("H2"):
        page.text(x, box.top + 39, "Did we serve you? Be one of the first voices.", Face.BLACK, 26, WHITE)
    call = (
        "Check in at the terminal: seven quick answers, no name. Scores appear once we have at least "
        f"{minimum} answers, and move in groups of at least {minimum}, so that no single voice can be picked out."
    )
    _paragraph(page, x, box.top + 65, box.width - 2 * _PAD, call, theme.mist)


def _paragraph(page: Page, left: float, baseline: float, room: float, text: str, color: Color) -> None:
    with page.element("P"):
        for index, line in enumerate(wrap(text, Face.MEDIUM, _SIZE, room)):
            page.text(left, baseline + index * _PITCH, line, Face.MEDIUM, _SIZE, color)
