"""One of many by name: nine to a page, a digit for each; letters find one among hundreds."""

from collections.abc import Iterable
from typing import ClassVar, Generic

from textual.binding import BindingType
from textual.containers import Grid
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from kiosk.keys import BACK, ENTER, NEXT, bind
from kiosk.place import Place
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.team_filter import Choice, matching
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.team_tile import TeamTile
from kiosk.widgets.tile import KeyTile
from store.organisation import LONGEST_NAME

PAGE_SIZE = 9


class PickerScreen(KioskScreen, Generic[Choice]):
    """Offers whatever has a name.

    Args:
        place: Where it stands.
        choices: What there is.
    """

    CSS_PATH = ["kiosk_screen.tcss", "picker.tcss"]  # noqa: RUF012 - typed by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(str(digit), f"choose({digit})", f"picker.choose-{digit}") for digit in range(1, 10)),
        bind(NEXT, "next_page", "picker.next-page"),
        bind(ENTER, "choose_first", "picker.choose-first"),
        bind(BACK, "back", "picker.back"),
    ]

    def __init__(self, place: Place, choices: tuple[Choice, ...]) -> None:
        super().__init__(place)
        self._page = 0
        self._typed = ""
        self._all = choices
        self._found = choices

    async def choose(self, choice: Choice) -> None:
        """Go on with what was chosen."""
        raise NotImplementedError

    async def leave(self) -> None:
        """Go back without a choice."""
        raise NotImplementedError

    def more(self) -> str:
        """What the key to the next page says."""
        raise NotImplementedError

    def nothing(self) -> str:
        """What stands here if there is nothing to choose from."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """A tile for each choice of the page."""
        if not self._all:
            yield Static(Content(self.nothing()), id="nothing")
            return
        yield Grid(*(TeamTile(digit) for digit in range(1, PAGE_SIZE + 1)), id="tiles")

    def keys(self) -> list[KeyTile]:
        """More of them, and back."""
        back = KeyTile("-", self.say("back"), "back")
        return [KeyTile("+", self.more(), "next_page"), back] if self.has_pages else [back]

    def on_mount(self) -> None:
        """Show the first nine."""
        self._show_page()

    async def any_key(self, event: Key) -> bool:
        """Take letters, and digits that follow them; Backspace takes the last one back."""
        letter = event.character or ""
        if event.key == "backspace" and self._typed:
            self._find(self._typed[:-1])
            return True
        if len(letter) == 1 and (letter.isalpha() or (self._typed and (letter.isalnum() or letter == " "))):
            self._find((self._typed + letter)[:LONGEST_NAME])
            return True
        return False

    async def action_choose(self, digit: int) -> None:
        """Take what stands at this place of the page."""
        if digit <= len(self.on_page):
            await self.choose(self.on_page[digit - 1])

    async def action_choose_first(self) -> None:
        """Take the first that the letters found."""
        if self._typed:
            await self.action_choose(1)

    def action_next_page(self) -> None:
        """Turn to the next nine, after the last to the first."""
        self._page = (self._page + 1) % self._pages
        self._show_page()

    async def action_back(self) -> None:
        """Forget the letters, or turn a page back; from the first, leave."""
        if self._typed:
            self._find("")
        elif self._page:
            self._page -= 1
            self._show_page()
        else:
            await self.leave()

    @property
    def has_pages(self) -> bool:
        """Whether there is more than one page of them."""
        return len(self._all) > PAGE_SIZE

    @property
    def on_page(self) -> tuple[Choice, ...]:
        """What is offered now, at most nine."""
        return self._found[self._page * PAGE_SIZE : (self._page + 1) * PAGE_SIZE]

    @property
    def _pages(self) -> int:
        return max(1, -(-len(self._found) // PAGE_SIZE))

    def _find(self, typed: str) -> None:
        if self._all:
            self._typed, self._page = typed, 0
            self._found = matching(self._all, typed)
            self._show_page()

    def _show_page(self) -> None:
        names = [choice.name for choice in self.on_page]
        for tile in self.query(TeamTile):
            tile.offer(names, by_digit=not self._typed)
        self.query_one(Masthead).show_sign(self.sign())

    def sign(self) -> Content:
        """What was typed, and which page this is."""
        if self._typed and not self._found:
            return Content.styled(self.nothing_begins(self._typed), "bold $accent")
        choose = self.say("Enter chooses")
        typed = Content.assemble((f"{self._typed}_", "bold $accent"), f" {choose}") if self._typed else Content("")
        pages = self.say("page {number} of {count}", number=self._page + 1, count=self._pages)
        return Content("   ").join(part for part in (typed, Content(pages if self._pages > 1 else "")) if part)

    def nothing_begins(self, letters: str) -> str:
        """That no choice begins with some letters."""
        raise NotImplementedError
