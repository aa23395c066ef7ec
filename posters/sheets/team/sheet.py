"""The team poster as a sheet: what stands where, and what its file says of it."""

from typing import Literal

from posters.drawing.page import Page
from posters.drawing.sheet import About, Sheet, Side
from posters.output.imposition import poster_paper
from posters.sheets import names, words
from posters.sheets.look import Look
from posters.sheets.story import story_of
from posters.sheets.team import header, imprint, review_foot, review_row, wall_foot, wall_row
from posters.sheets.team.extras import Extras
from posters.sheets.team.grid import poster_grid, seam
from store.behaviors import BEHAVIORS
from store.scorecard import Scorecard

Purpose = Literal["wall", "review"]
PURPOSES: tuple[Purpose, ...] = ("wall", "review")

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
    grid = poster_grid(poster_paper(look.paper), for_review=purpose == "review")
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
        imprint.draw(page, grid, look, card)

    side = Side(grid.paper, draw, seam=seam(grid))
    return Sheet(_about(card, look, name), (side,), _notes(card, look))


def _about(card: Scorecard, look: Look, name: str) -> About:
    language, window = look.language, card.window
    return About(
        title=language.say("{team}, as of {day}", team=name, day=words.day(language, window.on)),
        author=imprint.owner_of(card),
        subject=language.say("Seven ways we serve each other, {days}", days=language.days(window.first, window.last)),
        on=window.on,
        language=language.code,
    )


def _notes(card: Scorecard, look: Look) -> tuple[str, ...]:
    given = [(card.name, card.team), (card.organisation, card.team)]
    return names.notes(look.language, [*given, (card.department, card.department)] if card.department else given)
