"""What a tagged team poster costs: as bytes in a warm process, against others on a sheet of a like design."""

import json
from collections.abc import Callable, Iterable, Iterator
from ctypes.util import find_library
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, cast

import fontpkg_lato

from posters.drawing.icons import Icon, icon_of
from posters.drawing.theme import Theme, spell, theme_of
from posters.sheets import words
from posters.sheets.story import story_of
from posters.sheets.team.voices import sharper
from store.behaviors import BEHAVIORS, Behavior
from store.language import ENGLISH
from store.scorecard import Score, Scorecard
from tests.benchmarks import table
from tests.benchmarks.cards import card
from tests.benchmarks.data import Data
from tests.benchmarks.measure import alternate, installed, seconds
from tests.benchmarks.sizes import Size
from tests.benchmarks.table import Row
from tests.benchmarks.weasyprint_poster import weasyprint_poster
from tests.posters.wall import wall_poster

_TEMPLATE = Path(__file__).with_name("poster.typ")
_TYPST, _WEASYPRINT = "typst, like design", "WeasyPrint, like design"
_OF_TYPST, _OF_WEASYPRINT = 0.8, 0.06
"""The share of their time that we may take."""
_HUES = ("ink", "accent", "glow", "mist", "muted", "line", "soft", "band")
_ICON_SIZE = 0.5472

_Render = Callable[[Scorecard], bytes]


def measure(made: Data, size: Size) -> Iterator[Row]:
    """One poster, and many in a row, each with other names and figures; both sides turn a scorecard into bytes."""
    cards = [card(number) for number in range(size.posters)]
    few = cards[:20]
    typst = _typst(made.fresh("poster.typ"), theme_of()) if installed("typst") else None
    can_weasyprint = installed("weasyprint") and find_library("pango-1.0")
    weasyprint = weasyprint_poster(partial(_said, theme=theme_of())) if can_weasyprint else None
    for render in filter(None, (wall_poster, typst, weasyprint)):
        assert render(cards[0]).startswith(b"%PDF")
    for peer, name, limit in ((typst, _TYPST, _OF_TYPST), (weasyprint, _WEASYPRINT, _OF_WEASYPRINT)):
        ours, theirs = _in_turns(size.runs, _median_of, few, peer)
        yield table.faster("one tagged team poster", ours, name, theirs, limit)
    ours, theirs = _in_turns(size.runs, _total_of, cards, typst)
    yield table.faster(f"{size.posters:,} tagged team posters", ours, _TYPST, theirs, _OF_TYPST)


def _in_turns(
    runs: int, measured: Callable[[_Render, list[Scorecard]], float], cards: list[Scorecard], peer: _Render | None
) -> tuple[list[float], list[float]]:
    """What we take for some cards, and what a peer takes; nothing for one that is missing."""
    results = alternate(runs, *(partial(measured, render, cards) for render in (wall_poster, peer) if render))
    return results[0], results[1] if len(results) > 1 else []


def _median_of(render: _Render, cards: Iterable[Scorecard]) -> float:
    return median(seconds(partial(render, card)) for card in cards)


def _total_of(render: _Render, cards: Iterable[Scorecard]) -> float:
    return sum(seconds(partial(render, card)) for card in cards)


def _typst(path: Path, theme: Theme) -> _Render:
    """A warm typst compiler for the same poster, tagged for PDF/UA-1 as ours is."""
    import typst  # noqa: PLC0415  # a peer that may be missing

    icons = ", ".join(_icon(icon_of(behavior)) for behavior in BEHAVIORS)
    path.write_text(f"#let icons = ({icons})\n{_TEMPLATE.read_text(encoding='utf-8')}", encoding="utf-8")
    fonts = fontpkg_lato.ROOT / "files"
    compiler = typst.Compiler(str(path), font_paths=[str(fonts)], ignore_system_fonts=True)

    def render(card: Scorecard) -> bytes:
        said = {"card": json.dumps(_said(card, theme))}
        return cast(bytes, compiler.compile(sys_inputs=said, pdf_standards="ua-1"))

    return render


def _said(card: Scorecard, theme: Theme) -> dict[str, Any]:
    """All that the poster says, as our own says it."""
    story = story_of(card.scores, card.minimum)
    window, more = card.window, sharper(card.scores)
    assert more is not None
    return {
        "theme": {hue: spell(getattr(theme, hue)) for hue in _HUES},
        "name": card.name,
        "organisation": card.organisation,
        "owner": f"{card.organisation} · {card.department}",
        "strength": story.strength.label if story.strength else None,
        "working-on": story.working_on.label if story.working_on else None,
        "sentence": "A strength in all seven ways." if story.all_good else "No single strength stands out yet.",
        "facts": f"{card.scores.extra_mile[1]} of {card.scores.check_ins} check-ins said: they went the extra mile.",
        "days": ENGLISH.days(window.first, window.last),
        "rows": [_row(behavior, card.scores[behavior]) for behavior in BEHAVIORS],
        "thanks": f"Thank you for {card.scores.check_ins} check-ins.",
        "hope": "Your answers show us what you value, and what we can do better. Please keep them coming.",
        "call": "Go to the terminal: seven quick answers, and nobody asks your name.",
        "promise": f"Scores move in groups of at least {card.minimum} answers, "
        "so that no single voice can be picked out.",
        "sharper": f"{more.answers} more answers would make the bars about {more.percent}% shorter.",
        "replace": f"As of {words.day(ENGLISH, window.on)} · please replace after "
        f"{words.day(ENGLISH, window.on + timedelta(days=30))}",
    }


def _row(behavior: Behavior, score: Score) -> dict[str, Any]:
    mean, likely = score.mean, score.likely_range
    assert mean is not None
    assert likely is not None
    low, high = (words.score(ENGLISH, end) for end in likely)
    trend = "rising" if score.change == "up" else "steady"
    return {
        "number": behavior.number,
        "label": behavior.label,
        "act": behavior.act,
        "mean": mean,
        "low": likely[0],
        "high": likely[1],
        "shown": words.score(ENGLISH, mean),
        "facts": f"{score.n} answers · likely {low}–{high}",
        "alt": f"{behavior.label}: {mean:.1f} of 5, likely between {low} and {high}, {score.n} answers, {trend}",
        "rising": score.change == "up",
    }


def _icon(icon: Icon) -> str:
    """An icon as a function of its colour, in typst's language."""
    curves = []
    for stroke in icon.strokes:
        curves.append(f"curve.move({_point(stroke.start)})")
        for step in stroke.steps:
            points = [_point(step[at : at + 2]) for at in range(0, len(step), 2)]
            curves.append(f"curve.{'line' if len(points) == 1 else 'cubic'}({', '.join(points)})")
    pen = f'(paint: ink, thickness: {icon.thickness * _ICON_SIZE:.3f}pt, cap: "round", join: "round")'
    drawn = [f"place(top + left, curve(stroke: {pen}, {', '.join(curves)}))"]
    for x, y, radius in icon.dots:
        dx, dy = (f"{(middle - radius) * _ICON_SIZE:.3f}pt" for middle in (x, y))
        dot = f"circle(radius: {radius * _ICON_SIZE:.3f}pt, fill: ink)"
        drawn.append(f"place(top + left, dx: {dx}, dy: {dy}, {dot})")
    return f"ink => box(width: 54.72pt, height: 54.72pt, {{ {'; '.join(drawn)} }})"


def _point(place: tuple[float, ...]) -> str:
    x, y = place
    return f"({x * _ICON_SIZE:.3f}pt, {y * _ICON_SIZE:.3f}pt)"
