"""The colours of the kiosk, as tokens: made from the organisation's two so that all can be read, or high contrast."""

from collections.abc import Callable
from functools import lru_cache

from textual.color import Color
from textual.theme import Theme

from store.organisation import Brand

THEME, HIGH_CONTRAST, FEW_COLORS = "seven-ways", "seven-ways-high-contrast", "seven-ways-few-colors"

_WHITE = Color.parse("#FFFFFF")
_BLACK = Color.parse("#000000")
_YELLOW = Color.parse("#FFFF00")
_BLUE = Color.parse("#0000AA")
_STEPS = 100
#: WCAG 2.2: text against its ground (AA), and a shape against what surrounds it.
TEXT_CONTRAST, SHAPE_CONTRAST = 4.5, 3.0


@lru_cache(maxsize=1)
def kiosk_theme(brand: Brand) -> Theme:
    """The theme for an organisation's ink and accent.

    The two are darkened or lightened as little as makes every text reach 4.5:1 and every tile's edge 3:1.
    """
    return _theme(THEME, _tokens(brand))


def high_contrast_theme() -> Theme:
    """Black, white and yellow: 19:1 or more everywhere, and the same on a terminal that has eight colours."""
    return _theme(
        HIGH_CONTRAST,
        {
            **dict.fromkeys(("night", "ink", "tile", "quiet", "on-key", "on-accent"), _BLACK.hex6),
            **dict.fromkeys(("tile-edge", "key", "text", "soft", "muted"), _WHITE.hex6),
            **dict.fromkeys(("accent", "accent-ground"), _YELLOW.hex6),
        },
    )


def few_colors_theme() -> Theme:
    """White and yellow on black and blue, for terminals with sixteen colours, where bold black on white is grey."""
    return _theme(
        FEW_COLORS,
        {
            **dict.fromkeys(("night", "ink", "tile", "quiet"), _BLACK.hex6),
            **dict.fromkeys(("tile-edge", "text", "soft", "muted", "on-key", "on-accent"), _WHITE.hex6),
            **dict.fromkeys(("key", "accent-ground"), _BLUE.hex6),
            "accent": _YELLOW.hex6,
        },
    )


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _theme(name: str, tokens: dict[str, str]) -> Theme:
    return Theme(
        name,
        primary=tokens["accent"],
        accent=tokens["accent"],
        foreground=tokens["text"],
        background=tokens["night"],
        surface=tokens["night"],
        panel=tokens["tile"],
        dark=True,
        luminosity_spread=0,
        text_alpha=1,
        variables=tokens,
    )


def _tokens(brand: Brand) -> dict[str, str]:
    """Every colour that a screen may name, as ``$name``."""
    ink = _until(Color.parse(brand.ink), lambda color: contrast(color, _WHITE) >= 12, toward=_BLACK)
    night = ink.blend(_BLACK, 0.35)
    tile = _until(ink, lambda color: contrast(color, night) >= 1.5, toward=_tint(ink))
    quiet = ink.blend(tile, 0.45)
    edge = _until(tile, lambda color: contrast(color, night) >= SHAPE_CONTRAST, toward=_tint(ink))
    accent = _until(Color.parse(brand.accent), lambda color: contrast(color, tile) >= TEXT_CONTRAST, toward=_WHITE)
    colors = {
        "night": night,
        "ink": ink,
        "tile": tile,
        "tile-edge": edge,
        "quiet": quiet,
        "key": edge,
        "on-key": _WHITE,
        "accent": accent,
        "accent-ground": accent,
        "on-accent": max(_WHITE, night, key=lambda color: contrast(color, accent)),
        "text": _WHITE,
        "soft": _until(edge, lambda color: contrast(color, tile) >= 7, toward=_WHITE),
        "muted": _until(edge, lambda color: contrast(color, tile) >= TEXT_CONTRAST, toward=_WHITE),
    }
    return {name: color.hex6 for name, color in colors.items()}


def _tint(ink: Color) -> Color:
    """A light colour of the ink's own hue, to mix lighter shades with; a grey for an ink without hue."""
    strongest = max(ink.r, ink.g, ink.b)
    if strongest < 12:
        return Color(190, 200, 216)
    lift = 255 / strongest
    return Color(int(ink.r * lift), int(ink.g * lift), int(ink.b * lift)).blend(_WHITE, 0.25)


def _until(color: Color, good_enough: Callable[[Color], bool], *, toward: Color) -> Color:
    """The color itself, or the first on its way toward another, then on to white, that is good enough."""
    mixed = color
    for start, end in ((color, toward), (toward, _WHITE)):
        for step in range(_STEPS + 1):
            mixed = start.blend(end, step / _STEPS)
            if good_enough(mixed):
                return mixed
    return mixed


@lru_cache(maxsize=64)
def _luminance(color: Color) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(channel / 255) for channel in (color.r, color.g, color.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
