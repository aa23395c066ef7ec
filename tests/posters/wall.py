"""A team's wall poster as most tests want it: in English, in our own colours."""

from posters.drawing.theme import Theme, theme_of
from posters.render import pdf_of
from posters.sheets.look import Look
from posters.sheets.team import team_sheet
from store.language import ENGLISH
from store.scorecard import Scorecard


def wall_poster(card: Scorecard, theme: Theme | None = None) -> bytes:
    """The poster as a PDF of one page, 11 x 17 inches."""
    return pdf_of(team_sheet(card, Look(theme or theme_of(), ENGLISH)))


def notes_of(card: Scorecard) -> tuple[str, ...]:
    """What whoever prints it should know."""
    return team_sheet(card, Look(theme_of(), ENGLISH)).notes
