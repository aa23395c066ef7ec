"""Which behaviours a visit asks about, where it does not ask about all seven."""

from store.behaviors import BEHAVIORS, Behavior


class Rotation:
    """Goes round the seven, so that each is asked as often as the others.

    Args:
        start: Where it begins, 0 to 6; kiosks that start anew should not all begin at the first.
    """

    def __init__(self, start: int) -> None:
        self._start = start

    def next(self, number: int) -> tuple[Behavior, ...]:
        """The behaviours whose turn it is, in their usual order.

        Args:
            number: How many to ask about, 1 to 7.
        """
        turn = {(self._start + place) % len(BEHAVIORS) for place in range(number)}
        return tuple(behavior for place, behavior in enumerate(BEHAVIORS) if place in turn)

    def move_on(self, number: int) -> None:
        """These were answered; the next have their turn."""
        self._start = (self._start + number) % len(BEHAVIORS)
