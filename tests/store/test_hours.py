"""Opening hours: by weekday, past midnight, and when it opens again."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.organisation import Hours

BERLIN = ZoneInfo("Europe/Berlin")
WEEK = Hours(monday="07:00-19:00", friday="22:00-06:00", sunday="00:00-24:00")


def at(text: str) -> datetime:
    """A moment in Berlin; 2026-03-02 is a Monday."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("moment", "is_open", "opens_next"),
    [
        ("2026-03-02T06:59:59.999999", False, "2026-03-02T07:00"),
        ("2026-03-02T07:00", True, "2026-03-06T22:00"),
        ("2026-03-02T18:59:59", True, "2026-03-06T22:00"),
        ("2026-03-02T19:00", False, "2026-03-06T22:00"),
        ("2026-03-03T12:00", False, "2026-03-06T22:00"),  # a Tuesday: no line, closed all day
        ("2026-03-06T05:00", False, "2026-03-06T22:00"),
        ("2026-03-07T05:59", True, "2026-03-08T00:00"),  # Saturday morning belongs to Friday night
        ("2026-03-07T06:00", False, "2026-03-08T00:00"),
        ("2026-03-08T23:59:59", True, "2026-03-09T07:00"),
        ("2026-03-09T00:00", False, "2026-03-09T07:00"),
    ],
)
def test_it_opens_and_closes_by_the_clock_on_the_wall(moment: str, is_open: bool, opens_next: str) -> None:
    assert WEEK.is_open(at(moment)) is is_open
    assert WEEK.opens_next(at(moment)) == at(opens_next)


def test_a_week_with_one_opening_opens_again_in_a_week() -> None:
    once = Hours(monday="07:00-19:00")
    assert once.opens_next(at("2026-03-02T07:00")) == at("2026-03-09T07:00")


def test_summer_time_moves_no_opening() -> None:
    early = Hours(sunday="07:00-19:00")  # 2026-03-29: two o'clock becomes three
    assert not early.is_open(at("2026-03-29T06:59"))
    assert early.is_open(at("2026-03-29T07:00"))
    opens = early.opens_next(at("2026-03-28T23:00"))
    assert opens is not None
    assert opens.isoformat() == "2026-03-29T07:00:00+02:00"


def test_hours_without_a_day_never_open() -> None:
    assert not Hours().is_open(at("2026-03-02T12:00"))
    assert Hours().opens_next(at("2026-03-02T12:00")) is None


clocks = st.times().map(lambda time: f"{time.hour:02}:{time.minute:02}")
spans = st.none() | st.tuples(clocks, clocks | st.just("24:00")).filter(lambda ends: ends[0] != ends[1]).map("-".join)


moments = st.floats(0, 366).map(lambda days: at("2026-01-01") + timedelta(days=days))


@given(st.tuples(*[spans] * 7), moments)
def test_a_closed_kiosk_opens_exactly_when_it_says(week: tuple[str | None, ...], moment: datetime) -> None:
    hours = Hours(*week)
    opens = hours.opens_next(moment)
    assert (opens is None) == (not any(week))
    if opens:
        assert opens > moment
        assert hours.is_open(opens)
        if not hours.is_open(moment):
            assert not hours.is_open(max(moment, opens - timedelta(microseconds=1)))
