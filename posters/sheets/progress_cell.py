"""One of the small charts on the poster of a team's year, and the key to all of them."""

from collections.abc import Sequence
from datetime import date

from posters.drawing import panels
from posters.drawing.history import Point, draw_history
from posters.drawing.icons import icon_of
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.type import Face, fit, width, wrap
from posters.sheets.look import Look
from store.behaviors import Behavior
from store.language import message
from store.scorecard import Month, Score, Scorecard

_DISC, _ICON = 42.0, 31.0
_TOP, _NAME_AT, _TEXT = 10.0, 39.0, 52.0
_NAME_SIZES = (27.0, 18.0)
_CHART_AT, _BELOW = 60.0, 8.0
_FIGURES = 98.0
_SCORE, _SMALL = 60.0, 16.0
_KEY_SIZES = (16.0, 15.0, 14.0)
_KEY_PITCH, _KEY_GAP = 1.2, 5.0
_KEY_PAD, _KEY_RIM = 16.0, 8.0

NOT_ENOUGH = message("not enough voices yet")
_KEY = (
    message("The dot is a month's average answer, from 1 never to 5 always."),
    message("The band is its likely range: 19 of 20 such bands hold the true average."),
    message("A gap: too few answers in that month to show a score."),
)


def draw(page: Page, look: Look, box: Box, behavior: Behavior, card: Scorecard) -> None:
    """Draw the chart of one behavior into its box."""
    theme, name = look.theme, look.language.say(behavior.label)
    page.disc(box.left + _DISC / 2, box.top + _TOP + _DISC / 2, _DISC / 2, theme.soft)
    rim = (_DISC - _ICON) / 2
    page.icon(icon_of(behavior), Box(box.left + rim, box.top + _TOP + rim, _ICON, _ICON), theme.ink)
    _draw_name(page, look, box, behavior.number, name)
    chart = Box(box.left, box.top + _CHART_AT, box.width, box.height - _CHART_AT - _BELOW)
    months = [(month, month.scores[behavior]) for month in card.history]
    score = card.scores[behavior]
    with page.figure(_in_words(look, name, score, months), chart):
        points = [_point(look, month, score) for month, score in months]
        draw_history(page, theme, Box(chart.left, chart.top, chart.width - _FIGURES - 10, chart.height), points)
        _draw_score(page, look, chart, score)


def draw_key(page: Page, look: Look, box: Box) -> None:
    """Draw what the marks mean, in a box of the same size."""
    theme, panel = look.theme, Box(box.left, box.top + _TOP, box.width, box.height - _TOP - _BELOW)
    panels.quiet_panel(page, theme, panel)
    texts = [look.language.say(text) for text in _KEY]
    room = panel.width - 2 * _KEY_PAD
    size = next((size for size in _KEY_SIZES if _key_height(texts, size, room) <= panel.height), _KEY_SIZES[-1])
    y = panel.middle[1] - _key_height(texts, size, room) / 2 + _KEY_RIM + size * 0.95
    for text in texts:
        with page.element("P"):
            for line in wrap(text, Face.MEDIUM, size, room):
                page.text(panel.left + _KEY_PAD, y, line, Face.MEDIUM, size, theme.ink)
                y += size * _KEY_PITCH
        y += _KEY_GAP


def _key_height(texts: Sequence[str], size: float, room: float) -> float:
    lines = sum(len(wrap(text, Face.MEDIUM, size, room)) for text in texts)
    return lines * size * _KEY_PITCH + _KEY_GAP * (len(texts) - 1) + 2 * _KEY_RIM


def _draw_name(page: Page, look: Look, box: Box, number: int, name: str) -> None:
    x, theme = box.left + _TEXT, look.theme
    wide = width(f"{number}  ", Face.MEDIUM, _NAME_SIZES[0])
    fitted = fit(name, Face.BLACK, box.width - _TEXT - wide, sizes=_NAME_SIZES, leading=(_NAME_SIZES[0], 20), what=name)
    first = box.top + _NAME_AT - (fitted.size * 0.55 if len(fitted.lines) > 1 else 0)
    with page.element("H2"):
        page.text(x, first, str(number), Face.MEDIUM, fitted.size, theme.muted)
        for index, line in enumerate(fitted.lines):
            page.text(x + wide, first + index * fitted.size * 1.05, line, Face.BLACK, fitted.size, theme.ink)


def _draw_score(page: Page, look: Look, chart: Box, score: Score) -> None:
    """The score of these days, large: the one that hangs on the wall."""
    theme, language, left = look.theme, look.language, chart.right - _FIGURES
    if score.mean is None:
        for index, line in enumerate(wrap(language.say(NOT_ENOUGH), Face.BOLD, 17, _FIGURES)):
            page.text(left, chart.top + 34 + index * 21, line, Face.BOLD, 17, theme.muted)
        return
    page.text(left, chart.top + 46, language.number(score.mean, 1), Face.BLACK, _SCORE, theme.ink)
    page.text(left, chart.top + 68, language.say("of 5"), Face.MEDIUM, _SMALL, theme.muted)
    if score.change == "up":
        page.triangle_up(left, chart.top + 92, 12, theme.accent)
        page.text(left + 17, chart.top + 92, language.say("rising"), Face.BOLD, _SMALL, theme.ink)


def _point(look: Look, month: Month, score: Score) -> Point:
    mean, likely = score.mean, score.likely_range
    known = (mean, *likely) if mean is not None and likely is not None else None
    return Point(look.language.short_month(_first_day(month)), known)


def _first_day(month: Month) -> date:
    return date.fromisoformat(f"{month.month}-01")


def _in_words(look: Look, name: str, score: Score, months: list[tuple[Month, Score]]) -> str:
    """What the figures and the chart say, for those who hear them."""
    say = look.language.say
    now = _score_in_words(look, name, score)
    told = "; ".join(_month_in_words(look, month, each) for month, each in months)
    return f"{now}. {say('Month by month: {months}', months=told)}" if told else now


def _score_in_words(look: Look, name: str, score: Score) -> str:
    language, mean, likely = look.language, score.mean, score.likely_range
    if mean is None or likely is None:
        return language.say("{behavior}: not enough voices yet", behavior=name)
    return language.say_many(
        "{behavior}: {mean} of 5, likely between {low} and {high}, {n} answer",
        "{behavior}: {mean} of 5, likely between {low} and {high}, {n} answers",
        score.n,
        behavior=name,
        mean=language.number(mean, 1),
        low=language.number(likely[0], 1),
        high=language.number(likely[1], 1),
    )


def _month_in_words(look: Look, month: Month, score: Score) -> str:
    language, mean, likely = look.language, score.mean, score.likely_range
    said = language.short_month(_first_day(month))
    if mean is None or likely is None:
        return language.say("{month} not enough voices", month=said)
    return language.say(
        "{month} {score}, likely between {low} and {high}",
        month=said,
        score=language.number(mean, 1),
        low=language.number(likely[0], 1),
        high=language.number(likely[1], 1),
    )
