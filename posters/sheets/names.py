"""Names that people gave, as the typeface can set them."""

from collections.abc import Iterable, Sequence

from posters.drawing import glyphs
from posters.drawing.type import Face, known_characters
from store.language import Language

_FAMILY = "Lato"
_MOST_SPELLED = 5


def shown(name: str, key: str) -> str:
    """A name as it can be set; the key if the typeface has not one letter of it."""
    text = _settable(name)
    return text.text if text.legible else key


def notes(language: Language, names: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """One or two sentences for each name that cannot be set as it is written.

    Args:
        language: What to say it in.
        names: Each with the key that stands for it; None if none does.
    """
    said: list[str] = []
    for name, key in names:
        text = _settable(name)
        if key is not None and not text.legible:
            said.append(
                language.say(
                    "{family} has no letter of the name of {key}; that key is printed instead.", family=_FAMILY, key=key
                )
            )
            continue
        if text.missing:
            said.append(
                language.say(
                    '"{name}": {family} has no {letters}; {box} is printed instead.',
                    name=text.text,
                    family=_FAMILY,
                    letters=_spelled(text.missing),
                    box=glyphs.FALLBACK,
                )
            )
        if text.left_out:
            letters = _spelled(text.left_out)
            said.append(language.say('"{name}" is printed without {letters}.', name=text.text, letters=letters))
    return tuple(dict.fromkeys(said))


def _spelled(letters: Sequence[str]) -> str:
    return ", ".join(f"U+{ord(char):04X}" for char in letters[:_MOST_SPELLED])


def _settable(text: str) -> glyphs.Settable:
    return glyphs.settable(text, known_characters(Face.BLACK))
