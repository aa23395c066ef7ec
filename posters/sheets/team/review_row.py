"""One row of the poster for a review: one behaviour with its score, its change, all answers and twelve months."""

from datetime import date, timedelta

from posters.drawing import charts
from posters.drawing.history import Point, draw_history
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

ANSWERS = 402.0
MONTHS = 552.0
"""Where these columns begin, from the left margin."""

_DISC = 56.0
_TEXT = 70.0
_SCORE_RIGHT = 347.0
_NAME = 29.0
_LINES = (52.0, 70.0, 88.0)
_SCORE, _OF_FIVE = 86.0, 7.0
_SIZES = (15.0, 14.0)
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
    row.title(page, look, x, box.top + _NAME, ANSWERS - _TEXT - 16, behavior, (27.0, 20.0))
    figures = Box(x, box.top + _NAME + 6, ANSWERS - _TEXT - 8, box.height - _NAME - 7)
    trend = _changed(language, score.change, card.window.on) if score.change else ""
    with page.figure(row.in_words(language, behavior, score, trend), figures):
        _figures(page, look, box, score, card.window.on)
    if score.n:
        _answers(page, look, Box(box.left + ANSWERS, box.top + 8, MONTHS - ANSWERS - 28, box.height - 16), score)
    if card.history:
        months = Box(box.left + MONTHS, box.top + 7, box.width - MONTHS, box.height - 10)
        _months(page, look, months, behavior, card.history)


def _changed(language: Language, change: Change, on: date) -> str:
    """How the last complete month differs from the one before."""
    return language.say(_CHANGE[change], month=language.short_month(on.replace(day=1) - timedelta(days=1)))


def _figures(page: Page, look: Look, box: Box, score: Score, on: date) -> None:
    language, theme = look.language, look.theme
    x, right = box.left + _TEXT, box.left + _SCORE_RIGHT
    mean, likely, share, change = score.mean, score.likely_range, score.favourable, score.change
    if mean is None or likely is None or share is None or change is None:
        said = language.say(row.NOTHING_YET)
        page.text(x, box.top + _LINES[1] - 6, said, Face.BOLD, 17, theme.muted)
        return
    room = right - 94 - x
    marked = 18.0 if change != "steady" else 0.0
    low, high = words.score(language, likely[0]), words.score(language, likely[1])
    lines = (
        (0.0, Face.MEDIUM, language.say("likely {low}–{high}", low=low, high=high)),
        (0.0, Face.MEDIUM, _favourable(language, score, share)),
        (marked, Face.BOLD if marked else Face.MEDIUM, _changed(language, change, on)),
    )
    for (indent, face, said), y in zip(lines, _LINES, strict=True):
        fitted = fit(said, face, room - indent, sizes=_SIZES, leading=_SIZES[:1], what="the figures")
        page.text(x + indent, box.top + y, fitted.lines[0], face, fitted.size, theme.ink)
    if change == "up":
        page.triangle_up(x, box.top + _LINES[2], 13, theme.accent)
    elif change == "down":
        y = box.top + _LINES[2] - 11
        page.area([(x, y), (x + 13, y), (x + 6.5, y + 11.7)], theme.ink)
    page.text(right, box.top + _SCORE, words.score(language, mean), Face.BLACK, 60, theme.ink, align="right")
    page.text(right + _OF_FIVE, box.top + _SCORE, language.say("of 5"), Face.MEDIUM, 15, theme.muted)


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
    names = [language.short_month(date.fromisoformat(f"{month.month}-01")) for month in history]
    scores = [month.scores[behavior] for month in history]
    said = "; ".join(
        f"{name} {words.score(language, score.mean) if score.mean is not None else '–'}"
        for name, score in zip(names, scores, strict=True)
    )
    points = [
        Point(name if index in _named(len(names)) else "", _known(score))
        for index, (name, score) in enumerate(zip(names, scores, strict=True))
    ]
    with page.figure(language.say("Month by month: {months}", months=said), box):
        draw_history(page, look.theme, box, points)


def _named(count: int) -> tuple[int, int]:
    """The months whose names have room: the last, and one near the first."""
    return (count - 1) % 3, count - 1


def _known(score: Score) -> tuple[float, float, float] | None:
    mean, likely = score.mean, score.likely_range
    return None if mean is None or likely is None else (mean, *likely)
