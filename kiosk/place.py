"""What every screen is given: whose kiosk it stands on, and how it asks for what comes next."""

from typing import TYPE_CHECKING

import msgspec

from kiosk.requests import Ask, Request
from kiosk.sitting import Sitting
from kiosk.texts.attract import News
from store.language import Language
from store.organisation import Organisation

if TYPE_CHECKING:
    from kiosk.poster_room.sticks import Sticks

#: Whose kiosk it is before anybody has set it up.
NOBODY = Organisation(name="Seven Ways", languages=("en",))


async def _nobody_answers(_request: Request) -> None:
    """Nothing comes of asking before the kiosk has begun."""


class Place(msgspec.Struct, frozen=True):
    """The kiosk's surroundings while one screen is up.

    Attributes:
        organisation: Whose kiosk this is.
        ask: How to ask for the next screen; to be awaited on the app's own message loop.
        sitting: What the person who stands here has chosen.
        locked: Whether staff alone may leave.
        demo: Whether a night can be let pass.
        can_speak: Whether there is a voice to read screens out.
        home_team: Key of the team that stands first here; None for the one that organisation.toml names.
        posters: Whether this is the poster room in a browser, which takes no visits.
        sticks: Where staff can save posters; None if they cannot.
        has_pin: Whether staff can open a locked kiosk.
        notice: A sentence for staff, if something wants their attention.
        news: What was released last, as far as it is known.
    """

    organisation: Organisation = NOBODY
    ask: Ask = _nobody_answers
    sitting: Sitting = Sitting()
    locked: bool = False
    demo: bool = False
    can_speak: bool = False
    home_team: str | None = None
    posters: bool = False
    sticks: "Sticks | None" = None
    has_pin: bool = False
    notice: str | None = None
    news: News | None = None

    @property
    def has_way_out(self) -> bool:
        """Whether somebody can leave the kiosk from here, with the PIN or without."""
        return not self.posters and (self.has_pin or not self.locked)

    @property
    def language(self) -> Language:
        """What is spoken here now."""
        return self.sitting.language
