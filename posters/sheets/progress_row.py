"""One behavior's row on the poster of a team's year: its name, its chart and its score; and the key to all charts."""

from dataclasses import dataclass
from datetime import date

from posters.drawing import breaking
from posters.drawing.history import Point, draw_history, draw_names
from posters.drawing.icons import icon_of
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.type import Face, fit, width, wrap
from posters.sheets.look import Look
from store.behaviors import BEHAVIORS, Behavior
from store.language import message
from store.scorecard import Month, Score, Scorecard

_DISC, _ICON = 62.0, 46.0
_NUMBER_AT, _NAME_AT = 76.0, 105.0
_NAME, _NAME_PITCH = 34.0, 35.0
_CAPITAL = 0.72
_BESIDE_NAME, _BESIDE_CHART = 16.0, 14.0
_WIDEST_NAME = 330.0
_FIGURES = 98.0
_AIR = 5.0
_SCORE, _SMALL = 60.0, 15.0
_SCORE_AT, _OF_FIVE, _RISING = 2.5, 21.5, 38.0
"""How far below the middle of the row the lines of the score stand."""
_LOWER = 9.0
"""By how much the score stands lower where nothing stands below."""
_NAMES_OF_MONTHS = 20.0
_KEY, _KEY_PITCH, _KEY_BETWEEN = 14.0, 1.25, 24.0

NOT_ENOUGH = message("not enough voices yet")
_KEY_TEXTS = (
    message("The dot is a month's average answer, from 1 never to 5 always."),
    message("The band is its likely range: 19 of 20 such bands hold the true average."),
    message("A gap: too few answers in that month to show a score."),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of each row stand.

    Attributes:
        name: How much room names have.
        chart: From where to where the charts run.
    """

    name: float
    chart: tuple[float, float]


def columns_of(look: Look, left: float, right: float) -> Columns:
    """The columns that suit a language: names take what they need on two lines, charts the rest."""
    halves = [breaking.balanced(look.language.say(behavior.label), 2, _name_width) for behavior in BEHAVIORS]
    names = min(_WIDEST_NAME, max(max(map(_name_width, lines)) for lines in halves if lines) + 1)
    return Columns(names, (left + _NAME_AT + names + _BESIDE_NAME, right - _FIGURES - _BESIDE_CHART))


def draw(page: Page, look: Look, box: Box, columns: Columns, behavior: Behavior, card: Scorecard) -> None:
    """Draw the row of one behavior into its box.

    Raises:
        DoesNotFitError: Its name is too long in this language.
    """
    theme, name = look.theme, look.language.say(behavior.label)
    if behavior.number > 1:
        page.rule(box.left, box.right, box.top, theme.line, 1)
    _draw_picture(page, look, box, behavior)
    _draw_name(page, look, box, columns, behavior.number, name)
    start, end = columns.chart
    chart = Box(start, box.top + _AIR, end - start, box.height - 2 * _AIR)
    months = [(month, month.scores[behavior]) for month in card.history]
    score = card.scores[behavior]
    with page.figure(_in_words(look, name, score, months), Box(start, box.top + 1, box.right - start, box.height - 2)):
        draw_history(page, theme, chart, [_point(look, month, score) for month, score in months])
        _draw_score(page, look, box, score)


def draw_months(page: Page, look: Look, columns: Columns, top: float, card: Scorecard) -> float:
    """Name the months, once for all charts above; gives where this ends. Each chart says them to those who hear it."""
    start, end = columns.chart
    points = [Point(look.language.short_month(_first_day(month)), None) for month in card.history]
    with page.unsaid():
        draw_names(page, look.theme, Box(start, top, end - start, _NAMES_OF_MONTHS), points)
    return top + _NAMES_OF_MONTHS


def draw_key(page: Page, look: Look, box: Box) -> float:
    """Draw what the marks mean, side by side from the top of a box; gives where this ends."""
    wide = (box.width - _KEY_BETWEEN * (len(_KEY_TEXTS) - 1)) / len(_KEY_TEXTS)
    lines = [wrap(look.language.say(text), Face.MEDIUM, _KEY, wide) for text in _KEY_TEXTS]
    for index, text in enumerate(lines):
        with page.element("P"):
            for at, line in enumerate(text):
                x, y = box.left + index * (wide + _KEY_BETWEEN), box.top + _KEY + at * _KEY * _KEY_PITCH
                page.text(x, y, line, Face.MEDIUM, _KEY, look.theme.muted)
    return box.top + max(map(len, lines)) * _KEY * _KEY_PITCH


def _name_width(line: str) -> float:
    return width(line, Face.BLACK, _NAME)


def _draw_picture(page: Page, look: Look, box: Box, behavior: Behavior) -> None:
    """The icon on its disc."""
    x, y = box.left + _DISC / 2, box.middle[1]
    if look.theme.saves_toner:
        page.ring(x, y, _DISC / 2 - 0.5, look.theme.line, 1)
    else:
        page.disc(x, y, _DISC / 2, look.theme.soft)
    page.icon(icon_of(behavior), Box(x - _ICON / 2, y - _ICON / 2, _ICON, _ICON), look.theme.ink)


def _draw_name(page: Page, look: Look, box: Box, columns: Columns, number: int, name: str) -> None:
    """Number and name, the name on two lines if it must be, in the middle of the row."""
    theme = look.theme
    fitted = fit(name, Face.BLACK, columns.name, sizes=(_NAME, _NAME), leading=(_NAME, _NAME), what=name)
    rest = _NAME_PITCH * (len(fitted.lines) - 1)
    first = box.middle[1] + (_NAME * _CAPITAL - rest) / 2
    with page.element("H2"):
        page.text(box.left + _NUMBER_AT, first, str(number), Face.MEDIUM, _NAME, theme.muted)
        for index, line in enumerate(fitted.lines):
            page.text(box.left + _NAME_AT, first + index * _NAME_PITCH, line, Face.BLACK, _NAME, theme.ink)


def _draw_score(page: Page, look: Look, box: Box, score: Score) -> None:
    """The score of these days, large: the one that hangs on the wall."""
    theme, language, right, middle = look.theme, look.language, box.right, box.middle[1]
    if score.mean is None:
        lines = wrap(language.say(NOT_ENOUGH), Face.BOLD, 17, _FIGURES)
        first = middle + 6 - (len(lines) - 1) * 10
        for index, line in enumerate(lines):
            page.text(right, first + index * 20, line, Face.BOLD, 17, theme.muted, align="right")
        return
    y = middle if score.change == "up" else middle + _LOWER
    page.text(right, y + _SCORE_AT, language.number(score.mean, 1), Face.BLACK, _SCORE, theme.ink, align="right")
    page.text(right, y + _OF_FIVE, language.say("of 5"), Face.MEDIUM, _SMALL, theme.muted, align="right")
    if score.change == "up":
        said = language.say("rising")
        wide = page.text(right, y + _RISING, said, Face.BOLD, _SMALL, theme.ink, align="right")
        page.triangle_up(right - wide - 17, y + _RISING, 12, theme.accent)


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
