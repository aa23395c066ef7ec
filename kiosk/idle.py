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

    def is_over(self, seconds: float) -> bool:
        """Whether nobody has been here for so long; never if it is 0."""
        return seconds > 0 and self._clock() - self._touched >= seconds
