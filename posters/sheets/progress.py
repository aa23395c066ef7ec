"""The poster of a team's last twelve months: how each behavior went, and what was done about it."""

from dataclasses import dataclass
from datetime import date

from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import About, Sheet, Side
from posters.output.imposition import poster_paper
from posters.sheets import names, progress_cell, progress_news
from posters.sheets.frame import MARGIN, Header, draw_header, draw_imprint, halfway, span
from posters.sheets.look import Look
from posters.sheets.progress_news import NOTHING_YET, News
from store.behaviors import BEHAVIORS
from store.language import message
from store.scorecard import Scorecard

_EYEBROW = message("Our last twelve months")
_HEADER, _FIRST_ROW = 272.0, 280.0
_BETWEEN = 26.0
_ROWS_ABOVE = 2
_ABOVE_NEWS, _ABOVE_IMPRINT = 14.0, 62.0


def progress_sheet(card: Scorecard, look: Look, news: News = NOTHING_YET) -> Sheet:
    """The poster of one team's year.

    Args:
        card: The team's scores and their history.
        look: How it shall look.
        news: What was decided, removed and answered; room to write by hand where nothing was.

    Raises:
        DoesNotFitError: A name or the news are too long for the sheet.
    """
    poster = _Poster(card, look, poster_paper(look.paper), news)
    owners = [(card.organisation, card.organisation), (card.name, card.team)]
    side = Side(poster.paper, poster.draw, seam=halfway(poster.paper))
    return Sheet(poster.about, (side,), names.notes(look.language, owners))


@dataclass(frozen=True)
class _Poster:
    card: Scorecard
    look: Look
    paper: Paper
    news: News

    @property
    def name(self) -> str:
        return names.shown(self.card.name, self.card.team)

    @property
    def owner(self) -> str:
        return names.shown(self.card.organisation, self.card.team)

    @property
    def about(self) -> About:
        say = self.look.language.say
        return About(
            title=say("{team}: our last twelve months", team=self.name),
            author=self.owner,
            subject=say(_EYEBROW),
            on=self.card.window.on,
            language=self.look.language.code,
        )

    @property
    def row(self) -> float:
        """How high a row is: two of them end at the seam."""
        return (halfway(self.paper) - _FIRST_ROW) / _ROWS_ABOVE

    def cell(self, index: int) -> Box:
        """The box with this index, from 0: two beside one another."""
        wide = (span(self.paper) - _BETWEEN) / 2
        left = MARGIN + (index % 2) * (wide + _BETWEEN)
        return Box(left, _FIRST_ROW + index // 2 * self.row, wide, self.row)

    def draw(self, page: Page) -> None:
        """Draw the poster."""
        draw_header(page, self.look, self.paper, self._header())
        for index, behavior in enumerate(BEHAVIORS):
            progress_cell.draw(page, self.look, self.cell(index), behavior, self.card)
        progress_cell.draw_key(page, self.look, self.cell(len(BEHAVIORS)))
        top = self.cell(len(BEHAVIORS)).bottom + _ABOVE_NEWS
        news = Box(MARGIN, top, span(self.paper), self.paper.height - _ABOVE_IMPRINT - top)
        progress_news.draw(page, self.look, news, self.news, between=_BETWEEN)
        draw_imprint(page, self.look, self.paper, self.owner, self.card.window.on)

    def _header(self) -> Header:
        say = self.look.language.say
        return Header(
            eyebrow=say(_EYEBROW),
            name=self.name,
            what=f"the name of team {self.card.team},",
            facts=self._days(),
            sample=self.card.sample,
            height=_HEADER,
        )

    def _days(self) -> str:
        """Which days the large numbers are about, and which the charts."""
        language, window = self.look.language, self.card.window
        days = language.days(window.first, window.last)
        if not self.card.history:
            return days
        first = date.fromisoformat(f"{self.card.history[0].month}-01")
        return language.say(
            "Large number: {days} · Chart: each month since {first}", days=days, first=language.month(first)
        )
