"""What stands around the rows of the poster for a review: what the figures mean, and what to talk about."""

from posters.drawing import panels
from posters.drawing.page import Page
from posters.drawing.paper import Box, PosterGrid
from posters.drawing.type import Face, fit
from posters.sheets.look import Look
from posters.sheets.team import foot, review_row
from posters.sheets.team.extras import Extras
from posters.sheets.team.grid import KEY_AT
from store.scorecard import Scorecard

_HEAD = (15.0, 14.0)
_BESIDE = 8.0
_CALL = 288.0
_TEXT = (16.0, 15.0, 14.0)
_CALL_TEXT = (18.0, 17.0, *_TEXT)


def key(page: Page, grid: PosterGrid, look: Look, card: Scorecard) -> None:
    """Draw the line under the header: which days count, and what the columns show.

    Raises:
        DoesNotFitError: A text of ours is too long in this language.
    """
    language = look.language
    columns = [(0.0, review_row.MONTHS - _BESIDE, language.days(card.window.first, card.window.last))]
    if card.history:
        columns.append((review_row.MONTHS, review_row.ANSWERS - _BESIDE, language.say("Last 12 months")))
    if any(score.n for score in card.scores.behaviors):
        columns.append((review_row.ANSWERS, grid.width, language.say("Answers, 5 to 1")))
    for left, right, said in columns:
        fitted = fit(said, Face.MEDIUM, right - left, sizes=_HEAD, leading=_HEAD[:1], what="the column's head")
        with page.element("P"):
            x, baseline = grid.margin + left, grid.header + KEY_AT
            page.text(x, baseline, fitted.lines[0], Face.MEDIUM, fitted.size, look.theme.muted)


def draw(page: Page, grid: PosterGrid, look: Look, card: Scorecard, extras: Extras) -> None:
    """Draw the foot.

    Raises:
        DoesNotFitError: The action is too long.
    """
    language, theme, box = look.language, look.theme, grid.foot_box
    if card.history:
        review_row.name_months(page, look, grid.row_box(grid.rows - 1), card.history)
    reading = Box(box.left, box.top, box.width - _CALL - foot.GAP, box.height)
    panels.quiet_panel(page, theme, reading)
    rest = foot.label(page, reading, language.say("How to read this"), theme.muted)
    said = language.say(
        "Likely, and the band around the line: where the true average lies, 19 times in 20. Rising or falling: that "
        "month really differs from the one before. A gap: too few answers."
    )
    foot.sentences(page, rest, said, theme.ink, _TEXT, "how to read it")
    promise = language.say(
        "Scores move in groups of at least {minimum} answers, so that no single voice can be picked out.",
        minimum=language.number(card.minimum),
    )
    foot.small_print(page, grid, look, box.left, box.width, promise)
    talk = Box(reading.right + foot.GAP, box.top, _CALL, box.height)
    panels.loud_panel(page, theme, talk)
    if extras.action:
        # A label takes less height than a title: a step of up to 150 letters has room below it.
        rest = foot.label(page, talk, language.say("Our next step"), theme.mist)
        foot.sentences(page, rest, extras.action, theme.on_ground, _CALL_TEXT, "the action")
    else:
        rest = foot.title(page, talk, language.say("Talk about it"), theme.on_ground)
        said = language.say("What helped? What stands in the way? What do we try until next month?")
        foot.sentences(page, rest, said, theme.mist, _CALL_TEXT, "the questions")
