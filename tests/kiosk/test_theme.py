"""Whatever an organisation's colours are, everything on a screen can be read."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from textual.color import Color

import kiosk
from kiosk.theme import SHAPE_CONTRAST, TEXT_CONTRAST, contrast, high_contrast_theme, kiosk_theme
from store.organisation import Brand

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
TEXT_ON_GROUND = [
    (text, ground) for text in ("text", "soft", "muted", "accent") for ground in ("night", "ink", "quiet", "tile")
] + [("on-accent", "accent"), ("on-key", "key")]


@given(ink=HEX, accent=HEX)
def test_text_reaches_wcag_aa_on_every_ground_in_any_brand(ink: str, accent: str) -> None:
    colors = kiosk_theme(Brand(ink=ink, accent=accent)).variables
    for text, ground in TEXT_ON_GROUND:
        assert contrast(Color.parse(colors[text]), Color.parse(colors[ground])) >= TEXT_CONTRAST, (text, ground)


@given(ink=HEX, accent=HEX)
def test_a_tile_stands_out_from_the_ground_in_any_brand(ink: str, accent: str) -> None:
    colors = kiosk_theme(Brand(ink=ink, accent=accent)).variables
    for shape in ("tile-edge", "key", "accent"):
        assert contrast(Color.parse(colors[shape]), Color.parse(colors["night"])) >= SHAPE_CONTRAST


def test_high_contrast_has_the_same_tokens_in_black_white_and_yellow() -> None:
    usual, high = kiosk_theme(Brand()).variables, high_contrast_theme().variables
    assert high.keys() == usual.keys()
    assert set(high.values()) == {"#000000", "#FFFFFF", "#FFFF00"}
    for text, ground in TEXT_ON_GROUND:
        assert contrast(Color.parse(high[text]), Color.parse(high[ground])) >= 19


def test_high_contrast_survives_a_terminal_with_sixteen_colors() -> None:
    for hex_color in set(high_contrast_theme().variables.values()):
        color = Color.parse(hex_color)
        shown = color.rich_color.downgrade(ColorSystem.STANDARD).get_truecolor()
        assert contrast(Color(*shown), color) < 1.6


def test_contrast_is_measured_as_wcag_defines_it() -> None:
    black, white, grey = Color.parse("#000000"), Color.parse("#FFFFFF"), Color.parse("#767676")
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.005)


def test_colors_are_named_in_the_theme_and_nowhere_else() -> None:
    folder = Path(kiosk.__file__).parent
    files = [path for path in folder.rglob("*") if path.suffix in {".py", ".tcss"} and path.name != "theme.py"]
    assert len(files) > 20
    assert [path.name for path in files if re.search(r"#[0-9A-Fa-f]{6}\b|\brgba?\(", path.read_text("utf-8"))] == []
