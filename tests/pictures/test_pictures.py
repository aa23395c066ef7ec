"""The README shows what the program looks like today; ``python -m tests.pictures`` takes the pictures anew."""

from PIL import Image, ImageChops

from tests.pictures import taking

# Renderers differ by a shade at the edges of letters; a changed number differs by many dots that are quite different.
_SHADE = 64
_STRAY_DOTS = 40


async def test_the_question_in_the_readme_is_todays() -> None:
    assert taking.QUESTION.read_text(encoding="utf-8") == await taking.question()


def test_the_poster_in_the_readme_is_todays() -> None:
    kept, today = (image.convert("L") for image in (Image.open(taking.POSTER), taking.poster()))
    assert kept.size == today.size
    different = ImageChops.difference(kept, today).point(lambda shade: 255 * (shade > _SHADE))
    assert different.histogram()[255] <= _STRAY_DOTS
