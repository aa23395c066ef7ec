"""The invitation: what this is, and that any key starts."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from kiosk.place import Place
from kiosk.requests import Begin
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.widgets.headline import Headline
from kiosk.widgets.masthead import Masthead
from kiosk.widgets.row import Row
from store.behaviors import BEHAVIORS
from store.plain_text import shortened

_LONGEST_NOTICE = 220


class WelcomeScreen(KioskScreen):
    """Waits for the next person.

    Attributes:
        looked_after_on: The day on which the app looked after the store while this stood here.

    Args:
        place: Where it stands.
    """

    CSS_PATH = ["kiosk_screen.tcss", "welcome.tcss"]  # noqa: RUF012 - typed by Screen
    belongs_to_visit = False
    stands_while_open = True

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.looked_after_on: date | None = None

    def masthead(self) -> Masthead:
        """The organisation's name is the hero here."""
        organisation = self.place.organisation
        return self.headed(self.say("SEVEN WAYS WE SERVE EACH OTHER"), organisation.name)

    def body(self) -> Iterable[Widget]:
        """Invitation, the seven behaviours, one large tile."""
        yield Headline("A team served you? Tell it how that went.", classes="say lead")
        yield Static(Content(self._promise()), id="promise", classes="say soft")
        labels = [behavior.label for behavior in BEHAVIORS]
        for behavior in BEHAVIORS:
            act = Content.styled(behavior.act, "$soft")
            yield Row(str(behavior.number), behavior.label, act, peers=labels)
        yield Static(_for_staff(self.place.notice), id="warning")
        yield Headline("Press any key", id="start")

    def foot(self) -> str:
        """What a visit leaves behind."""
        return "Kept: team, answers, date, a random number; no name, no time."

    def warn(self, notice: str | None) -> None:
        """Tell staff, in small, what they should look at."""
        self.query_one("#warning", Static).update(_for_staff(notice))

    async def any_key(self, event: Key) -> bool:
        """Start with any key."""
        await self.action_start()
        return True

    def on_click(self) -> None:
        """Start with any tap."""
        self.run_soon("start")

    async def action_start(self) -> None:
        """Ask which team it was."""
        await self.ask(Begin())

    def _promise(self) -> str:
        k = self.place.organisation.privacy.minimum
        return f"Ten key presses. A score is shown only for {k} answers or more together."


def _for_staff(notice: str | None) -> Content:
    return Content(f"For staff: {shortened(notice, _LONGEST_NOTICE)}" if notice else "")
