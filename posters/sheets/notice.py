"""The notice: one page to hang beside the terminal, about what is asked, seen and kept."""

from collections.abc import Sequence
from datetime import date

from posters.drawing import panels
from posters.drawing.flow.block import Block
from posters.drawing.flow.boxes import Beside, Panel, Stack
from posters.drawing.flow.lines import Line, Run, broken, draw_lines
from posters.drawing.flow.lists import Items, Mark, crosses, dots, ticks
from posters.drawing.flow.style import Style
from posters.drawing.flow.table import Table
from posters.drawing.flow.text import Heading, Paragraph
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import About, Sheet, Side
from posters.drawing.type import Face, width
from posters.sheets import names
from posters.sheets.handout import masthead
from posters.sheets.handout.masthead import MARGIN, Masthead
from posters.sheets.look import Look
from posters.sheets.office_paper import office_paper
from posters.texts.privacy_notice import Notice, notice
from store.errors import DoesNotFitError
from store.language import LANGUAGES
from store.organisation import Organisation

_SETTINGS = (
    (13.5, 1.3, 1.42),
    (13.0, 1.1, 1.4),
    (12.5, 1.0, 1.38),
    (12.0, 1.0, 1.38),
    (12.0, 0.8, 1.36),
    (11.5, 0.9, 1.36),
    (11.5, 0.7, 1.34),
    (11.0, 0.8, 1.34),
    (11.0, 0.6, 1.3),
    (11.0, 0.45, 1.28),
    (11.0, 0.3, 1.24),
    (11.0, 0.15, 1.2),
)
"""Size of type, air and leading, from generous to tight."""
_HEADING = 1.35
_BELOW_HEAD, _ABOVE_ASK = 18.0, 4.0
_FOOT, _ABOVE_FOOT = 28.0, 24.0
_SMALL = 9.0
_ASK, _ASK_SIZE, _ASK_PAD = 62.0, 17.0, 18.0
_ASK_SIZES = ((17.0, 1), (14.0, 2), (12.0, 3), (11.0, 3), (9.0, 4))
"""Size of the contact, and on how many lines it may stand."""


def notice_sheet(organisation: Organisation, on: date, look: Look) -> Sheet:
    """The notice of an organisation.

    Args:
        organisation: Its settings decide what is true.
        on: The day that it bears.
        look: How it looks.

    Raises:
        UsageError: It is asked for on larger paper.
        DoesNotFitError: A text is too long.
    """
    paper, language = office_paper(look.paper), look.language
    told = notice(organisation, language)
    named, contact = (organisation.name, language.say("All teams")), organisation.kiosk.contact
    name = names.shown(*named)
    top = masthead.HEIGHT + _BELOW_HEAD
    ask = Box(MARGIN, paper.height - _FOOT - _ABOVE_FOOT - _ASK, paper.width - 2 * MARGIN, _ASK)
    box = Box(MARGIN, top, ask.width, ask.top - _ABOVE_ASK - top)
    body = _fitted(told, look, box)
    head = Masthead(
        title=language.say("What we ask, and what we keep"),
        eyebrow=language.say("Seven ways we serve each other"),
        line=" · ".join(LANGUAGES[code] for code in organisation.languages),
        mark=language.say("Sample data") if organisation.sample else None,
    )

    def draw(page: Page) -> None:
        masthead.draw(page, look.theme, paper, head)
        body.draw(page, box)
        _draw_ask(page, look, ask, contact)
        _draw_foot(page, look, paper, name, on)

    about = About(
        title=head.title,
        author=name,
        subject=language.say("A notice to hang beside the terminal"),
        on=on,
        language=language.code,
    )
    given = [named, (contact, None)] if contact else [named]
    return Sheet(about, (Side(paper, draw),), names.notes(language, given))


def _fitted(told: Notice, look: Look, box: Box) -> Block:
    """The body, as generous as one page allows.

    Raises:
        DoesNotFitError: Even at 11 points and without air it is too long.
    """
    for text, air, leading in _SETTINGS:
        body = _body(told, look, Style(look.theme, text, air, leading))
        if body.height(box.width) <= box.height:
            return body
    message = "The notice is too long for one page, even at 11 points; print it in another language."
    raise DoesNotFitError(message)


def _body(told: Notice, look: Look, style: Style) -> Block:
    say = look.language.say
    kept = _panel(style, say("What is kept"), told.kept, ticks)
    never = _panel(style, say("What never is"), told.never, crosses)
    return Stack(
        [
            Paragraph(style, told.asked, size=style.text * 1.12),
            Beside([kept, never], between=18.0, level=True),
            _heading(style, say("Who sees what")),
            Table(style, (), told.seen, (1.0, 3.6)),
            _heading(style, say("How long it is kept")),
            Table(style, (), told.lasting, (1.0, 3.6)),
            _heading(style, say("Good to know")),
            Items(style, told.known, dots),
        ]
    )


def _heading(style: Style, title: str, *, first: bool = False) -> Heading:
    return Heading(style, title, 2, size=style.text * _HEADING, first=first)


def _panel(style: Style, title: str, items: tuple[str, ...], mark: Mark) -> Block:
    return Panel(style, [_heading(style, title, first=True), Items(style, items, mark)])


def _draw_ask(page: Page, look: Look, box: Box, contact: str | None) -> None:
    """Whom to ask; a line to write on if nobody is named."""
    theme, say = look.theme, look.language.say
    panels.loud_panel(page, theme, box)
    left, middle = box.left + _ASK_PAD, box.middle[1]
    question = say("Questions? Ask:")
    taken = width(question, Face.BLACK, _ASK_SIZE)
    with page.element("H2"):
        page.text(left, middle + _ASK_SIZE * 0.36, question, Face.BLACK, _ASK_SIZE, theme.on_ground)
    start, end = left + taken + 16, box.right - _ASK_PAD
    if contact is None:
        page.rule(start, end, middle + _ASK_SIZE * 0.7, theme.on_ground, 0.8)
        return
    lines, size = _contact_lines(contact, end - start)
    pitch = size * 1.2
    with page.element("P"):
        first = middle + size * 0.36 - pitch * (len(lines) - 1) / 2
        draw_lines(page, lines, start, first, pitch, size, theme.on_ground)


def _contact_lines(contact: str, room: float) -> tuple[Sequence[Line], float]:
    """Whom to ask, as large as the box takes; whatever stands there fits."""
    for size, most in _ASK_SIZES:
        lines = broken([Run(contact, Face.BOLD)], size, room)
        if len(lines) <= most:
            break
    return lines, size


def _draw_foot(page: Page, look: Look, paper: Paper, name: str, on: date) -> None:
    """Whose notice it is, and how old."""
    baseline, theme = paper.height - _FOOT, look.theme
    dated = look.language.say("As of {day}", day=look.language.days(on, on))
    room = paper.width - 2 * MARGIN - width(dated, Face.MEDIUM, _SMALL) - 24
    owner = broken([Run(name, Face.BOLD)], _SMALL, room)
    with page.element("P"):
        pitch = _SMALL * 1.15
        draw_lines(page, owner, MARGIN, baseline - pitch * (len(owner) - 1), pitch, _SMALL, theme.muted)
    with page.element("P"):
        page.text(paper.width - MARGIN, baseline, dated, Face.MEDIUM, _SMALL, theme.muted, align="right")
