"""The languages: each code has a name, and an organisation speaks all of them unless told."""

from typing import get_args

from store.language import LANGUAGES, LanguageCode
from store.organisation import Organisation


def test_every_language_has_a_name_and_is_spoken_unless_told() -> None:
    assert tuple(LANGUAGES) == get_args(LanguageCode)
    assert Organisation("St. Brigid").languages == tuple(LANGUAGES)
