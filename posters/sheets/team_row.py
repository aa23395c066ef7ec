"""One row of the team poster: one behaviour, its score, and how sure the score is."""

from posters.drawing import charts
from posters.drawing.icons import icon_of
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.theme import Theme
from posters.drawing.type import Face
from posters.sheets import words
from posters.sheets.story import Story
from store.behaviors import Behavior
from store.scorecard import Score

NOTHING_YET = "not enough voices yet"

_DISC = 78.0
_ICON = 56.0
_TEXT = 94.0
_FIGURES = 190.0
_NAME, _SENTENCE, _FACTS = 38.0, 65.0, 89.0
_SCORE, _AXIS = 54.0, 72.0
_LOWER = 9.0
"""How much lower name and sentence stand in a row that has no facts below them."""


def draw(page: Page, theme: Theme, box: Box, behavior: Behavior, score: Score, story: Story) -> None:
    """Draw the row of a behaviour into its box."""
    if behavior.number > 1:
        page.rule(box.left, box.right, box.top, theme.line, 1)
    _picture(page, theme, box, behavior, story)
    x = box.left + _TEXT
    top = box.top + (0 if score.n else _LOWER)
    with page.element("H2"):
        number = page.text(x, top + _NAME, str(behavior.number), Face.MEDIUM, 34, theme.muted)
        page.text(x + number + 11, top + _NAME, behavior.label, Face.BLACK, 34, theme.ink)
    with page.element("P"):
        page.text(x, top + _SENTENCE, behavior.act, Face.MEDIUM, 21, theme.ink)
    with page.figure(_in_words(behavior, score), Box(box.left + _TEXT, box.top + 1, box.width - _TEXT, box.height - 2)):
        _figures(page, theme, box, score)


def _picture(page: Page, theme: Theme, box: Box, behavior: Behavior, story: Story) -> None:
    """The icon on its disc; the strength's disc is full of accent, the ring marks what is worked on."""
    x, y = box.left + _DISC / 2, box.top + box.height / 2
    color = theme.ink
    if behavior is story.strength:
        page.disc(x, y, _DISC / 2, theme.accent)
        color = theme.on_accent
    elif behavior is story.working_on:
        page.ring(x, y, _DISC / 2 - 3, theme.accent, 6)
    else:
        page.disc(x, y, _DISC / 2, theme.soft)
    page.icon(icon_of(behavior), Box(x - _ICON / 2, y - _ICON / 2, _ICON, _ICON), color)


def _in_words(behavior: Behavior, score: Score) -> str:
    """What the figures say, for those who hear them."""
    mean, likely = score.mean, score.likely_range
    if mean is None or likely is None:
        return f"{behavior.label}: {NOTHING_YET}"
    between = f"likely between {words.number(likely[0])} and {words.number(likely[1])}"
    trend = "rising" if score.change == "up" else "steady"
    answers = words.count(score.n, "answer", "answers")
    return f"{behavior.label}: {words.number(mean)} of 5, {between}, {answers}, {trend}"


def _figures(page: Page, theme: Theme, box: Box, score: Score) -> None:
    left, right = box.right - _FIGURES, box.right
    axis = box.top + _AXIS
    mean, likely = score.mean, score.likely_range
    if mean is None or likely is None:
        page.text(left, box.top + 40, NOTHING_YET, Face.BOLD, 18, theme.muted)
        charts.open_scale(page, theme, left + 16, right - 16, box.top + 70)
        return
    wide = page.text(left, box.top + _SCORE, words.number(mean), Face.BLACK, 62, theme.ink)
    page.text(left + wide + 8, box.top + _SCORE, "of 5", Face.MEDIUM, 20, theme.muted)
    if score.change == "up":
        page.triangle_up(left + wide + 9, box.top + 28, 13, theme.accent)
        page.text(left + wide + 27, box.top + 28, "rising", Face.BOLD, 17, theme.ink)
    facts = f"{words.count(score.n, 'answer', 'answers')}  ·  likely {words.span(*likely)}"
    page.text(box.left + _TEXT, box.top + _FACTS, facts, Face.MEDIUM, 16, theme.muted)
    charts.scale(page, theme, left + 6, right - 6, axis, mean, likely)
