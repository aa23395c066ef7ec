"""What every row of a team poster begins with: the icon on its disc, number and name."""

from posters.drawing.icons import icon_of
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.type import Face, fit
from posters.sheets import words
from posters.sheets.look import Look
from posters.sheets.story import Story
from store.behaviors import Behavior
from store.language import Language, message
from store.scorecard import Score

NOTHING_YET = message("not enough voices yet")
_ICON_SHARE = 0.72
_RING = 6.0


def rule_above(page: Page, look: Look, box: Box, behavior: Behavior) -> None:
    """Part a row from the one above."""
    if behavior.number > 1:
        page.rule(box.left, box.right, box.top, look.theme.line, 1)


def picture(page: Page, look: Look, box: Box, behavior: Behavior, story: Story, diameter: float) -> None:
    """The icon on its disc; the strength's disc is full of accent, a ring marks what is worked on."""
    theme, color = look.theme, look.theme.ink
    x, y, radius = box.left + diameter / 2, box.top + box.height / 2, diameter / 2
    if behavior is story.strength:
        page.disc(x, y, radius, theme.accent)
        color = theme.on_accent
    elif behavior is story.working_on:
        page.ring(x, y, radius - _RING / 2, theme.accent, _RING)
    elif theme.saves_toner:
        page.ring(x, y, radius - 0.5, theme.line, 1)
    else:
        page.disc(x, y, radius, theme.soft)
    size = diameter * _ICON_SHARE
    page.icon(icon_of(behavior), Box(x - size / 2, y - size / 2, size, size), color)


def title(
    page: Page, look: Look, x: float, baseline: float, room: float, behavior: Behavior, sizes: tuple[float, float]
) -> None:
    """Number and name.

    Raises:
        DoesNotFitError: The name is too long for the room at the smaller size.
    """
    label = look.language.say(behavior.label)
    gap = sizes[0] * 0.3
    number = sizes[0] * 0.58
    name = fit(label, Face.BLACK, room - number - gap, sizes=sizes, leading=sizes[:1], what="the behavior")
    with page.element("H2"):
        page.text(x, baseline, str(behavior.number), Face.MEDIUM, sizes[0], look.theme.muted)
        page.text(x + number + gap, baseline, name.lines[0], Face.BLACK, name.size, look.theme.ink)


def in_words(language: Language, behavior: Behavior, score: Score, trend: str) -> str:
    """What the figures of a row say, for those who hear them; the trend is said."""
    label = language.say(behavior.label)
    mean, likely = score.mean, score.likely_range
    if mean is None or likely is None:
        return language.say("{behavior}: not enough voices yet", behavior=label)
    return language.say_many(
        "{behavior}: {score} of 5, likely between {low} and {high}, {n} answer, {trend}",
        "{behavior}: {score} of 5, likely between {low} and {high}, {n} answers, {trend}",
        score.n,
        behavior=label,
        score=words.score(language, mean),
        low=words.score(language, likely[0]),
        high=words.score(language, likely[1]),
        trend=trend,
    )
