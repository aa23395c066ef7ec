"""The picture of the service chain: names on plates, arrows between them, numbers on the arrows."""

from posters.drawing import panels
from posters.drawing.page import Page
from posters.drawing.theme import WHITE, Color
from posters.drawing.type import Face
from posters.sheets.chain_links import Chain, Known
from posters.sheets.chain_plan import Arrow, Plan, number_size
from posters.sheets.chain_plates import NAME_PITCH, Name
from posters.sheets.look import Look

_CASING = 3.0
"""White beside an arrow, so that it passes over others like a bridge."""


def draw_picture(page: Page, look: Look, plan: Plan, chain: Chain) -> None:
    """Draw it, within a figure that says the same in words."""
    for arrow in plan.arrows:
        color = look.theme.ink if arrow.link is chain.weakest else look.theme.muted
        page.trail(list(arrow.points), WHITE, arrow.thickness + _CASING)
        _draw_arrow(page, arrow, color)
    for name in plan.names:
        _draw_name(page, look, name)
    size = number_size(sum(arrow.label is not None for arrow in plan.arrows))
    for arrow in plan.arrows:
        _draw_number(page, look, arrow, size, is_weakest=arrow.link is chain.weakest)


def _draw_arrow(page: Page, arrow: Arrow, color: Color) -> None:
    """Draw its line, and a level head from the line's end to the tip."""
    page.trail(list(arrow.points), color, arrow.thickness)
    x, y = arrow.points[-1]
    half = max(abs(arrow.tip[0] - x) * 0.45, arrow.thickness * 0.9)
    page.area([arrow.tip, (x, y - half), (x, y + half)], color)


def in_words(look: Look, chain: Chain, *, scored: bool) -> str:
    """All links, for those who hear the picture."""
    return "; ".join(_link_in_words(look, chain, link, scored=scored) for link in chain.links)


def _link_in_words(look: Look, chain: Chain, link: Known, *, scored: bool) -> str:
    language = look.language
    teams = {"supplier": chain.teams[link.supplier], "customer": chain.teams[link.customer]}
    if link.score is not None:
        score = language.number(link.score.mean, 1)
        return language.say_many(
            "{supplier} serves {customer}: {score} of 5, {n} answer",
            "{supplier} serves {customer}: {score} of 5, {n} answers",
            link.score.n,
            score=score,
            **teams,
        )
    if scored:
        return language.say("{supplier} serves {customer}: nothing to show yet", **teams)
    return language.say("{supplier} serves {customer}", **teams)


def _draw_name(page: Page, look: Look, name: Name) -> None:
    panels.quiet_panel(page, look.theme, name.box, radius=8)
    pitch = name.text.size * NAME_PITCH
    x, middle = name.box.middle
    first = middle - pitch * (len(name.text.lines) - 1) / 2 + name.text.size * 0.35
    for index, line in enumerate(name.text.lines):
        page.text(x, first + index * pitch, line, Face.BOLD, name.text.size, look.theme.ink, align="center")


def _draw_number(page: Page, look: Look, arrow: Arrow, size: float, *, is_weakest: bool) -> None:
    score, box, theme = arrow.link.score, arrow.label, look.theme
    if score is None or box is None:
        return
    page.fill(box, theme.accent if is_weakest else WHITE, radius=box.height / 2)
    if is_weakest:
        page.frame(box.inset(-1), theme.ink, 2.5, radius=box.height / 2 + 1)
    color = theme.on_accent if is_weakest else theme.ink
    text = look.language.number(score.mean, 1)
    page.text(box.middle[0], box.middle[1] + size * 0.36, text, Face.BLACK, size, color, align="center")
