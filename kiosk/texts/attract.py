"""What the pages say that turn while nobody is there; pure, so that more kinds of news are easy to add."""

from typing import TYPE_CHECKING

import msgspec

from kiosk.texts.lessons import LESSONS
from store.behaviors import BEHAVIORS, Behavior
from store.language import Language
from store.organisation import Organisation

if TYPE_CHECKING:
    from store.scorecard import Score, Scores, Window


class News(msgspec.Struct, frozen=True):
    """The organisation's newest released scores: unions of whole batches.

    Attributes:
        window: The days that they cover.
        scores: One for each behavior.
    """

    window: "Window"
    scores: "Scores"


class Measure(msgspec.Struct, frozen=True):
    """A score as people read it.

    Attributes:
        mean: 1 to 5.
        number: The same in the language's own digits and marks, such as ``4,2``.
        of: What it is measured against: ``of 5``.
        basis: How many answers it stands on, and of which days if that is not said elsewhere.
    """

    mean: float
    number: str
    of: str
    basis: str


class Leaf(msgspec.Struct, frozen=True):
    """A page with one thing to say.

    Attributes:
        sign: A character or two, shown as large as can be.
        title: What it is about.
        sentence: What that looks like.
        call: What the text is for: a few words before it.
        text: One or two sentences.
        measure: How the organisation does here, if that is known.
    """

    sign: str
    title: str
    sentence: str
    call: str
    text: str
    measure: Measure | None = None


class Line(msgspec.Struct, frozen=True):
    """One line of a table: what, and its score."""

    sign: str
    label: str
    measure: Measure


class Table(msgspec.Struct, frozen=True):
    """A page with one line for each score.

    Attributes:
        title: What it is about.
        basis: Which days it covers.
        lines: At most seven.
    """

    title: str
    basis: str
    lines: tuple[Line, ...]


Page = Leaf | Table


def pages(organisation: Organisation, language: Language, news: News | None, first: Behavior) -> tuple[Page, ...]:
    """All pages in the order in which they turn, said in a language.

    Args:
        organisation: Whose kiosk it is.
        language: What it speaks.
        news: What was released; None while nothing is known of it.
        first: The behavior to begin with.
    """
    start = BEHAVIORS.index(first)
    lessons = [lesson(behavior, language, news) for behavior in BEHAVIORS[start:] + BEHAVIORS[:start]]
    table = _table(language, news) if news else None
    return (*lessons, *([table] if table else []), _how_it_works(organisation, language))


def lesson(behavior: Behavior, language: Language, news: News | None = None) -> Leaf:
    """The page of one behavior."""
    measure = None
    if news and (score := news.scores[behavior]).n:
        measure = _measure(score, language, language.days(news.window.first, news.window.last))
    return Leaf(
        sign=str(behavior.number),
        title=language.say(behavior.label),
        sentence=language.say(behavior.act),
        call=language.say("One minute, today:"),
        text=language.say(LESSONS[behavior]),
        measure=measure,
    )


def _how_it_works(organisation: Organisation, language: Language) -> Leaf:
    return Leaf(
        sign="?",
        title=language.say("How It Works"),
        sentence=language.say_many(
            "{n} quick question about a team that served you.",
            "{n} quick questions about a team that served you.",
            organisation.kiosk.questions_per_visit,
        ),
        call=language.say("What we keep:"),
        text=language.say_many(
            "team, answers, day. No name, no time. A score is shown only for {n} answer or more together.",
            "team, answers, day. No name, no time. A score is shown only for {n} answers or more together.",
            organisation.privacy.minimum,
        ),
    )


def _table(language: Language, news: News) -> Table | None:
    """All scores that there are; None if nothing is released yet."""
    lines = [
        Line(str(behavior.number), language.say(behavior.label), _measure(score, language))
        for behavior, score in zip(BEHAVIORS, news.scores.behaviors, strict=True)
        if score.n
    ]
    if not lines:
        return None
    return Table(language.say("Our scores"), language.days(news.window.first, news.window.last), tuple(lines))


def _measure(score: "Score", language: Language, days: str = "") -> Measure:
    mean = score.mean or 0.0
    answers = language.say_many("{n} answer", "{n} answers", score.n)
    return Measure(
        mean=mean,
        number=language.number(mean, 1),
        of=language.say("of {best}", best=5),
        basis=f"{answers}, {days}" if days else answers,
    )
