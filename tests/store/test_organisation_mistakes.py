"""Each mistake in organisation.toml is one sentence: file, key, value, and what would be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import OrganisationError
from store.organisation.file import FILE, parse
from store.plain_text import printable

NAME = 'name = "Riverside"\n'
KITCHEN = '[[teams]]\nkey = "kitchen"\nname = "Kitchen"\n'
WARD = '[[teams]]\nkey = "ward-3"\nname = "Ward 3"\n'
LINK = '[[links]]\ncustomer = "ward-3"\nsupplier = "kitchen"\n'
HEADCOUNT = "a whole number, 1 to 1000000, or leave the line out."
LIST = "write each team below a line [[teams]] of its own."
TEXT = "write a text in quotes with 1 to 60 characters, none of them a control character"
MINIMUM = "write a whole number, 3 to 1000; if left out it is 5."
SECONDS = "write a whole number of seconds, 0 to 3600."
ZONE = 'write the name of a time zone in quotes, such as "Europe/Berlin" or "UTC".'
LANGUAGES = 'write a list with each code once, in quotes, from en, es, fr, de, pt, pl, uk, vi, such as ["en", "de"].'
HOURS = (
    'write from when to when in quotes, such as "07:00-19:00", "22:00-06:00" past midnight or "00:00-24:00" all day, '
    "or leave the line out."
)
HOME = "write the key, in quotes, of a team that can be rated, or leave the line out."
CONTACT = "write a text in quotes with 1 to 80 characters, none of them a control character, or leave the line out."
COLOUR = 'write a colour in quotes, such as "#14213D".'
KEY = 'a key in quotes, of small letters a-z, digits and single hyphens, such as "night-shift".'
SYNTAX = "write each setting once, as key = value, with texts in quotes."
DELIVERABLES = 'write a list of texts in quotes, each with 1 to 60 characters, such as ["Speed", "Quality"].'

MISTAKES = [
    # the name
    ("", f": name is missing: write name = and {TEXT.removeprefix('write ')}."),
    ('name = ""', f': name = "" is not possible: {TEXT}.'),
    ('name = "  "', f': name = "  " is not possible: {TEXT}.'),
    ("name = 7", f": name = 7 is not possible: {TEXT}."),
    ('name = "A\\u001b[2JB"', f': name = "A\\u001b[2JB" is not possible: {TEXT}.'),
    ('name = "A\\u202eB"', f': name = "A\ufffdB" is not possible: {TEXT}.'),
    (f'name = "{"x" * 20_000}"', f': name = "{"x" * 58}… is not possible: {TEXT}.'),
    # keys that are none
    ('nmae = "R"', f': nmae = "R" is not a setting: did you mean name? It takes {TEXT.removeprefix("write ")}.'),
    (
        NAME + "[privacy]\nminimun = 7",
        f": [privacy] minimun = 7 is not a setting: did you mean minimum? It takes {MINIMUM.removeprefix('write ')}",
    ),
    (NAME + "[privacy]\nk = 7", ": [privacy] k = 7 is not a setting: there are minimum, release, slips."),
    (
        NAME + "[privcy]\nminimum = 7",
        ": privcy = { … } is not a setting: did you mean privacy? It takes its settings below a line [privacy].",
    ),
    (
        NAME + "[timings]\nidle = 3",
        f": [timings] idle = 3 is not a setting: did you mean idle_seconds? It takes {SECONDS.removeprefix('write ')}",
    ),
    (
        NAME + KITCHEN + "member = 3",
        ": [[teams]] number 1, member = 3 is not a setting: did you mean members? It takes " + HEADCOUNT,
    ),
    (
        NAME + KITCHEN + "floor = 3",
        ": [[teams]] number 1, floor = 3 is not a setting: there are key, name, department, members, retired.",
    ),
    # single values
    (
        NAME + "[timings]\ntoo_fast_seconds = 3600",
        ": [timings] too_fast_seconds = 3600 is not possible: write a whole number of seconds, 0 to 10.",
    ),
    (NAME + "[privacy]\nminimum = 2", f": [privacy] minimum = 2 is not possible: {MINIMUM}"),
    (NAME + "[privacy]\nminimum = 0", f": [privacy] minimum = 0 is not possible: {MINIMUM}"),
    (NAME + "[privacy]\nminimum = -5", f": [privacy] minimum = -5 is not possible: {MINIMUM}"),
    (NAME + '[privacy]\nminimum = "5"', f': [privacy] minimum = "5" is not possible: {MINIMUM}'),
    (NAME + "[privacy]\nminimum = 5.5", f": [privacy] minimum = 5.5 is not possible: {MINIMUM}"),
    (NAME + "[privacy]\nminimum = nan", f": [privacy] minimum = nan is not possible: {MINIMUM}"),
    (NAME + "[privacy]\nminimum = true", f": [privacy] minimum = true is not possible: {MINIMUM}"),
    (NAME + f"[privacy]\nminimum = {'9' * 30}", f": [privacy] minimum = {'9' * 30} is not possible: {MINIMUM}"),
    (
        NAME + f"[privacy]\nminimum = {'9' * 5000}\n\n[brand]",
        f", line 3: a number is far too long in `minimum = {'9' * 49}…`; write a shorter one.",
    ),
    (NAME + f"[privacy]\nminimum = 0x{'f' * 5000}", f": [privacy] minimum = a huge number is not possible: {MINIMUM}"),
    (NAME + f"sample = [1, 0x{'f' * 5000}]", ": sample = a huge number is not possible: write true or false."),
    (
        NAME + '[privacy]\nrelease = "soon"',
        ': [privacy] release = "soon" is not possible: write "overnight" or "at-once".',
    ),
    (
        NAME + "[scores]\nwindow_days = 0",
        ": [scores] window_days = 0 is not possible: write a whole number of days, 1 to 3660.",
    ),
    (NAME + "[timings]\nidle_seconds = 3601", f": [timings] idle_seconds = 3601 is not possible: {SECONDS}"),
    (NAME + "[timings]\nwarn_seconds = -1", f": [timings] warn_seconds = -1 is not possible: {SECONDS}"),
    (NAME + '[brand]\nink = "navy"', f': [brand] ink = "navy" is not possible: {COLOUR}'),
    (NAME + '[brand]\naccent = "#E07A1F\\n"', f': [brand] accent = "#E07A1F\\n" is not possible: {COLOUR}'),
    (NAME + "languages = []", f": languages = [] is not possible: {LANGUAGES}"),
    (NAME + 'languages = ["en", 3]', f": languages, number 2 = 3 is not possible: {LANGUAGES}"),
    (NAME + 'languages = ["en", "tlh"]', f': languages, number 2 = "tlh" is not possible: {LANGUAGES}'),
    (NAME + 'languages = ["de", "en", "de"]', f': languages, number 3 = "de" is not possible: {LANGUAGES}'),
    (NAME + 'languages = "en"', f': languages = "en" is not possible: {LANGUAGES}'),
    (NAME + '[privacy]\nslips = "yes"', ': [privacy] slips = "yes" is not possible: write true or false.'),
    (
        NAME + "[kiosk]\nquestions_per_visit = 2",
        ": [kiosk] questions_per_visit = 2 is not possible: write 1, 3 or 7.",
    ),
    (NAME + '[kiosk]\nhome_team = "x"', f': [kiosk] home_team = "x" is not possible: {HOME}'),
    (NAME + '[kiosk]\nhome_team = "Ward 3"', f': [kiosk] home_team = "Ward 3" is not possible: {HOME}'),
    (
        NAME + '[kiosk]\nhome_team = "kitchn"\n' + KITCHEN,
        ': [kiosk] home_team = "kitchn" is not possible: did you mean "kitchen"?',
    ),
    (
        NAME + '[kiosk]\nhome_team = "kitchen"\n' + KITCHEN + "members = 3",
        ': [kiosk] home_team = "kitchen" is not possible: this team is retired or too small; '
        "give the key of one that can be rated.",
    ),
    (NAME + '[kiosk]\ncontact = ""', f': [kiosk] contact = "" is not possible: {CONTACT}'),
    (NAME + '[kiosk]\ncontact = " "', f': [kiosk] contact = " " is not possible: {CONTACT}'),
    (NAME + '[kiosk]\ncontact = "A\\u001b[2J"', f': [kiosk] contact = "A\\u001b[2J" is not possible: {CONTACT}'),
    (
        NAME + f'[kiosk]\ncontact = "{"x" * 20_000}"',
        f': [kiosk] contact = "{"x" * 58}… is not possible: {CONTACT}',
    ),
    (
        NAME + "[hours]",
        ": hours = { … } is not possible: write its settings below a line [hours], at least one day; "
        "or leave that line out: then it is always open.",
    ),
    (NAME + '[hours]\nmonday = "7-19"', f': [hours] monday = "7-19" is not possible: {HOURS}'),
    (NAME + '[hours]\nmonday = "07:00-25:00"', f': [hours] monday = "07:00-25:00" is not possible: {HOURS}'),
    (NAME + '[hours]\nmonday = "24:00-07:00"', f': [hours] monday = "24:00-07:00" is not possible: {HOURS}'),
    (NAME + '[hours]\nmonday = "07:00-07:00"', f': [hours] monday = "07:00-07:00" is not possible: {HOURS}'),
    (NAME + '[hours]\nmonday = "07:00-19:00\\n"', f': [hours] monday = "07:00-19:00\\n" is not possible: {HOURS}'),
    (NAME + "[hours]\nmonday = 07:00:00", f": [hours] monday = 07:00:00 is not possible: {HOURS}"),
    (
        NAME + '[hours]\nmonady = "07:00-19:00"',
        ': [hours] monady = "07:00-19:00" is not a setting: did you mean monday? '
        f"It takes {HOURS.removeprefix('write ')}",
    ),
    (NAME + 'sample = "yes"', ': sample = "yes" is not possible: write true or false.'),
    (NAME + 'clock_confirmed = "soon"', ': clock_confirmed = "soon" is not possible: write a day like 2026-10-31.'),
    (NAME + KITCHEN + "members = 0", ": [[teams]] number 1, members = 0 is not possible: write " + HEADCOUNT),
    (NAME + KITCHEN + "retired = 1", ": [[teams]] number 1, retired = 1 is not possible: write true or false."),
    (
        NAME + KITCHEN + 'department = ""',
        f': [[teams]] number 1, department = "" is not possible: {TEXT}; or leave the line out.',
    ),
    (
        NAME + '[[teams]]\nkey = "Ward 3"\nname = "W"',
        f': [[teams]] number 1, key = "Ward 3" is not possible: write {KEY}',
    ),
    (
        NAME + '[[teams]]\nkey = "ward-3\\n"\nname = "W"',
        f': [[teams]] number 1, key = "ward-3\\n" is not possible: write {KEY}',
    ),
    (NAME + '[[teams]]\nname = "W"', f": [[teams]] number 1, key is missing: write key = and {KEY}"),
    # containers
    (NAME + "privacy = 5", ": privacy = 5 is not possible: write its settings below a line [privacy]."),
    (NAME + "teams = 3", ": teams = 3 is not possible: " + LIST),
    (NAME + 'teams = ["Kitchen"]', ': [[teams]] number 1 = "Kitchen" is not possible: ' + LIST),
    (NAME + '[teams]\nkey = "k"', ": teams = { … } is not possible: " + LIST),
    # time zones
    (
        NAME + 'time_zone = "Europe/Berln"',
        ': time_zone = "Europe/Berln" is not possible: did you mean "Europe/Berlin"?',
    ),
    (
        NAME + 'time_zone = "europe/berlin"',
        ': time_zone = "europe/berlin" is not possible: did you mean "Europe/Berlin"?',
    ),
    (NAME + 'time_zone = "Mars"', f': time_zone = "Mars" is not possible: {ZONE}'),
    (NAME + 'time_zone = "../../etc/passwd"', f': time_zone = "../../etc/passwd" is not possible: {ZONE}'),
    (NAME + 'time_zone = "\\u0000"', f': time_zone = "\\u0000" is not possible: {ZONE}'),
    # clashes
    (
        NAME + KITCHEN + WARD + KITCHEN,
        ': [[teams]] number 3, key = "kitchen" is not possible: another team has it; give each its own key.',
    ),
    (
        NAME + KITCHEN + '[[teams]]\nkey = "k2"\nname = "KITCHEN"',
        ': [[teams]] number 2, name = "KITCHEN" is not possible: another team has it; give each its own name.',
    ),
    # links
    (
        NAME + KITCHEN + WARD + LINK.replace("ward-3", "ward3"),
        ': [[links]] number 1, customer = "ward3" is not possible: did you mean "ward-3"?',
    ),
    (
        NAME + KITCHEN + WARD + LINK.replace("kitchen", "zzz"),
        ': [[links]] number 1, supplier = "zzz" is not possible: no team has this key; give that of a team.',
    ),
    (
        NAME + KITCHEN + WARD + LINK.replace("ward-3", "kitchen"),
        ': [[links]] number 1, supplier = "kitchen" is not possible: a team cannot be its own customer.',
    ),
    (
        NAME + KITCHEN + WARD + LINK + LINK,
        ': [[links]] number 2, supplier = "kitchen" is not possible: this link stands here twice; remove one.',
    ),
    (
        NAME + KITCHEN + WARD + LINK + 'deliverables = ["Speed", " "]',
        f': [[links]] number 1, deliverables, number 2 = " " is not possible: {DELIVERABLES}',
    ),
    (
        NAME + KITCHEN + WARD + LINK + "deliverables = []",
        f": [[links]] number 1, deliverables = [] is not possible: {DELIVERABLES}",
    ),
    # TOML itself
    ("name = Riverside", f", line 1: Invalid value in `name = Riverside`; {SYNTAX}"),
    (
        NAME + "# fine\n[privacy\nminimum = 5",
        f", line 3: Expected ']' at the end of a table declaration in `[privacy`; {SYNTAX}",
    ),
    (NAME + NAME + "sample = true", f', line 2: Cannot overwrite a value in `name = "Riverside"`; {SYNTAX}'),
    (NAME + '[brand]\nink = "#14213D', f', line 3: Unterminated string in `ink = "#14213D`; {SYNTAX}'),
    (
        NAME + "clock_confirmed = 2026-02-30",
        f", line 2: Invalid date or datetime in `clock_confirmed = 2026-02-30`; {SYNTAX}",
    ),
    (NAME + "x = " + "[" * 5000, ": brackets are nested too deeply; settings need two levels at most."),
]


@pytest.mark.parametrize(("text", "sentence"), MISTAKES, ids=range(len(MISTAKES)))
def test_a_mistake_is_named_with_its_place_its_value_and_its_mend(text: str, sentence: str) -> None:
    with pytest.raises(OrganisationError) as mistake:
        parse(text, FILE)
    assert str(mistake.value) == FILE + sentence


toml_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates() | st.times(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def complaint_about(text: str) -> str:
    """What is wrong with a text; nothing if it is understood."""
    try:
        parse(text, FILE)
    except OrganisationError as mistake:
        return str(mistake)
    return ""


def toml(value: object) -> str:
    """A value as TOML, written apart from the program's own writer."""
    match value:
        case None:
            return "''"
        case bool():
            return str(value).lower()
        case str():
            return '"' + "".join(f"\\U{ord(character):08x}" for character in value) + '"'
        case list():
            return f"[{', '.join(map(toml, value))}]"
        case dict():
            return "{" + ", ".join(f"{toml(key)} = {toml(inner)}" for key, inner in value.items()) + "}"
    return str(value)


@given(
    st.sampled_from(
        ["name", "languages", "teams", "links", "privacy", "kiosk", "hours", "brand", "time_zone", "clock_confirmed"]
    ),
    toml_values,
)
def test_whatever_stands_in_the_file_is_understood_or_refused_in_one_printable_line(key: str, value: object) -> None:
    sentence = complaint_about(f"{toml(key)} = {toml(value)}")
    assert sentence == printable(sentence)
    assert len(sentence) < 400


@given(st.text(max_size=200))
def test_any_text_is_understood_or_refused_in_one_printable_line(text: str) -> None:
    sentence = complaint_about(text)
    assert sentence == printable(sentence)
