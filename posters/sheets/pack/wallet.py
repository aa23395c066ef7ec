"""The wallet cards: a behavior on the front, a promise on the back, and one card with all seven."""

from collections.abc import Callable, Sequence

from posters.drawing.icons import icon_of
from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.sheet import Side
from posters.drawing.theme import Color
from posters.drawing.type import Face, fit
from posters.sheets.handout.masthead import MARGIN
from posters.sheets.look import Look
from posters.sheets.office_paper import office_paper
from posters.sheets.pack.chapter import Chapter, foot
from posters.sheets.pack.wallet_grid import WalletGrid
from posters.texts.training.cards import CARD_LINES
from store.behaviors import BEHAVIORS, Behavior

_PAD = 16.0
_DISC, _ICON = 54.0, 37.0
_NAME_SIZES, _NAME_LEADING = (21.0, 12.0), (21.0, 19.0, 15.0)
_ACT_SIZES, _ACT_LEADING = (12.0, 9.5), (12.0, 12.0, 11.0)
_PLEDGE_SIZES, _PLEDGE_LEADING = (17.0, 11.0), (17.0, 17.0, 16.0, 14.0)
_SMALL = 9.5
_LIST_SIZES, _LIST_PITCH = (10.5, 9.0), 13.4
_PITCH = 1.18
_TITLE_AT, _LINE_AT = 62.0, 80.0

Draw = Callable[[Page, Look, Box], None]


def wallet_cards(look: Look) -> Chapter:
    """Fronts and backs, on the two sides of one paper."""
    title = look.language.say("Wallet cards")
    grid = WalletGrid(office_paper(look.paper))

    def sides(first: int) -> Sequence[Side]:
        return (
            Side(grid.paper, lambda page: _fronts(page, look, grid, title, first)),
            Side(grid.paper, lambda page: _backs(page, look, grid, first + 1)),
        )

    return Chapter(title, sides, on_odd=True)


def _fronts(page: Page, look: Look, grid: WalletGrid, title: str, number: int) -> None:
    theme, say = look.theme, look.language.say
    with page.element("H2"):
        page.text(MARGIN, _TITLE_AT, title, Face.BLACK, 26, theme.ink)
    _line(page, look, grid, say("Print this page and the next on both sides, turned on the long edge; then cut."))
    for index, behavior in enumerate(BEHAVIORS):
        _front(page, look, grid.front(index), behavior)
    _all_seven(page, look, grid.front(len(BEHAVIORS)))
    _around(page, look, grid, number)


def _backs(page: Page, look: Look, grid: WalletGrid, number: int) -> None:
    _line(page, look, grid, look.language.say("The backs of the wallet cards."))
    for index, behavior in enumerate(BEHAVIORS):
        _back(page, look, grid.back(index), behavior)
    _this_week(page, look, grid.back(len(BEHAVIORS)))
    _around(page, look, grid, number)


def _line(page: Page, look: Look, grid: WalletGrid, text: str) -> None:
    """One sentence above the cards."""
    room = grid.paper.width - 2 * MARGIN
    fitted = fit(text, Face.MEDIUM, room, sizes=(11.5, 9.0), leading=(11.5,), what="the line above the cards")
    with page.element("P"):
        page.text(MARGIN, _LINE_AT, fitted.lines[0], Face.MEDIUM, fitted.size, look.theme.muted)


def _around(page: Page, look: Look, grid: WalletGrid, number: int) -> None:
    """Cut marks and page number."""
    for x0, y0, x1, y1 in grid.marks():
        page.line(x0, y0, x1, y1, look.theme.muted, 0.6)
    foot(page, look, number)


def _front(page: Page, look: Look, card: Box, behavior: Behavior) -> None:
    """Icon, number and name; below them what others can see."""
    theme, say, lines = look.theme, look.language.say, CARD_LINES[behavior]
    inner = card.inset(_PAD)
    x, y = inner.left + _DISC / 2, inner.top + _DISC / 2 + 4
    if theme.saves_toner:
        page.ring(x, y, _DISC / 2 - 1.2, theme.ink, 2.4)
    else:
        page.disc(x, y, _DISC / 2, theme.accent)
    icon_color = theme.ink if theme.saves_toner else theme.on_accent
    page.icon(icon_of(behavior), Box(x - _ICON / 2, y - _ICON / 2, _ICON, _ICON), icon_color)
    left = inner.left + _DISC + 14
    with page.element("H3"):
        numbered = f"{behavior.number} {say(lines.label)}"
        _block(page, numbered, Face.BLACK, Box(left, y - 40, inner.right - left, 80), theme.ink)
    with page.element("P"):
        act = fit(
            say(lines.act), Face.MEDIUM, inner.width, sizes=_ACT_SIZES, leading=_ACT_LEADING, what="a card's line"
        )
        for index, line in enumerate(act.lines):
            baseline = inner.bottom - 4 - (len(act.lines) - 1 - index) * act.size * 1.3
            page.text(inner.left, baseline, line, Face.MEDIUM, act.size, theme.ink)


def _block(page: Page, text: str, face: Face, box: Box, color: Color) -> None:
    """A name in the middle of a box's height."""
    fitted = fit(text, face, box.width, sizes=_NAME_SIZES, leading=_NAME_LEADING, what="a behavior's name")
    pitch = fitted.size * _PITCH
    first = box.middle[1] + fitted.size * 0.36 - (len(fitted.lines) - 1) * pitch / 2
    for index, line in enumerate(fitted.lines):
        page.text(box.left, first + index * pitch, line, face, fitted.size, color)


def _back(page: Page, look: Look, card: Box, behavior: Behavior) -> None:
    """The promise."""
    theme, say, lines = look.theme, look.language.say, CARD_LINES[behavior]
    inner = card.inset(_PAD)
    with page.element("P"):
        page.text(inner.left, inner.top + _SMALL, say("My promise:"), Face.BOLD, _SMALL, theme.muted)
    pledge = fit(
        say(lines.pledge), Face.BLACK, inner.width, sizes=_PLEDGE_SIZES, leading=_PLEDGE_LEADING, what="a promise"
    )
    with page.element("P"):
        pitch = pledge.size * 1.25
        first = inner.middle[1] + pledge.size * 0.36 - (len(pledge.lines) - 1) * pitch / 2
        for index, line in enumerate(pledge.lines):
            page.text(inner.left, first + index * pitch, line, Face.BLACK, pledge.size, theme.ink)
    with page.element("P"):
        label = f"{behavior.number} {say(lines.label)}"
        page.text(inner.left, inner.bottom - 3, label, Face.MEDIUM, _SMALL, theme.muted)


def _all_seven(page: Page, look: Look, card: Box) -> None:
    """The front of the eighth card."""
    theme, say = look.theme, look.language.say
    inner = card.inset(_PAD)
    title = fit(
        say("Seven ways we serve each other"),
        Face.BLACK,
        inner.width,
        sizes=(13, 10),
        leading=(13,),
        what="a card's title",
    )
    with page.element("H3"):
        page.text(inner.left, inner.top + 11, title.lines[0], Face.BLACK, title.size, theme.ink)
    with page.element("L"):
        for behavior in BEHAVIORS:
            baseline = inner.top + 32 + (behavior.number - 1) * _LIST_PITCH
            name = fit(
                say(behavior.label), Face.BOLD, inner.width - 16, sizes=_LIST_SIZES, leading=(10.5,), what="a name"
            )
            with page.element("LI"):
                with page.element("Lbl"):
                    page.text(inner.left, baseline, str(behavior.number), Face.MEDIUM, _LIST_SIZES[0], theme.muted)
                with page.element("LBody"):
                    page.text(inner.left + 16, baseline, name.lines[0], Face.BOLD, name.size, theme.ink)


def _this_week(page: Page, look: Look, card: Box) -> None:
    """Its back, to write on."""
    inner = card.inset(_PAD)
    title = fit(
        look.language.say("This week I practice:"),
        Face.BLACK,
        inner.width,
        sizes=(17, 11),
        leading=(17,),
        what="a line",
    )
    with page.element("P"):
        page.text(inner.left, inner.top + 15, title.lines[0], Face.BLACK, title.size, look.theme.ink)
    for number in range(1, 4):
        page.rule(inner.left, inner.right, inner.top + 20 + number * 29, look.theme.muted, 0.7)
