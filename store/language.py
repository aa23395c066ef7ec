"""The languages that people can choose: texts from catalogues, days and numbers as they are written there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal

#: What may be spoken, as ISO 639-1 codes.
LanguageCode = Literal["en", "es", "fr", "de", "pt", "pl", "uk", "vi"]

#: The same, each by its own name.
LANGUAGES: dict[str, str] = {
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "de": "Deutsch",
    "pt": "Português",
    "pl": "Polski",
    "uk": "Українська",
    "vi": "Tiếng Việt",
}

#: The folder of this package's catalogues.
CATALOGUES = Path(__file__).parent / "catalogues"


def message(text: str) -> str:
    """The text itself, marked for the catalogues: it is said later, with ``Language.say``."""
    return text


@dataclass(frozen=True)
class Language:
    """One language, ready to be spoken; English needs no catalogue.

    Attributes:
        code: ISO 639-1, one of ``LANGUAGES``.
    """

    code: str = "en"
    _translations: NullTranslations = field(default_factory=NullTranslations, repr=False, compare=False)

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return LANGUAGES[self.code]

    def say(self, text: str, **values: object) -> str:
        """A text in this language; names in braces are replaced by the values."""
        said = self._translations.gettext(text)
        return said.format(**values) if values else said

    def say_many(self, one: str, many: str, number: int, **values: object) -> str:
        """A text in the plural form that a number takes; the number is the value ``n``."""
        return self._translations.ngettext(one, many, number).format(n=self.number(number), **values)

    def day(self, day: date) -> str:
        """A day in full, such as ``Friday, July 3, 2026``."""
        from babel.dates import format_date  # noqa: PLC0415 - Babel's calendars take a moment to load

        return format_date(day, "full", locale=self.code)

    def month(self, day: date) -> str:
        """The month of a day, such as ``July 2026``."""
        from babel.dates import format_skeleton  # noqa: PLC0415 - Babel's calendars take a moment to load

        return format_skeleton("yMMMM", day, locale=self.code)

    def short_month(self, day: date) -> str:
        """The name of a day's month alone and in short, such as ``Jul``."""
        from babel.dates import format_date  # noqa: PLC0415 - Babel's calendars take a moment to load

        return _plainly_spaced(format_date(day, "MMM", locale=self.code))

    def days(self, first: date, last: date) -> str:
        """A span of days, such as ``Jul 16 - Oct 13, 2026`` with a longer dash."""
        return _days(first, last, self.code)

    def clock(self, moment: time) -> str:
        """A time of day to the minute, such as ``2:05 PM``."""
        from babel.dates import format_time  # noqa: PLC0415 - Babel's calendars take a moment to load

        return _plainly_spaced(format_time(moment, "short", locale=self.code))

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with so many decimals, such as ``4,2`` in German."""
        if self.code == "en":
            return f"{value:,.{decimals}f}"
        from babel.numbers import format_decimal  # noqa: PLC0415 - Babel's numbers take a moment to load

        return format_decimal(value, "#,##0" + ("." + "0" * decimals if decimals else ""), locale=self.code)


ENGLISH = Language()


def read_language(code: str, folders: Iterable[Path]) -> Language:
    """A language with what its catalogues say, one ``CODE.po`` in each folder.

    Fuzzy messages and those without a translation stay English.
    """
    if code == ENGLISH.code:
        return ENGLISH
    translations = NullTranslations()
    for folder in folders:
        read = _read(folder / f"{code}.po")
        read.add_fallback(translations)
        translations = read
    return Language(code, translations)


@lru_cache(maxsize=64)
def _days(first: date, last: date, code: str) -> str:
    """A span of days; kept, as every poster of a day says the same ones more than once."""
    from babel.dates import format_interval  # noqa: PLC0415 - Babel's calendars take a moment to load

    return _plainly_spaced(format_interval(first, last, "yMMMd", locale=code))


def _plainly_spaced(text: str) -> str:
    """The text with the one space that every terminal has; Babel's are as thin as in print."""
    return " ".join(text.split())


def _read(path: Path) -> GNUTranslations:
    """One catalogue, as the standard library speaks it: with the language's own plural forms."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - English needs no Babel
    from babel.messages.pofile import read_po  # noqa: PLC0415 - English needs no Babel

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=path.stem))
    compiled.seek(0)
    return GNUTranslations(compiled)
