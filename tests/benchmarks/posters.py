"""What a team poster costs: as bytes in a warm process, against typst on a sheet of a like design."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, cast

import fontpkg_lato

from posters.drawing.icons import Icon, icon_of
from posters.drawing.theme import Theme, spell, theme_of
from posters.render import team_poster
from posters.sheets import words
from posters.sheets.story import story_of
from store.behaviors import BEHAVIORS, Behavior
from store.scorecard import Score, Scorecard, Scores, Window
from tests.benchmarks import table
from tests.benchmarks.data import DAYS, LAST, Data
from tests.benchmarks.measure import alternate, installed, seconds
from tests.benchmarks.sizes import Size
from tests.benchmarks.table import Row

_TEMPLATE = Path(__file__).with_name("poster.typ")
_PEER = "typst, like design"
_HUES = ("ink", "accent", "glow", "mist", "muted", "line", "soft", "band")
_ICON_SIZE = 0.56

_Render = Callable[[Scorecard], bytes]


def measure(made: Data, size: Size) -> Iterator[Row]:
    """One poster, and many in a row, each with other names and figures; both sides turn a scorecard into bytes."""
    cards = [_card(number) for number in range(size.posters)]
    renders: list[_Render] = [team_poster]
    if installed("typst"):
        renders.append(_typst(made.fresh("poster.typ"), theme_of()))
    for render in renders:
        assert render(cards[0]).startswith(b"%PDF")
    few = cards[:20]
    single = alternate(size.runs, *(partial(_median_of, render, few) for render in renders))
    yield table.faster("one team poster", single[0], _PEER, single[1] if len(single) > 1 else [], 1.0)
    all_ = alternate(size.runs, *(partial(_total_of, render, cards) for render in renders))
    yield table.faster(f"{size.posters:,} team posters", all_[0], _PEER, all_[1] if len(all_) > 1 else [], 1.0)


def _median_of(render: _Render, cards: Iterable[Scorecard]) -> float:
    return median(seconds(partial(render, card)) for card in cards)


def _total_of(render: _Render, cards: Iterable[Scorecard]) -> float:
    return sum(seconds(partial(render, card)) for card in cards)


def _card(number: int) -> Scorecard:
    """A team's scorecard; each team has its own name and figures."""
    random = Random(number)
    window = Window(LAST + timedelta(days=1), LAST - timedelta(days=89), LAST)
    scores = tuple(Score(_counts(random, 90), _counts(random, 30), _counts(random, 30)) for _ in BEHAVIORS)
    places = ("North Ward", "Pharmacy", "Kitchen", "Radiology", "Patient Transport", "IT Service Desk")
    return Scorecard(
        organisation="Riverside Hospital",
        sample=False,
        team=f"team-{number:04d}",
        name=f"{places[number % len(places)]} {number + 1}",
        department="Clinical services",
        minimum=5,
        window=window,
        scores=Scores(scores, (random.randrange(40, 60), random.randrange(20, 60))),
        history=(),
    )


def _counts(random: Random, answers: int) -> tuple[int, ...]:
    weights = [random.uniform(0.5, 4) * share for share in (1, 2, 4, 6, 5)]
    drawn = random.choices(range(5), weights, k=answers + random.randrange(DAYS))
    return tuple(drawn.count(value) for value in range(5))


def _typst(path: Path, theme: Theme) -> _Render:
    """A warm typst compiler for the same poster; like ours as they are now, its PDFs carry no tags."""
    import typst  # noqa: PLC0415  # a peer that may be missing

    icons = ", ".join(_icon(icon_of(behavior)) for behavior in BEHAVIORS)
    path.write_text(f"#let icons = ({icons})\n{_TEMPLATE.read_text(encoding='utf-8')}", encoding="utf-8")
    fonts = fontpkg_lato.ROOT / "files"
    compiler = typst.Compiler(str(path), font_paths=[str(fonts)], ignore_system_fonts=True)

    def render(card: Scorecard) -> bytes:
        said = {"card": json.dumps(_said(card, theme))}
        return cast(bytes, compiler.compile(sys_inputs=said, pdf_tags=False))

    return render


def _said(card: Scorecard, theme: Theme) -> dict[str, Any]:
    """All that the poster says, as our own says it."""
    story = story_of(card.scores, card.minimum)
    on = card.window.on
    return {
        "theme": {hue: spell(getattr(theme, hue)) for hue in _HUES},
        "name": card.name,
        "organisation": card.organisation,
        "owner": f"{card.organisation} · {card.department}",
        "strength": story.strength.label if story.strength else None,
        "working-on": story.working_on.label if story.working_on else None,
        "sentence": "A strength in all seven ways." if story.all_good else "No single strength stands out yet.",
        "facts": f"{card.scores.check_ins:,} check-ins  ·  {words.days(card.window)}  ·  as of {words.day(on)}",
        "rows": [_row(behavior, card.scores[behavior]) for behavior in BEHAVIORS],
        "promise": f"Scores move in groups of at least {card.minimum} answers, "
        "so that no single voice can be picked out.",
        "replace": f"Please replace after {words.day(on + timedelta(days=30))}.",
    }


def _row(behavior: Behavior, score: Score) -> dict[str, Any]:
    mean, likely = score.mean, score.likely_range
    assert mean is not None
    assert likely is not None
    return {
        "number": behavior.number,
        "label": behavior.label,
        "act": behavior.act,
        "mean": mean,
        "low": likely[0],
        "high": likely[1],
        "shown": words.number(mean),
        "facts": f"{words.count(score.n, 'answer', 'answers')}  ·  likely {words.span(*likely)}",
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
    return f"ink => box(width: 56pt, height: 56pt, {{ {'; '.join(drawn)} }})"


def _point(place: tuple[float, ...]) -> str:
    x, y = place
    return f"({x * _ICON_SIZE:.3f}pt, {y * _ICON_SIZE:.3f}pt)"
