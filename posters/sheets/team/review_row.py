"""One row of the poster for a review: one behaviour with its score, its change, all answers and twelve months."""

from datetime import date, timedelta

from posters.drawing import charts
from posters.drawing.history import Point, draw_history, draw_names
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.type import Face, fit
from posters.sheets import words
from posters.sheets.look import Look
from posters.sheets.story import Story
from posters.sheets.team import row
from store.behaviors import Behavior
from store.language import Language, message
from store.scorecard import Change, Month, Score, Scorecard

MONTHS = 410.0
ANSWERS = 552.0
"""Where these columns begin, from the left margin; the name runs over all but the last one."""

_DISC = 56.0
_TEXT = 70.0
_NAME_SIZES = (34.0, 34.0)
_NAME = 35.0
_BELOW = 10.0
"""Between the foot of the figures and the foot of the row."""
_SCORE, _OF_FIVE = 60.0, 7.0
_DIGITS = 0.72
"""How high a digit stands, in ems."""
_LINES = 212.0
_PITCH, _SIZE = 16.5, 14.0
"""Three lines stand as high as the score beside them."""
_MARK = 18.0
_GAP, _BESIDE = 16.0, 14.0
_MONTHS_WIDE = ANSWERS - MONTHS - 20.0
_LIGHT = 0.6
"""The weight of the lines in a chart as low as this."""
_MONTH_NAMES = 7.0
"""How far below the last row the names of the months reach."""
_CHANGE: dict[Change, str] = {
    "up": message("rising: {month}"),
    "down": message("falling: {month}"),
    "steady": message("steady: {month}"),
}


def draw(page: Page, look: Look, box: Box, behavior: Behavior, card: Scorecard, story: Story) -> None:
    """Draw the row of a behaviour into its box.

    Raises:
        DoesNotFitError: A text of ours is too long in this language.
    """
    language, score = look.language, card.scores[behavior]
    row.rule_above(page, look, box, behavior)
    row.picture(page, look, box, behavior, story, _DISC)
    x = box.left + _TEXT
    row.title(page, look, x, box.top + _NAME, ANSWERS - _TEXT - _GAP, behavior, _NAME_SIZES)
    foot = box.bottom - _BELOW
    top = foot - _SCORE * _DIGITS
    trend = _changed(language, score.change, card.window.on) if score.change else ""
    with page.figure(row.in_words(language, behavior, score, trend), Box(x, top, MONTHS - _TEXT - 8, foot - top + 4)):
        _figures(page, look, box, score, card.window.on)
    if card.history:
        _months(page, look, Box(box.left + MONTHS, top - 1, _MONTHS_WIDE, foot - top + 2), behavior, card.history)
    if score.n:
        _answers(page, look, Box(box.left + ANSWERS, box.top + 8, box.width - ANSWERS, box.height - 14), score)


def _changed(language: Language, change: Change, on: date) -> str:
    """How the last complete month differs from the one before."""
    return language.say(_CHANGE[change], month=language.short_month(on.replace(day=1) - timedelta(days=1)))


def _figures(page: Page, look: Look, box: Box, score: Score, on: date) -> None:
    language, theme = look.language, look.theme
    x, foot = box.left + _TEXT, box.bottom - _BELOW
    mean, likely, share, change = score.mean, score.likely_range, score.favourable, score.change
    if mean is None or likely is None or share is None or change is None:
        page.text(x, foot - _PITCH, language.say(row.NOTHING_YET), Face.BOLD, 20, theme.muted)
        return
    wide = page.text(x, foot, words.score(language, mean), Face.BLACK, _SCORE, theme.ink)
    page.text(x + wide + _OF_FIVE, foot, language.say("of 5"), Face.MEDIUM, 15, theme.muted)
    low, high = words.score(language, likely[0]), words.score(language, likely[1])
    marked = change != "steady"
    lines = (
        (Face.MEDIUM, language.say("likely {low}–{high}", low=low, high=high)),
        (Face.MEDIUM, _favourable(language, score, share)),
        (Face.BOLD if marked else Face.MEDIUM, _changed(language, change, on)),
    )
    x = box.left + _LINES
    for above, (face, said) in zip((2, 1, 0), lines, strict=True):
        indent = _MARK if marked and not above else 0.0
        room = MONTHS - _LINES - _BESIDE - indent
        fitted = fit(said, face, room, sizes=(_SIZE, _SIZE), leading=(_SIZE,), what="the figures")
        page.text(x + indent, foot - above * _PITCH, fitted.lines[0], face, _SIZE, theme.ink)
    if change == "up":
        page.triangle_up(x, foot, 13, theme.accent)
    elif change == "down":
        page.area([(x, foot - 11), (x + 13, foot - 11), (x + 6.5, foot + 0.7)], theme.ink)


def _favourable(language: Language, score: Score, share: float) -> str:
    return language.say_many(
        "4 or 5: {percent}% of {n}",
        "4 or 5: {percent}% of {n}",
        score.n,
        percent=words.percent(language, share),
    )


def _answers(page: Page, look: Look, box: Box, score: Score) -> None:
    shown = [look.language.number(count) for count in score.counts]
    fives, fours, threes, twos, ones = reversed(shown)
    alt = look.language.say(
        "How many gave each: 5: {fives}, 4: {fours}, 3: {threes}, 2: {twos}, 1: {ones}",
        fives=fives,
        fours=fours,
        threes=threes,
        twos=twos,
        ones=ones,
    )
    with page.figure(alt, box):
        charts.distribution(page, look.theme, box, score.counts, shown)


def _months(page: Page, look: Look, box: Box, behavior: Behavior, history: tuple[Month, ...]) -> None:
    language = look.language
    names = _names(language, history)
    scores = [month.scores[behavior] for month in history]
    said = "; ".join(
        f"{name} {words.score(language, score.mean) if score.mean is not None else '–'}"
        for name, score in zip(names, scores, strict=True)
    )
    points = [Point(name, _known(score)) for name, score in zip(names, scores, strict=True)]
    with page.figure(language.say("Month by month: {months}", months=said), box):
        draw_history(page, look.theme, box, points, weight=_LIGHT)


def name_months(page: Page, look: Look, row_box: Box, history: tuple[Month, ...]) -> None:
    """Name a month near the first and the last one below the last row; each chart says all to those who hear it."""
    names = _names(look.language, history)
    named = {(len(names) - 1) % 3, len(names) - 1}
    points = [Point(name if index in named else "", None) for index, name in enumerate(names)]
    box = Box(row_box.left + MONTHS, row_box.top, _MONTHS_WIDE, row_box.height + _MONTH_NAMES)
    with page.unsaid():
        draw_names(page, look.theme, box, points, within=True)


def _names(language: Language, history: tuple[Month, ...]) -> list[str]:
    return [language.short_month(date.fromisoformat(f"{month.month}-01")) for month in history]


def _known(score: Score) -> tuple[float, float, float] | None:
    mean, likely = score.mean, score.likely_range
    return None if mean is None or likely is None else (mean, *likely)
