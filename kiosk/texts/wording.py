"""Words that more than one screen says."""

from datetime import datetime

from store.language import Language, message
from store.organisation import Organisation

#: What each rating means, 1 to 5.
RATING_WORDS = (message("never"), message("seldom"), message("sometimes"), message("often"), message("always"))

WRONG_SLIP = message("This number is not right, or its slip has been used.")


def scale(language: Language) -> str:
    """All ratings with their words, as one line."""
    return ", ".join(f"{rating} {language.say(word)}" for rating, word in enumerate(RATING_WORDS, start=1))


def when_scores_move(organisation: Organisation, language: Language) -> str:
    """When an answer shows in a score, as one sentence."""
    k = organisation.privacy.minimum
    if organisation.privacy.release == "at-once":
        return language.say_many(
            "Scores move as soon as {n} new answer is in.", "Scores move as soon as {n} new answers are in.", k
        )
    return language.say_many(
        "Scores move overnight, once {n} new answer is in.", "Scores move overnight, once {n} new answers are in.", k
    )


def when_open(opens: datetime | None, language: Language) -> str:
    """When visits are taken again, as one sentence."""
    if opens is None:
        return language.say("It takes no answers at present.")
    day, time = language.day(opens.date()), language.clock(opens.time())
    return language.say("Open again: {day}, {time}.", day=day, time=time)


def whom_to_tell(organisation: Organisation, language: Language) -> str:
    """Whom a visitor should tell when something is in the way, as one sentence."""
    contact = organisation.kiosk.contact
    if contact:
        return language.say("Please tell: {contact}", contact=contact)
    return language.say("Please tell who is in charge.")
