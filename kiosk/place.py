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

    @property
    def when_scores_move(self) -> str:
        """When an answer shows in a score, as one sentence."""
        k = self.organisation.privacy.minimum
        if self.organisation.privacy.release == "at-once":
            return f"Scores move as soon as at least {k} new answers are in."
        return f"Scores move overnight, once at least {k} new answers are in."
