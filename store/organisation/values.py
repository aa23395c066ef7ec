"""What an organisation is: its teams, their links, and its settings, as frozen values."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Literal, get_args

import msgspec

from store.errors import UsageError
from store.language import LanguageCode
from store.organisation.hours import Hours
from store.plain_text import shortened
from store.records import TeamKey

SMALLEST_TEAM = 4
LONGEST_NAME = 60
LONGEST_CONTACT = 80
DEFAULT_DELIVERABLES = ("Speed", "Responsiveness", "Empathy", "Reliability", "Communication", "Quality")

_Colour = Annotated[str, msgspec.Meta(pattern=r"^#[0-9A-Fa-f]{6}\Z")]
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]
_Contact = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_CONTACT)]
_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Seconds = Annotated[int, msgspec.Meta(ge=0, le=3600)]
_Haste = Annotated[int, msgspec.Meta(ge=0, le=10)]  # more would hold people who merely know their mind


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of organisation.toml: unknown keys are mistakes."""


class Team(_Section, frozen=True):
    """A work group that serves other teams and is served by them.

    Attributes:
        key: Made from the name once, never changed by a rename.
        members: Headcount, if known.
        retired: No longer offered for check-ins; what was released stays.
    """

    key: TeamKey
    name: _Name
    department: _Name | None = None
    members: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] | None = None
    retired: bool = False

    @property
    def too_small(self) -> bool:
        """Whether rating this team would mean rating a person."""
        return self.members is not None and self.members < SMALLEST_TEAM


class Link(_Section, frozen=True):
    """A customer team and the supplier team that it expects deliverables from."""

    customer: TeamKey
    supplier: TeamKey
    deliverables: Annotated[tuple[_Name, ...], msgspec.Meta(min_length=1)] = DEFAULT_DELIVERABLES


class Privacy(_Section, frozen=True):
    """When ratings may be shown, and who may give them.

    Attributes:
        slips: Whether a check-in needs a one-time code on paper: one voice, one slip.
    """

    minimum: Annotated[int, msgspec.Meta(ge=3, le=1000)] = 5
    release: Literal["overnight", "at-once"] = "overnight"
    slips: bool = False


class Scoring(_Section, frozen=True):
    """How scores are shown by default."""

    window_days: Annotated[int, msgspec.Meta(ge=1, le=3660)] = 90


class Kiosk(_Section, frozen=True):
    """What the kiosk asks, and where it stands.

    Attributes:
        home_team: Key of the team that stands first in the choice of teams; an open team.
        questions_per_visit: How many of the seven behaviors one visit asks about.
        contact: Whom to tell when the kiosk is out of order.
    """

    home_team: TeamKey | None = None
    questions_per_visit: Literal[1, 3, 7] = 7
    contact: _Contact | None = None


class Timings(_Section, frozen=True):
    """The kiosk's patience, in seconds; 0 switches a rule off."""

    idle_seconds: _Seconds = 60
    warn_seconds: _Seconds = 20
    thanks_seconds: _Seconds = 5
    pause_seconds: _Seconds = 5
    too_fast_seconds: _Haste = 3


class Brand(_Section, frozen=True):
    """The organisation's colours on screens and paper.

    Attributes:
        fallback_font: Full path of a TrueType font for letters that our typeface lacks; sheets are set with it.
    """

    ink: _Colour = "#14213D"
    accent: _Colour = "#E07A1F"
    fallback_font: Annotated[str, msgspec.Meta(pattern=r"^(/|[A-Za-z]:[\\/]).*\.[Tt][Tt][Ff]\Z")] | None = None


class Organisation(_Section, frozen=True):
    """All of organisation.toml.

    Attributes:
        hours: When the kiosk can be used; None means always.
        time_zone: IANA name; decides when a day is over.
        sample: Whether everything in this folder is sample data; screens and sheets say so.
        clock_confirmed: A day that somebody vouched for, after the clock had been far ahead of the last
            check-in.
    """

    name: _Name
    time_zone: _Text = "UTC"
    languages: Annotated[tuple[LanguageCode, ...], msgspec.Meta(min_length=1)] = get_args(LanguageCode)
    sample: bool = False
    clock_confirmed: date | None = None
    privacy: Privacy = Privacy()
    scores: Scoring = Scoring()
    kiosk: Kiosk = Kiosk()
    hours: Hours | None = None
    timings: Timings = Timings()
    brand: Brand = Brand()
    teams: tuple[Team, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def open_teams(self) -> tuple[Team, ...]:
        """The teams that can be rated: neither retired nor too small."""
        return tuple(team for team in self.teams if not team.retired and not team.too_small)

    def name_of(self, key: str) -> str:
        """What the team with this key is called now; the key itself if there is no such team."""
        return next((team.name for team in self.teams if team.key == key), shortened(key, LONGEST_NAME))

    def find(self, text: str) -> Team:
        """The team, open or not, with this key or current name; upper and lower case are one in names.

        Raises:
            UsageError: No team is called so, or the text is one team's key and another team's name.
        """
        wanted = folded(text)
        found = [team for team in self.teams if wanted in (team.key, folded(team.name))]
        if not found:
            raise UsageError(self._unknown(text, wanted))
        if len(found) > 1:
            choices = " or ".join(f'"{shortened(team.name, LONGEST_NAME)}" (key {team.key})' for team in found)
            named = next(team.key for team in found if team.key != wanted)
            message = (
                f'"{shortened(text, LONGEST_NAME)}" could mean {choices}; '
                f'rename one: `store teams rename {named} "NEW NAME"`, or edit organisation.toml.'
            )
            raise UsageError(message)
        return found[0]

    def _unknown(self, text: str, wanted: str) -> str:
        """The sentence about a team that is not there: names the nearest, or where the list is."""
        names = {name: team for team in self.teams for name in (team.key, folded(team.name))}
        words = _telling_words(self.teams)
        near = [names[name] for name in get_close_matches(wanted, names, n=1)]
        near += [words[word] for word in get_close_matches(wanted, words, n=1)]
        mend = (
            f'did you mean "{near[0].key}" ({shortened(near[0].name, LONGEST_NAME)})?'
            if near
            else "`store teams` lists them all."
        )
        return f'No team is called "{shortened(text, LONGEST_NAME)}": {mend}'


def _telling_words(teams: Iterable[Team]) -> dict[str, Team]:
    """The words that stand in one team's name only: each means that team."""
    named: dict[str, list[Team]] = {}
    for team in teams:
        for word in set(folded(team.name).split()):
            named.setdefault(word, []).append(team)
    return {word: found[0] for word, found in named.items() if len(found) == 1}


def folded(name: str) -> str:
    """A name for comparing: case, spaces and the ways to write one accented letter make no difference."""
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())
