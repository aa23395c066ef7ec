"""Simulated: the likely range holds what it promises, and nothing is called up or down that stayed."""

from collections.abc import Iterator

import numpy as np
import pytest

from store.behaviors import BEHAVIORS
from store.intervals import change, likely_range

SHAPES = {
    "flat": (0.2, 0.2, 0.2, 0.2, 0.2),
    "good": (0.02, 0.05, 0.18, 0.45, 0.30),
    "very good": (0.01, 0.01, 0.03, 0.10, 0.85),
    "split": (0.4, 0.08, 0.04, 0.08, 0.4),
    "middling": (0.02, 0.13, 0.70, 0.13, 0.02),
}
SIZES = (5, 7, 10, 15, 25, 50, 100)
VALUES = np.arange(1, 6)


def samples(shape: tuple[float, ...], n: int, times: int, seed: int) -> list[list[int]]:
    drawn: list[list[int]] = np.random.default_rng((seed, n)).multinomial(n, shape, size=times).tolist()
    return drawn


def coverage(shape: tuple[float, ...], n: int, times: int) -> float:
    """How often the likely range of n ratings holds the mean that they were drawn around."""
    truth = float(np.dot(VALUES, shape))
    ranges = (likely_range(counts) for counts in samples(shape, n, times, seed=1))
    return sum(low - 1e-9 <= truth <= high + 1e-9 for low, high in ranges) / times


def false_alarms(shape: tuple[float, ...], n_earlier: int, n_later: int, scorecards: int) -> float:
    """How many scorecards call at least one of seven behaviours changed although none is."""
    times = scorecards * len(BEHAVIORS)
    months = zip(samples(shape, n_earlier, times, seed=2), samples(shape, n_later, times, seed=3), strict=True)
    calls = [change(earlier, later, comparisons=len(BEHAVIORS)) != "steady" for earlier, later in months]
    return float(np.array(calls).reshape(scorecards, len(BEHAVIORS)).any(axis=1).mean())


def pairs_of_sizes() -> Iterator[tuple[int, int]]:
    yield from ((n, n) for n in SIZES)
    yield from [(5, 20), (20, 5), (10, 40), (10, 100), (100, 5), (60, 20)]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_likely_range_holds_the_true_mean_in_94_to_100_of_100_cases(shape: str) -> None:
    for n in SIZES:
        assert coverage(SHAPES[shape], n, times=4000) >= 0.94 - 0.005, f"{shape}, n={n}"  # 0.005: chance


def test_the_likely_range_of_nearly_equal_answers_is_not_worse_than_documented() -> None:
    rare_ones = (0.02, 0.0, 0.0, 0.03, 0.95)
    assert min(coverage(rare_ones, n, times=4000) for n in SIZES) >= 0.89 - 0.01


@pytest.mark.parametrize("shape", SHAPES)
def test_at_most_one_scorecard_in_twenty_says_up_or_down_when_nothing_changed(shape: str) -> None:
    for earlier, later in pairs_of_sizes():
        assert false_alarms(SHAPES[shape], earlier, later, scorecards=1500) <= 0.05 + 0.008, (earlier, later)


def test_a_real_change_is_seen() -> None:
    worse, better = (0.05, 0.15, 0.40, 0.30, 0.10), (0.01, 0.04, 0.20, 0.45, 0.30)
    months = zip(samples(worse, 60, 500, seed=4), samples(better, 60, 500, seed=5), strict=True)
    calls = [change(earlier, later, comparisons=len(BEHAVIORS)) for earlier, later in months]
    assert calls.count("up") > 0.85 * len(calls)
    assert "down" not in calls
