"""The team poster for hand filling: circles to tick and boxes to write in, nothing that needs a data folder."""

from datetime import date

from posters.drawing import charts, panels
from posters.drawing.page import Page
from posters.drawing.paper import Box, PosterGrid
from posters.drawing.sheet import About, Sheet, Side
from posters.drawing.type import Face, fit
from posters.output.imposition import poster_paper
from posters.sheets.look import Look
from posters.sheets.story import Story
from posters.sheets.team import foot, header, row
from posters.sheets.team.grid import poster_grid, seam
from store.behaviors import BEHAVIORS, Behavior

_BAND = 66.0
"""The header's ground: the rest stays white, as no pen writes on it."""
_LINE_COLUMNS = ((0.0, 0.7), (0.74, 1.0))
_STORY_COLUMNS = ((0.0, 0.48), (0.52, 1.0))
_NAME_LINE, _STORY_LINE = 152.0, 60.0
_LABEL, _LABEL_ABOVE = 15.0, 48.0
_DISC, _TEXT = 76.0, 92.0
_NAME, _ACT, _CIRCLES = 34.0, 58.0, 78.5
_WRITING = Box(0, 0, 96, 58)
_WRITING_TOP, _OF_FIVE = 9.0, 86.0
_CIRCLES_WIDE, _RADIUS = 330.0, 12.5
_CALL = 288.0
_FOOT_GROWS = 30.0
_NOBODY = Story(released=False)


def blank_sheet(look: Look, on: date, number: int = 1) -> Sheet:
    """The poster without a team.

    Args:
        look: Colours, language and paper.
        on: The day that the file bears.
        number: How many to make, one after the other in one file.

    Raises:
        DoesNotFitError: A text of ours is too long in this language.
    """
    grid = poster_grid(poster_paper(look.paper))
    language = look.language

    def draw(page: Page) -> None:
        _header(page, grid, look)
        for index, behavior in enumerate(BEHAVIORS):
            _row(page, look, grid.row_box(index), behavior)
        _foot(page, grid, look)

    about = About(
        title=language.say("Team poster to fill in by hand"),
        author="Seven Ways",
        subject=language.say(header.EYEBROW),
        on=on,
        language=language.code,
    )
    return Sheet(about, (Side(grid.paper, draw, seam=seam(grid)),) * number)


def _header(page: Page, grid: PosterGrid, look: Look) -> None:
    language = look.language
    panels.header_ground(page, look.theme, grid.paper.width, _BAND)
    with page.element("H1"):
        header.eyebrow_line(page, grid, look)
    _to_write(page, grid, look, _NAME_LINE, _LINE_COLUMNS, (language.say("Our team"), language.say("Date")))
    story = (language.say("Our strength"), language.say("Working on"))
    _to_write(page, grid, look, grid.first_row - _STORY_LINE, _STORY_COLUMNS, story)
    said = language.say("Tick how often you saw it, from 1 never to 5 always, or write your average in the box.")
    fitted = fit(said, Face.MEDIUM, grid.width, sizes=(17.0, 14.0), leading=(17.0,), what="how to fill it in")
    with page.element("P"):
        y = grid.first_row - 8
        page.text(grid.margin, y, fitted.lines[0], Face.MEDIUM, fitted.size, look.theme.muted)


def _to_write(
    page: Page,
    grid: PosterGrid,
    look: Look,
    y: float,
    columns: tuple[tuple[float, float], ...],
    labels: tuple[str, str],
) -> None:
    """Lines to write on, each with what belongs there above it."""
    for (start, end), label in zip(columns, labels, strict=True):
        left, right = grid.margin + start * grid.width, grid.margin + end * grid.width
        with page.element("P"):
            page.text(left, y - _LABEL_ABOVE, label.upper(), Face.BOLD, _LABEL, look.theme.muted, spacing=1.2)
        page.rule(left, right, y, look.theme.ink, 1.5)


def _row(page: Page, look: Look, box: Box, behavior: Behavior) -> None:
    language, theme = look.language, look.theme
    row.rule_above(page, look, box, behavior)
    row.picture(page, look, box, behavior, _NOBODY, _DISC)
    x, room = box.left + _TEXT, box.width - _TEXT - _WRITING.width - 10
    row.title(page, look, x, box.top + _NAME, room, behavior, (34.0, 34.0))
    act = fit(
        language.say(behavior.act), Face.MEDIUM, room, sizes=(21.0, 20.0), leading=(21.0,), what="the behavior's act"
    )
    with page.element("P"):
        page.text(x, box.top + _ACT, act.lines[0], Face.MEDIUM, act.size, theme.ink)
    writing = Box(box.right - _WRITING.width, box.top + _WRITING_TOP, _WRITING.width, _WRITING.height)
    alt = language.say(
        "{behavior}: circles 1 to 5 to tick, and a box for the score", behavior=language.say(behavior.label)
    )
    with page.figure(alt, Box(x, box.top + 1, box.right - x, box.height - 2)):
        charts.open_scale(page, theme, x, x + _CIRCLES_WIDE, box.top + _CIRCLES, radius=_RADIUS)
        page.frame(writing, theme.band, 2, radius=8)
        page.text(box.right, box.top + _OF_FIVE, language.say("of 5"), Face.MEDIUM, 19, theme.muted, align="right")


def _foot(page: Page, grid: PosterGrid, look: Look) -> None:
    language, theme = look.language, look.theme
    box = Box(grid.margin, grid.foot_box.top, grid.width, grid.foot_box.height + _FOOT_GROWS)
    reading = Box(box.left, box.top, box.width - _CALL - foot.GAP, box.height)
    panels.quiet_panel(page, theme, reading)
    rest = foot.title(page, reading, language.say("Ask those whom you serve"), theme.ink)
    said = language.say("Wait for at least five answers before you write a score: then nobody can tell whose is whose.")
    foot.sentences(page, rest, said, theme.ink, (18.0, 17.0, 16.0, 15.0, 14.0), "how to ask")
    talk = Box(reading.right + foot.GAP, box.top, _CALL, box.height)
    panels.loud_panel(page, theme, talk)
    rest = foot.title(page, talk, language.say("Talk about it"), theme.on_ground)
    said = language.say("What helped? What stands in the way? What do we try until next month?")
    foot.sentences(page, rest, said, theme.mist, (18.0, 17.0, 16.0, 15.0, 14.0), "what to talk about")
    with page.element("P"):
        said = language.say("Copy it, and hang up as many as you like.")
        page.text(grid.margin, grid.imprint, said, Face.MEDIUM, 15, theme.muted)
