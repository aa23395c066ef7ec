"""Draws a page with one line for each score: label, bar, number, and how many answers it stands on."""

from textual.content import Content

from kiosk.letters.setting import Face, largest_face, lettered, lettered_lines
from kiosk.texts.attract import Line, Table
from kiosk.widgets.bar import bar
from kiosk.widgets.fitting import fitted
from store.plain_text import width

_SIGN, _LETTERED_SIGN, _GAP = 3, 8, 3
_LEAST_BAR, _LARGEST_LABEL = 10, 106
_LETTERED_ROWS = 3


def draw_table(table: Table, columns: int, rows: int, dots: Content) -> Content:
    """A table in a place of so many columns and rows.

    Args:
        table: The page.
        columns: Width of the place.
        rows: Height of the place.
        dots: Which page this is.
    """
    head = Content.assemble((table.title, "bold"), "   ", (table.basis, "$muted"))
    lines = _large(table, columns, (rows - 2) // len(table.lines)) or _small(table, columns)
    spare = rows - 1 - sum(map(len, lines))
    gap = max(0, min(1, spare // len(lines)))
    body = [row for line in lines for row in (*[Content("")] * gap, *line)]
    if not gap and spare > 0:
        body.insert(0, Content(""))
    return Content("\n").join([_with_dots(head, columns, dots), *body][:rows])


def _with_dots(head: Content, columns: int, dots: Content) -> Content:
    return head.pad_right(max(1, columns - head.cell_length - dots.cell_length)) + dots


def _small(table: Table, columns: int) -> list[list[Content]]:
    """One row a line."""
    ends = [_end(line) for line in table.lines]
    tail = max(end.cell_length for end in ends)
    room = columns - _SIGN - 2 * _GAP - tail
    label = min(max(width(line.label) for line in table.lines), room - _LEAST_BAR)
    rows = []
    for line, end in zip(table.lines, ends, strict=True):
        name = "".join(fitted(line.label, label, 1))
        rows.append(
            [
                Content.assemble(
                    (line.sign.ljust(_SIGN), "bold $soft"),
                    (name + " " * (label - width(name) + _GAP), "bold"),
                    bar(line.measure.mean, room - label),
                    " " * _GAP,
                    end,
                )
            ]
        )
    return rows


def _large(table: Table, columns: int, rows: int) -> list[list[Content]]:
    """Three rows a line, in block letters; empty if there is no room or a writing has none."""
    labels = [line.label for line in table.lines]
    face = largest_face(labels, min(columns, _LARGEST_LABEL), _LETTERED_ROWS)
    numbers = [lettered(line.measure.number, Face(1, narrow=False)) for line in table.lines]
    room = columns - _LETTERED_SIGN - _LARGEST_LABEL - 3 * _GAP
    tail = max(len(number[0]) for number in numbers) + max(_of(line).cell_length for line in table.lines)
    if not face or rows < _LETTERED_ROWS or room - tail < _LEAST_BAR:
        return []
    return [_lettered(line, face, room - tail) for line in table.lines]


def _lettered(line: Line, face: Face, bar_room: int) -> list[Content]:
    sign = lettered(line.sign, Face(1, narrow=False))
    label = lettered_lines(line.label, face, _LARGEST_LABEL)
    number = lettered(line.measure.number, Face(1, narrow=False))
    middles = (Content(" " * bar_room), bar(line.measure.mean, bar_room), Content(" " * bar_room))
    ends = (Content(""), Content(""), _of(line))
    return [
        Content.assemble(
            (sign[row].ljust(_LETTERED_SIGN), "$soft"),
            (label[row].ljust(_LARGEST_LABEL + _GAP), "bold"),
            middles[row],
            (" " * _GAP + number[row] + " " * _GAP, "bold"),
            ends[row],
        )
        for row in range(_LETTERED_ROWS)
    ]


def _of(line: Line) -> Content:
    return Content.assemble((line.measure.of, "bold"), "  ", (line.measure.basis, "$muted"))


def _end(line: Line) -> Content:
    return Content.assemble((line.measure.number, "bold"), " ", _of(line))
