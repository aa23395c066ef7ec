"""What the posters of an organisation share: a header with one large name, and a line at the foot."""

from dataclasses import dataclass
from datetime import date, timedelta

from posters.drawing import panels
from posters.drawing.page import Page
from posters.drawing.paper import Paper
from posters.drawing.type import Face, fit, width
from posters.sheets.look import Look
from posters.sheets.mark import SAMPLE, Mark

MARGIN = 48.0
IMPRINT = 34.0
"""How far the last baseline stands above the edge of the paper."""
GOOD_FOR = timedelta(days=30)

_EYEBROW_AT, _EYEBROW = 50.0, 19.0
_NAME_TOP, _NAME_ABOVE_FOOT = 66.0, 64.0
_LARGEST, _SMALLEST = 108.0, 24.0
_CAPITAL, _PITCH = 0.72, 0.98
_FACTS_ABOVE_FOOT, _FACTS = 26.0, 20.0
_BESIDE_MARK = 24.0


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in the header; all said and settable.

    Attributes:
        eyebrow: What the sheet is.
        name: The one large name.
        what: What the name is, for an error.
        facts: A sentence with numbers and days.
        sample: Whether all of it is sample data.
        height: Of its ground.
    """

    eyebrow: str
    name: str
    what: str
    facts: str
    sample: bool
    height: float


def halfway(paper: Paper) -> float:
    """Where the sheet may be parted in two."""
    return paper.height / 2


def span(paper: Paper) -> float:
    """How wide the sheet is between its margins."""
    return paper.width - 2 * MARGIN


def draw_header(page: Page, look: Look, paper: Paper, header: Header) -> None:
    """Draw it over the full width of the paper.

    Raises:
        DoesNotFitError: The name is too long.
    """
    theme, room = look.theme, span(paper)
    panels.header_ground(page, theme, paper.width, header.height)
    tag = _draw_mark(page, look, paper) if header.sample else 0.0
    eyebrow = fit(header.eyebrow, Face.BOLD, room - tag, sizes=(_EYEBROW, 14), leading=(_EYEBROW,), what=header.eyebrow)
    with page.element("P"):
        page.text(MARGIN, _EYEBROW_AT, eyebrow.lines[0], Face.BOLD, eyebrow.size, theme.glow)
    _draw_name(page, look, paper, header)
    facts = fit(header.facts, Face.MEDIUM, room, sizes=(_FACTS, 14), leading=(_FACTS,), what=header.facts)
    with page.element("P"):
        baseline = header.height - _FACTS_ABOVE_FOOT
        page.text(MARGIN, baseline, facts.lines[0], Face.MEDIUM, facts.size, theme.mist)


def draw_imprint(page: Page, look: Look, paper: Paper, owner: str, on: date, number: str = "") -> None:
    """Draw the line at the foot: whose sheet it is, which page of it, and until when.

    Raises:
        DoesNotFitError: The owner's name is too long.
    """
    baseline, right = paper.height - IMPRINT, paper.width - MARGIN
    until = look.language.say("Please replace after {day}", day=look.language.day(on + GOOD_FOR))
    told = f"{number}  ·  {until}" if number else until
    taken = width(told, Face.MEDIUM, 15)
    fitted = fit(owner, Face.BOLD, span(paper) - taken - 24, sizes=(16, 14), leading=(16, 14, 14), what="the name")
    first = baseline - fitted.size * 1.15 * (len(fitted.lines) - 1)
    with page.element("P"):
        for index, line in enumerate(fitted.lines):
            page.text(MARGIN, first + index * fitted.size * 1.15, line, Face.BOLD, fitted.size, look.theme.ink)
    with page.element("P"):
        page.text(right, baseline, told, Face.MEDIUM, 15, look.theme.muted, align="right")


def _draw_name(page: Page, look: Look, paper: Paper, header: Header) -> None:
    """The hero of the sheet, in the middle of its room."""
    top, bottom = _NAME_TOP, header.height - _NAME_ABOVE_FOOT
    leading = [(bottom - top) / (_CAPITAL + _PITCH * more) for more in range(3)]
    name = fit(header.name, Face.BLACK, span(paper), sizes=(_LARGEST, _SMALLEST), leading=leading, what=header.what)
    pitch = name.size * _PITCH
    tall = name.size * _CAPITAL + pitch * (len(name.lines) - 1)
    baseline = (top + bottom + tall) / 2 - pitch * (len(name.lines) - 1)
    with page.element("H1"):
        for index, line in enumerate(name.lines):
            x = MARGIN - name.size * 0.06
            page.text(x, baseline + index * pitch, line, Face.BLACK, name.size, look.theme.on_ground)


def _draw_mark(page: Page, look: Look, paper: Paper) -> float:
    """Say that nothing here is real; gives the width that it takes."""
    mark = Mark(look.language.say(SAMPLE))
    mark.draw(page, look.theme, paper.width - MARGIN, _EYEBROW_AT)
    return mark.wide + _BESIDE_MARK
