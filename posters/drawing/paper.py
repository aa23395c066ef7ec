"""Page geometry as frozen values that refuse impossible sizes; all lengths in points, y grows downwards."""

from dataclasses import dataclass
from itertools import pairwise

INCH = 72.0
MILLIMETER = INCH / 25.4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page.

    Raises:
        ValueError: It has no area.
    """

    left: float
    top: float
    width: float
    height: float

    def __post_init__(self) -> None:
        if self.width <= 0 or self.height <= 0:
            msg = f"a box of {self.width:g} x {self.height:g} points has no area"
            raise ValueError(msg)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """X and y of the middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    def inset(self, by: float) -> "Box":
        """The box without a rim; a negative rim makes it larger."""
        return Box(self.left + by, self.top + by, self.width - 2 * by, self.height - 2 * by)

    def holds(self, other: "Box") -> bool:
        """Whether the other box lies within this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper.

    Attributes:
        name: As people ask for it.
        safe: How far from each edge all text stays, so that no printer and no cutter touches it.

    Raises:
        ValueError: The safe margins leave no room.
    """

    name: str
    width: float
    height: float
    safe: float

    def __post_init__(self) -> None:
        if self.safe < 0 or 2 * self.safe >= min(self.width, self.height):
            msg = f"margins of {self.safe:g} points leave no room on {self.width:g} x {self.height:g}"
            raise ValueError(msg)

    @property
    def safe_area(self) -> Box:
        """Where text may stand."""
        return Box(self.safe, self.safe, self.width - 2 * self.safe, self.height - 2 * self.safe)


@dataclass(frozen=True, slots=True)
class PosterGrid:
    """A poster from top to bottom: a header over the full width, equal rows, a foot box, one imprint line.

    Attributes:
        margin: Left and right of everything but the header's ground.
        header: Height of the header.
        first_row: Where the first row starts.
        row: Height of a row.
        rows: How many rows.
        foot: The foot box: top and height.
        imprint: Baseline of the line at the very foot.

    Raises:
        ValueError: Parts overlap, or something leaves the paper's safe area.
    """

    paper: Paper
    margin: float
    header: float
    first_row: float
    row: float
    rows: int
    foot: tuple[float, float]
    imprint: float

    def __post_init__(self) -> None:
        boxes = [*(self.row_box(index) for index in range(self.rows)), self.foot_box]
        outside = [box for box in boxes if not self.paper.safe_area.holds(box)]
        tops = [self.header, *(box.top for box in boxes)]
        bottoms = [self.header, *(box.bottom for box in boxes)]
        overlap = any(bottom > top for bottom, top in zip(bottoms, tops[1:], strict=False))
        falling = any(first > second for first, second in pairwise(tops))
        if outside or overlap or falling or not boxes[-1].bottom < self.imprint <= self.paper.safe_area.bottom:
            msg = f"header, {self.rows} rows and foot do not fit on {self.paper.name}"
            raise ValueError(msg)

    @property
    def width(self) -> float:
        """Width between the margins."""
        return self.paper.width - 2 * self.margin

    def row_box(self, index: int) -> Box:
        """The row with this index, from 0."""
        return Box(self.margin, self.first_row + index * self.row, self.width, self.row)

    @property
    def foot_box(self) -> Box:
        """The box under the rows."""
        top, height = self.foot
        return Box(self.margin, top, self.width, height)


_SAFE = 0.3 * INCH
TABLOID = Paper("tabloid", 11 * INCH, 17 * INCH, _SAFE)
A3 = Paper("a3", 297 * MILLIMETER, 420 * MILLIMETER, _SAFE)
LETTER = Paper("letter", 8.5 * INCH, 11 * INCH, _SAFE)
A4 = Paper("a4", 210 * MILLIMETER, 297 * MILLIMETER, _SAFE)

PAPERS = {paper.name: paper for paper in (TABLOID, A3, LETTER, A4)}
