"""Colours: few hues made from the brand's two, each checked for contrast and mended if it fails."""

import colorsys
from dataclasses import dataclass

Color = tuple[float, float, float]

WHITE: Color = (1.0, 1.0, 1.0)
INK = "#14213D"
ACCENT = "#E07A1F"

TEXT_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3 (AA)."""
INK_CONTRAST = 7.0
"""WCAG 2.2, success criterion 1.4.6 (AAA): the ink sets all that is read from afar."""
MARK_CONTRAST = 3.0
"""WCAG 2.2, success criterion 1.4.11: shapes that carry meaning."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a sheet.

    Attributes:
        ink: Text and marks on paper.
        accent: The one thing to look at; shapes only, never small text on paper.
        ground: What headers and calls stand on.
        on_ground: Text on it.
        glow: The accent as it reads on the ground.
        mist: Quiet text on the ground.
        muted: Quiet text on paper.
        line: Rules and axes.
        soft: Boxes.
        band: The likely range.
        saves_toner: Whether grounds and boxes are white; they need an outline then.
        notes: One sentence for each brand colour that had to be changed.
    """

    ink: Color
    accent: Color
    ground: Color
    on_ground: Color
    glow: Color
    mist: Color
    muted: Color
    line: Color
    soft: Color
    band: Color
    saves_toner: bool = False
    notes: tuple[str, ...] = ()

    @property
    def on_accent(self) -> Color:
        """Ink or white, whichever stands out better from the accent."""
        return max(self.ink, WHITE, key=lambda color: contrast(color, self.accent))


def theme_of(ink: str = INK, accent: str = ACCENT) -> Theme:
    """A theme from two brand colours, written ``#RRGGBB``; they are darkened where they could not be read."""
    dark = _readable(parse(ink), on=WHITE, at_least=INK_CONTRAST, lighten=False)
    strong = _readable(parse(accent), on=WHITE, at_least=MARK_CONTRAST, lighten=False)
    soft = _tone(dark, 0.955, 0.30)
    return Theme(
        ink=dark,
        accent=strong,
        ground=dark,
        on_ground=WHITE,
        glow=_readable(_tone(strong, 0.66, 0.88), on=dark, at_least=TEXT_CONTRAST, lighten=True),
        mist=_readable(_tone(dark, 0.85, 0.42), on=dark, at_least=TEXT_CONTRAST, lighten=True),
        muted=_readable(_tone(dark, 0.38, 0.18), on=soft, at_least=TEXT_CONTRAST, lighten=False),
        line=_tone(dark, 0.83, 0.25),
        soft=soft,
        band=_tone(dark, 0.73, 0.43),
        notes=(*_note("ink", ink, dark), *_note("accent", accent, strong)),
    )


def ink_theme() -> Theme:
    """Black on white, for any printer: no ground, no box, greys only where they carry meaning."""
    black, grey = (0.0, 0.0, 0.0), (0.33, 0.33, 0.33)
    return Theme(
        ink=black,
        accent=black,
        ground=WHITE,
        on_ground=black,
        glow=black,
        mist=grey,
        muted=grey,
        line=(0.75, 0.75, 0.75),
        soft=WHITE,
        band=(0.7, 0.7, 0.7),
        saves_toner=True,
    )


def parse(text: str) -> Color:
    """A colour from ``#RRGGBB``, each part 0 to 1."""
    red, green, blue = (int(text[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return red, green, blue


def spell(color: Color) -> str:
    """A colour as ``#RRGGBB``."""
    return "#" + "".join(f"{round(part * 255):02X}" for part in color)


def contrast(first: Color, second: Color) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _readable(color: Color, *, on: Color, at_least: float, lighten: bool) -> Color:
    """The nearest colour of the same hue that stands out from its ground."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*color)
    end = 1.0 if lighten else 0.0
    while contrast(color, on) < at_least and lightness != end:
        lightness = min(end, lightness + 0.01) if lighten else max(end, lightness - 0.01)
        color = colorsys.hls_to_rgb(hue, lightness, saturation)
    return color


def _tone(color: Color, lightness: float, saturation: float) -> Color:
    """The same hue, as light as asked for and at most as vivid as it was."""
    hue, _, vivid = colorsys.rgb_to_hls(*color)
    return colorsys.hls_to_rgb(hue, lightness, min(saturation, vivid))


def _note(name: str, asked: str, used: Color) -> tuple[str, ...]:
    if spell(used) == asked.upper():
        return ()
    return (f"The brand's {name} {asked} is too pale to be seen on paper; printed as {spell(used)}.",)
