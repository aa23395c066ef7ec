"""The poster of a team's last twelve months: how each behavior went, and what was done about it."""

from dataclasses import dataclass
from datetime import date

from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import About, Sheet, Side
from posters.output.imposition import poster_paper
from posters.sheets import names, progress_news, progress_row
from posters.sheets.frame import MARGIN, Header, draw_header, draw_imprint, halfway, span
from posters.sheets.look import Look
from posters.sheets.progress_news import NOTHING_YET, News
from store.behaviors import BEHAVIORS
from store.language import message
from store.scorecard import Scorecard

_EYEBROW = message("Our last twelve months")
_HEADER, _FIRST_ROW = 258.0, 262.0
_BETWEEN = 26.0
_ROWS_ABOVE = 4
_ABOVE_KEY, _ABOVE_NEWS, _ABOVE_IMPRINT = 8.0, 12.0, 62.0


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

    def row(self, index: int) -> Box:
        """The row with this index, from 0: four of them end at the seam."""
        high = (halfway(self.paper) - _FIRST_ROW) / _ROWS_ABOVE
        return Box(MARGIN, _FIRST_ROW + index * high, span(self.paper), high)

    def draw(self, page: Page) -> None:
        """Draw the poster."""
        look, card, wide = self.look, self.card, span(self.paper)
        draw_header(page, look, self.paper, self._header())
        columns = progress_row.columns_of(look, MARGIN, MARGIN + wide)
        for index, behavior in enumerate(BEHAVIORS):
            progress_row.draw(page, look, self.row(index), columns, behavior, card)
        top = progress_row.draw_months(page, look, columns, self.row(len(BEHAVIORS) - 1).bottom, card) + _ABOVE_KEY
        bottom = self.paper.height - _ABOVE_IMPRINT
        top = progress_row.draw_key(page, look, Box(MARGIN, top, wide, bottom - top)) + _ABOVE_NEWS
        progress_news.draw(page, look, Box(MARGIN, top, wide, bottom - top), self.news, between=_BETWEEN)
        draw_imprint(page, look, self.paper, self.owner, card.window.on)

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
