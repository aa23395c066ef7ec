"""Words that more than one screen says."""

from datetime import date

from store.organisation import Organisation

#: What each rating means, 1 to 5.
RATING_WORDS = ("never", "seldom", "sometimes", "often", "always")

#: The same as one line.
SCALE = ", ".join(f"{rating} {word}" for rating, word in enumerate(RATING_WORDS, start=1))


def day_in_words(day: date) -> str:
    """A day as people write it, such as ``Friday, 3 July 2026``."""
    return f"{day:%A}, {day.day} {day:%B %Y}"


def when_scores_move(organisation: Organisation) -> str:
    """When an answer shows in a score, as one sentence."""
    k = organisation.privacy.minimum
    if organisation.privacy.release == "at-once":
        return f"Scores move as soon as at least {k} new answers are in."
    return f"Scores move overnight, once at least {k} new answers are in."
