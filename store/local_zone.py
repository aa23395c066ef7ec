"""The time zone that this machine is set to."""

from zoneinfo import ZoneInfoNotFoundError

import tzlocal

from store.organisation.sense import is_zone


def local_zone() -> str:
    """The machine's own zone by its IANA name; ``UTC`` where the machine does not say or says nonsense."""
    try:
        name = tzlocal.get_localzone_name()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return name if name and is_zone(name) else "UTC"
