"""The table of the organisation's poster: heads, all teams together, and a row for each team."""

from dataclasses import dataclass

from posters.drawing import panels
from posters.drawing.icons import icon_of
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.small_scale import small_scale
from posters.drawing.type import Face, fit
from posters.sheets.frame import MARGIN, span
from posters.sheets.look import Look
from posters.sheets.organisation_lines import Line, Placed
from store.behaviors import BEHAVIORS
from store.scorecard import Score, Scores

NOTHING = "–"
"""Stands where no score may be shown, whatever the reason."""

NAME_SIZES = (26.0, 14.0)
NAME_LINES = 4
NAME_PITCH = 1.14
NAME_RIM = 9.0
_COLUMN = 0.095
_NAME_GAP = 14.0
_STACKED = 46.0
"""From this height of a row on, a score's scale stands below its number instead of beside it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the table's columns stand.

    Attributes:
        left: Of the table.
        right: Of the table.
        wide: Width of each behaviour's column; the names take the rest.
    """

    left: float
    right: float
    wide: float

    @property
    def names(self) -> float:
        """Width for the teams' names."""
        return self.right - self.left - self.wide * len(BEHAVIORS) - _NAME_GAP

    def cell(self, index: int, top: float, height: float) -> Box:
        """The cell of the behaviour with this index, from 0."""
        return Box(self.right - self.wide * (len(BEHAVIORS) - index), top, self.wide, height)


@dataclass(frozen=True, slots=True)
class Heads:
    """How large the heads are.

    Attributes:
        text: Size of the behaviours' names.
        pitch: From one name to the next.
        icon: Size of the icons' discs.
    """

    text: float
    pitch: float
    icon: float

    @property
    def height(self) -> float:
        """All of them."""
        return self.pitch * len(BEHAVIORS) + self.icon + 12


LARGE_HEADS = Heads(text=19.0, pitch=23.0, icon=46.0)
SMALL_HEADS = Heads(text=15.0, pitch=18.5, icon=36.0)


def columns_of(paper: Paper) -> Columns:
    """The columns on a paper."""
    return Columns(MARGIN, paper.width - MARGIN, round(span(paper) * _COLUMN))


def draw_heads(page: Page, look: Look, columns: Columns, heads: Heads, top: float) -> None:
    """Draw the heads as stairs: each name ends above its column, and a line leads down to it."""
    with page.element("TR"):
        with page.element("TD"):
            pass
        for index, behavior in enumerate(BEHAVIORS):
            cell = columns.cell(index, top, heads.height)
            x = cell.middle[0]
            baseline = top + heads.pitch * (len(BEHAVIORS) - index) - heads.pitch * 0.25
            y, end = baseline - heads.text * 0.34, cell.bottom - heads.icon - 4
            page.trail([(x - 7, y), (x, y), (x, end)], look.theme.band, 1.2)
            room = x - columns.left - 40
            name = fit(
                look.language.say(behavior.label),
                Face.BOLD,
                room,
                sizes=(heads.text, 14),
                leading=(heads.text,),
                what=behavior.label,
            )
            with page.element("TH", scope="Column"):
                wide = page.text(x - 12, baseline, name.lines[0], Face.BOLD, name.size, look.theme.ink, align="right")
                page.text(
                    x - 20 - wide,
                    baseline,
                    str(behavior.number),
                    Face.MEDIUM,
                    name.size,
                    look.theme.muted,
                    align="right",
                )
            disc = heads.icon / 2
            page.disc(x, cell.bottom - disc - 4, disc, look.theme.soft)
            size = heads.icon * 0.72
            page.icon(
                icon_of(behavior), Box(x - size / 2, cell.bottom - disc - 4 - size / 2, size, size), look.theme.ink
            )


def draw_all(page: Page, look: Look, columns: Columns, name: str, scores: Scores, box: Box) -> None:
    """Draw the band of all teams together."""
    panels.quiet_panel(page, look.theme, Box(box.left - 16, box.top, box.width + 32, box.height))
    with page.element("TR"):
        _draw_name(page, look, columns, name, box, Face.BLACK, box.height)
        for index, score in enumerate(scores.behaviors):
            _draw_cell(page, look, columns.cell(index, box.top, box.height), score, Face.BLACK, box.height)


def draw_line(page: Page, look: Look, columns: Columns, placed: Placed, row: float) -> None:
    """Draw a department's heading or a team's row, in type for rows of a height that holds for the whole sheet."""
    line = placed.line
    box = Box(columns.left, placed.top, columns.right - columns.left, placed.height)
    with page.element("TR"):
        if line.card is None:
            _draw_heading(page, look, line, box)
            return
        _draw_name(page, look, columns, line.name, box, Face.BOLD, row)
        for index, score in enumerate(line.card.scores.behaviors):
            _draw_cell(page, look, columns.cell(index, box.top, box.height), score, Face.BOLD, row)
    page.rule(box.left, box.right, box.bottom, look.theme.line, 0.75)


def _draw_heading(page: Page, look: Look, line: Line, box: Box) -> None:
    """A department over the whole width; its cells are empty."""
    room = box.width
    name = fit(line.name, Face.BLACK, room, sizes=(19, 14), leading=(19,), what="the department's name")
    with page.element("TH", scope="Row"):
        page.text(box.left, box.bottom - 8, name.lines[0], Face.BLACK, name.size, look.theme.muted)
    for _ in BEHAVIORS:
        with page.element("TD"):
            pass
    page.rule(box.left, box.right, box.bottom, look.theme.ink, 1.5)


def _draw_name(page: Page, look: Look, columns: Columns, name: str, box: Box, face: Face, row: float) -> None:
    tall = box.height - NAME_RIM
    leading = [tall / (lines * NAME_PITCH) + 0.01 for lines in range(1, NAME_LINES + 1)]
    largest = min(NAME_SIZES[0], max(NAME_SIZES[1], row * 0.42))
    fitted = fit(name, face, columns.names, sizes=(largest, NAME_SIZES[1]), leading=leading, what="the team's name")
    pitch = fitted.size * NAME_PITCH
    first = box.middle[1] - pitch * (len(fitted.lines) - 1) / 2 + fitted.size * 0.35
    with page.element("TH", scope="Row"):
        for index, text in enumerate(fitted.lines):
            page.text(box.left, first + index * pitch, text, face, fitted.size, look.theme.ink)


def _draw_cell(page: Page, look: Look, cell: Box, score: Score, face: Face, row: float) -> None:
    mean, likely = score.mean, score.likely_range
    x, y = cell.middle
    stacked = row >= _STACKED
    size = min(36.0, row * 0.46) if stacked else min(20.0, max(16.0, row * 0.5))
    if mean is None or likely is None:
        with page.element("TD"):
            page.text(x, y + size * 0.3, NOTHING, Face.MEDIUM, size, look.theme.muted, align="center")
        return
    text = look.language.number(mean, 1)
    if stacked:
        with page.element("TD"):
            page.text(x, y + size * 0.36 - 6, text, face, size, look.theme.ink, align="center")
        small_scale(page, look.theme, x - cell.width * 0.36, x + cell.width * 0.36, y + size * 0.36 + 6, mean, likely)
        return
    with page.element("TD"):
        wide = page.text(cell.left + 4, y + size * 0.35, text, face, size, look.theme.ink)
    small_scale(page, look.theme, cell.left + wide + 11, cell.right - 9, y, mean, likely)
