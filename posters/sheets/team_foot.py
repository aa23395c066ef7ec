"""The foot of the team poster: how to read it, and how to make it sharper."""

from posters.drawing import charts
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.theme import Theme
from posters.drawing.type import Face, wrap
from store.scorecard import Scorecard

_PAD = 20.0
_SIZE = 15.0
_PITCH = 19.0
_RIGHT = 226.0
_LEGEND = 74.0


def draw(page: Page, theme: Theme, box: Box, card: Scorecard, *, released: bool) -> None:
    """Draw the foot box."""
    page.fill(box, theme.soft, radius=12)
    if released:
        _how_to_read(page, theme, box, card.minimum)
        _sharper(page, theme, box)
    else:
        _invite(page, theme, box, card.minimum)


def _how_to_read(page: Page, theme: Theme, box: Box, minimum: int) -> None:
    x = box.left + _PAD
    y = box.top + 44
    charts.mark(page, theme, x + 4, x + 50, x + 27, y)
    text = (
        "The dot is the average answer, from 1 never to 5 always. The bar is its likely range: "
        "19 times out of 20 the true average lies inside. "
        f"Scores move in groups of at least {minimum} answers, so that no single voice shows."
    )
    _paragraph(page, theme, Box(x + _LEGEND, box.top, box.width - _RIGHT - 3 * _PAD - _LEGEND, box.height), text)


def _sharper(page: Page, theme: Theme, box: Box) -> None:
    x = box.right - _PAD - _RIGHT
    page.text(x, box.top + 30, "Make it sharper", Face.BLACK, 20, theme.ink)
    text = "Check in at the terminal. Each new voice helps to narrow the bars."
    _paragraph(page, theme, Box(x, box.top + 24, _RIGHT, box.height), text)


def _invite(page: Page, theme: Theme, box: Box, minimum: int) -> None:
    x = box.left + _PAD
    page.text(x, box.top + 44, "Did this team serve you? Be one of the first voices.", Face.BLACK, 26, theme.ink)
    text = (
        "Check in at the terminal: seven quick answers, no name. Scores appear here the day after "
        f"the team has at least {minimum} answers, and then move in groups of at least {minimum}."
    )
    _paragraph(page, theme, Box(x, box.top + 44, box.width - 2 * _PAD, box.height), text)


def _paragraph(page: Page, theme: Theme, box: Box, text: str) -> None:
    for index, line in enumerate(wrap(text, Face.MEDIUM, _SIZE, box.width)):
        page.text(box.left, box.top + 28 + index * _PITCH, line, Face.MEDIUM, _SIZE, theme.ink)
