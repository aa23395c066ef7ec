"""One row of the poster for a wall: one behaviour, its score, and how sure the score is."""

from posters.drawing import charts
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.type import Face, fit, width
from posters.sheets import words
from posters.sheets.look import Look
from posters.sheets.story import Story
from posters.sheets.team import row
from store.behaviors import Behavior
from store.language import message
from store.scorecard import Score

OF_FIVE = message("of 5")
RISING = message("rising")
STEADY = message("steady")

_DISC = 76.0
_TEXT = 92.0
_FIGURES = 106.0
_NAME, _ACT, _FACTS = 37.0, 63.0, 85.0
_LOWER = 7.0
_SCORE, _BELOW_SCORE, _RISING = 50.0, 71.2, 89.0
_AXIS = 80.0
_SCALE, _SHORTEST_SCALE = 190.0, 150.0
_SIZES = (16.0, 14.0)
_OPEN_SCALE = 300.0
_SCALE_GAP = 22.0


def draw(page: Page, look: Look, box: Box, behavior: Behavior, score: Score, story: Story) -> None:
    """Draw the row of a behaviour into its box.

    Raises:
        DoesNotFitError: A text of ours is too long in this language.
    """
    language, theme = look.language, look.theme
    row.rule_above(page, look, box, behavior)
    row.picture(page, look, box, behavior, story, _DISC)
    x, room = box.left + _TEXT, box.width - _TEXT - _FIGURES
    row.title(page, look, x, box.top + _NAME, room, behavior, (34.0, 34.0))
    act = fit(
        language.say(behavior.act), Face.MEDIUM, room, sizes=(21.0, 20.0), leading=(21.0,), what="the behavior's act"
    )
    with page.element("P"):
        page.text(x, box.top + _ACT, act.lines[0], Face.MEDIUM, act.size, theme.ink)
    figures = Box(x, box.top + 1, box.right - x, box.height - 2)
    trend = RISING if score.change == "up" else STEADY  # a wall says nothing of falling
    with page.figure(row.in_words(language, behavior, score, language.say(trend)), figures):
        _figures(page, look, box, score)


def _figures(page: Page, look: Look, box: Box, score: Score) -> None:
    language, theme = look.language, look.theme
    mean, likely = score.mean, score.likely_range
    if mean is None or likely is None:
        _wait(page, look, box)
        return
    said = language.say_many(
        "{n} answer · likely {low}–{high}",
        "{n} answers · likely {low}–{high}",
        score.n,
        low=words.score(language, likely[0]),
        high=words.score(language, likely[1]),
    )
    x, end = box.left + _TEXT, box.right - _FIGURES - _SCALE_GAP
    start = min(max(end - _SCALE, x + width(said, Face.MEDIUM, _SIZES[1]) + _SCALE_GAP), end - _SHORTEST_SCALE)
    facts = fit(said, Face.MEDIUM, start - x - _SCALE_GAP, sizes=_SIZES, leading=_SIZES[:1], what="the likely range")
    page.text(x, box.top + _FACTS, facts.lines[0], Face.MEDIUM, facts.size, theme.muted)
    charts.scale(page, theme, start, end, box.top + _AXIS, mean, likely)
    _score(page, look, box, words.score(language, mean), rising=score.change == "up")


def _wait(page: Page, look: Look, box: Box) -> None:
    """Say that there is no score yet, and that it will be one of five."""
    x, right = box.left + _TEXT, box.right
    said = look.language.say(row.NOTHING_YET)
    room = right - _OPEN_SCALE - _SCALE_GAP - x
    facts = fit(said, Face.BOLD, room, sizes=(18.0, 14.0), leading=(18.0,), what="the missing score")
    page.text(x, box.top + _FACTS + 1, facts.lines[0], Face.BOLD, facts.size, look.theme.muted)
    charts.open_scale(page, look.theme, right - _OPEN_SCALE, right, box.top + _AXIS + 0.5)


def _score(page: Page, look: Look, box: Box, shown: str, *, rising: bool) -> None:
    """The number that is read across the room."""
    language, theme, right = look.language, look.theme, box.right
    y = box.top + (0.0 if rising else _LOWER)
    page.text(right, y + _SCORE, shown, Face.BLACK, 62, theme.ink, align="right")
    page.text(right, y + _BELOW_SCORE, language.say(OF_FIVE), Face.MEDIUM, 19, theme.muted, align="right")
    if rising:
        wide = page.text(right, y + _RISING, language.say(RISING), Face.BOLD, 17, theme.ink, align="right")
        page.triangle_up(right - wide - 20, y + _RISING, 14, theme.accent)
