"""What stands on the screens can be read and touched, measured on the painted screens: every one, in any colours."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from textual.app import App
from textual.color import Color
from textual.widget import Widget

from kiosk.app import KioskApp
from kiosk.sitting import Sitting
from kiosk.theme import SHAPE_CONTRAST, TEXT_CONTRAST, contrast
from kiosk.widgets.tile import Tile
from store.organisation import Brand
from tests.kiosk.every_screen import every_kind_of_screen
from tests.kiosk.standing import SIZES, TEAMS, a_kiosk, a_store, bring, standing

BRANDS = {
    "ours": Brand(),
    "white on white": Brand(ink="#FFFFFF", accent="#FFFFFF"),
    "red on green": Brand(ink="#00FF00", accent="#FF0000"),
}
#: Any two colours at all are tried on the theme itself, in test_theme.py.
CASES = [("ours", look, size) for look in ("usual", "high contrast") for size in SIZES]
CASES += [(name, "usual", SIZES[0]) for name in BRANDS if name != "ours"]
CASES += [("ours", "few colors", SIZES[0])]


def a_branded_kiosk(folder: Path, brand: Brand, *, few_colors: bool) -> KioskApp:
    store = a_store(folder, *TEAMS, *(f"Team {number}" for number in range(9)))
    store.organisation = msgspec.structs.replace(store.organisation, brand=brand)
    return a_kiosk(store, few_colors=few_colors)


def painted_texts(app: App[None]) -> Iterator[tuple[str, Color, Color]]:
    """Every run of letters and digits on the screen, with its own colour and that of its ground."""
    # The compositor is Textual's own; a picture would say the same without saying which text it is.
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if any(character.isalnum() for character in segment.text) and style and style.color and style.bgcolor:
                yield segment.text, Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)


def grounds(widget: Widget) -> tuple[Color, Color]:
    """What surrounds a widget, and its own ground."""
    return widget.background_colors


def edges(tile: Tile) -> list[Color]:
    """The colours of a tile's edges, if it has any."""
    return [color for kind, color in tile.styles.border if kind]


@pytest.mark.parametrize(("brand", "look", "size"), CASES)
async def test_everything_can_be_read_and_every_tile_seen(
    tmp_path: Path, brand: str, look: str, size: tuple[int, int]
) -> None:
    app = a_branded_kiosk(tmp_path / "data", BRANDS[brand], few_colors=look == "few colors")
    team = app.course.place.organisation.teams[0]
    faults, measured = set(), 0
    async with standing(app, size) as pilot:
        app.serve(Sitting(high_contrast=look == "high contrast"))
        for name, screen in every_kind_of_screen(app, team, "Good work"):
            await bring(pilot, screen)
            for text, color, ground in painted_texts(app):
                measured += 1
                if contrast(color, ground) < TEXT_CONTRAST:
                    faults.add(f"{name}: {text.strip()!r} is {color.hex6} on {ground.hex6}")
            for tile in app.screen.query(Tile):
                around, own = grounds(tile)
                if max(contrast(color, around) for color in (own, *edges(tile))) < SHAPE_CONTRAST:
                    faults.add(f"{name}: {tile} is {own.hex6} in {around.hex6}, without an edge")
    assert measured > 300
    assert not faults, "\n".join(sorted(faults))
