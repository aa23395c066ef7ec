"""What an organisation is: its teams, their links, and its settings, as frozen values."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from store.records import TeamKey

SMALLEST_TEAM = 4
DEFAULT_DELIVERABLES = ("Speed", "Responsiveness", "Empathy", "Reliability", "Communication", "Quality")

_Colour = Annotated[str, msgspec.Meta(pattern=r"^#[0-9A-Fa-f]{6}$")]
_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Seconds = Annotated[int, msgspec.Meta(ge=0, le=3600)]


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of organisation.toml: unknown keys are mistakes."""


class Team(_Section):
    """A work group that serves other teams and is served by them.

    Attributes:
        key: Made from the name once, never changed by a rename.
        members: Headcount, if known.
        retired: No longer offered for check-ins; what was released stays.
    """

    key: TeamKey
    name: _Text
    department: _Text | None = None
    members: Annotated[int, msgspec.Meta(ge=1)] | None = None
    retired: bool = False

    @property
    def too_small(self) -> bool:
        """Whether rating this team would mean rating a person."""
        return self.members is not None and self.members < SMALLEST_TEAM


class Link(_Section):
    """A customer team and the supplier team that it expects deliverables from."""

    customer: TeamKey
    supplier: TeamKey
    deliverables: tuple[_Text, ...] = DEFAULT_DELIVERABLES


class Privacy(_Section):
    """When ratings may be shown."""

    minimum: Annotated[int, msgspec.Meta(ge=3)] = 5
    release: Literal["overnight", "at-once"] = "overnight"


class Scoring(_Section):
    """How scores are shown by default."""

    window_days: Annotated[int, msgspec.Meta(ge=1, le=3660)] = 90


class Timings(_Section):
    """The kiosk's patience, in seconds; 0 switches a rule off."""

    idle_seconds: _Seconds = 60
    warn_seconds: _Seconds = 20
    thanks_seconds: _Seconds = 5
    pause_seconds: _Seconds = 5
    too_fast_seconds: _Seconds = 3


class Brand(_Section):
    """The organisation's colours on screens and paper."""

    ink: _Colour = "#14213D"
    accent: _Colour = "#E07A1F"


class Organisation(_Section):
    """All of organisation.toml.

    Attributes:
        time_zone: IANA name; decides when a day is over.
        sample: Whether everything in this folder is sample data; screens and sheets say so.
        clock_confirmed: A day that somebody vouched for after the clock had been far ahead of the last check-in.
    """

    name: _Text
    time_zone: _Text = "UTC"
    languages: tuple[_Text, ...] = ("en",)
    sample: bool = False
    clock_confirmed: date | None = None
    privacy: Privacy = Privacy()
    scores: Scoring = Scoring()
    timings: Timings = Timings()
    brand: Brand = Brand()
    teams: tuple[Team, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def open_teams(self) -> tuple[Team, ...]:
        """The teams that can be rated: neither retired nor too small."""
        return tuple(team for team in self.teams if not team.retired and not team.too_small)
