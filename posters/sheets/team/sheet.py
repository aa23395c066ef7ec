"""The team poster as a sheet: what stands where, and what its file says of it."""

from datetime import timedelta
from typing import Literal

from posters.drawing.page import Page
from posters.drawing.paper import PosterGrid
from posters.drawing.sheet import About, Sheet, Side
from posters.drawing.type import Face, fit
from posters.output.imposition import poster_paper
from posters.sheets import names, words
from posters.sheets.look import Look
from posters.sheets.story import story_of
from posters.sheets.team import header, review_foot, review_row, wall_foot, wall_row
from posters.sheets.team.extras import Extras
from posters.sheets.team.grid import poster_grid, seam
from store.behaviors import BEHAVIORS
from store.scorecard import Scorecard

Purpose = Literal["wall", "review"]
PURPOSES: tuple[Purpose, ...] = ("wall", "review")

_FRESH = timedelta(days=30)
_NOTHING = Extras()


def team_sheet(card: Scorecard, look: Look, purpose: Purpose = "wall", extras: Extras = _NOTHING) -> Sheet:
    """The poster of one team.

    Args:
        card: All that the poster may say of the team's scores.
        look: Colours, language and paper.
        purpose: For a wall it is kind and tells one story; for a review it tells all.
        extras: What else is known.

    Raises:
        DoesNotFitError: A name, or the praise, is too long for the sheet.
    """
    grid = poster_grid(poster_paper(look.paper))
    name = names.shown(card.name, card.team)
    story = story_of(card.scores, card.minimum)

    def draw(page: Page) -> None:
        header.draw(page, grid, look, card, name, story)
        if purpose == "wall":
            wall_foot.key(page, grid, look, card)
            for index, behavior in enumerate(BEHAVIORS):
                wall_row.draw(page, look, grid.row_box(index), behavior, card.scores[behavior], story)
            wall_foot.draw(page, grid, look, card, extras)
        else:
            review_foot.key(page, grid, look, card)
            for index, behavior in enumerate(BEHAVIORS):
                review_row.draw(page, look, grid.row_box(index), behavior, card, story)
            review_foot.draw(page, grid, look, card, extras)
        _imprint(page, grid, look, card)

    side = Side(grid.paper, draw, seam=seam(grid))
    return Sheet(_about(card, look, name), (side,), _notes(card, look))


def _about(card: Scorecard, look: Look, name: str) -> About:
    language, window = look.language, card.window
    return About(
        title=language.say("{team}, as of {day}", team=name, day=words.day(language, window.on)),
        author=_owner(card),
        subject=language.say("Seven ways we serve each other, {days}", days=language.days(window.first, window.last)),
        on=window.on,
        language=language.code,
    )


def _owner(card: Scorecard) -> str:
    """The organisation's name as it can be set."""
    return names.shown(card.organisation, card.team)


def _notes(card: Scorecard, look: Look) -> tuple[str, ...]:
    given = [(card.name, card.team), (card.organisation, card.team)]
    return names.notes(look.language, [*given, (card.department, card.department)] if card.department else given)


def _imprint(page: Page, grid: PosterGrid, look: Look, card: Scorecard) -> None:
    """Whose sheet it is, and until when."""
    on = card.window.on
    replace = look.language.say(
        "As of {day} · please replace after {later}",
        day=words.day(look.language, on),
        later=words.day(look.language, on + _FRESH),
    )
    with page.element("P"):
        right = grid.margin + grid.width
        wide = page.text(right, grid.imprint, replace, Face.MEDIUM, 14, look.theme.muted, align="right")
    departments = [names.shown(card.department, card.department)] if card.department else []
    fitted = fit(
        " · ".join([_owner(card), *departments]),
        Face.BOLD,
        grid.width - wide - 24,
        sizes=(16, 14),
        leading=(16, 14),
        what="the organisation's name",
    )
    first = grid.imprint - fitted.size * 0.9 * (len(fitted.lines) - 1)
    with page.element("P"):
        for index, line in enumerate(fitted.lines):
            y = first + index * fitted.size * 1.1
            page.text(grid.margin, y, line.removesuffix(" ·"), Face.BOLD, fitted.size, look.theme.ink)
