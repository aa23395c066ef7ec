"""What stands around the rows of the poster for a wall: what the marks mean, thanks, and how to check in."""

from posters.drawing import charts, panels, qr
from posters.drawing.page import Page
from posters.drawing.paper import Box, PosterGrid
from posters.drawing.theme import WHITE
from posters.drawing.type import Face, width
from posters.sheets.look import Look
from posters.sheets.team import foot
from posters.sheets.team.extras import Extras
from posters.sheets.team.grid import KEY_AT
from posters.sheets.team.voices import sharper
from store.language import Language
from store.scorecard import Scorecard

_KEY_SIZE = 15.0
_BAND = 30.0
_CALL, _CALL_WITH_CODE = 0.34, 0.39
"""Shares of the width."""
_CODE_RIM, _CODE = 8.0, 104.0
_PRAISE = (20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0)
_CALL_TEXT = (19.0, 18.0, 17.0, 16.0, 15.0, 14.0)


def key(page: Page, grid: PosterGrid, look: Look, card: Scorecard) -> None:
    """Draw the line under the header: which days count, and what the marks on the scales mean."""
    language, theme = look.language, look.theme
    baseline, left, right = grid.header + KEY_AT, grid.margin, grid.margin + grid.width
    with page.element("P"):
        days = language.days(card.window.first, card.window.last)
        page.text(left, baseline, days, Face.MEDIUM, _KEY_SIZE, theme.muted)
    if not any(score.n for score in card.scores.behaviors):
        return
    average, likely = language.say("average, 1 never to 5 always"), language.say("likely range")
    x = right - width(likely, Face.MEDIUM, _KEY_SIZE)
    band = x - 8 - _BAND
    start = band - 24 - width(average, Face.MEDIUM, _KEY_SIZE)
    charts.dot(page, theme, start - 13, baseline - 5)
    with page.element("P"):
        page.text(start, baseline, average, Face.MEDIUM, _KEY_SIZE, theme.muted)
    charts.band(page, theme, band, band + _BAND, baseline - 5, thickness=14)
    with page.element("P"):
        page.text(x, baseline, likely, Face.MEDIUM, _KEY_SIZE, theme.muted)


def draw(page: Page, grid: PosterGrid, look: Look, card: Scorecard, extras: Extras) -> None:
    """Draw the foot.

    Raises:
        DoesNotFitError: The praise or the action is too long.
    """
    box = grid.foot_box
    wide = box.width * (_CALL_WITH_CODE if extras.link else _CALL)
    thanks = Box(box.left, box.top, box.width - wide - foot.GAP, box.height)
    call = Box(thanks.right + foot.GAP, box.top, wide, box.height)
    _thank(page, look, thanks, card, extras)
    promise = look.language.say(
        "Scores move in groups of at least {minimum} answers, so that no single voice can be picked out.",
        minimum=look.language.number(card.minimum),
    )
    foot.small_print(page, grid, look, box.left, thanks.width, promise)
    _call(page, look, call, extras.link)
    hint = how_to_sharpen(look.language, card)
    if hint:
        foot.small_print(page, grid, look, call.left, call.width, hint)


def _thank(page: Page, look: Look, box: Box, card: Scorecard, extras: Extras) -> None:
    """Praise and action side by side, or the one there is, or thanks to those who answered."""
    told = _told(look.language, extras)
    if not told:
        _thank_voices(page, look, box, card)
        return
    wide = (box.width - foot.GAP * (len(told) - 1)) / len(told)
    for index, (label, said, what) in enumerate(told):
        panel = Box(box.left + index * (wide + foot.GAP), box.top, wide, box.height)
        panels.quiet_panel(page, look.theme, panel)
        rest = foot.label(page, panel, label, look.theme.muted)
        foot.sentences(page, rest, said, look.theme.ink, _PRAISE, what)


def _told(language: Language, extras: Extras) -> list[tuple[str, str, str]]:
    """Label and text of each panel, and what it is, for an error."""
    action = [(language.say("Our next step"), extras.action, "the action")] if extras.action else []
    if extras.praise is None:
        return action
    month = language.month(extras.praise.month)
    label = language.say("Thank you") if action else language.say("Thank you, {month}", month=month)
    return [(label, extras.praise.text, "the praise"), *action]


def _thank_voices(page: Page, look: Look, box: Box, card: Scorecard) -> None:
    language, theme = look.language, look.theme
    panels.quiet_panel(page, theme, box)
    if not card.scores.check_ins:
        rest = foot.title(page, box, language.say("Did we serve you well?"), theme.ink)
        said = language.say(
            "Scores appear once {minimum} of you have answered. Until then nobody sees any.",
            minimum=language.number(card.minimum),
        )
    else:
        thanks = language.say_many("Thank you for {n} check-in.", "Thank you for {n} check-ins.", card.scores.check_ins)
        rest = foot.title(page, box, thanks, theme.ink)
        said = language.say("Your answers show us what you value, and what we can do better. Please keep them coming.")
    foot.sentences(page, rest, said, theme.ink, _PRAISE[1:], "the thanks")


def how_to_sharpen(language: Language, card: Scorecard) -> str | None:
    """What more voices would do, as a sentence; None if nothing is left to sharpen."""
    more = sharper(card.scores)
    if more is None:
        return None
    return language.say_many(
        "{n} more answer would make the bars about {percent}% shorter.",
        "{n} more answers would make the bars about {percent}% shorter.",
        more.answers,
        percent=language.number(more.percent),
    )


def _call(page: Page, look: Look, box: Box, link: str | None) -> None:
    """What the reader can do."""
    language, theme = look.language, look.theme
    panels.loud_panel(page, theme, box)
    room = box
    if link:
        side = min(_CODE, box.height - 2 * _CODE_RIM)
        rim = (box.height - side) / 2
        code = Box(box.right - rim - side, box.top + rim, side, side)
        room = Box(box.left, box.top, code.left - box.left + _CODE_RIM, box.height)
        said = language.say("Scan this, or go to the terminal. No names.")
    else:
        said = language.say("Go to the terminal: seven quick answers, and nobody asks your name.")
    rest = foot.title(page, room, language.say("Check in"), theme.on_ground)
    foot.sentences(page, rest, said, theme.mist, _CALL_TEXT, "the call")
    if link:
        with page.figure(language.say("QR code: check in at {link}", link=link), code):
            page.fill(code, WHITE, radius=6)
            qr.draw(page, link, code.inset(2), theme.ink)
