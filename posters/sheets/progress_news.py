"""What was done about it: decided, removed and answered; or room to write that by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from posters.drawing import panels
from posters.drawing.flow.block import Block, Gap
from posters.drawing.flow.boxes import Stack
from posters.drawing.flow.lines import Run
from posters.drawing.flow.lists import Items, Mark, boxes, dots, ticks
from posters.drawing.flow.style import Style
from posters.drawing.flow.text import Paragraph
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.type import Face
from posters.sheets.look import Look
from store.errors import DoesNotFitError

_PAD = 18.0
_HEAD = 22.0
_TEXTS = (20.0, 18.0, 16.0, 15.0, 14.0)
_WRITING_PITCH = 36.0


@dataclass(frozen=True, slots=True)
class News:
    """What a team did about its scores; texts that people wrote.

    Attributes:
        decided: What was decided.
        removed: What was in the way, and is no longer.
        answered: What was said to the team, and what it did about that.
    """

    decided: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    answered: tuple[tuple[str, str], ...] = ()


NOTHING_YET = News()


def draw(page: Page, look: Look, box: Box, news: News, *, between: float) -> None:
    """Draw two panels beside one another.

    Raises:
        DoesNotFitError: The news are longer than their panel.
    """
    wide = (box.width - between) / 2
    left = Box(box.left, box.top, wide, box.height)
    right = Box(box.left + wide + between, box.top, wide, box.height)
    say = look.language.say
    if news.decided or news.removed:
        parts = (
            (say("What we decided"), news.decided, boxes),
            (say("What we took out of the way"), news.removed, ticks),
        )
        _draw_texts(page, look, left, [part for part in parts if part[1]])
    else:
        writing_panel(page, look, left, say("What we decided this month"))
    if news.answered:
        told = [say("You said: {said} We did: {did}", said=said, did=did) for said, did in news.answered]
        _draw_texts(page, look, right, [(say("You said, we did"), told, dots)])
    else:
        writing_panel(page, look, right, say("You said, we did"))


def writing_panel(page: Page, look: Look, box: Box, head: str) -> None:
    """Draw a heading, and lines to write on by hand."""
    panels.quiet_panel(page, look.theme, box)
    inner = box.inset(_PAD)
    heading = Paragraph(Style(look.theme, _HEAD), Run(head, Face.BLACK), tag="H2")
    heading.draw(page, inner)
    y = inner.top + heading.height(inner.width) + _WRITING_PITCH * 0.5
    while y <= inner.bottom:
        page.rule(inner.left, inner.right, y, look.theme.muted, 0.8)
        y += _WRITING_PITCH


def _draw_texts(page: Page, look: Look, box: Box, parts: Sequence[tuple[str, Sequence[str], Mark]]) -> None:
    """Headings with lists, in the largest type that fits."""
    panels.quiet_panel(page, look.theme, box)
    inner = box.inset(_PAD - 2)
    for text in _TEXTS:
        stack = _stack(Style(look.theme, text), parts)
        if stack.height(inner.width) <= inner.height + text * 0.5:
            stack.draw(page, inner)
            return
    message = f'The news under "{parts[0][0]}" are longer than the poster has room for; say less, or fewer.'
    raise DoesNotFitError(message)


def _stack(style: Style, parts: Sequence[tuple[str, Sequence[str], Mark]]) -> Stack:
    blocks: list[Block] = []
    for head, texts, mark in parts:
        if blocks:
            blocks.append(Gap(style.gap * 0.4))
        blocks.append(Paragraph(style, Run(head, Face.BLACK), size=max(style.text * 1.08, 15), tag="H2"))
        blocks.append(Items(style, texts, mark))
    return Stack(blocks)
