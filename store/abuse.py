"""Which visits are held back until a manager has looked: pure rules."""

from enum import StrEnum

from store.behaviors import BEHAVIORS

SPAN_SECONDS = 300.0
MOST_IN_SPAN = 10


class Hold(StrEnum):
    """Why a visit is held."""

    TOO_FAST = "too-fast"
    BURST = "burst"


def why_held(answers: int, answered_in: float | None, too_fast_seconds: float, recent: int) -> Hold | None:
    """Judges one visit.

    Args:
        answers: How many behaviors were rated.
        answered_in: Seconds from the first question to the last answer; None if nobody measured them.
        too_fast_seconds: Seven ratings in less than this, and fewer in proportion, are too fast; 0 switches the
            rule off.
        recent: How many visits rated this team within the last ``SPAN_SECONDS``, this one included.

    Returns:
        The reason to hold it, or None.
    """
    if answered_in is not None and answered_in < too_fast_seconds * answers / len(BEHAVIORS):
        return Hold.TOO_FAST
    return Hold.BURST if recent > MOST_IN_SPAN else None
