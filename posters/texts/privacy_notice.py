"""What the notice beside the terminal says: plain words, each sentence as the settings make it true."""

from collections.abc import Iterator
from dataclasses import dataclass

from store.abuse import MOST_IN_SPAN
from store.language import Language
from store.organisation import SMALLEST_TEAM, Organisation, Privacy


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice in one language.

    Attributes:
        asked: What the terminal asks, and why.
        kept: What is stored of a visit.
        never: What is not.
        seen: Who sees what, in pairs.
        lasting: What is kept how long, in pairs.
        known: What else a visitor should know.
    """

    asked: str
    kept: tuple[str, ...]
    never: tuple[str, ...]
    seen: tuple[tuple[str, str], ...]
    lasting: tuple[tuple[str, str], ...]
    known: tuple[str, ...]


def notice(organisation: Organisation, language: Language) -> Notice:
    """The notice of an organisation."""
    say = language.say
    return Notice(
        asked=_asked(organisation, language),
        kept=(
            say("the team that you rate"),
            say("your answers, and whether they went the extra mile"),
            say("the day"),
            say("a random number"),
        ),
        never=(
            say("your name"),
            say("your own team"),
            say("the time of day"),
            say("the device, or its address"),
        ),
        seen=tuple(_seen(organisation.privacy, language)),
        lasting=tuple(_lasting(organisation.privacy, language)),
        known=tuple(_known(organisation, language)),
    )


def _asked(organisation: Organisation, language: Language) -> str:
    return language.say_many(
        "How well did another team serve you? Each visit asks {n} short question, from 1 (never) to 5 (always). Teams "
        "read their scores, talk, and get better. Skip what you like; nothing is stored before you finish.",
        "How well did another team serve you? Each visit asks {n} short questions, from 1 (never) to 5 (always). Teams "
        "read their scores, talk, and get better. Skip what you like; nothing is stored before you finish.",
        organisation.kiosk.questions_per_visit,
    )


def _seen(privacy: Privacy, language: Language) -> Iterator[tuple[str, str]]:
    say, minimum = language.say, language.number(privacy.minimum)
    if privacy.release == "overnight":
        scores = say(
            "Team scores. New answers to a question count when the day is over and at least {minimum} are there.",
            minimum=minimum,
        )
    else:
        scores = say(
            "Team scores. New answers to a question count as soon as at least {minimum} are there.", minimum=minimum
        )
    yield say("Everybody"), scores
    yield say("Managers"), say("The same; notes, before anybody else; how many check-ins are held back, not which.")
    yield (
        say("Keepers of the data"),
        say("Each check-in with its day, as it stands in the data folder; never whose it is."),
    )


def _lasting(privacy: Privacy, language: Language) -> Iterator[tuple[str, str]]:
    say = language.say
    yield say("Answers"), say("For good, without a name. Nothing leads to you, so they cannot be taken back.")
    yield say("Notes"), say("Until a manager removes them. With the month, no day, apart from your answers.")
    yield say("Time of a visit"), say("About five minutes while the terminal runs, in memory only.")
    if privacy.slips:
        yield say("Slips"), say("Until used. Which slip gave which answers is not kept.")


def _known(organisation: Organisation, language: Language) -> Iterator[str]:
    yield _held(organisation.timings.too_fast_seconds, language)
    yield language.say(
        "A team known to have fewer than {smallest} members is not rated: that would be rating a person.",
        smallest=language.number(SMALLEST_TEAM),
    )
    yield language.say("If all answers agree, everybody knows them. Your words in a note may give you away.")
    yield language.say("Whoever watches the data folder during a visit can tell which note or slip came with it.")


def _held(too_fast_seconds: int, language: Language) -> str:
    """Which check-ins do not count at once."""
    most = language.number(MOST_IN_SPAN)
    if not too_fast_seconds:
        return language.say(
            "A manager decides whether these count: check-ins beyond {most} for one team in five minutes.", most=most
        )
    return language.say_many(
        "A manager decides whether these count: seven answers in less than {n} second, and check-ins beyond {most} "
        "for one team in five minutes.",
        "A manager decides whether these count: seven answers in less than {n} seconds, and check-ins beyond {most} "
        "for one team in five minutes.",
        too_fast_seconds,
        most=most,
    )
