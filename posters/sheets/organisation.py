"""The organisation's poster: all teams and the seven behaviors in one table, in the order of the alphabet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import About, Sheet, Side
from posters.drawing.type import Face, fit
from posters.output.imposition import poster_paper
from posters.sheets import names, organisation_foot
from posters.sheets import organisation_table as table
from posters.sheets.frame import MARGIN, Header, draw_header, draw_imprint, halfway, span
from posters.sheets.look import Look
from posters.sheets.organisation_lines import Line, Placed, Room, by_department, laid_out
from store.language import message
from store.scorecard import Scorecards

_EYEBROW = message("How our teams serve one another")
_HEADER, _HEADS_AT, _NEXT_HEADS_AT = 206.0, 214.0, 60.0
_ALL = 74.0
_ABOVE_FOOT, _ABOVE_IMPRINT = 14.0, 66.0


def organisation_sheet(cards: Scorecards, look: Look, *, sample: bool = False) -> Sheet:
    """The poster of all teams, on as many pages as they need.

    Args:
        cards: The teams that may be shown, and all of them together.
        look: How it shall look.
        sample: Whether all of it is sample data.

    Raises:
        DoesNotFitError: A name is too long for the sheet.
    """
    poster = _Poster(cards, look, poster_paper(look.paper), sample)
    pages = laid_out(list(poster.lines()), poster.first_room, poster.further_room)
    row = min((line.height for lines in pages for line in lines if line.line.card), default=0.0)
    draw = [
        partial(poster.draw, lines=lines, row=row, number=number, of=len(pages)) for number, lines in enumerate(pages)
    ]
    sides = tuple(Side(poster.paper, one, seam=halfway(poster.paper)) for one in draw)
    given = [(cards.organisation, cards.organisation)]
    given += [(name, card.team) for card in cards.teams for name in (card.name, card.department or card.team)]
    return Sheet(poster.about, sides, names.notes(look.language, given))


@dataclass(frozen=True)
class _Poster:
    """One poster that is being laid out."""

    cards: Scorecards
    look: Look
    paper: Paper
    sample: bool

    @property
    def about(self) -> About:
        say = self.look.language.say
        window = self.cards.window
        return About(
            title=say("{organisation}: all teams, seven behaviors", organisation=self.name),
            author=self.name,
            subject=say(_EYEBROW),
            on=window.on,
            language=self.look.language.code,
        )

    @property
    def name(self) -> str:
        return names.shown(self.cards.organisation, self.look.language.say("All teams"))

    @property
    def columns(self) -> table.Columns:
        return table.columns_of(self.paper)

    @property
    def foot(self) -> Box:
        high = organisation_foot.height(self.look, span(self.paper), self.cards.minimum)
        return Box(MARGIN, self.paper.height - _ABOVE_IMPRINT - high, span(self.paper), high)

    @property
    def all_box(self) -> Box:
        return Box(MARGIN, _HEADS_AT + table.LARGE_HEADS.height, span(self.paper), _ALL)

    @property
    def first_room(self) -> Room:
        return Room(self.all_box.bottom, halfway(self.paper), self.foot.top - _ABOVE_FOOT)

    @property
    def further_room(self) -> Room:
        top = _NEXT_HEADS_AT + table.SMALL_HEADS.height
        return Room(top, halfway(self.paper), self.paper.height - _ABOVE_IMPRINT)

    def lines(self) -> Iterator[Line]:
        """What the table says below the heads: departments, and the teams in them."""
        departments = list(by_department(self.cards.teams))
        for department, teams in departments:
            said = names.shown(department, department) if department else self.look.language.say("Other teams")
            heading = Line(said, None, 0.0) if len(departments) > 1 or department else None
            if heading is not None:
                yield heading
            for index, card in enumerate(teams):
                name = names.shown(card.name, card.team)
                yield Line(name, card, self._least(name), heading if index else None)

    def _least(self, name: str) -> float:
        """How high a row must be for a name in the smallest type."""
        smallest = table.NAME_SIZES[1]
        fitted = fit(
            name,
            Face.BOLD,
            self.columns.names,
            sizes=(smallest, smallest),
            leading=(smallest,) * table.NAME_LINES,
            what="the team's name",
        )
        return len(fitted.lines) * smallest * table.NAME_PITCH + table.NAME_RIM

    def draw(self, page: Page, lines: Sequence[Placed], row: float, number: int, of: int) -> None:
        """One page, its number from 0."""
        if number:
            self._draw_short_header(page)
        else:
            draw_header(page, self.look, self.paper, self._header())
        with page.element("Table"):
            self._draw_table(page, lines, row, is_first=not number)
        if not number:
            below = max(lines[-1].top + lines[-1].height if lines else 0.0, self.first_room.seam)
            organisation_foot.draw(page, self.look, self.foot, below, self.cards.minimum)
        said = self.look.language.say("Page {number} of {count}", number=number + 1, count=of) if of > 1 else ""
        draw_imprint(page, self.look, self.paper, self.name, self.cards.window.on, said)

    def _draw_table(self, page: Page, lines: Sequence[Placed], row: float, *, is_first: bool) -> None:
        heads, top = (table.LARGE_HEADS, _HEADS_AT) if is_first else (table.SMALL_HEADS, _NEXT_HEADS_AT)
        table.draw_heads(page, self.look, self.columns, heads, top)
        if is_first:
            said = self.look.language.say("All teams")
            table.draw_all(page, self.look, self.columns, said, self.cards.all, self.all_box)
        for placed in lines:
            table.draw_line(page, self.look, self.columns, placed, row)

    def _header(self) -> Header:
        language, window = self.look.language, self.cards.window
        days = language.days(window.first, window.last)
        count = self.cards.all.check_ins
        facts = language.say_many("{n} check-in, {days}", "{n} check-ins, {days}", count, days=days) if count else days
        return Header(
            eyebrow=language.say(_EYEBROW),
            name=self.name,
            what="the organisation's name",
            facts=facts,
            sample=self.sample,
            height=_HEADER,
        )

    def _draw_short_header(self, page: Page) -> None:
        """Whose table goes on here."""
        name = fit(self.name, Face.BLACK, span(self.paper) * 0.6, sizes=(20, 14), leading=(20, 18), what=self.name)
        with page.element("P"):
            for index, line in enumerate(name.lines):
                page.text(MARGIN, 48 + index * name.size * 1.1, line, Face.BLACK, name.size, self.look.theme.ink)
        if self.sample:
            said = self.look.language.say("Sample data")
            with page.element("P"):
                page.text(self.paper.width - MARGIN, 48, said, Face.BOLD, 15, self.look.theme.muted, align="right")
