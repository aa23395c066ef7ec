"""How running text looks: one scale of sizes, all made from the size of its sentences."""

from dataclasses import dataclass

from posters.drawing.theme import Theme


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a sheet's running text; sizes in points.

    Attributes:
        theme: The colours.
        text: Size of sentences: 11 or more, 18 in large print.
        air: How much of the usual space stands between blocks and in panels.
        leading: From one baseline to the next, as a multiple of the size.
    """

    theme: Theme
    text: float = 11.0
    air: float = 1.0
    leading: float = 1.38

    @property
    def pitch(self) -> float:
        """From one baseline of running text to the next."""
        return self.text * self.leading

    @property
    def gap(self) -> float:
        """Between two blocks."""
        return self.text * 0.75 * self.air

    @property
    def pad(self) -> float:
        """Between the edge of a panel and what stands on it."""
        return self.text * (0.5 + 0.7 * self.air)

    @property
    def small(self) -> float:
        """Size of what is read last: notes at the foot; never below 9 points."""
        return max(9.0, self.text * 0.85)

    def heading(self, level: int) -> float:
        """Size of a heading, level 1 to 3."""
        return self.text * {1: 2.6, 2: 1.6, 3: 1.18}[level]
