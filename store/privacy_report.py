"""What is stored, seen, kept and refused in one installation, as a value in one language: the privacy report.

Written for those who guard the rights of staff. What the sentences say follows from the settings; what the program
does whatever the settings say stands here too, and must be true of the other rooms of this package.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from store.abuse import MOST_IN_SPAN
from store.language import Language, message
from store.notes import LONGEST, MOST_WAITING
from store.notes import MOST_IN_SPAN as MOST_NOTES_IN_SPAN
from store.organisation import SMALLEST_TEAM, Organisation, Privacy
from store.poster_requests import MONTHS_KEPT
from store.privacy_figures import Figures, Steps

_FILES = (
    ("organisation.toml", message("the settings: teams, links, privacy rules, timings, colors")),
    (
        "check-ins.jsonl",
        message("each check-in of the kiosk, released or not: team, ratings, extra mile, day, random number"),
    ),
    ("import-….jsonl", message("the same from one imported spreadsheet; the kiosk's and the file's never mix")),
    ("batches.jsonl", message("what was released: how often each rating was given, of one team and question")),
    (
        "held.jsonl",
        message("check-ins that are held back, without a day: team, ratings, extra mile, random number, reason"),
    ),
    ("drops.jsonl", message("how many held check-ins a manager dropped, of which team, on which day")),
    ("notes.jsonl", message("what visitors added in words: team, kind, behavior, month, text; no day, in no order")),
    (
        "requests.jsonl",
        message("requests for posters: team, sheet, month, a random number, a slow hash of a code; never who asked"),
    ),
    ("slips.json", message("salted hashes of unused one-time codes; nothing of used ones")),
    ("pin.json", message("the staff's PIN as a slow hash, and how often it was mistyped")),
    ("crashes.txt", message("where in the program a mistake happened, and on which day; nothing of the visit")),
    ("*.torn, *.damaged", message("pieces of the files above that a power cut or a bad disk broke, kept as evidence")),
    ("format", message("the version of these files")),
    ("cache/", message("copies for speed, made again at any time: what is released, and the ratings that wait")),
)


class FileNote(msgspec.Struct, frozen=True):
    """A file of the data folder, and what it holds where it is there."""

    name: str
    holds: str


class Section(msgspec.Struct, frozen=True):
    """One part of the report.

    Attributes:
        heading: What it is about.
        sentences: Each stands on its own.
        files: In the part about files, these.
    """

    heading: str
    sentences: tuple[str, ...]
    files: tuple[FileNote, ...] = ()


class PrivacyReport(msgspec.Struct, frozen=True):
    """All of it.

    Attributes:
        title: Its name in its language.
        organisation: Whose it is.
        sample: Whether everything in the folder is sample data.
        on: The day that it was made.
        language: Code of its language.
        figures: What the sentences of one section tell, for programs.
        introduction: What the report is.
        sections: Its parts.
    """

    title: str
    organisation: str
    sample: bool
    on: date
    language: str
    figures: Figures
    introduction: str
    sections: tuple[Section, ...]


def privacy_report(organisation: Organisation, figures: Figures, on: date, language: Language) -> PrivacyReport:
    """The report of one day.

    Args:
        organisation: Its settings decide which sentences are true.
        figures: How much is stored.
        on: The day that the figures are from.
        language: What it speaks.
    """
    say = language.say
    parts = (
        (say("What is asked"), _asked(organisation, language)),
        (say("What is stored"), _stored(organisation, language)),
        (say("Who sees what"), _seen(organisation.privacy, language)),
        (say("How long it is kept"), _kept(language)),
        (say("What is refused"), _refused(language)),
        (say("What cannot be hidden"), _not_hidden(organisation.privacy, language)),
        (say("How much is stored today"), _counted(organisation.privacy, figures, language)),
    )
    files = tuple(FileNote(name, say(holds)) for name, holds in _FILES)
    sections = [Section(heading, tuple(sentences)) for heading, sentences in parts]
    sections.append(Section(say("What each file of the data folder holds"), (), files))
    return PrivacyReport(
        title=say("Privacy report"),
        organisation=organisation.name,
        sample=organisation.sample,
        on=on,
        language=language.code,
        figures=figures,
        introduction=say(
            "Made by the program itself, from the settings and the data of this installation, on {day}. "
            "It says what is stored, seen, kept and refused here.",
            day=language.day(on),
        ),
        sections=tuple(sections),
    )


def _asked(organisation: Organisation, language: Language) -> Iterator[str]:
    yield language.say(
        "A check-in rates one team: how often it did what good service takes, from 1 (never) to 5 (always), "
        "and whether it went the extra mile."
    )
    if organisation.kiosk.questions_per_visit < 7:
        yield language.say_many(
            "Each visit asks about {n} of the seven behaviors; they take turns.",
            "Each visit asks about {n} of the seven behaviors; they take turns.",
            organisation.kiosk.questions_per_visit,
        )
    else:
        yield language.say("Each visit asks about all seven behaviors.")
    yield language.say("Any question may be skipped.")
    yield language.say(
        "Until a visit is finished, its answers are in memory only; a visit that is left before is forgotten."
    )
    yield language.say_many("{n} team can be rated.", "{n} teams can be rated.", len(organisation.open_teams))


def _stored(organisation: Organisation, language: Language) -> Iterator[str]:
    yield language.say(
        "Of each check-in: the rated team, the ratings, the extra mile as yes or no, the day, and a random number."
    )
    yield language.say("Never: a name, the visitor's own team, a time of day, a device, an address.")
    yield language.say(
        "A note that a visitor adds is kept apart from the answers: at most {longest} characters, with the team, "
        "what kind of note it is, the behavior that it is about and the month, in a file that is shuffled at every "
        "save.",
        longest=language.number(LONGEST),
    )
    yield language.say(
        "A request for a poster is kept with the team, the sheet and the month, in a file that is shuffled too. Who "
        "asked is not kept: they hold a code, of which a slow hash is kept."
    )
    yield _holding(organisation.timings.too_fast_seconds, language)
    yield language.say(
        "For that rule the moments of the visits of the last five minutes are kept in memory, never in the data "
        "folder or a backup. When the last kiosk is left, they stay in memory until one runs again or the machine "
        "is restarted."
    )
    if organisation.privacy.slips:
        yield language.say(
            "A visit takes a slip with a one-time code: one voice, one slip. Of unused codes salted hashes are kept, "
            "of used ones nothing."
        )
    else:
        yield language.say("No slip is asked for, so one person can answer more than once.")


def _holding(too_fast_seconds: int, language: Language) -> str:
    """Which visits are held back."""
    most = language.number(MOST_IN_SPAN)
    if not too_fast_seconds:
        return language.say(
            "Check-ins beyond {most} for one team within five minutes are held back: they are kept without a day, "
            "and count nowhere until a manager releases or drops them.",
            most=most,
        )
    return language.say_many(
        "A check-in whose seven answers took less than {n} second, and any beyond {most} for one team within "
        "five minutes, is held back: it is kept without a day, and counts nowhere until a manager releases or drops "
        "it.",
        "A check-in whose seven answers took less than {n} seconds, and any beyond {most} for one team within "
        "five minutes, is held back: it is kept without a day, and counts nowhere until a manager releases or drops "
        "it.",
        too_fast_seconds,
        most=most,
    )


def _seen(privacy: Privacy, language: Language) -> Iterator[str]:
    minimum = language.number(privacy.minimum)
    yield language.say("Scores are for everybody. They are made of released ratings only.")
    if privacy.release == "overnight":
        yield language.say(
            "Ratings are released when a day is over and at least {minimum} of one team and question wait: "
            "all that wait together, as one batch.",
            minimum=minimum,
        )
    else:
        yield language.say(
            "Ratings are released as soon as at least {minimum} of one team and question wait: all that wait "
            "together, as one batch. Whoever watches a screen can see when an answer completed a batch.",
            minimum=minimum,
        )
    yield language.say(
        "All that is shown, printed or exported is a sum of whole batches, never split further: not by hour, "
        "terminal or the visitor's team."
    )
    yield language.say(
        "Managers read the notes before anybody else may. They see how many check-ins of a team are held back, "
        "never which; fewer than {minimum} is all they are told below that number.",
        minimum=minimum,
    )
    yield language.say(
        "Whoever may read the data folder reads every check-in, released or not: never who, but each whole row "
        "with its day."
    )


def _kept(language: Language) -> Iterator[str]:
    yield language.say("Check-ins and batches: for good. The program removes none of them by itself.")
    yield language.say(
        "A check-in cannot be found, changed or taken back later, not even by the visitor: nothing in it leads to a "
        "person."
    )
    yield language.say("The order in which released check-ins came: until somebody runs `store compact`.")
    yield language.say(
        "Held check-ins: until a manager releases or drops them. How many were dropped is kept for good."
    )
    yield language.say("Notes: until a manager removes them.")
    yield language.say(
        "Requests for posters: until they are printed and older than {months} months; then the next request clears "
        "them away.",
        months=language.number(MONTHS_KEPT),
    )
    yield language.say("Backups: as long as those who made them keep them; the program does not know of them.")


def _refused(language: Language) -> Iterator[str]:
    yield language.say("A privacy minimum below 3, or one that cannot be read.")
    yield language.say(
        "Check-ins and scores for a team that is known to have fewer than {smallest} members: rating it would be "
        "rating a person.",
        smallest=language.number(SMALLEST_TEAM),
    )
    yield language.say(
        "In imported files: all columns but day, team, ratings and extra mile, days that have not come, and the same "
        "rows a second time."
    )
    yield language.say(
        "More than {most} notes within five minutes, and more than {waiting} that wait.",
        most=language.number(MOST_NOTES_IN_SPAN),
        waiting=language.number(MOST_WAITING),
    )


def _not_hidden(privacy: Privacy, language: Language) -> Iterator[str]:
    yield language.say("A batch in which all agree tells everybody's answer.")
    yield language.say("Whoever gives all ratings of a batch but one learns that one.")
    yield language.say("The words of a note may give their writer away.")
    yield language.say(
        "Whoever watches the data folder while the kiosk runs, or compares two backups, sees which note or slip came "
        "with which check-in."
    )
    if privacy.slips:
        yield language.say(
            "Whoever keeps a list of the slips' codes can find out whether a code was used: hand slips out unseen "
            "and shuffled."
        )
    yield language.say("Whoever may edit organisation.toml can change the rules: this report tells those of its day.")


def _counted(privacy: Privacy, figures: Figures, language: Language) -> Iterator[str]:
    yield language.say(
        "What is released is counted exactly. All else is told in steps of {minimum} and for the whole organisation: "
        "none and a few look the same, and two reports do not show single visits.",
        minimum=language.number(privacy.minimum),
    )
    if figures.first is None or figures.last is None:
        yield language.say("Released check-ins: none yet.")
    else:
        yield language.say(
            "Released check-ins: {number}, in batches dated {days}.",
            number=language.number(figures.released_check_ins),
            days=language.days(figures.first, figures.last),
        )
    yield language.say("Batches: {number}.", number=language.number(figures.batches))
    yield language.say("Imported files: {number}.", number=language.number(figures.imports))
    yield language.say("Check-ins of past days that wait: {amount}.", amount=_amount(figures.waiting, language))
    yield language.say("Check-ins that are held back: {amount}.", amount=_amount(figures.held, language))
    yield language.say("Notes that wait for a manager: {amount}.", amount=_amount(figures.notes, language))
    if privacy.slips:
        yield language.say("Unused slips: {amount}.", amount=_amount(figures.unused_slips, language))


def _amount(steps: Steps, language: Language) -> str:
    if not steps.at_least:
        return language.say("fewer than {number}", number=language.number(steps.below))
    return language.say("{low} to {high}", low=language.number(steps.at_least), high=language.number(steps.below - 1))
