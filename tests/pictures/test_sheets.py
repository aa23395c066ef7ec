"""The README shows sheets as they look today; ``python -m tests.pictures`` takes their pictures anew."""

import pytest
from PIL import Image, ImageChops

from tests.pictures.sheets import SHEETS, path_of

# Renderers differ by a shade at the edges of letters; a changed number differs by many dots that are quite different.
_SHADE = 64
_STRAY_DOTS = 40


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_in_the_readme_is_todays(name: str) -> None:
    kept, today = (image.convert("L") for image in (Image.open(path_of(name)), SHEETS[name]()))
    assert kept.size == today.size
    different = ImageChops.difference(kept, today).point(lambda shade: 255 * (shade > _SHADE))
    assert different.histogram()[255] <= _STRAY_DOTS
