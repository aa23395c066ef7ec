"""What every screen is given: whose kiosk it stands on, and how it asks for what comes next."""

from dataclasses import dataclass

from kiosk.requests import Ask
from store.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Place:
    """The kiosk's surroundings while one screen is up.

    Attributes:
        organisation: Whose kiosk this is.
        ask: How to ask for the next screen; to be awaited on the app's own message loop.
        locked: Whether staff alone may leave.
        demo: Whether a night can be let pass.
    """

    organisation: Organisation
    ask: Ask
    locked: bool = False
    demo: bool = False
