"""Every setting of organisation.toml in words: what it does, and what may stand there."""

from typing import NamedTuple

from store.language import LANGUAGES
from store.organisation import LONGEST_CONTACT, LONGEST_NAME


class Setting(NamedTuple):
    """One setting, as the file's comments and the sentences about mistakes put it.

    Attributes:
        does: What it decides.
        right: What may be written, as the end of "write …".
        example: What a new file shows in a comment, as TOML, where nothing is set.
    """

    does: str
    right: str
    example: str = ""


_NAME = f"a text in quotes with 1 to {LONGEST_NAME} characters, none of them a control character"
_KEY = 'a key in quotes, of small letters a-z, digits and single hyphens, such as "night-shift"'
_HOURS = (
    'from when to when in quotes, such as "07:00-19:00", "22:00-06:00" past midnight or "00:00-24:00" all day, '
    "or leave the line out"
)
_LANGUAGES = f'a list with each code once, in quotes, from {", ".join(LANGUAGES)}, such as ["en", "de"]'
_DAYTIME = '"07:00-19:00"'
_SECONDS = "a whole number of seconds, 0 to 3600"
_COLOUR = 'a colour in quotes, such as "#14213D"'

#: Key paths, with dots, of all tables and settings, in the order of the file.
SETTINGS: dict[str, Setting] = {
    "name": Setting("The organisation's name, as screens and posters show it.", _NAME),
    "time_zone": Setting(
        "Decides when a day is over.", 'the name of a time zone in quotes, such as "Europe/Berlin" or "UTC"'
    ),
    "languages": Setting("Languages that a visitor can choose on the kiosk; it starts in the first one.", _LANGUAGES),
    "sample": Setting(
        "true marks everything in this folder as sample data; every screen and sheet then says so.",
        "true or false",
    ),
    "clock_confirmed": Setting(
        "A day that you vouch for, if the clock was not believed although it is right.",
        "a day like 2026-10-31",
        "2026-10-31",
    ),
    "privacy": Setting("When ratings may be shown.", "its settings below a line [privacy]"),
    "privacy.minimum": Setting(
        "How many ratings must come together before any of them counts: at least 3; 5 is a good choice.",
        "a whole number, 3 to 1000; if left out it is 5",
    ),
    "privacy.release": Setting(
        '"overnight" shows ratings when their day is over; "at-once" is meant for classes and workshops.',
        '"overnight" or "at-once"',
    ),
    "privacy.slips": Setting(
        "true: the kiosk asks for a one-time code on paper, so that nobody answers twice: one voice, one slip.",
        "true or false",
    ),
    "scores": Setting("How scores are shown.", "its settings below a line [scores]"),
    "scores.window_days": Setting(
        "How many days before today a score looks back.", "a whole number of days, 1 to 3660"
    ),
    "kiosk": Setting("What the kiosk asks, and where it stands.", "its settings below a line [kiosk]"),
    "kiosk.home_team": Setting(
        "The key of this terminal's home team: it stands first in the choice of teams.",
        "the key, in quotes, of a team that can be rated, or leave the line out",
        '"kitchen"',
    ),
    "kiosk.questions_per_visit": Setting(
        "How many of the seven behaviors one visit asks about; with 1 or 3 they take turns.", "1, 3 or 7"
    ),
    "kiosk.contact": Setting(
        "Whom to tell when the kiosk is out of order; the screen then names them.",
        f"a text in quotes with 1 to {LONGEST_CONTACT} characters, none of them a control character, "
        "or leave the line out",
        '"the front desk, phone 4711"',
    ),
    "hours": Setting(
        "When the kiosk can be used; without a line [hours] always. A day without a line of its own is closed; "
        '"22:00-06:00" goes on past midnight, "00:00-24:00" is the whole day.',
        "its settings below a line [hours], at least one day; or leave that line out: then it is always open",
    ),
    "hours.monday": Setting("Opening hours on Mondays.", _HOURS, _DAYTIME),
    "hours.tuesday": Setting("Opening hours on Tuesdays.", _HOURS, _DAYTIME),
    "hours.wednesday": Setting("Opening hours on Wednesdays.", _HOURS, _DAYTIME),
    "hours.thursday": Setting("Opening hours on Thursdays.", _HOURS, _DAYTIME),
    "hours.friday": Setting("Opening hours on Fridays.", _HOURS, _DAYTIME),
    "hours.saturday": Setting("Opening hours on Saturdays.", _HOURS, _DAYTIME),
    "hours.sunday": Setting("Opening hours on Sundays.", _HOURS, _DAYTIME),
    "timings": Setting(
        "The kiosk's patience in seconds; 0 switches a rule off.", "its settings below a line [timings]"
    ),
    "timings.idle_seconds": Setting("A visit left alone this long is dropped.", _SECONDS),
    "timings.warn_seconds": Setting("The last seconds of that count down on the screen.", _SECONDS),
    "timings.thanks_seconds": Setting('How long "thank you" stays.', _SECONDS),
    "timings.pause_seconds": Setting("The least pause between two submissions on one terminal.", _SECONDS),
    "timings.too_fast_seconds": Setting(
        "Seven answers given faster than this are held for a manager; fewer answers in proportion. At most 10.",
        "a whole number of seconds, 0 to 10",
    ),
    "brand": Setting("Your colours on screens and paper.", "its settings below a line [brand]"),
    "brand.ink": Setting("Headers and text.", _COLOUR),
    "brand.accent": Setting("The one thing to look at.", _COLOUR),
    "brand.fallback_font": Setting(
        "A font file for names with letters that our typeface lacks, such as Georgian or Chinese ones.",
        "the full path, in quotes, of a TrueType file (.ttf), or leave the line out",
        '"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"',
    ),
    "links": Setting(
        "Who expects what from whom, one [[links]] for each customer team and supplier team.",
        "each link below a line [[links]] of its own",
    ),
    "links.customer": Setting("The key of the team that is served.", "the key of a team, in quotes"),
    "links.supplier": Setting("The key of the team that serves.", "the key of another team, in quotes"),
    "links.deliverables": Setting(
        "What it expects; without this line the usual six.",
        f'a list of texts in quotes, each with 1 to {LONGEST_NAME} characters, such as ["Speed", "Quality"]',
    ),
    "teams": Setting(
        "The work groups that serve one another, one [[teams]] for each.",
        "each team below a line [[teams]] of its own",
    ),
    "teams.key": Setting("Made once and never changed: stored ratings refer to it.", _KEY),
    "teams.name": Setting("What people call the team; change it whenever you like.", _NAME),
    "teams.department": Setting("Its department, if you have such.", f"{_NAME}; or leave the line out"),
    "teams.members": Setting(
        "How many people work in it, if known; below 4 it is never rated, to protect them.",
        "a whole number, 1 to 1000000, or leave the line out",
    ),
    "teams.retired": Setting("true: no longer offered; what was released stays.", "true or false"),
}
