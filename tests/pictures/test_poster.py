"""The README shows the poster as it looks today; ``python -m tests.pictures`` takes its picture anew."""

from PIL import Image, ImageChops

from tests.pictures import poster

# Renderers differ by a shade at the edges of letters; a changed number differs by many dots that are quite different.
_SHADE = 64
_STRAY_DOTS = 40


def test_the_poster_in_the_readme_is_todays() -> None:
    kept, today = (image.convert("L") for image in (Image.open(poster.POSTER), poster.taken()))
    assert kept.size == today.size
    different = ImageChops.difference(kept, today).point(lambda shade: 255 * (shade > _SHADE))
    assert different.histogram()[255] <= _STRAY_DOTS
