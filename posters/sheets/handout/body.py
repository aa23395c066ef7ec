"""What a handout says below its head: in two columns that fit one page, or one below the other in large print."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from posters.drawing.flow.block import Block, Gap
from posters.drawing.flow.boxes import Beside, Panel, Stack, WritingLines
from posters.drawing.flow.lines import Run
from posters.drawing.flow.lists import Items, Mark, boxes, crosses, numbers, ticks
from posters.drawing.flow.style import Style
from posters.drawing.flow.text import Heading, Paragraph
from posters.drawing.type import Face
from posters.texts.training.lesson import Lesson
from posters.texts.training.lessons import lesson_of
from store.behaviors import Behavior
from store.language import Language

_COLUMNS = 24.0
"""Between two columns."""


@dataclass(frozen=True, slots=True)
class Body:
    """The texts of a handout, ready to be set.

    Attributes:
        behavior: What it teaches.
        language: What it speaks.
        style: How it looks.
        level: Of its headings: 2, or 3 where the handout is a part of something larger.
        score: How a team does, if asked for.
    """

    behavior: Behavior
    language: Language
    style: Style
    level: int = 2
    score: Block | None = None

    @property
    def lesson(self) -> Lesson:
        """All that is taught about the behavior."""
        return lesson_of(self.behavior)

    def page(self, lines: int, pitch: float) -> Stack:
        """All of it in two columns, with so many lines to write on below each question."""
        style = self.style
        panels = [Panel(style, part) for part in (self._looks(first=True), self._looks_not(first=True))]
        questions = [
            Stack([Paragraph(style, question), WritingLines(style, lines, pitch=pitch)]) for question in self._questions
        ]
        return Stack(
            [
                self._meaning,
                *([self.score] if self.score is not None else []),
                Beside(panels, between=_COLUMNS, level=True),
                Beside([Stack(self._exercise), Stack([*self._self_check, self._promise])], between=_COLUMNS),
                self._questions_head,
                Beside(questions, between=_COLUMNS),
            ]
        )

    def running(self, lines: int, pitch: float) -> list[Block]:
        """All of it, one below the other."""
        style = self.style
        act = Run(self.language.say(self.behavior.act), Face.BOLD)
        blocks: list[Block] = [Paragraph(style, act), self._meaning]
        if self.score is not None:
            blocks.append(self.score)
        blocks += [*self._looks(), *self._looks_not(), *self._exercise, *self._self_check, self._promise]
        blocks.append(self._questions_head)
        for question in self._questions:
            blocks.append(Stack([Paragraph(style, question), WritingLines(style, lines, pitch=pitch), Gap(style.gap)]))
        return blocks

    @property
    def _meaning(self) -> Block:
        style = self.style
        return Paragraph(style, self.language.say(self.lesson.meaning), size=style.text * _LEAD)

    def _looks(self, *, first: bool = False) -> Sequence[Block]:
        return self._list(self.language.say("What it looks like"), self.lesson.looks, ticks, first=first)

    def _looks_not(self, *, first: bool = False) -> Sequence[Block]:
        return self._list(self.language.say("What it does not look like"), self.lesson.looks_not, crosses, first=first)

    @property
    def _exercise(self) -> Sequence[Block]:
        say, exercise = self.language.say, self.lesson.exercise
        head = self._heading(say("A five-minute exercise"))
        title = Paragraph(self._tight, Run(say(exercise.title), Face.BOLD))
        steps = Items(self.style, [say(step) for step in exercise.steps], numbers)
        return (head, title, steps)

    @property
    def _self_check(self) -> Sequence[Block]:
        return self._list(self.language.say("For me: what is true?"), self.lesson.self_check, boxes)

    @property
    def _promise(self) -> Block:
        """What a reader may take along."""
        style, theme, say = self.style, self.style.theme, self.language.say
        label = Paragraph(self._tight, say("My promise:"), color=theme.mist)
        pledge = Run(say(self.lesson.pledge), Face.BLACK)
        return Panel(
            style, [label, Paragraph(style, pledge, size=style.text * _LEAD, color=theme.on_ground)], loud=True
        )

    @property
    def _tight(self) -> Style:
        """For what belongs to the line below it."""
        return replace(self.style, air=self.style.air * 0.3)

    @property
    def _questions_head(self) -> Block:
        return self._heading(self.language.say("Two questions to talk about"))

    @property
    def _questions(self) -> Sequence[str]:
        return [self.language.say(question) for question in self.lesson.questions]

    def _list(self, title: str, items: Sequence[str], mark: Mark, *, first: bool = False) -> Sequence[Block]:
        said = [self.language.say(item) for item in items]
        return (self._heading(title, first=first), Items(self.style, said, mark))

    def _heading(self, title: str, *, first: bool = False) -> Block:
        return Heading(self.style, title, self.level, size=self.style.text * _HEADING, first=first)


_LEAD, _HEADING = 1.2, 1.42
