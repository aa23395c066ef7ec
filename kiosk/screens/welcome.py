"""The welcome: pages that turn while nobody is there, the languages, and an invitation that any key accepts."""

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Container
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import CONTRAST, HEAR, LANGUAGE
from kiosk.place import Place
from kiosk.requests import Begin, ChooseLanguage
from kiosk.screens.unattended import UnattendedScreen
from kiosk.texts.attract import News, Page, Table, pages
from kiosk.widgets.invitation import Invitation
from kiosk.widgets.language_tiles import language_tiles, spoken_languages
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.page_view import PageView
from store.behaviors import BEHAVIORS, Behavior
from store.language import message
from store.plain_text import shortened

_LONGEST_NOTICE = 220
_LONGEST_ROW = 4
_QUESTION = message("A team served you? Tell it how that went.")
_CALL = message("Press any key or tap.")
# Keys with a meaning of their own, beside the languages' digits.
_NOT_ANY = {*LANGUAGE.split(","), *CONTRAST.split(","), *HEAR.split(",")}


class WelcomeScreen(UnattendedScreen):
    """Waits for the next person.

    Args:
        place: Where it stands.
        first: The behavior that the pages begin with.
    """

    CSS_PATH = ["kiosk_screen.tcss", "welcome.tcss"]  # noqa: RUF012 - typed by Screen
    stands_while_open = True

    #: How long a page stays.
    seconds_a_page: ClassVar[float] = 10

    def __init__(self, place: Place, first: Behavior = BEHAVIORS[0]) -> None:
        super().__init__(place)
        self._first = first
        self._notice = place.notice
        self._news = place.news
        self.set_class(bool(place.notice), "-notice")

    def masthead(self) -> Masthead:
        """The organisation's name is the hero here."""
        organisation = self.place.organisation
        return self.headed(self.say("SEVEN WAYS WE SERVE EACH OTHER"), organisation.name)

    def body(self) -> Iterable[Widget]:
        """Pages, invitation, languages."""
        yield PageView(self._pages(), id="pages")
        yield Static(self._for_staff(), id="notice")
        yield Invitation(self.say(_QUESTION), self.say(_CALL))
        yield self._tiles()

    def foot(self) -> str:
        """What a visit leaves behind."""
        return self.say("No name and no time of day is kept.")

    def spoken(self) -> list[str]:
        """The invitation, and the languages by their own names."""
        return [self.say(_QUESTION), self.say(_CALL), *spoken_languages(self._choice)]

    def on_mount(self) -> None:
        """Turn the pages while nobody is there."""
        self.set_interval(self.seconds_a_page, self.turn)

    def turn(self) -> None:
        """Show the next page."""
        self.query_one(PageView).turn()

    def bring(self, notice: str | None, news: News | None) -> None:
        """Show it at once."""
        if (notice, news) == (self._notice, self._news):
            return
        self._notice, self._news = notice, news
        self.set_class(bool(notice), "-notice")
        self.query_one("#notice", Static).update(self._for_staff())
        self.query_one(PageView).bring(self._pages())

    async def any_key(self, event: Key) -> bool:
        """Start with any key; a language's digit starts in that language."""
        if event.key in _NOT_ANY:
            return False
        digits = {str(digit): code for digit, code in enumerate(self._choice, start=1)}
        await self.ask(Begin(digits.get(event.key)))
        return True

    def on_click(self) -> None:
        """Start with any tap."""
        self.run_soon("start")

    async def action_start(self) -> None:
        """Ask which team it was."""
        await self.ask(Begin())

    async def action_speak(self, digit: int) -> None:
        """Start in this language."""
        await self.ask(Begin(self._choice[digit - 1]))

    async def action_choose_language(self) -> None:
        """Offer the languages, and staff their door."""
        await self.ask(ChooseLanguage(self.again()))

    @property
    def _choice(self) -> tuple[str, ...]:
        """The languages, if there is a choice."""
        codes = self.place.organisation.languages
        return codes if len(codes) > 1 else ()

    def _pages(self) -> tuple[Page, ...]:
        """All pages; what staff should look at takes the room of the table."""
        every = pages(self.place.organisation, self.place.language, self._news, self._first)
        return tuple(page for page in every if not (self._notice and isinstance(page, Table)))

    def _tiles(self) -> Widget:
        """The languages in one row or two, and at their right what helps to see and to hear; one grid for all."""
        tiles, helping = language_tiles(self._choice), [*self.helping_keys()]
        columns = len(tiles) + len(helping)
        if two_rows := len(tiles) > _LONGEST_ROW:
            half = -(-len(tiles) // 2)
            columns = half + 1
            tiles[-1].styles.column_span = 2 * half - len(tiles) + 1
            helping[0].styles.row_span = 3 - len(helping)
            tiles, helping = [*tiles[:half], helping[0], *tiles[half:]], helping[1:]
        grid = Container(*tiles, *helping, id="tiles", classes="-two-rows" if two_rows else "")
        grid.styles.grid_size_columns = columns
        return grid

    def _for_staff(self) -> Content:
        if not self._notice:
            return Content("")
        return Content(self.say("For staff: {notice}", notice=shortened(self._notice, _LONGEST_NOTICE)))
