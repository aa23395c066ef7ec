"""What a trainer reads before the session: why, how, and minute by minute."""

from collections.abc import Sequence

from posters.drawing.flow.block import Block, NewPage
from posters.drawing.flow.boxes import Beside, Stack, WritingLines
from posters.drawing.flow.lines import Run
from posters.drawing.flow.lists import Items, boxes, dots
from posters.drawing.flow.style import Style
from posters.drawing.flow.table import Table
from posters.drawing.flow.text import Heading, Paragraph
from posters.drawing.sheet import Side
from posters.drawing.type import Face
from posters.sheets.handout.masthead import Masthead
from posters.sheets.look import Look
from posters.sheets.pack.chapter import TEXT, Chapter, lines_below, running
from posters.texts.training.introduction import INTRODUCTION
from posters.texts.training.session import SESSION

_LEAD = 1.2
_HEADING = 1.42
_PITCH = 28.0
_SHARES = (0.9, 2.0, 5.6)
"""Minutes, title, and what to do."""


def introduction(look: Look, minimum: int) -> Chapter:
    """Why, how to use the booklet, and what scores are."""
    say, style = look.language.say, Style(look.theme, TEXT, 1.2)
    number = look.language.number(minimum)
    blocks: list[Block] = [
        Paragraph(style, say(INTRODUCTION.why), size=TEXT * _LEAD),
        _heading(style, say("How to use this booklet")),
        Items(style, [say(text) for text in INTRODUCTION.how_to_use], dots),
        _heading(style, say("What the scores say")),
        Items(style, [say(text, minimum=number) for text in INTRODUCTION.scores], dots),
    ]
    return _chapter(look, say(INTRODUCTION.title), blocks)


def session(look: Look) -> Chapter:
    """The plan of the session, and what follows it."""
    say, style = look.language.say, Style(look.theme, TEXT)
    bring = [say(thing) for thing in SESSION.bring]
    half = (len(bring) + 1) // 2
    blocks: list[Block] = [
        Paragraph(style, say(SESSION.aim), size=TEXT * _LEAD),
        _heading(style, say("What to bring")),
        Beside([Items(style, bring[:half], boxes), Items(style, bring[half:], boxes)]),
        _heading(style, say("My notes for this group")),
    ]
    blocks.append(WritingLines(style, lines_below(look, blocks, _PITCH), pitch=_PITCH))
    blocks += [
        NewPage(),
        _heading(style, say("The plan")),
        _plan(look),
        _heading(style, say("After the session")),
    ]
    for after in SESSION.after:
        title = Paragraph(Style(look.theme, TEXT, 0.3), Run(say(after.title), Face.BOLD))
        blocks.append(Stack([title, Paragraph(style, say(after.text))]))
    return _chapter(look, say(SESSION.title), blocks)


def _plan(look: Look) -> Table:
    """Minute by minute."""
    say = look.language.say
    rows = [
        (say("{start} to {end}", start=step.start, end=step.end), say(step.title), say(step.guidance))
        for step in SESSION.steps
    ]
    return Table(Style(look.theme, 11.0), [say("Minutes"), say("What"), say("How")], rows, _SHARES)


def _heading(style: Style, text: str) -> Heading:
    return Heading(style, text, 3, size=style.text * _HEADING)


def _chapter(look: Look, title: str, blocks: Sequence[Block]) -> Chapter:
    head = Masthead(title, look.language.say("For trainers"), tag="H2")

    def sides(first: int) -> Sequence[Side]:
        return running(look, head, blocks, first)

    return Chapter(title, sides)
