"""The handout as a sheet: one page, or as many as large print takes."""

from collections.abc import Callable
from datetime import date
from functools import partial

from posters.drawing.flow.column import Column
from posters.drawing.flow.style import Style
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import About, Sheet, Side
from posters.drawing.type import Face, fit
from posters.sheets import names
from posters.sheets.handout import masthead
from posters.sheets.handout.body import Body
from posters.sheets.handout.fitting import fitted
from posters.sheets.handout.masthead import MARGIN, Masthead
from posters.sheets.handout.score import score_panel, score_sentences
from posters.sheets.look import Look
from posters.sheets.office_paper import office_paper
from store.behaviors import Behavior
from store.scorecard import Scorecard

LARGE_PRINT = 18.0
_BELOW_HEAD = 18.0
_FOOT = 34.0
"""From the lower edge of the paper to what stands at its foot."""
_ABOVE_FOOT = 14.0
_SMALL, _PITCH, _BESIDE = 9.5, 1.15, 24.0
_LARGE_LINES, _LARGE_PITCH = 5, 34.0

Foot = Callable[[Page], None]


def handout_sheet(
    behavior: Behavior, look: Look, on: date, card: Scorecard | None = None, *, large: bool = False
) -> Sheet:
    """The handout about one behavior.

    Args:
        behavior: What it teaches.
        look: How it looks.
        on: The day that its file bears.
        card: The team whose score it shows; none if left out.
        large: Whether to set it in large print, on as many pages as it takes.

    Raises:
        UsageError: It is asked for on larger paper.
        DoesNotFitError: A text is too long.
    """
    paper, say = office_paper(look.paper), look.language.say
    label, owner = say(behavior.label), names.shown(card.organisation, card.team) if card is not None else ""
    about = About(
        title=say("Handout: {behavior}", behavior=label),
        author=owner or "Seven Ways",
        subject=say("Seven ways we serve each other"),
        on=on,
        language=look.language.code,
    )
    if large:
        return Sheet(about, _large_sides(behavior, look, paper, card), notes(look, card))
    foot = partial(_imprint, look=look, paper=paper, owner=owner)
    return Sheet(about, (handout_side(behavior, look, foot, card),), notes(look, card))


def notes(look: Look, card: Scorecard | None) -> tuple[str, ...]:
    """One sentence for each name that cannot be set as it is written."""
    if card is None:
        return ()
    return names.notes(look.language, ((card.name, card.team), (card.organisation, card.team)))


def handout_side(behavior: Behavior, look: Look, foot: Foot, card: Scorecard | None = None, *, level: int = 1) -> Side:
    """The one page of a handout.

    Args:
        behavior: What it teaches.
        look: How it looks.
        foot: Draws what stands at the foot of the page.
        card: The team whose score it shows; none if left out.
        level: Of its first heading: 1, or 2 where it is a part of something larger.

    Raises:
        DoesNotFitError: It is too long for one page.
    """
    paper, language = office_paper(look.paper), look.language

    def body_in(style: Style) -> Body:
        panel = score_panel(card, behavior, style, language) if card is not None else None
        return Body(behavior, language, style, level + 1, panel)

    top = masthead.HEIGHT + _BELOW_HEAD
    box = Box(MARGIN, top, paper.width - 2 * MARGIN, paper.height - _FOOT - _ABOVE_FOOT - top)
    body = fitted(body_in, look.theme, box.width, box.height)

    def draw(page: Page) -> None:
        masthead.draw(page, look.theme, paper, _head(behavior, look, card, level))
        body.draw(page, box)
        foot(page)

    return Side(paper, draw)


def _large_sides(behavior: Behavior, look: Look, paper: Paper, card: Scorecard | None) -> tuple[Side, ...]:
    """The pages of a handout in large print."""
    style = Style(look.theme, LARGE_PRINT)
    panel = score_sentences(card, behavior, style, look.language) if card is not None else None
    blocks = Body(behavior, look.language, style, score=panel).running(_LARGE_LINES, _LARGE_PITCH)

    def furniture(page: Page, number: int, count: int) -> None:
        if number == 1:
            masthead.draw(page, look.theme, paper, _head(behavior, look, card, 1, large=True))
        text = look.language.say("Page {number} of {count}", number=number, count=count)
        with page.unsaid():
            page.text(paper.width - MARGIN, paper.height - _FOOT, text, Face.BOLD, 18, look.theme.muted, align="right")

    bottom = paper.height - _FOOT - 2 * _ABOVE_FOOT
    first = masthead.HEIGHT + _BELOW_HEAD
    wide = paper.width - 2 * MARGIN
    return Column(
        paper, Box(MARGIN, MARGIN, wide, bottom - MARGIN), Box(MARGIN, first, wide, bottom - first), furniture
    ).sides(blocks)


def _head(behavior: Behavior, look: Look, card: Scorecard | None, level: int, *, large: bool = False) -> Masthead:
    say = look.language.say
    sample = say("Sample data") if card is not None and card.sample else None
    return Masthead(
        title=say(behavior.label),
        eyebrow=None if large else say("Seven ways we serve each other"),
        line=None if large else say(behavior.act),
        behavior=behavior,
        number=True,
        mark=sample,
        tag="H1" if level == 1 else "H2",
        smallest=LARGE_PRINT if large else 9.0,
    )


def _imprint(page: Page, look: Look, paper: Paper, owner: str) -> None:
    """That the page may be passed on, and whose it is."""
    baseline, theme = paper.height - _FOOT, look.theme
    with page.element("P"):
        said = look.language.say("Copy this page and pass it on.")
        taken = page.text(MARGIN, baseline, said, Face.MEDIUM, _SMALL, theme.muted)
    if owner:
        room, sizes = paper.width - 2 * MARGIN - taken - _BESIDE, (_SMALL, _SMALL)
        lines = fit(owner, Face.BOLD, room, sizes=sizes, leading=sizes, what="the organisation's name").lines
        first = baseline - _SMALL * _PITCH * (len(lines) - 1)
        with page.element("P"):
            for index, line in enumerate(lines):
                y = first + index * _SMALL * _PITCH
                page.text(paper.width - MARGIN, y, line, Face.BOLD, _SMALL, theme.muted, align="right")
