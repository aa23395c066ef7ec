"""What day and what time it is for an organisation."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from store.errors import UsageError
from store.organisation import Organisation

FAR_AHEAD = timedelta(days=366)


def now(organisation: Organisation) -> datetime:
    """Date and time in the organisation's time zone."""
    return datetime.now(ZoneInfo(organisation.time_zone))


def today(organisation: Organisation) -> date:
    """Today in the organisation's time zone."""
    return now(organisation).date()


def as_of(organisation: Organisation, on: date | None) -> date:
    """The day that a command was asked to look from: today unless told.

    Raises:
        UsageError: The day has not come yet.
    """
    newest = today(organisation)
    if on is not None and on > newest:
        message = f"--on {on} has not come yet; choose {newest} (today in {organisation.time_zone}) or a day before."
        raise UsageError(message)
    return on or newest


def believed(on: date, newest: date | None, confirmed: date | None) -> date:
    """The day to write on a check-in: what the clock says, unless that cannot be.

    Args:
        on: What the clock says.
        newest: The newest stored day, if any; a day never runs backwards.
        confirmed: A day that somebody vouched for in organisation.toml.
    """
    if newest is None:
        return on
    return newest if on < newest or on - max(newest, confirmed or newest) > FAR_AHEAD else on


def doubt(on: date, newest: date | None, confirmed: date | None) -> str | None:
    """A sentence for staff when the clock is not believed; None when it is."""
    if newest is None or believed(on, newest, confirmed) == on:
        return None
    if on < newest:
        return f"The clock says {on}, but there are check-ins of {newest}; set the clock right."
    return (
        f"The clock says {on}, more than a year after the newest check-in ({newest}); "
        f"set it right, or write clock_confirmed = {on} into organisation.toml."
    )
