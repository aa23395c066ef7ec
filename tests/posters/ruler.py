"""A sheet that every process can make: a header over the edge, and a numbered line an inch."""

from posters.drawing.page import Page
from posters.drawing.paper import TABLOID, Box
from posters.drawing.sheet import About, Sheet, Side
from posters.drawing.theme import theme_of
from posters.drawing.type import Face, fit
from posters.sheets.look import Look
from tests.posters.scorecards import WINDOW

THEME = theme_of()
ABOUT = About("A poster", "Riverside Hospital", "For tests", WINDOW.on)


def draw(page: Page) -> None:
    """A header that reaches the edges, and a numbered line every inch."""
    page.fill(Box(-20, -20, 832, 120), THEME.accent)
    with page.element("H1"):
        page.text(40, 60, "Ruler", Face.BLACK, 30, THEME.on_ground)
    for inch in range(2, 17):
        with page.element("P"):
            page.text(40, inch * 72 - 10, f"inch {inch}", Face.MEDIUM, 20, THEME.ink)
        page.rule(120, 752, inch * 72 - 17, THEME.line, 2)


POSTER = Sheet(ABOUT, (Side(TABLOID, draw, seam=612.0),))


def named(name: str, look: Look) -> Sheet:
    """A sheet with a name on it.

    Raises:
        DoesNotFitError: The name is too long.
    """
    fitted = fit(name, Face.BLACK, 700, sizes=(60, 30), leading=(60,), what="the name")

    def draw_name(page: Page) -> None:
        with page.element("H1"):
            page.text(40, 100, fitted.lines[0], Face.BLACK, fitted.size, look.theme.ink)

    return Sheet(ABOUT, (Side(TABLOID, draw_name),), (f"{name} was made.",))
