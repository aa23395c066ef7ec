"""The words on the poster of the service chain: how to read it, where a talk helps most, and what is not known yet."""

from collections.abc import Sequence

from posters.drawing import panels
from posters.drawing.flow.block import Block
from posters.drawing.flow.boxes import Stack
from posters.drawing.flow.lines import Run
from posters.drawing.flow.style import Style
from posters.drawing.flow.text import Paragraph
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.type import Face
from posters.sheets.chain_links import Chain
from posters.sheets.look import Look
from store.errors import DoesNotFitError
from store.language import message

_BETWEEN, _PAD = 20.0, 20.0
_QUIET_SHARE = 0.55
_TEXTS = (24.0, 23.0, 22.0, 21.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0)
_QUIET = (16.0, 15.0, 14.0)
_QUESTIONS = (
    message("What do you need from us, and by when?"),
    message("What came late, or not as agreed?"),
    message("What can we promise each other for the next month?"),
)


def draw_words(page: Page, look: Look, box: Box, chain: Chain, *, scored: bool) -> None:
    """Draw two panels beside one another, and below them the links of which nothing is released.

    Raises:
        DoesNotFitError: The names of those links are too long.
    """
    quiet = _silent(look, chain, box.width, box.height * _QUIET_SHARE) if scored and chain.silent else None
    below = quiet.height(box.width) + 10 if quiet is not None else 0.0
    high = box.height - below
    wide = (box.width - _BETWEEN) / 2
    left = Box(box.left, box.top, wide, high)
    right = Box(box.left + wide + _BETWEEN, box.top, wide, high)
    text = _text_size(look, left, chain, scored=scored)
    panels.quiet_panel(page, look.theme, left)
    _reading(look, text, scored=scored).draw(page, left.inset(_PAD))
    panels.loud_panel(page, look.theme, right)
    _talk(look, text, chain).draw(page, right.inset(_PAD))
    if quiet is not None:
        quiet.draw(page, Box(box.left, box.top + high + 10, box.width, below))


def _text_size(look: Look, panel: Box, chain: Chain, *, scored: bool) -> float:
    """The largest type in which both panels hold their words.

    Raises:
        DoesNotFitError: Even the smallest is too large.
    """
    inner = panel.inset(_PAD)
    for text in _TEXTS:
        both = (_reading(look, text, scored=scored), _talk(look, text, chain))
        highest = max(words.height(inner.width) for words in both)
        if highest <= inner.height + text * 0.5:
            return text
    raise DoesNotFitError("The names of the linked teams leave no room for words; shorten them, or link fewer teams.")


def _reading(look: Look, text: float, *, scored: bool) -> Stack:
    """How to read the picture."""
    say = look.language.say
    arrow = say("An arrow runs from the team that serves to the team that it serves.")
    if not scored:
        together = say("Sit down together: what is needed, what is possible, what do you try first?")
        return _words(look, text, say("How to read it"), [arrow, together])
    number = say("Its number is the average of the served team's report cards, from 1 to 5.")
    strength = say("The thicker the arrow, the more answers.")
    return _words(look, text, say("How to read it"), [arrow, number, strength])


def _talk(look: Look, text: float, chain: Chain) -> Stack:
    """Where a talk helps most; or what to talk about along any arrow."""
    say, link = look.language.say, chain.weakest
    if link is None or link.score is None:
        return _words(look, text, say("Talk along an arrow"), [say(question) for question in _QUESTIONS], calls=True)
    low, high = (look.language.number(end, 1) for end in link.score.likely)
    told = say(
        "{supplier} serves {customer}: {score} of 5, likely between {low} and {high}.",
        supplier=chain.teams[link.supplier],
        customer=chain.teams[link.customer],
        score=look.language.number(link.score.mean, 1),
        low=low,
        high=high,
    )
    sentences = [told, say("Sit down together: what is needed, what is possible, what do you try first?")]
    return _words(look, text, say("Here a talk helps most"), sentences, calls=True)


def _words(look: Look, text: float, head: str, sentences: Sequence[str], *, calls: bool = False) -> Stack:
    """A heading and sentences; on the loud panel if they call."""
    style = Style(look.theme, text)
    color = look.theme.on_ground if calls else look.theme.ink
    blocks: list[Block] = [Paragraph(style, Run(head, Face.BLACK), size=text * 1.25, color=color, tag="H2")]
    return Stack([*blocks, *(Paragraph(style, sentence, color=color) for sentence in sentences)])


def _silent(look: Look, chain: Chain, width: float, room: float) -> Stack:
    """The links of which nothing is released, quietly.

    Raises:
        DoesNotFitError: They need more room, even in the smallest type.
    """
    say = look.language.say
    told = [
        say("{supplier} for {customer}", supplier=chain.teams[link.supplier], customer=chain.teams[link.customer])
        for link in chain.silent
    ]
    for text in _QUIET:
        style = Style(look.theme, text)
        head = Paragraph(style, Run(say("Nothing to show yet"), Face.BLACK), color=look.theme.muted, tag="H2")
        stack = Stack([head, Paragraph(style, "  ·  ".join(told), color=look.theme.muted)])
        if stack.height(width) <= room:
            return stack
    raise DoesNotFitError("The links without a score do not fit on the poster; shorten the names, or link fewer teams.")
