"""The team poster: seven behaviours with their scores, for a wall."""

from datetime import timedelta

from posters.drawing import glyphs
from posters.drawing.page import Page
from posters.drawing.paper import TABLOID, Box, PosterGrid
from posters.drawing.sheet import About, Sheet, Side
from posters.drawing.theme import WHITE, Theme
from posters.drawing.type import Face, Fitted, fit, known_characters
from posters.sheets import team_foot, team_row, words
from posters.sheets.story import Story, story_of
from store.behaviors import BEHAVIORS, Behavior
from store.scorecard import Scorecard

GRID = PosterGrid(
    paper=TABLOID,
    margin=48,
    header=318,
    first_row=322,
    row=103,
    rows=len(BEHAVIORS),
    foot=(1058, 106),
    imprint=1190,
)

_EYEBROW = "SEVEN WAYS WE SERVE EACH OTHER"
_EYEBROW_AT = 52.0
_NAME_SIZES = (108.0, 48.0)
_NAME_LEADING = (108.0, 72.0, 48.0)
"""The largest size for one, two and three lines: what the header's height takes."""
_NAME_TOP, _NAME_BOTTOM = 71.0, 201.0
_LABEL_AT, _STORY_AT, _FACTS_AT = 231.0, 264.0, 296.0
_LABEL, _STORY = 15.0, 33.0
_STORY_COLUMN, _STORY_GAP = 350.0, 36.0
"""Where the second behavior begins; further right if the first one is the longest."""
_CAP_HEIGHT = 0.72
_LINE = 0.96


def team_sheet(card: Scorecard, theme: Theme) -> Sheet:
    """The poster of one team.

    Raises:
        DoesNotFitError: The team's or the organisation's name is too long for the sheet.
    """
    name = team_name(card)
    story = story_of(card.scores, card.minimum)

    def draw(page: Page) -> None:
        _header(page, card, name, story, theme)
        for index, behavior in enumerate(BEHAVIORS):
            team_row.draw(page, theme, GRID.row_box(index), behavior, card.scores[behavior], story)
        team_foot.draw(page, theme, GRID.foot_box, card, released=story.released)
        _imprint(page, card, theme)

    return Sheet(_about(card, name), (Side(GRID.paper, draw, seam=GRID.row_box(3).bottom),), notes(card))


def _about(card: Scorecard, name: str) -> About:
    return About(
        title=f"{name}, as of {words.day(card.window.on)}",
        author=_settable(card.organisation).text,
        subject=f"Team poster: {_EYEBROW.lower()}, {words.days(card.window)}",
        on=card.window.on,
    )


def team_name(card: Scorecard) -> str:
    """The team's name as it can be set; its key if the typeface has not one letter of the name."""
    name = _settable(card.name)
    return name.text if name.legible else card.team


def notes(card: Scorecard) -> tuple[str, ...]:
    """One sentence for each name that cannot be set as it is written."""
    name = _settable(card.name)
    if not name.legible:
        return (f"{_FAMILY} has no letter of the name of team {card.team}; the poster shows that key instead.",)
    return tuple(
        f'{what} "{text.text}": {_FAMILY} has no {_spell(text.missing)}; the poster shows {glyphs.FALLBACK} instead.'
        for what, text in (("Team", name), ("Organisation", _settable(card.organisation)))
        if text.missing
    )


_FAMILY = "Lato"


def _spell(characters: tuple[str, ...]) -> str:
    shown = ", ".join(f"U+{ord(char):04X}" for char in characters[:5])
    return shown + (f" and {len(characters) - 5} more" if len(characters) > 5 else "")


def _settable(text: str) -> glyphs.Settable:
    return glyphs.settable(text, known_characters(Face.BLACK))


def _header(page: Page, card: Scorecard, name: str, story: Story, theme: Theme) -> None:
    left, right = GRID.margin, GRID.paper.width - GRID.margin
    page.fill(Box(0, 0, GRID.paper.width, GRID.header), theme.ink)
    with page.element("P"):
        page.text(left, _EYEBROW_AT, _EYEBROW, Face.BOLD, 20, theme.glow, spacing=1.6)
    if card.sample:
        tag = Box(right - 138, _EYEBROW_AT - 19, 138, 28)
        page.fill(tag, theme.accent, radius=14)
        with page.element("P"):
            page.text(
                tag.left + 69, _EYEBROW_AT, "SAMPLE DATA", Face.BOLD, 15, theme.on_accent, align="center", spacing=1.2
            )
    fitted = fit(
        name,
        Face.BLACK,
        GRID.width,
        sizes=_NAME_SIZES,
        leading=_NAME_LEADING,
        what=f"the name of team {card.team},",
    )
    _name(page, fitted, left)
    _tell(page, story, theme)
    facts = fit(_facts(card), Face.MEDIUM, GRID.width, sizes=(19, 15), leading=(19,), what="the dates")
    with page.element("P"):
        page.text(left, _FACTS_AT, facts.lines[0], Face.MEDIUM, facts.size, theme.mist)


def _name(page: Page, name: Fitted, left: float) -> None:
    """The hero of the sheet, in the middle of its room."""
    pitch = name.size * _LINE
    tall = name.size * _CAP_HEIGHT + pitch * (len(name.lines) - 1)
    baseline = (_NAME_TOP + _NAME_BOTTOM + tall) / 2 - pitch * (len(name.lines) - 1)
    optical = name.size * 0.06
    with page.element("H1"):
        for index, line in enumerate(name.lines):
            page.text(left - optical, baseline + index * pitch, line, Face.BLACK, name.size, WHITE)


def _tell(page: Page, story: Story, theme: Theme) -> None:
    """Strength and working on, side by side; or one sentence where the numbers tell no such story."""
    x = GRID.margin
    if story.strength is None and story.working_on is None:
        with page.element("P"):
            page.text(x, _STORY_AT - 6, _sentence(story), Face.BOLD, _STORY, WHITE)
    if story.strength is not None:
        page.disc(x + 7, _LABEL_AT - 5, 7, theme.glow)
        x += max(_STORY_COLUMN, _told(page, theme, x, "OUR STRENGTH", story.strength) + _STORY_GAP)
    if story.working_on is not None:
        page.ring(x + 7, _LABEL_AT - 5, 5.5, theme.glow, 3)
        _told(page, theme, x, "WORKING ON", story.working_on)


def _told(page: Page, theme: Theme, x: float, label: str, behavior: Behavior) -> float:
    """One part of the story; gives its width."""
    with page.element("P"):
        page.text(x + 22, _LABEL_AT, label, Face.BOLD, _LABEL, theme.mist, spacing=1.2)
        return page.text(x, _STORY_AT, behavior.label, Face.BOLD, _STORY, WHITE)


def _sentence(story: Story) -> str:
    if not story.released:
        return "Our first scores are on their way."
    return "A strength in all seven ways." if story.all_good else "No single strength stands out yet."


def _facts(card: Scorecard) -> str:
    """How many voices, from when to when, as seen on which day."""
    facts = [words.days(card.window), f"as of {words.day(card.window.on)}"]
    if card.scores.check_ins:
        facts.insert(0, words.count(card.scores.check_ins, "check-in", "check-ins"))
    return "  ·  ".join(facts)


def _imprint(page: Page, card: Scorecard, theme: Theme) -> None:
    """Whose sheet it is, and until when."""
    right, baseline = GRID.margin + GRID.width, GRID.imprint
    replace = f"Please replace after {words.day(card.window.on + timedelta(days=30))}."
    with page.element("P"):
        wide = page.text(right, baseline, replace, Face.MEDIUM, 15, theme.muted, align="right")
    owner = _settable(" · ".join(part for part in (card.organisation, card.department) if part)).text
    room = GRID.width - wide - 24
    fitted = fit(owner, Face.BOLD, room, sizes=(16, 14), leading=(16, 14), what="the organisation's name")
    first = baseline - (fitted.size * 0.6 if len(fitted.lines) > 1 else 0)
    with page.element("P"):
        for index, line in enumerate(fitted.lines):
            y = first + index * fitted.size * 1.15
            page.text(GRID.margin, y, line.removesuffix(" ·"), Face.BOLD, fitted.size, theme.ink)
