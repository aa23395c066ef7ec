"""A role play: a scene for two, a card for each of them, and what the others look for."""

from collections.abc import Sequence

from posters.drawing.flow.block import Block
from posters.drawing.flow.boxes import Beside, Stack, WritingLines
from posters.drawing.flow.lists import Items, boxes
from posters.drawing.flow.style import Style
from posters.drawing.flow.text import Heading, Paragraph
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.sheet import Side
from posters.sheets.handout.masthead import Masthead
from posters.sheets.look import Look
from posters.sheets.pack.chapter import TEXT, Chapter, lines_below, running
from posters.texts.training.lesson import Part
from posters.texts.training.lessons import lesson_of
from store.behaviors import Behavior

_LEAD, _HEADING, _BRIEF = 1.2, 1.42, 1.12
_PITCH = 26.0
_CORNER, _PAD = 10.0, 18.0


class CutCard(Block):
    """A card to cut out along the dashes.

    Args:
        style: Its look.
        blocks: What stands on it.
    """

    def __init__(self, style: Style, blocks: Sequence[Block]) -> None:
        self._style = style
        self._stack = Stack(blocks)

    def height(self, width: float) -> float:
        """The blocks with a rim; the gap below the last one lies below the card instead."""
        return self._stack.height(width - 2 * _PAD) + 2 * _PAD

    def draw(self, page: Page, box: Box) -> None:
        """The dashes, then the blocks."""
        card = Box(box.left, box.top, box.width, box.height - self._style.gap)
        with page.dashed(4, 5):
            page.frame(card, self._style.theme.muted, 1.2, radius=_CORNER)
        self._stack.draw(page, card.inset(_PAD))


def role_play(look: Look, behavior: Behavior) -> Chapter:
    """The role play of a behavior."""
    say = look.language.say
    head = Masthead(
        title=say(lesson_of(behavior).role_play.title),
        eyebrow=say("Role play"),
        line=f"{behavior.number} {say(behavior.label)}",
        behavior=behavior,
        tag="H2",
    )

    def sides(first: int) -> Sequence[Side]:
        return running(look, head, _blocks(look, behavior), first)

    return Chapter(f"{behavior.number} {say(behavior.label)}", sides, "role play", behavior)


def _blocks(look: Look, behavior: Behavior) -> list[Block]:
    say, play = look.language.say, lesson_of(behavior).role_play
    style = Style(look.theme, TEXT, 1.2)
    cards = Beside([CutCard(style, _card(look, style, part)) for part in play.parts], level=True)
    before: list[Block] = [
        Paragraph(style, say(play.setting), size=TEXT * _LEAD),
        Heading(style, say("A card for each player"), 3, size=TEXT * _HEADING),
        cards,
        Heading(style, say("What the others watch for"), 3, size=TEXT * _HEADING),
        Items(style, [say(question) for question in play.watch_for], boxes),
        Heading(style, say("What we saw"), 3, size=TEXT * _HEADING),
    ]
    return [*before, WritingLines(style, lines_below(look, before, _PITCH), pitch=_PITCH)]


def _card(look: Look, style: Style, part: Part) -> Sequence[Block]:
    """What one player reads."""
    say = look.language.say
    role = Heading(style, say(part.role), 3, size=TEXT * _LEAD, first=True)
    return (role, Paragraph(style, say(part.brief), size=TEXT * _BRIEF))
