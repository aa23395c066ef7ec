"""Our team poster once more, for WeasyPrint: the same sheet in HTML, tagged for PDF/UA-1 like ours."""

from collections.abc import Callable
from html import escape
from typing import Any, cast

import fontpkg_lato

from posters.drawing.icons import Icon, icon_of
from store.behaviors import BEHAVIORS
from store.scorecard import Scorecard

_WEIGHTS = {"Medium": 500, "Bold": 700, "Black": 900}
_STYLE = """
@page { size: 792pt 1224pt; margin: 0 }
body { margin: 0; font: 500 16pt Lato; color: INK; font-variant-numeric: tabular-nums }
h1, h2, p, figure { margin: 0; font-weight: inherit }
div, h1, h2, p, figure, svg { position: absolute; white-space: nowrap; line-height: 1 }
.wrap { white-space: normal; line-height: 1.19 }
"""


def weasyprint_poster(said: Callable[[Scorecard], dict[str, Any]]) -> Callable[[Scorecard], bytes]:
    """WeasyPrint with its fonts loaded; ``said`` gives what the poster says."""
    from weasyprint import CSS, HTML  # noqa: PLC0415  # a peer that may be missing
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    fonts = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: Lato; font-weight: {weight}; "
        f"src: url({(fontpkg_lato.ROOT / 'files' / f'Lato-{name}.ttf').as_uri()}) }}"
        for name, weight in _WEIGHTS.items()
    )
    faces_css = CSS(string=faces, font_config=fonts)

    def render(card: Scorecard) -> bytes:
        page = HTML(string=_page(said(card)))
        return cast(bytes, page.write_pdf(stylesheets=[faces_css], font_config=fonts, pdf_variant="pdf/ua-1"))

    return render


def _page(card: dict[str, Any]) -> str:
    hue = card["theme"]
    body = [_box(0, 0, 792, 296.5, hue["ink"]), *_header(card), *_key(card)]
    for index, row in enumerate(card["rows"]):
        body += _row(card, row, 322.5 + index * 96.5)
    body += _foot(card)
    style = _STYLE.replace("INK", hue["ink"])
    title = escape(card["name"])
    head = f"<meta charset=utf-8><title>{title}</title><style>{style}</style>"
    return f"<!doctype html><html lang=en><head>{head}</head><body>{''.join(body)}</body></html>"


def _header(card: dict[str, Any]) -> list[str]:
    hue = card["theme"]
    drawn = [_text("p", 48, 43, 20, hue["glow"], "SEVEN WAYS WE SERVE EACH OTHER", 700)]
    drawn.append(_text("h1", 48, 155, min(108.0, 1400 / len(card["name"])), "#fff", card["name"], 900))
    told = [("OUR STRENGTH", card["strength"]), ("WORKING ON", card["working-on"])]
    x = 48.0
    for label, behavior in told:
        if behavior:
            drawn.append(_disc(x + 7, 205.5, 7, hue["glow"]))
            drawn.append(_text("p", x + 22, 210.5, 15, hue["mist"], label, 700))
            drawn.append(_text("p", x, 243.5, 33, "#fff", behavior, 700))
            x += 350
    if x == 48:
        drawn.append(_text("p", 48, 235.5, 33, "#fff", card["sentence"], 700))
    return [*drawn, _text("p", 48, 275.5, 21, "#fff", card["facts"])]


def _key(card: dict[str, Any]) -> list[str]:
    hue = card["theme"]
    return [
        _text("p", 48, 315.5, 15, hue["muted"], card["days"]),
        _disc(412, 310.5, 5.5, hue["ink"]),
        _text("p", 425, 315.5, 15, hue["muted"], "average, 1 never to 5 always"),
        _box(630, 303.5, 30, 14, hue["band"], 4),
        _text("p", 668, 315.5, 15, hue["muted"], "likely range"),
    ]


def _row(card: dict[str, Any], row: dict[str, Any], y: float) -> list[str]:
    hue = card["theme"]
    ground = hue["accent"] if row["label"] == card["strength"] else hue["soft"]
    lower = 0 if row["rising"] else 7
    rising = [_text("p", 690, y + 89, 17, hue["ink"], "▲ rising", 700)] if row["rising"] else []
    drawn = [
        _text("p", 140, y + 85, 16, hue["muted"], row["facts"]),
        *_scale(hue, row, y + 80),
        _text("p", 656, y + 50 + lower, 62, hue["ink"], row["shown"], 900),
        _text("p", 706, y + 71.2 + lower, 19, hue["muted"], "of 5"),
        *rising,
    ]
    return [
        _box(48, y, 696, 1, hue["line"]),
        _disc(86, y + 48.25, 38, ground),
        _icon(icon_of(BEHAVIORS[row["number"] - 1]), 58.6, y + 20.9, hue["ink"]),
        _text("h2", 140, y + 37, 34, hue["ink"], f"{row['number']} {row['label']}", 900),
        _text("p", 140, y + 63, 21, hue["ink"], row["act"]),
        f'<figure alt="{escape(row["alt"])}">{"".join(drawn)}</figure>',
    ]


def _scale(hue: dict[str, str], row: dict[str, Any], y: float) -> list[str]:
    def spot(value: float) -> float:
        return 448.5 + 145 * (value - 1) / 4

    start, end = min(spot(row["low"]), spot(row["mean"]) - 7), max(spot(row["high"]), spot(row["mean"]) + 7)
    return [
        _text("p", 426, y + 5.4, 15, hue["muted"], "1"),
        _text("p", 608, y + 5.4, 15, hue["muted"], "5"),
        _box(448.5, y - 1.5, 145, 3, hue["line"]),
        *(_disc(spot(value), y, 4, hue["line"]) for value in range(1, 6)),
        _box(start, y - 10, end - start, 20, hue["band"], 4),
        _disc(spot(row["mean"]), y, 5.5, hue["ink"]),
    ]


def _foot(card: dict[str, Any]) -> list[str]:
    hue = card["theme"]
    return [
        _box(48, 1010, 447, 128, hue["soft"], 12),
        _text("h2", 64, 1045, 24, hue["ink"], card["thanks"], 900),
        _text("p", 64, 1072, 19, hue["ink"], card["hope"], room=415),
        _text("p", 48, 1154, 14, hue["muted"], card["promise"], room=447),
        _box(507, 1010, 237, 128, hue["ink"], 12),
        _text("h2", 523, 1045, 24, "#fff", "Check in", 900),
        _text("p", 523, 1072, 17, hue["mist"], card["call"], room=205),
        _text("p", 507, 1154, 14, hue["muted"], card["sharper"], room=237),
        _text("p", 48, 1198, 16, hue["ink"], card["owner"], 700),
        _text("p", 400, 1198, 14, hue["muted"], card["replace"]),
    ]


def _text(
    tag: str, x: float, baseline: float, size: float, color: str, said: str, weight: int = 500, room: float = 0
) -> str:
    place = f"left:{x}pt;top:{baseline - size * 0.8:.2f}pt;font-size:{size}pt;color:{color};font-weight:{weight}"
    wrapped = f' class=wrap style="{place};width:{room}pt"' if room else f' style="{place}"'
    return f"<{tag}{wrapped}>{escape(said)}</{tag}>"


def _box(x: float, y: float, width: float, height: float, color: str, radius: float = 0) -> str:
    place = f"left:{x}pt;top:{y}pt;width:{width}pt;height:{height}pt;background:{color};border-radius:{radius}pt"
    return f'<div style="{place}"></div>'


def _disc(x: float, y: float, radius: float, color: str) -> str:
    return _box(x - radius, y - radius, 2 * radius, 2 * radius, color, radius)


def _icon(icon: Icon, x: float, y: float, color: str) -> str:
    path = []
    for stroke in icon.strokes:
        path.append("M" + " ".join(map(str, stroke.start)))
        path += [("L" if len(step) == 2 else "C") + " ".join(map(str, step)) for step in stroke.steps]
    dots = "".join(f'<circle cx="{at[0]}" cy="{at[1]}" r="{at[2]}" fill="{color}"/>' for at in icon.dots)
    pen = f'fill="none" stroke="{color}" stroke-width="{icon.thickness}" stroke-linecap="round"'
    shape = f'<path d="{" ".join(path)}" {pen}/>{dots}'
    place = f"left:{x}pt;top:{y}pt;width:54.72pt;height:54.72pt"
    return f'<svg viewBox="0 0 100 100" style="{place}"><title>icon</title>{shape}</svg>'
