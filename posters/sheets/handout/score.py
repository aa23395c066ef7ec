"""How a team does in one behavior, for its handout."""

from posters.drawing import charts
from posters.drawing.flow.block import Block
from posters.drawing.flow.boxes import Beside, Panel, Stack
from posters.drawing.flow.lines import Run
from posters.drawing.flow.style import Style
from posters.drawing.flow.text import Paragraph
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.type import Face, width
from posters.sheets.names import shown
from store.behaviors import Behavior
from store.language import Language
from store.scorecard import Score, Scorecard

_SCORE, _OF_FIVE = 34.0, 12.0
_SCALE, _BEFORE_SCALE = 112.0, 14.0
_HEIGHT = 32.0
_BASELINE, _AXIS = 28.0, 16.0


def score_panel(card: Scorecard, behavior: Behavior, style: Style, language: Language) -> Block:
    """A team's score with its likely range on a scale; one sentence where nothing is released."""
    score, name = card.scores[behavior], Run(shown(card.name, card.team), Face.BOLD)
    mean, likely = score.mean, score.likely_range
    if mean is None or likely is None:
        return Panel(style, [Paragraph(style, name, language.say("There are not enough voices for a score yet."))])
    words = [Paragraph(style, name), Paragraph(style, _facts(card, score, likely, language), color=style.theme.muted)]
    figures = _Figures(style, language, mean, likely, _in_words(behavior, score, mean, likely, language))
    return Panel(style, [Beside([Stack(words), figures], shares=(1.1, 1))])


def score_sentences(card: Scorecard, behavior: Behavior, style: Style, language: Language) -> Block:
    """The same in words alone, for large print."""
    score, name = card.scores[behavior], Run(shown(card.name, card.team), Face.BOLD)
    mean, likely = score.mean, score.likely_range
    if mean is None or likely is None:
        return Panel(style, [Paragraph(style, name, language.say("There are not enough voices for a score yet."))])
    said = _in_words(behavior, score, mean, likely, language)
    return Panel(style, [Paragraph(style, name), Paragraph(style, said)])


def _facts(card: Scorecard, score: Score, likely: tuple[float, float], language: Language) -> str:
    return language.say_many(
        "{n} answer, {days}. Likely range: {low} to {high}.",
        "{n} answers, {days}. Likely range: {low} to {high}.",
        score.n,
        days=language.days(card.window.first, card.window.last),
        low=language.number(likely[0], 1),
        high=language.number(likely[1], 1),
    )


def _in_words(behavior: Behavior, score: Score, mean: float, likely: tuple[float, float], language: Language) -> str:
    return language.say_many(
        "{behavior}: {mean} of 5, likely between {low} and {high}, {n} answer",
        "{behavior}: {mean} of 5, likely between {low} and {high}, {n} answers",
        score.n,
        behavior=language.say(behavior.label),
        mean=language.number(mean, 1),
        low=language.number(likely[0], 1),
        high=language.number(likely[1], 1),
    )


class _Figures(Block):
    """The score as a number and on its scale."""

    def __init__(self, style: Style, language: Language, mean: float, likely: tuple[float, float], said: str) -> None:
        self._style = style
        self._language = language
        self._mean = mean
        self._likely = likely
        self._said = said

    def height(self, width: float) -> float:
        """One line of figures, whatever the width."""
        del width
        return _HEIGHT

    def draw(self, page: Page, box: Box) -> None:
        """The scale at the right, the number before it."""
        theme = self._style.theme
        left = box.right - _SCALE
        with page.figure(self._said, Box(box.left, box.top, box.width, _HEIGHT)):
            of_five = self._language.say("of 5")
            x = left - _BEFORE_SCALE - width(of_five, Face.MEDIUM, _OF_FIVE)
            number = self._language.number(self._mean, 1)
            page.text(x - 6, box.top + _BASELINE, number, Face.BLACK, _SCORE, theme.ink, align="right")
            page.text(x, box.top + _BASELINE, of_five, Face.MEDIUM, _OF_FIVE, theme.muted)
            charts.scale(page, theme, left, box.right, box.top + _AXIS, self._mean, self._likely)
