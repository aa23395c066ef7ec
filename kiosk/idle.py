"""When a visit counts as left alone."""

from collections.abc import Callable


class IdleWatch:
    """Measures how long nobody has touched anything.

    Args:
        clock: Seconds that only ever grow, such as `time.monotonic`.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._touched = clock()

    def touch(self) -> None:
        """Somebody is here."""
        self._touched = self._clock()

    def left(self, patience: float) -> float:
        """Seconds until a patience of so many seconds is over; 0 or less when it is."""
        return self._touched + patience - self._clock()
