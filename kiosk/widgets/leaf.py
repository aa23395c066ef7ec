"""Draws a page with one thing to say: a huge sign at the left, its words beside it, as large as all pages allow."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile, zip_longest
from typing import NamedTuple

from textual.content import Content

from kiosk.letters.setting import (
    Face,
    can_be_lettered,
    largest_face,
    lettered,
    lettered_height,
    lettered_lines,
    numeral,
    numeral_width,
)
from kiosk.texts.attract import Leaf, Measure
from kiosk.widgets.bar import bar
from kiosk.widgets.fitting import fitted

_MEASURE_FROM_ROWS, _ROOMY_FROM_ROWS = 7, 11
_SIGN_SHARE = 5  # the sign takes at most one column in so many
_LEAST_SIGN = 9
_GUTTER, _ROOMY_GUTTER = 3, 5
_WIDEST_GAP, _AIR = 3, 3
_BAR = 30

_Block = list[Content]


class _Faces(NamedTuple):
    """How title, sentence and text are set; None is plain text."""

    title: Face | None
    sentence: Face | None
    text: Face | None


_HUGE = (Face(4, narrow=False), Face(4, narrow=True))
_LARGE = (Face(2, narrow=False), Face(2, narrow=True))
_SMALL = (Face(1, narrow=False), Face(1, narrow=True))
_NONE: tuple[Face, ...] = ()
# What to try for title, sentence and text, from the most to the least imposing.
_ROOMY = (
    (_HUGE, _LARGE, _SMALL),
    (_HUGE, _SMALL, _SMALL),
    (_LARGE, _SMALL, _SMALL),
    (_SMALL, _SMALL, _SMALL),
    (_SMALL, _NONE, _SMALL),
    (_LARGE, _SMALL, _NONE),
    (_LARGE, _NONE, _NONE),
    (_SMALL, _SMALL, _NONE),
    (_SMALL, _NONE, _NONE),
)
_PLAIN = _Faces(None, None, None)


def draw_leaf(leaf: Leaf, peers: Sequence[Leaf], columns: int, rows: int, dots: Content) -> Content:
    """A page in a place of so many columns and rows.

    Args:
        leaf: The page.
        peers: All pages that take turns with it: they are set alike, and the sign stands where it stood.
        columns: Width of the place.
        rows: Height of the place.
        dots: Which page this is.
    """
    sign_place = columns // _SIGN_SHARE, rows - 2
    widest = max(_LEAST_SIGN, dots.cell_length, *(numeral_width(one.sign, *sign_place) for one in peers))
    room = widest + (_GUTTER if rows < _ROOMY_FROM_ROWS else _ROOMY_GUTTER)
    faces, tallest = _setting(peers, columns - room, rows)
    blocks = _blocks(leaf, faces, columns - room, rows)
    spare = max(0, rows - tallest)
    gap = min(_WIDEST_GAP, spare // len(blocks)) if faces.title else min(1, spare // max(1, len(blocks) - 1))
    left = [*(Content.styled(row, "$soft") for row in numeral(leaf.sign, *sign_place)), Content(""), dots]
    above = max(0, rows - max(len(left), tallest + 2 * gap)) // 2 if faces.title else 0
    lines = list(zip_longest(left, _spread(blocks, gap), fillvalue=Content("")))[:rows]
    beside = [one.pad_right(room - one.cell_length) + other for one, other in lines]
    return Content("\n").join([Content("")] * above + beside)


def _setting(peers: Sequence[Leaf], columns: int, rows: int) -> tuple[_Faces, int]:
    """The most imposing faces in which every page fits with some air, and the rows that the tallest takes."""
    for faces in _choices(peers, columns, rows) if rows >= _ROOMY_FROM_ROWS else ():
        heights = (_height(one, faces, columns, rows) for one in peers)
        fitting = [*takewhile(lambda height: height + _AIR <= rows, heights)]
        if len(fitting) == len(peers):
            return faces, max(fitting)
    return _PLAIN, max(_height(one, _PLAIN, columns, rows) for one in peers)


def _choices(peers: Sequence[Leaf], columns: int, rows: int) -> Iterator[_Faces]:
    """Faces for title, sentence and text in each of which its part would fit on every page."""
    parts = [*zip(*((one.title, one.sentence, one.text) for one in peers), strict=True)]

    @cache
    def largest(part: int, faces: Sequence[Face]) -> Face | None:
        return largest_face(parts[part], columns, rows, faces)

    for choice in _ROOMY:
        if all(largest(part, faces) for part, faces in enumerate(choice) if faces):
            yield _Faces(*(largest(part, faces) if faces else None for part, faces in enumerate(choice)))


def _height(leaf: Leaf, faces: _Faces, columns: int, rows: int) -> int:
    """How many rows `_blocks` takes, without drawing a letter."""
    measure = len(_measured(leaf, faces, columns, rows))
    head = _set_height(leaf.title, faces.title, columns, rows) + bool(faces.sentence)
    head += _set_height(leaf.sentence, faces.sentence, columns, rows)
    if faces.text:
        return head + len(_call(leaf)) + lettered_height(leaf.text, faces.text, columns) + measure
    return head + len(fitted(f"{leaf.call} {leaf.text}", columns, rows - head - measure)) + measure


def _blocks(leaf: Leaf, faces: _Faces, columns: int, rows: int) -> list[_Block]:
    """Title with sentence, call with text, and measure: the rows of each."""
    measure = _measured(leaf, faces, columns, rows)
    head = _set(leaf.title, faces.title, columns, rows, "bold")
    if faces.sentence:
        head.append(Content(""))
    head += _set(leaf.sentence, faces.sentence, columns, rows, "$soft")
    text = _advice(leaf, faces.text, columns, rows - len(head) - len(measure))
    return [block for block in (head, text, measure) if block]


def _spread(blocks: list[_Block], gap: int) -> _Block:
    rows: _Block = []
    for block in blocks:
        rows += [Content("")] * (gap if rows else 0) + block
    return rows


def _set(text: str, face: Face | None, columns: int, rows: int, style: str) -> _Block:
    """A text in block letters, or plain."""
    lines = lettered_lines(text, face, columns) if face else fitted(text, columns, rows)
    return [Content.styled(line, style) for line in lines]


def _set_height(text: str, face: Face | None, columns: int, rows: int) -> int:
    """How many rows `_set` takes."""
    return lettered_height(text, face, columns) if face else len(fitted(text, columns, rows))


def _advice(leaf: Leaf, face: Face | None, columns: int, rows: int) -> _Block:
    """What to do with it; in plain text the call runs into it."""
    if face:
        return [*_call(leaf), *_set(leaf.text, face, columns, rows, "$text")]
    lines = [Content(line) for line in fitted(f"{leaf.call} {leaf.text}", columns, rows)]
    if lines and lines[0].plain.startswith(leaf.call):
        lines[0] = lines[0].stylize("bold $accent", 0, len(leaf.call))
    return lines


def _call(leaf: Leaf) -> _Block:
    """What the text is for, above it."""
    return [Content.styled(leaf.call, "bold $accent"), Content("")]


def _measured(leaf: Leaf, faces: _Faces, columns: int, rows: int) -> _Block:
    """The score of a page that has one, if there is room for it."""
    if not leaf.measure or rows < _MEASURE_FROM_ROWS:
        return []
    return _measure(leaf.measure, columns, large=faces.title is not None)


def _measure(measure: Measure, columns: int, *, large: bool) -> _Block:
    """A score: in one row, or as a large numeral with its bar."""
    number = f"{measure.number} {measure.of}"
    if not large or not can_be_lettered(measure.number):
        return [Content.assemble((number, "bold"), "  ", (measure.basis, "$muted"))]
    one, two, three = lettered(measure.number, Face(1, narrow=False))
    return [
        Content.styled(one, "bold"),
        Content.assemble((two, "bold"), "   ", bar(measure.mean, min(_BAR, columns - len(two) - 3))),
        Content.assemble((three, "bold"), "   ", (measure.of, "bold"), "   ", (measure.basis, "$muted")),
    ]
