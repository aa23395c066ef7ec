"""How large a form is: two on a page, or one on a page in large print."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in points.

    Attributes:
        forms: How many stand on a page.
        edge: From the paper's edge, or the cut, to the form.
        title: Size of the title.
        head: Height of title, day and team.
        label: Largest and smallest size of a behavior's name.
        act: Largest and smallest size of what could be seen.
        letter: Size of a column's letter.
        column: Width of a box's column.
        skip: Width of the column for skipped questions.
        box: Side of a box.
        digit: Size of the digit in it.
        scale: Height of the words above the boxes.
        word: Largest and smallest size of these words.
        foot: Height of the lines at the foot.
        small: Size of these lines.
        beside: Whether the boxes stand beside name and act; else beside the name, with the act below both.
    """

    forms: int
    edge: float
    title: float
    head: float
    label: tuple[float, float]
    act: tuple[float, float]
    letter: float
    column: float
    skip: float
    box: float
    digit: float
    scale: float
    word: tuple[float, float]
    foot: float
    small: float
    beside: bool


NORMAL = Measures(
    forms=2,
    edge=24.0,
    title=17.0,
    head=62.0,
    label=(12.0, 9.5),
    act=(11.0, 9.0),
    letter=11.0,
    column=47.0,
    skip=48.0,
    box=20.0,
    digit=11.0,
    scale=16.0,
    word=(9.5, 9.0),
    foot=16.0,
    small=9.0,
    beside=True,
)
LARGE = Measures(
    forms=1,
    edge=32.0,
    title=25.0,
    head=126.0,
    label=(19.0, 18.0),
    act=(18.0, 16.0),
    letter=18.0,
    column=42.0,
    skip=44.0,
    box=31.0,
    digit=18.0,
    scale=26.0,
    word=(18.0, 14.0),
    foot=28.0,
    small=18.0,
    beside=False,
)
