"""What is said of a whole visit: before it is stored, and after."""

from datetime import date

from kiosk.texts.phrases import KINDS
from kiosk.texts.wording import RATING_WORDS, when_scores_move
from kiosk.visit import Note, NoteFate, Visit
from store.abuse import Hold
from store.language import Language, message
from store.organisation import LONGEST_NAME, Organisation, Team
from store.plain_text import shortened

EXTRA_MILE = message("They went the extra mile")
DAY = message("Day")


def rated(rating: int | None, language: Language) -> str:
    """A rating in a word."""
    return language.say(RATING_WORDS[rating - 1]) if rating else language.say("skipped")


def yes_or_no(visit: Visit, language: Language) -> str:
    """Whether they went the extra mile."""
    return language.say("yes") if visit.extra_mile else language.say("no")


def note_words(note: Note, on: date, language: Language) -> tuple[str, str]:
    """What a note is, with all that is stored of it, and its text."""
    about = [language.say(note.behavior.label)] if note.behavior else []
    title = [language.say(KINDS[note.kind].name), *about, language.month(on)]
    return " · ".join(title), note.text


def nothing_else(visit: Visit, language: Language) -> str:
    """What is stored beside what stands there, and what is not."""
    say = language.say
    if visit.stores_nothing:
        return say("You skipped every question, so nothing will be stored.")
    if visit.is_empty:
        return say("Only this note about the team will be stored, with a random number: no name, no day.")
    if visit.note:
        return say("The note is kept apart. Nothing else: no name, no time of day, no device.")
    return say("Nothing else but a random number: no name, no time of day, no device.")


def stored(note: NoteFate | None, language: Language) -> str:
    """What is safe now, in capitals."""
    if note is NoteFate.STORED_ALONE:
        return language.say("YOUR NOTE IS STORED")
    return language.say("YOUR ANSWERS ARE STORED")


def thanks(
    team: Team, hold: Hold | None, note: NoteFate | None, organisation: Organisation, language: Language
) -> list[str]:
    """What happens to all that was stored, as sentences."""
    say = language.say
    who_reads_first = say("A manager reads your note before anyone else.")
    if note is NoteFate.STORED_ALONE:
        return [who_reads_first, say("It is kept with the team and the month: no name, no day.")]
    name = shortened(team.name, LONGEST_NAME)
    promise = say("{team} sees them in its score, never on their own.", team=name)
    if hold:
        promise = say("If they count, {team} sees them in its score, never on their own.", team=name)
    about_answers = [_when_they_count(hold, organisation, language), promise]
    match note:
        case NoteFate.STORED:
            return [*about_answers, who_reads_first]
        case NoteFate.LOST:
            return [*about_answers, say("Your note could not be stored, and is gone.")]
    return about_answers


def _when_they_count(hold: Hold | None, organisation: Organisation, language: Language) -> str:
    match hold:
        case Hold.TOO_FAST:
            return language.say("They came very fast, so a manager decides whether they count.")
        case Hold.BURST:
            return language.say("Many came at once, so a manager decides whether they count.")
    return when_scores_move(organisation, language)
