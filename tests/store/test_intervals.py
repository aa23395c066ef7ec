"""Quantiles, ranges and changes, against SciPy and against common sense."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from store import intervals

ratings = st.tuples(*[st.integers(0, 200)] * 5).filter(lambda counts: sum(counts) >= 3)


@pytest.mark.parametrize("p", [0.9, 0.95, 0.975, 0.99, 1 - 0.05 / 14, 0.999])
@pytest.mark.parametrize("df", [2, 2.001, 2.2, 2.5, 3, 3.7, 4, 4.9, 5, 5.1, 7, 9.4, 12, 20, 33.3, 100, 5e3, 1e7])
def test_the_t_quantile_agrees_with_scipy(p: float, df: float) -> None:
    assert intervals.t_quantile(p, df) == pytest.approx(stats.t.ppf(p, df), rel=1e-3 if df < 2.5 else 3e-5)


@given(ratings)
def test_the_mean_is_scipys_mean_and_lies_in_its_own_range(counts: tuple[int, ...]) -> None:
    answers = [value for value, count in enumerate(counts, start=1) for _ in range(count)]
    low, high = intervals.likely_range(counts)
    assert intervals.mean(counts) == pytest.approx(stats.tmean(answers))
    assert 1 <= low <= intervals.mean(counts) <= high <= 5


@given(ratings)
def test_the_likely_range_is_scipys_t_interval_with_a_fifth_more_of_each_value(counts: tuple[int, ...]) -> None:
    n = sum(counts)
    weights = [count + 0.2 for count in counts]
    center = sum(w * v for v, w in enumerate(weights, start=1)) / (n + 1)
    variance = sum(w * (v - center) ** 2 for v, w in enumerate(weights, start=1)) / n
    low, high = stats.t.interval(0.95, n - 1, loc=intervals.mean(counts), scale=math.sqrt(variance / n))
    assert intervals.likely_range(counts) == pytest.approx((max(1, low), min(5, high)), rel=1e-3)


def test_five_equal_answers_leave_room_for_a_sixth_that_differs() -> None:
    low, high = intervals.likely_range((0, 0, 0, 0, 5))
    assert low < 4
    assert high == 5


def test_the_range_of_very_few_answers_is_the_whole_scale() -> None:
    assert intervals.likely_range((0, 0, 0, 0, 1)) == (1, 5)
    assert intervals.likely_range((1, 0, 0, 0, 1)) == (1, 5)


def test_more_answers_of_the_same_shape_make_the_range_narrower() -> None:
    widths = []
    for times in (1, 2, 4, 8, 16, 1000, 1_000_000):
        low, high = intervals.likely_range([times * count for count in (1, 2, 3, 2, 1)])
        widths.append(high - low)
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < 0.01


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_range_of_a_share_is_the_published_one_and_holds_the_share(answers: tuple[int, int]) -> None:
    yes, n = answers
    z = stats.norm.ppf(0.975)
    center = (yes + z * z / 2) / (n + z * z)
    reach = z * math.sqrt(center * (1 - center) / (n + z * z))
    low, high = intervals.share_range(yes, n)
    assert (low, high) == pytest.approx((max(0, center - reach), min(1, center + reach)), abs=1e-12)
    assert 0 <= low <= yes / n <= high <= 1


@given(ratings, ratings)
def test_a_change_read_backwards_is_the_opposite_change(earlier: tuple[int, ...], later: tuple[int, ...]) -> None:
    opposite = {"up": "down", "down": "up", "steady": "steady"}
    assert intervals.change(later, earlier, 7) == opposite[intervals.change(earlier, later, 7)]


@given(ratings, ratings)
def test_a_change_is_what_scipys_welch_test_calls_one(earlier: tuple[int, ...], later: tuple[int, ...]) -> None:
    def moments(counts: tuple[int, ...]) -> tuple[float, float, int]:
        n = sum(counts)
        weights = [count + 0.2 for count in counts]
        center = sum(w * v for v, w in enumerate(weights, start=1)) / (n + 1)
        spread = sum(w * (v - center) ** 2 for v, w in enumerate(weights, start=1)) / n
        # SciPy divides by n where we divide by n - 1
        return center, math.sqrt(spread * n / (n - 1)), n

    result = stats.ttest_ind_from_stats(*moments(later), *moments(earlier), equal_var=False)
    if abs(result.pvalue - 0.05 / 7) < 1e-5:
        return  # so close to the border that the approximation of the quantile decides
    expected = "steady" if result.pvalue >= 0.05 / 7 else "up" if result.statistic > 0 else "down"
    assert intervals.change(earlier, later, 7) == expected


@pytest.mark.parametrize("missing", [(0, 0, 0, 0, 0), (0, 0, 0, 0, 1), (0, 0, 0, 0, 2)])
def test_a_month_with_nothing_released_makes_everything_steady(missing: tuple[int, ...]) -> None:
    assert intervals.change(missing, (90, 0, 0, 0, 0), 7) == "steady"
    assert intervals.change((90, 0, 0, 0, 0), missing, 7) == "steady"


def test_a_clear_rise_is_up_and_a_clear_fall_is_down() -> None:
    assert intervals.change((5, 20, 10, 0, 0), (0, 0, 5, 20, 10), 7) == "up"
    assert intervals.change((0, 0, 5, 20, 10), (5, 20, 10, 0, 0), 7) == "down"


def test_the_more_is_compared_the_more_a_change_must_show() -> None:
    earlier, later = (2, 8, 10, 8, 3), (1, 3, 8, 14, 8)
    assert intervals.change(earlier, later, 1) == "up"
    assert intervals.change(earlier, later, 7) == "steady"
