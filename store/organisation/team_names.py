"""What a team may be called, and the key that is made from its first name."""

import re
import unicodedata
from collections.abc import Iterable

from store.errors import UsageError
from store.organisation import LONGEST_NAME, Team, folded
from store.plain_text import is_unsafe, printable, shortened

_LONGEST_KEY = 64
# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)


def clean_name(text: str) -> str:
    """A name as it is stored: normalised, spaces collapsed.

    Raises:
        UsageError: It is empty, too long, or holds characters that steer terminals.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise UsageError("A name is empty; write at least one letter.")
    if len(name) > LONGEST_NAME:
        message = f'The name "{shortened(name, 30)}" has {len(name)} characters; use at most {LONGEST_NAME}.'
        raise UsageError(message)
    if any(is_unsafe(character) for character in name):
        message = f'The name "{printable(name)}" holds a control character; leave it out.'
        raise UsageError(message)
    return name


def new_teams(names: Iterable[str]) -> tuple[Team, ...]:
    """The teams of a new organisation, each with a key made from its name.

    Raises:
        UsageError: A name cannot be one, or stands there twice.
    """
    teams: tuple[Team, ...] = ()
    for name in names:
        teams = (*teams, new_team(name, teams))
    return teams


def new_team(name: str, others: tuple[Team, ...]) -> Team:
    """A team for an organisation that has others already, retired ones among them.

    Raises:
        UsageError: The name cannot be one, or another team goes by it.
    """
    clean = clean_name(name)
    refuse_clash(clean, others)
    taken = {team.key for team in others} | {folded(team.name) for team in others}
    return Team(key=new_key(clean, taken), name=clean)


def refuse_clash(name: str, teams: Iterable[Team]) -> None:
    """Refuses a name that another team, open or retired, already goes by.

    Raises:
        UsageError: The name is that team's name or key.
    """
    for team in teams:
        if folded(name) in (team.key, folded(team.name)):
            state = "retired team" if team.retired else "team"
            message = f'"{name}" is taken by the {state} "{team.name}" (key {team.key}); choose another name.'
            raise UsageError(message)


def new_key(name: str, taken: Iterable[str]) -> str:
    """A key for a new team: the name in plain small letters, with a number if it is taken.

    Args:
        name: The team's first name; one without any Latin letter or digit becomes ``team-1``, ``team-2`` …
        taken: What all teams go by, retired ones too: no key may be another team's name.
    """
    used = set(taken)
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:_LONGEST_KEY].strip("-")
    if words and words not in used:
        return words
    number = 2 if words else 1
    while f"{words or 'team'}-{number}" in used:
        number += 1
    return f"{words or 'team'}-{number}"
