"""What day it is, and when a clock is not believed."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from store.clock import as_of, believed, doubt, today
from store.errors import UsageError
from store.organisation import Organisation
from tests.factories.commands import environment

D = date(2026, 10, 31)
DAY = timedelta(days=1)


def test_today_is_the_day_in_the_organisations_time_zone() -> None:
    early = Organisation(name="X", time_zone="Pacific/Kiritimati")  # UTC+14
    late = Organisation(name="X", time_zone="Pacific/Midway")  # UTC-11
    assert today(late) < today(early)
    assert today(late) <= datetime.now(UTC).date() <= today(early)


def test_commands_look_from_today_unless_told() -> None:
    organisation = Organisation(name="X")
    assert as_of(organisation, None) == today(organisation)
    assert as_of(organisation, D - 3000 * DAY) == D - 3000 * DAY
    assert as_of(organisation, today(organisation)) == today(organisation)


def test_a_day_that_has_not_come_yet_is_refused() -> None:
    organisation = Organisation(name="X", time_zone="Europe/Berlin")
    with pytest.raises(UsageError, match=r"has not come yet; choose .* \(today in Europe/Berlin\)"):
        as_of(organisation, today(organisation) + 2 * DAY)


@pytest.mark.parametrize(
    ("clock", "newest", "confirmed", "day"),
    [
        (D, None, None, D),
        (D, D, None, D),
        (D + DAY, D, None, D + DAY),
        (D - DAY, D, None, D),
        (D + 366 * DAY, D, None, D + 366 * DAY),
        (D + 367 * DAY, D, None, D),
        (D + 367 * DAY, D, D + 367 * DAY, D + 367 * DAY),
        (D - DAY, D, D - DAY, D),
    ],
)
def test_a_clock_that_runs_backwards_or_far_ahead_is_not_believed(
    clock: date, newest: date | None, confirmed: date | None, day: date
) -> None:
    assert believed(clock, newest, confirmed) == day
    assert (doubt(clock, newest, confirmed) is None) == (clock == day)


def test_staff_are_told_what_to_do_about_the_clock() -> None:
    assert "set the clock right" in (doubt(D - DAY, D, None) or "")
    assert "clock_confirmed = 2028-01-01" in (doubt(date(2028, 1, 1), D, None) or "")


@pytest.mark.parametrize(("zone", "found"), [("Europe/Berlin", "Europe/Berlin"), ("Mars/Base", "UTC"), ("", "UTC")])
def test_the_machines_own_time_zone_is_found(zone: str, found: str) -> None:
    script = "from store.local_zone import local_zone; print(local_zone())"
    outcome = subprocess.run(
        [sys.executable, "-c", script], env=environment(TZ=zone), capture_output=True, text=True, check=True
    )
    assert outcome.stdout.removeprefix("Etc/") == f"{found}\n"
    assert outcome.stderr == ""
