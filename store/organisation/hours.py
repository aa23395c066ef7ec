"""When the kiosk can be used: opening hours by weekday, on the clock of the organisation's time zone."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Annotated

import msgspec

_Span = Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)\Z")]
_DAY = timedelta(days=1)


class Hours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ``[hours]`` of organisation.toml: for each weekday ``"07:00-19:00"``; a day without a line is closed.

    A day that closes before it opens goes on past midnight: ``"22:00-06:00"`` ends on the next morning.
    """

    monday: _Span | None = None
    tuesday: _Span | None = None
    wednesday: _Span | None = None
    thursday: _Span | None = None
    friday: _Span | None = None
    saturday: _Span | None = None
    sunday: _Span | None = None

    @property
    def by_weekday(self) -> tuple[str | None, ...]:
        """The seven entries, Monday first."""
        return (self.monday, self.tuesday, self.wednesday, self.thursday, self.friday, self.saturday, self.sunday)

    def is_open(self, moment: datetime) -> bool:
        """Whether the kiosk can be used.

        Args:
            moment: In the organisation's time zone; what its clock on the wall shows counts.
        """
        now = moment.replace(tzinfo=None)
        return any(opens <= now < closes for opens, closes in self._spans(now.date() - _DAY, days=2))

    def opens_next(self, moment: datetime) -> datetime | None:
        """The first opening after a moment, in the moment's own time zone; None if it never opens."""
        now = moment.replace(tzinfo=None)
        later = (opens for opens, _ in self._spans(now.date(), days=8) if opens > now)
        opens = next(later, None)
        return opens.replace(tzinfo=moment.tzinfo) if opens else None

    def _spans(self, first: date, days: int) -> Iterator[tuple[datetime, datetime]]:
        """Openings and closings, by the clock on the wall, of so many days."""
        for day in (first + number * _DAY for number in range(days)):
            span = self.by_weekday[day.weekday()]
            if span:
                midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the clock on the wall
                opens, closes = (_since_midnight(end) for end in span.split("-"))
                yield midnight + opens, midnight + (closes if closes > opens else closes + _DAY)


def _since_midnight(text: str) -> timedelta:
    hours, minutes = text.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))
