"""What day it is for an organisation."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from store.errors import UsageError
from store.organisation import Organisation


def today(organisation: Organisation) -> date:
    """Today in the organisation's time zone."""
    return datetime.now(ZoneInfo(organisation.time_zone)).date()


def as_of(organisation: Organisation, on: date | None) -> date:
    """The day that a command was asked to look from: today unless told.

    Raises:
        UsageError: The day has not come yet.
    """
    now = today(organisation)
    if on is not None and on > now:
        message = f"--on {on} has not come yet; choose {now} (today in {organisation.time_zone}) or a day before."
        raise UsageError(message)
    return on or now
