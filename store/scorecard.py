"""A team's scores for a window, and their history: pure data, the only thing that posters are given."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from store import intervals
from store.behaviors import BEHAVIORS, Behavior

Change = Literal["up", "down", "steady"]
Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The days that scores cover.

    Attributes:
        on: The day as of which the scores are seen.
        first: First day of the window.
        last: Last day of the window, inclusive.
    """

    on: date
    first: date
    last: date


class Score(NamedTuple):  # a tuple: an organisation's history holds tens of thousands of them
    """The released ratings of one behaviour.

    Attributes:
        counts: How often 1, 2, 3, 4 and 5 were given in the window: five numbers.
        later: The same for the later of the two months that are compared.
        earlier: The same for the month before that.
    """

    counts: Counts
    later: Counts
    earlier: Counts

    @property
    def n(self) -> int:
        """How many ratings; 0 where nothing is released."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """Mean rating, 1 to 5."""
        return intervals.mean(self.counts) if self.n else None

    @property
    def likely_range(self) -> tuple[float, float] | None:
        """Where the mean lies with 95 % confidence, within 1 to 5."""
        return intervals.likely_range(self.counts) if self.n else None

    @property
    def favourable(self) -> float | None:
        """Share of 4s and 5s, 0 to 1."""
        return sum(self.counts[3:]) / self.n if self.n else None

    @property
    def favourable_range(self) -> tuple[float, float] | None:
        """Where that share lies with 95 % confidence, within 0 to 1."""
        return intervals.share_range(sum(self.counts[3:]), self.n) if self.n else None

    @property
    def change(self) -> Change | None:
        """Whether the later month really differs from the earlier one; None where nothing is released."""
        return intervals.change(self.earlier, self.later, comparisons=len(BEHAVIORS)) if self.n else None


@dataclass(frozen=True, slots=True)
class Scores:
    """Seven scores and the extra mile, for one window.

    Attributes:
        behaviors: One score for each behaviour, in their order.
        extra_mile: How many check-ins said no and yes to "they went the extra mile".
    """

    behaviors: tuple[Score, ...]
    extra_mile: tuple[int, int]

    def __getitem__(self, behavior: Behavior) -> Score:
        return self.behaviors[behavior.number - 1]

    @property
    def check_ins(self) -> int:
        """Released check-ins: the n of the question that every check-in answers."""
        return sum(self.extra_mile)

    @property
    def extra_mile_share(self) -> float | None:
        """Share of check-ins that saw the extra mile, 0 to 1."""
        return self.extra_mile[1] / self.check_ins if self.check_ins else None


@dataclass(frozen=True, slots=True)
class Month:
    """The scores of one calendar month, written ``2026-10``."""

    month: str
    scores: Scores


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Everything a poster may say about a team.

    Attributes:
        organisation: The organisation's name.
        sample: Whether all of it is sample data, which every sheet must say.
        minimum: The privacy minimum k.
        history: The twelve complete months before ``window.on``, oldest first.
        dropped: How many check-ins, held back for their speed or number, a manager dropped in the window.
    """

    organisation: str
    sample: bool
    team: str
    name: str
    department: str | None
    minimum: int
    window: Window
    scores: Scores
    history: tuple[Month, ...]
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Scorecards:
    """The scorecards of all teams, and the organisation's own scores over the same batches."""

    organisation: str
    minimum: int
    window: Window
    teams: tuple[Scorecard, ...]
    all: Scores
