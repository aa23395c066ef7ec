"""The poster of the service chain: which team serves which, how well, and where a talk helps most."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import About, Sheet, Side
from posters.output.imposition import poster_paper
from posters.sheets import chain_side, names
from posters.sheets.chain_links import Chain, LinkScore, chain_of
from posters.sheets.chain_picture import draw_picture, in_words
from posters.sheets.chain_plan import Plan, planned
from posters.sheets.frame import MARGIN, Header, draw_header, draw_imprint, halfway, span
from posters.sheets.look import Look
from posters.sheets.progress_news import writing_panel
from store.language import message
from store.organisation import Organisation

_EYEBROW = message("Our service chain: who serves whom")
_HEADER = 206.0
_TOP, _BESIDE_SEAM, _ABOVE_IMPRINT = 218.0, 12.0, 62.0
_ROOM_TO_WRITE, _ABOVE_NOTES = 226.0, 14.0
MOST_WITH_NOTES = 4
"""Up to so many teams there is room to write below the picture."""


def chain_sheet(organisation: Organisation, on: date, look: Look, scores: Sequence[LinkScore | None] = ()) -> Sheet:
    """The poster of all links between teams that can be rated.

    Args:
        organisation: Its teams and links.
        on: The day as of which it speaks.
        look: How it shall look.
        scores: What is released of links; empty before there are report cards.

    Raises:
        UsageError: There are no links, or too many teams.
        DoesNotFitError: Names or numbers do not fit.
    """
    chain = chain_of(organisation, scores)
    poster = _Poster(organisation, on, look, poster_paper(look.paper), chain, scored=any(scores))
    given = [(team.name, team.key) for team in organisation.open_teams]
    given.append((organisation.name, organisation.name))
    side = Side(poster.paper, poster.draw, seam=halfway(poster.paper))
    return Sheet(poster.about, (side,), names.notes(look.language, given))


@dataclass(frozen=True)
class _Poster:
    organisation: Organisation
    on: date
    look: Look
    paper: Paper
    chain: Chain
    scored: bool

    @cached_property
    def name(self) -> str:
        return names.shown(self.organisation.name, self.look.language.say("All teams"))

    @property
    def about(self) -> About:
        say = self.look.language.say
        return About(
            title=say("{organisation}: who serves whom", organisation=self.name),
            author=self.name,
            subject=say(_EYEBROW),
            on=self.on,
            language=self.look.language.code,
        )

    @property
    def words_box(self) -> Box:
        """Where words stand: above the seam."""
        return Box(MARGIN, _TOP, span(self.paper), halfway(self.paper) - _BESIDE_SEAM - _TOP)

    @property
    def picture_box(self) -> Box:
        """Where the picture stands: below the seam."""
        top = halfway(self.paper) + _BESIDE_SEAM
        return Box(MARGIN, top, span(self.paper), self.paper.height - _ABOVE_IMPRINT - top - self._writing)

    @property
    def _writing(self) -> float:
        """How much of the picture's room few teams leave for notes by hand."""
        return _ROOM_TO_WRITE if len(self.chain.teams) <= MOST_WITH_NOTES else 0.0

    @cached_property
    def plan(self) -> Plan:
        """Where everything in the picture stands; it takes a moment, and the sheet may be drawn twice."""
        return planned(self.chain, self.picture_box)

    def draw(self, page: Page) -> None:
        """Draw the poster."""
        draw_header(page, self.look, self.paper, self._header())
        chain_side.draw_words(page, self.look, self.words_box, self.chain, scored=self.scored)
        with page.figure(in_words(self.look, self.chain, scored=self.scored), self.picture_box):
            draw_picture(page, self.look, self.plan, self.chain)
        if self._writing:
            picture = self.picture_box
            notes = Box(picture.left, picture.bottom + _ABOVE_NOTES, picture.width, self._writing - _ABOVE_NOTES)
            writing_panel(page, self.look, notes, self.look.language.say("What we talk about this month"))
        draw_imprint(page, self.look, self.paper, self.name, self.on)

    def _header(self) -> Header:
        language = self.look.language
        teams = language.say_many("{n} team", "{n} teams", len(self.chain.teams))
        return Header(
            eyebrow=language.say(_EYEBROW),
            name=self.name,
            what="the organisation's name",
            facts=language.say_many(
                "{n} link between {teams}, {day}",
                "{n} links between {teams}, {day}",
                len(self.chain.links),
                teams=teams,
                day=language.day(self.on),
            ),
            sample=self.organisation.sample,
            height=_HEADER,
        )
