"""In which order teams are offered: the home team first, or those that some letters begin, whatever their accents."""

import unicodedata
from typing import Protocol, TypeVar

from store.organisation import Organisation, Team

#: Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"})


class Named(Protocol):
    """Something that people know by its name."""

    @property
    def name(self) -> str:
        """What they call it."""


#: One kind of what can be chosen by name.
Choice = TypeVar("Choice", bound=Named)


def home_first(organisation: Organisation, home_team: str | None) -> tuple[Team, ...]:
    """The teams that can be rated, in the order of the file, the home team before the others.

    Args:
        organisation: Whose teams.
        home_team: Key of the home team; None for the one that organisation.toml names.
    """
    home_team = home_team or organisation.kiosk.home_team
    return tuple(sorted(organisation.open_teams, key=lambda team: team.key != home_team))


def matching(choices: tuple[Choice, ...], typed: str) -> tuple[Choice, ...]:
    """Those in which each typed word begins a word of the name, in their order; those called just so come first."""
    wanted = _plain(typed).split()
    found = [choice for choice in choices if _begins(wanted, _plain(choice.name).split())]
    return tuple(sorted(found, key=lambda choice: _plain(choice.name).split() != wanted))


def _begins(wanted: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(letter if letter.isalnum() else " " for letter in apart if not unicodedata.combining(letter))
