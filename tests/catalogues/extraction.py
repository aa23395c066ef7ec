"""Which messages the program says: read from its source."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from kiosk.texts.languages import CATALOGUES as KIOSK
from posters.texts.languages import CATALOGUES as POSTERS
from store.language import CATALOGUES as STORE
from store.language import LANGUAGES

#: Where the catalogues of each package stand.
FOLDERS = {"store": STORE, "posters": POSTERS, "kiosk": KIOSK}
TRANSLATED = [code for code in LANGUAGES if code != "en"]

_KEYWORDS = {"say": None, "say_many": (1, 2), "message": None}
_NOTE = "Not yet reviewed by a native speaker."


def messages_of(package: str) -> Catalog:
    """A catalogue of all messages of a package, without translations."""
    catalogue = Catalog()
    found = extract_from_dir(FOLDERS[package].parent, [("**.py", "python")], keywords=_KEYWORDS)
    for name, _, text, _, _ in sorted(found, key=lambda message: (message[0], message[1])):
        if any(letter.isalpha() for letter in str(text)):
            catalogue.add(text, locations=[(f"{package}/{name}", 0)])
    return catalogue


def read_catalogue(package: str, code: str) -> Catalog:
    """The catalogue of a package in a language; an empty one if there is none yet."""
    path = FOLDERS[package] / f"{code}.po"
    if path.exists():
        with path.open("rb") as file:
            return read_po(file, locale=code)
    return Catalog(locale=code, project="Seven Ways", header_comment=f"# {LANGUAGES[code]}\n# {_NOTE}", fuzzy=False)


def forms(texts: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """A message as all its plural forms, one if it has no other."""
    return (texts,) if isinstance(texts, str) else tuple(texts or ("",))


def path_of(package: str, code: str) -> Path:
    """Where that catalogue stands."""
    return FOLDERS[package] / f"{code}.po"
