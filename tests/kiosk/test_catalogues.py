"""The catalogues: nothing is missing, guessed, out of date or broken; every text fits where it stands."""

import re
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Message

from store.language import LANGUAGES, read_language
from tests.catalogues.extraction import FOLDERS, TRANSLATED, forms, messages_of, path_of, read_catalogue

BOTH = [(package, code) for package in FOLDERS for code in TRANSLATED]


@cache
def messages(package: str, code: str) -> tuple[Message, ...]:
    return tuple(message for message in read_catalogue(package, code) if message.id)


@cache
def said_by_the_program(package: str) -> frozenset[tuple[str, ...]]:
    return frozenset(forms(message.id) for message in messages_of(package) if message.id)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("package", "code"), BOTH)
def test_every_message_is_translated_by_somebody_and_none_guessed(package: str, code: str) -> None:
    left = [message.id for message in messages(package, code) if message.fuzzy or not all(forms(message.string))]
    assert left == []


@pytest.mark.parametrize(("package", "code"), BOTH)
def test_a_catalogue_holds_what_the_program_says_and_nothing_else(package: str, code: str) -> None:
    assert {forms(message.id) for message in messages(package, code)} == said_by_the_program(package)


@pytest.mark.parametrize(("package", "code"), BOTH)
def test_a_translation_has_the_same_placeholders(package: str, code: str) -> None:
    for message in messages(package, code):
        wanted = placeholders(forms(message.id)[-1])
        for form in forms(message.string):
            # "one" may be a word: "an answer" in place of "1 answer"
            assert placeholders(form) | {"n"} & wanted == wanted, message.id


@pytest.mark.parametrize(("package", "code"), BOTH)
def test_a_translation_begins_and_ends_like_the_text(package: str, code: str) -> None:
    for message in messages(package, code):
        for form in forms(message.string):
            text = forms(message.id)[0]
            assert form == form.strip(), message.id
            assert (text[-1] in ".?!:") == (form[-1] in ".?!:"), message.id
            assert (text.isupper()) <= (form == form.upper()), message.id


@pytest.mark.parametrize(("package", "code"), BOTH)
def test_a_catalogue_says_whether_a_native_speaker_has_read_it(package: str, code: str) -> None:
    head = path_of(package, code).read_text("utf-8").splitlines()[:2]
    assert head[0] == f"# {LANGUAGES[code]}"
    assert re.match(r"# (Not yet reviewed by a native speaker\.|Reviewed by a native speaker, \d{4}-\d\d\.)$", head[1])


@pytest.mark.parametrize("code", TRANSLATED)
@pytest.mark.parametrize("number", [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 1000])
def test_every_number_has_its_plural_form(code: str, number: int) -> None:
    language = read_language(code, FOLDERS.values())
    for package in FOLDERS:
        for message in messages(package, code):
            if len(forms(message.id)) == 2:
                one, many = forms(message.id)
                others = dict.fromkeys(placeholders(many) - {"n"}, "7")
                said = language.say_many(one, many, number, **others)
                assert said in {form.format(n=language.number(number), **others) for form in forms(message.string)}


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_acts_are_short(code: str) -> None:
    language = read_language(code, FOLDERS.values())
    from store.behaviors import BEHAVIORS  # noqa: PLC0415 - beside its only use

    for behavior in BEHAVIORS:
        # Vietnamese writes each syllable as a word of its own.
        assert len(language.say(behavior.act).split()) <= (14 if code == "vi" else 9), behavior.act
