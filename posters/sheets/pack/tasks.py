"""The booklet's exercises, one for each behavior, and their answers."""

from collections.abc import Sequence

from posters.drawing.flow.block import Block
from posters.drawing.flow.boxes import Stack, WritingLines
from posters.drawing.flow.lines import Run
from posters.drawing.flow.style import Style
from posters.drawing.flow.text import Heading, Paragraph
from posters.drawing.sheet import Side
from posters.drawing.type import Face
from posters.sheets.handout.masthead import Masthead
from posters.sheets.look import Look
from posters.sheets.pack.chapter import TEXT, Chapter, running
from posters.texts.training.lesson import Task
from posters.texts.training.lessons import lesson_of
from store.behaviors import BEHAVIORS, Behavior

_LINES, _PITCH = 3, 25.0
_HEADING = 1.25


def tasks(look: Look) -> Chapter:
    """Seven cases, with lines to write on."""
    say, style = look.language.say, Style(look.theme, TEXT)

    def block(task: Task) -> Sequence[Block]:
        question = Paragraph(Style(look.theme, TEXT, 0.2), Run(say(task.question), Face.BOLD))
        situation = Paragraph(Style(look.theme, TEXT, 0.5), say(task.situation))
        return (situation, question, WritingLines(style, _LINES, pitch=_PITCH))

    return _chapter(
        look,
        say("Exercises: what would you do?"),
        say("Alone or in pairs. A possible answer to each stands on the pages after the last one."),
        [_titled(look, style, behavior, block(lesson_of(behavior).task)) for behavior in BEHAVIORS],
    )


def answers(look: Look) -> Chapter:
    """One good way for each case."""
    say, style = look.language.say, Style(look.theme, TEXT)
    return _chapter(
        look,
        say("Possible answers"),
        say("Each is one good way, not the only one."),
        [
            _titled(look, style, behavior, [Paragraph(style, say(lesson_of(behavior).task.answer))])
            for behavior in BEHAVIORS
        ],
    )


def _titled(look: Look, style: Style, behavior: Behavior, blocks: Sequence[Block]) -> Block:
    """Blocks under the name of a behavior."""
    title = f"{behavior.number} {look.language.say(behavior.label)}"
    return Stack([Heading(style, title, 3, size=TEXT * _HEADING), *blocks])


def _chapter(look: Look, title: str, line: str, blocks: Sequence[Block]) -> Chapter:
    head = Masthead(title, look.language.say("For trainers"), line, tag="H2")

    def sides(first: int) -> Sequence[Side]:
        return running(look, head, blocks, first)

    return Chapter(title, sides)
