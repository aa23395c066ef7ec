"""The header of the team poster: whose it is, and the one story that its scores tell."""

from posters.drawing import panels
from posters.drawing.page import Page
from posters.drawing.paper import PosterGrid
from posters.drawing.type import Face, fit, width
from posters.sheets.look import Look
from posters.sheets.mark import SAMPLE, Mark
from posters.sheets.story import Story
from store.language import Language, message
from store.scorecard import Scorecard

EYEBROW = message("Seven ways we serve each other")
EYEBROW_AT = 43.0
_EYEBROW, _EYEBROW_SPACING, _BESIDE_MARK = (20.0, 14.0), 1.6, 16.0

_STRENGTH = message("Our strength")
_WORKING_ON = message("Working on")

_NAME_SIZES = (108.0, 48.0)
_ON_TWO_LINES = 0.44
"""How large a name on two lines gets, in heights of its room: letters above and below stand clear of what is near."""
_LABEL_AT, _STORY_AT, _FACTS_AT = 81.0, 46.0, 17.0
"""How far above the header's foot the last lines stand: an accent on a capital of the story is clear of the mark."""
_LABEL, _STORY, _FACTS = 15.0, 33.0, (21.0, 20.0)
_SMALLEST_STORY = 22.0
_STORY_COLUMN, _STORY_GAP = 350.0, 28.0
"""Where the second behavior begins; further right if the first one is longer, smaller if both are too long."""
_CAP_HEIGHT = 0.72
_LINE = 0.92


def draw(page: Page, grid: PosterGrid, look: Look, card: Scorecard, name: str, story: Story) -> None:
    """Draw the header.

    Args:
        page: Where to draw.
        grid: Where everything stands.
        look: Colours and language.
        card: Whose poster it is.
        name: The team's name as it can be set.
        story: What its scores tell.

    Raises:
        DoesNotFitError: The name is too long.
    """
    panels.header_ground(page, look.theme, grid.paper.width, grid.header)
    mark, right = Mark(look.language.say(SAMPLE)), grid.margin + grid.width
    with page.element("P"):
        eyebrow_line(page, grid, look, right - mark.wide if card.sample else None)
    if card.sample:
        mark.draw(page, look.theme, right, EYEBROW_AT)
    _name(page, grid, look, name, f"the name of team {card.team},")
    _tell(page, grid, look, story)
    facts = fit(
        _facts(look.language, card),
        Face.MEDIUM,
        grid.width,
        sizes=_FACTS,
        leading=(_FACTS[0],),
        what="the extra mile",
    )
    with page.element("P"):
        page.text(grid.margin, grid.header - _FACTS_AT, facts.lines[0], Face.MEDIUM, facts.size, look.theme.on_ground)


def eyebrow_line(page: Page, grid: PosterGrid, look: Look, end: float | None = None) -> None:
    """What all these posters are called, for an element that is open; clear of what begins at ``end``.

    Raises:
        DoesNotFitError: It is too long.
    """
    said = look.language.say(EYEBROW).upper()
    room = grid.width if end is None else end - grid.margin - _BESIDE_MARK
    letters = room - _EYEBROW_SPACING * len(said)
    fitted = fit(said, Face.BOLD, letters, sizes=_EYEBROW, leading=(_EYEBROW[0],), what="the posters' title")
    page.text(grid.margin, EYEBROW_AT, said, Face.BOLD, fitted.size, look.theme.glow, spacing=_EYEBROW_SPACING)


def _name(page: Page, grid: PosterGrid, look: Look, said: str, what: str) -> None:
    """The hero of the sheet, in the middle of its room."""
    top, bottom = EYEBROW_AT, grid.header - _LABEL_AT - _LABEL * _CAP_HEIGHT
    leading = (_NAME_SIZES[0], (bottom - top) * _ON_TWO_LINES, _NAME_SIZES[1])
    name = fit(said, Face.BLACK, grid.width, sizes=_NAME_SIZES, leading=leading, what=what)
    pitch = name.size * _LINE
    tall = name.size * _CAP_HEIGHT + pitch * (len(name.lines) - 1)
    baseline = (top + bottom + tall) / 2 - pitch * (len(name.lines) - 1)
    optical = name.size * 0.06
    with page.element("H1"):
        for index, line in enumerate(name.lines):
            page.text(
                grid.margin - optical,
                baseline + index * pitch,
                line,
                Face.BLACK,
                name.size,
                look.theme.on_ground,
            )


def _tell(page: Page, grid: PosterGrid, look: Look, story: Story) -> None:
    """Strength and working on, side by side; or one sentence where the numbers tell no such story."""
    told = [behavior for behavior in (story.strength, story.working_on) if behavior is not None]
    if not told:
        _say(page, grid, look, story)
        return
    widths = [width(look.language.say(behavior.label), Face.BOLD, 1.0) for behavior in told]
    room = grid.width - _STORY_GAP * (len(told) - 1)
    size = max(_SMALLEST_STORY, min(_STORY, int(room / sum(widths) * 4) / 4))
    x = grid.margin
    for behavior, wide in zip(told, widths, strict=True):
        _mark(page, grid, look, x, is_strength=behavior is story.strength)
        with page.element("P"):
            label = look.language.say(_STRENGTH if behavior is story.strength else _WORKING_ON)
            y = grid.header - _LABEL_AT
            page.text(x + 22, y, label.upper(), Face.BOLD, _LABEL, look.theme.mist, spacing=1.2)
            said = look.language.say(behavior.label)
            page.text(x, grid.header - _STORY_AT, said, Face.BOLD, size, look.theme.on_ground)
        column = grid.margin + min(_STORY_COLUMN, grid.width - widths[-1] * size)
        x = max(column, x + wide * size + _STORY_GAP)


def _mark(page: Page, grid: PosterGrid, look: Look, x: float, *, is_strength: bool) -> None:
    """The mark that the behaviour's row bears too: full for a strength, open for what is worked on."""
    y = grid.header - _LABEL_AT - _LABEL * _CAP_HEIGHT / 2
    if is_strength:
        page.disc(x + 7, y, 7, look.theme.glow)
    else:
        page.ring(x + 7, y, 5.5, look.theme.glow, 3)


def _say(page: Page, grid: PosterGrid, look: Look, story: Story) -> None:
    said = fit(
        _sentence(look.language, story),
        Face.BOLD,
        grid.width,
        sizes=(_STORY, _SMALLEST_STORY),
        leading=(_STORY,),
        what="the story",
    )
    with page.element("P"):
        page.text(grid.margin, grid.header - _STORY_AT - 8, said.lines[0], Face.BOLD, said.size, look.theme.on_ground)


def _sentence(language: Language, story: Story) -> str:
    if not story.released:
        return language.say("Our first scores are on their way.")
    if story.all_good:
        return language.say("A strength in all seven ways.")
    return language.say("No single strength stands out yet.")


def _facts(language: Language, card: Scorecard) -> str:
    """How many voices, and how many of them saw the extra mile; a poster never says that nobody did."""
    check_ins, yes = card.scores.check_ins, card.scores.extra_mile[1]
    if not check_ins:
        return language.say("Be one of the first voices.")
    if not yes:
        return language.say_many(
            "{n} check-in from the teams we serve.", "{n} check-ins from the teams we serve.", check_ins
        )
    return language.say_many(
        "{yes} of {n} check-in said: they went the extra mile.",
        "{yes} of {n} check-ins said: they went the extra mile.",
        check_ins,
        yes=language.number(yes),
    )
