"""How sheets write scores and days, in every language."""

from datetime import date

from store.language import Language


def score(language: Language, value: float) -> str:
    """A score such as ``4.3``, or ``4,3`` in German."""
    return language.number(value, 1)


def day(language: Language, on: date) -> str:
    """A day such as ``Nov 21, 2026``."""
    return language.days(on, on)


def percent(language: Language, share: float) -> str:
    """A share from 0 to 1 as whole percents, without the sign: each language spaces that in its own way."""
    return language.number(round(share * 100))
