"""Names that people gave, as the typeface can set them."""

from collections.abc import Iterable

from posters.drawing import glyphs
from posters.drawing.type import Face, known_characters
from store.language import Language

_FAMILY = "Lato"
_MOST_SPELLED = 5


def shown(name: str, key: str) -> str:
    """A name as it can be set; the key if the typeface has not one letter of it."""
    text = _settable(name)
    return text.text if text.legible else key


def notes(language: Language, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """One sentence for each name that cannot be set as it is written.

    Args:
        language: What to say it in.
        names: Each with the key that stands for it.
    """
    said = []
    for name, key in names:
        text = _settable(name)
        if not text.legible:
            said.append(
                language.say(
                    "{family} has no letter of the name of {key}; that key is printed instead.", family=_FAMILY, key=key
                )
            )
        elif text.missing:
            said.append(
                language.say(
                    '"{name}": {family} has no {letters}; {box} is printed instead.',
                    name=text.text,
                    family=_FAMILY,
                    letters=", ".join(f"U+{ord(char):04X}" for char in text.missing[:_MOST_SPELLED]),
                    box=glyphs.FALLBACK,
                )
            )
    return tuple(dict.fromkeys(said))


def _settable(text: str) -> glyphs.Settable:
    return glyphs.settable(text, known_characters(Face.BLACK))
