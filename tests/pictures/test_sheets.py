"""The README shows sheets as they look today; ``python -m tests.pictures`` takes their pictures anew."""

from collections.abc import Iterator
from itertools import product

import pytest
from PIL import Image, ImageChops, ImageDraw

from tests.pictures.sheets import SHEETS, path_of

# Renderers differ by a shade at the edges of letters; a changed number differs by many dots that are quite different.
# A page has so many dots that a number would be lost among them: it is compared card by card.
_SHADE = 64
_CARD = 40
_STRAY_DOTS = 5


def changed_cards(one: Image.Image, other: Image.Image) -> list[tuple[int, int]]:
    """Where two pictures of one size differ: left and upper edge of each card."""
    different = ImageChops.difference(one.convert("L"), other.convert("L"))
    marked = different.point(lambda shade: 255 * (shade > _SHADE))
    return [at for at, card in _cards(marked) if card.histogram()[255] > _STRAY_DOTS]


def _cards(picture: Image.Image) -> Iterator[tuple[tuple[int, int], Image.Image]]:
    for left, top in product(range(0, picture.width, _CARD), range(0, picture.height, _CARD)):
        right, bottom = min(left + _CARD, picture.width), min(top + _CARD, picture.height)
        yield (left, top), picture.crop((left, top, right, bottom))


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_in_the_readme_is_todays(name: str) -> None:
    kept, today = Image.open(path_of(name)), SHEETS[name]()
    assert kept.size == today.size
    assert changed_cards(kept, today) == []


def test_one_changed_figure_is_seen() -> None:
    picture = Image.open(path_of("team-poster")).convert("L")
    changed = picture.copy()
    ImageDraw.Draw(changed).text((500, 500), "4", fill=0)
    assert changed_cards(picture, changed)
