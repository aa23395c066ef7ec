"""The form as a sheet: a page to copy as often as it takes, and the page for whoever types."""

from datetime import date

from posters.drawing import glyphs
from posters.drawing.flow.column import Column
from posters.drawing.flow.style import Style
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import About, Sheet, Side
from posters.drawing.type import Face, known_characters
from posters.sheets import names
from posters.sheets.form.card import Card
from posters.sheets.form.measures import LARGE, NORMAL, Measures
from posters.sheets.form.typing import typing_blocks
from posters.sheets.handout import masthead
from posters.sheets.handout.masthead import MARGIN, Masthead
from posters.sheets.look import Look
from posters.sheets.office_paper import office_paper
from store.errors import DoesNotFitError
from store.organisation import Organisation, Team

_SIDE = 30.0
_HEAD, _BELOW_HEAD, _FOOT = 116.0, 18.0, 34.0
_LARGE_TEXT, _AIR = 18.0, 0.7
_TEXTS = (11.0, 11.5, 12.0, 12.5, 13.0)
"""The largest is taken that needs no more pages than the smallest."""


def form_sheet(organisation: Organisation, team: Team | None, on: date, look: Look, *, large: bool = False) -> Sheet:
    """The check-in on paper.

    Args:
        organisation: Whose teams are rated.
        team: Who is rated; None for a line to write on.
        on: The day that its file bears.
        look: How it looks.
        large: Whether to set it in large print, one form on a page.

    Raises:
        UsageError: It is asked for on larger paper.
        DoesNotFitError: The team's name is too long.
    """
    paper = office_paper(look.paper)
    measures = LARGE if large else NORMAL
    name = names.shown(team.name, team.key) if team is not None else None
    card = Card(look, measures, name, organisation.sample)
    about = About(
        title=look.language.say("Check-in on paper"),
        author=glyphs.settable(organisation.name, known_characters(Face.BOLD)).text,
        subject=look.language.say("Seven ways we serve each other"),
        on=on,
        language=look.language.code,
    )
    teams = organisation.open_teams if team is None else (team,)
    notes = names.notes(look.language, [(team.name, team.key) for team in teams])
    return Sheet(about, (_forms(card, measures, paper), *_typing(organisation, teams, look, paper, large=large)), notes)


def _forms(card: Card, measures: Measures, paper: Paper) -> Side:
    """The page with one form, or with two and a line to cut between them."""
    high = paper.height / measures.forms

    def draw(page: Page) -> None:
        for number in range(measures.forms):
            top = number * high + measures.edge
            box = Box(_SIDE, top, paper.width - 2 * _SIDE, high - 2 * measures.edge)
            card.draw(page, box, "H2" if number else "H1")
        for number in range(1, measures.forms):
            with page.dashed(4, 4):
                page.rule(0, paper.width, number * high, card.look.theme.muted, 0.6)

    return Side(paper, draw)


def _typing(
    organisation: Organisation, teams: tuple[Team, ...], look: Look, paper: Paper, *, large: bool
) -> tuple[Side, ...]:
    head = Masthead(
        title=look.language.say("For whoever types the forms"),
        eyebrow=None if large else look.language.say("Seven ways we serve each other"),
        mark=look.language.say("Sample data") if organisation.sample and not large else None,
        tag="H2",
    )

    def furniture(page: Page, number: int, count: int) -> None:
        del count
        if number == 1:
            masthead.draw(page, look.theme, paper, head, _HEAD)

    wide, bottom = paper.width - 2 * MARGIN, paper.height - _FOOT
    first = _HEAD + _BELOW_HEAD
    column = Column(
        paper, Box(MARGIN, MARGIN, wide, bottom - MARGIN), Box(MARGIN, first, wide, bottom - first), furniture
    )

    def pages(text: float) -> tuple[Side, ...]:
        style = Style(look.theme, text, _AIR)
        return column.sides(typing_blocks(teams, organisation.privacy, style, look.language))

    if large:
        return pages(_LARGE_TEXT)
    best = pages(_TEXTS[0])
    for text in _TEXTS[1:]:
        try:
            larger = pages(text)
        except DoesNotFitError:  # a table, which is never parted, would be higher than a page
            break
        if len(larger) > len(best):
            break
        best = larger
    return best
