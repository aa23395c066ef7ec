"""The booklet's cover: its name, and the seven behaviors."""

from posters.drawing import panels
from posters.drawing.flow.lines import Run, broken, draw_lines
from posters.drawing.icons import icon_of
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import Side
from posters.drawing.type import Face, fit, wrap
from posters.sheets.handout.masthead import MARGIN
from posters.sheets.look import Look
from posters.sheets.names import shown
from posters.sheets.office_paper import office_paper
from store.behaviors import BEHAVIORS, Behavior
from store.scorecard import Scorecard

_GROUND = 0.56
"""How much of the height the ground takes."""
_EYEBROW_AT, _TITLE_TOP = 84.0, 112.0
_TITLE_SIZES, _TITLE_LEADING = (66.0, 34.0), (66.0, 62.0, 58.0, 46.0)
_TITLE_PITCH = 1.06
_LINE, _LINE_PITCH = 15.0, 21.0
_ROWS = 4
_ROW, _DISC, _ICON = 56.0, 42.0, 29.0
_NAME_SIZES = (15.0, 11.0)
_OWNER, _OWNER_PITCH, _OWNER_ABOVE_FOOT = 12.0, 16.0, 34.0


def cover(look: Look, card: Scorecard | None) -> Side:
    """The cover, for everybody or for one team."""
    paper = office_paper(look.paper)
    ground = paper.height * _GROUND

    def draw(page: Page) -> None:
        panels.header_ground(page, look.theme, paper.width, ground)
        _title(page, look, paper, ground)
        room = paper.height - ground
        top = ground + (room - _ROWS * _ROW) / 2 - (14 if card is not None else 0)
        with page.element("L"):
            for index, behavior in enumerate(BEHAVIORS):
                _behavior(page, look, _cell(paper, top, index), behavior)
        if card is not None:
            _owner(page, look, paper, card)

    return Side(paper, draw)


def _title(page: Page, look: Look, paper: Paper, ground: float) -> None:
    theme, say = look.theme, look.language.say
    wide = paper.width - 2 * MARGIN
    with page.element("P"):
        page.text(MARGIN, _EYEBROW_AT, say("For trainers").upper(), Face.BOLD, 15, theme.glow, spacing=1.4)
    fitted = fit(
        say("Seven ways we serve each other"),
        Face.BLACK,
        wide,
        sizes=_TITLE_SIZES,
        leading=_TITLE_LEADING,
        what="the title",
    )
    with page.element("H1"):
        for index, line in enumerate(fitted.lines):
            baseline = _TITLE_TOP + fitted.size * (0.8 + index * _TITLE_PITCH)
            page.text(MARGIN, baseline, line, Face.BLACK, fitted.size, theme.on_ground)
    line = say("A session of sixty minutes, seven handouts, role plays, exercises and wallet cards.")
    lines = wrap(line, Face.MEDIUM, _LINE, wide * 0.85)
    with page.element("P"):
        for index, part in enumerate(lines):
            baseline = ground - 40 - (len(lines) - 1 - index) * _LINE_PITCH
            page.text(MARGIN, baseline, part, Face.MEDIUM, _LINE, theme.mist)


def _cell(paper: Paper, top: float, index: int) -> Box:
    """The place of a behavior: four in the left column, three in the right one."""
    wide = (paper.width - 2 * MARGIN) / 2
    column, row = divmod(index, _ROWS)
    return Box(MARGIN + column * wide, top + row * _ROW, wide - 12, _ROW)


def _behavior(page: Page, look: Look, box: Box, behavior: Behavior) -> None:
    """Icon, number and name."""
    theme = look.theme
    x, y = box.left + _DISC / 2, box.middle[1]
    if theme.saves_toner:
        page.ring(x, y, _DISC / 2 - 1, theme.ink, 2)
    else:
        page.disc(x, y, _DISC / 2, theme.soft)
    page.icon(icon_of(behavior), Box(x - _ICON / 2, y - _ICON / 2, _ICON, _ICON), theme.ink)
    left = box.left + _DISC + 14
    room = box.right - left - 18
    label = look.language.say(behavior.label)
    name = fit(label, Face.BLACK, room, sizes=_NAME_SIZES, leading=(15, 14), what="a behavior's name")
    first = y + name.size * 0.36 - (len(name.lines) - 1) * name.size * 0.6
    with page.element("LI"):
        with page.element("Lbl"):
            page.text(left, first, str(behavior.number), Face.MEDIUM, name.size, theme.muted)
        with page.element("LBody"):
            for index, line in enumerate(name.lines):
                page.text(left + 18, first + index * name.size * 1.2, line, Face.BLACK, name.size, theme.ink)


def _owner(page: Page, look: Look, paper: Paper, card: Scorecard) -> None:
    """For which team this booklet was printed."""
    say, theme = look.language.say, look.theme
    wide = paper.width - 2 * MARGIN
    team, organisation = shown(card.name, card.team), shown(card.organisation, card.team)
    text = say("For {team}, {organisation}", team=team, organisation=organisation)
    if card.sample:
        text = say("{owner} (sample data)", owner=text)
    lines = broken([Run(text, Face.BOLD)], _OWNER, wide)
    with page.element("P"):
        first = paper.height - _OWNER_ABOVE_FOOT - (len(lines) - 1) * _OWNER_PITCH
        draw_lines(page, lines, MARGIN, first, _OWNER_PITCH, _OWNER, theme.ink)
