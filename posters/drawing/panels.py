"""Boxes that things stand on: filled, or outlined where toner is saved."""

from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.theme import Theme

_BEYOND = 18.0
"""How far a ground that reaches the edge goes on beyond it: more than any shop's bleed, and cut off everywhere else."""
_OUTLINE = 1.5
_CORNER = 12.0


def header_ground(page: Page, theme: Theme, width: float, height: float) -> None:
    """The ground of a header over the full width of the paper; only a line at its foot where toner is saved."""
    if theme.saves_toner:
        page.rule(0, width, height, theme.ink, _OUTLINE * 2)
        return
    page.fill(Box(-_BEYOND, -_BEYOND, width + 2 * _BEYOND, height + _BEYOND), theme.ground)


def quiet_panel(page: Page, theme: Theme, box: Box, *, radius: float = _CORNER) -> None:
    """A box for what explains."""
    _panel(page, theme, box, radius, loud=False)


def loud_panel(page: Page, theme: Theme, box: Box, *, radius: float = _CORNER) -> None:
    """A box for what calls; text on it is ``theme.on_ground`` or ``theme.mist``."""
    _panel(page, theme, box, radius, loud=True)


def _panel(page: Page, theme: Theme, box: Box, radius: float, *, loud: bool) -> None:
    if theme.saves_toner:
        page.frame(box.inset(_OUTLINE / 2), theme.ink if loud else theme.line, _OUTLINE, radius=radius)
    else:
        page.fill(box, theme.ground if loud else theme.soft, radius=radius)
