"""How sure a figure is: likely ranges of means and shares, and whether a month really differs from the last.

All counts are five whole numbers: how often 1, 2, 3, 4 and 5 were given.
"""

from collections.abc import Sequence
from math import expm1, pi, sqrt
from statistics import NormalDist
from typing import Literal

LOWEST, HIGHEST = 1.0, 5.0
_FEWEST = 3  # fewer ratings than any privacy minimum releases say nothing
_UNSURE = 0.05  # one in twenty: what is called likely holds in 95 of 100 cases
_NORMAL = NormalDist()
_Z_SQUARED = _NORMAL.inv_cdf(1 - _UNSURE / 2) ** 2


def mean(counts: Sequence[int]) -> float:
    """Mean rating, 1 to 5, of at least one rating."""
    ones, twos, threes, fours, fives = counts
    return (ones + 2 * twos + 3 * threes + 4 * fours + 5 * fives) / (ones + twos + threes + fours + fives)


def likely_range(counts: Sequence[int]) -> tuple[float, float]:
    """Where the mean of many more such ratings would lie with 95 % confidence, clipped to 1 to 5.

    Student's t interval around the mean of the counts, with n - 1 degrees of freedom and the variance of
    the counts plus 0.2 of each value. Simulated coverage over n = 5 to 100 is 0.94 to 1.00 for flat, good, very
    good, split and middling ratings; where one person in fifty gives a 1 and nearly all others a 5 it falls to
    0.89, because a small sample often holds none of the ones.

    Args:
        counts: At least one rating; the range of fewer than three is all of 1 to 5.
    """
    n = sum(counts)
    if n < _FEWEST:
        return LOWEST, HIGHEST
    variance = _smoothed(counts)[1]
    center = mean(counts)
    reach = t_quantile(1 - _UNSURE / 2, n - 1) * sqrt(variance / n)
    return max(LOWEST, center - reach), min(HIGHEST, center + reach)


def _smoothed(counts: Sequence[int]) -> tuple[float, float]:
    """Mean and sample variance of the ratings and 0.2 more of each value.

    The fifths stand for one vote that nobody has cast yet: the total weight is n + 1, so the variance is divided
    by n. Without them five equal answers would have no variance, and a range of no width would claim that
    everybody will always say the same.
    """
    ones, twos, threes, fours, fives = counts
    n = ones + twos + threes + fours + fives
    total = ones + 2 * twos + 3 * threes + 4 * fours + 5 * fives + 3
    squares = ones + 4 * twos + 9 * threes + 16 * fours + 25 * fives + 11
    return total / (n + 1), (squares - total * total / (n + 1)) / n


def share_range(yes: int, n: int) -> tuple[float, float]:
    """Where a share lies with 95 % confidence, clipped to 0 to 1.

    Source: Agresti and Coull, "Approximate is better than exact for interval estimation of binomial
    proportions", The American Statistician 52 (1998).

    Args:
        yes: How many of them said yes.
        n: How many answered, at least one.
    """
    weight = n + _Z_SQUARED
    center = (yes + _Z_SQUARED / 2) / weight
    reach = sqrt(_Z_SQUARED * center * (1 - center) / weight)
    return max(0.0, center - reach), min(1.0, center + reach)


def change(earlier: Sequence[int], later: Sequence[int], comparisons: int) -> Literal["up", "down", "steady"]:
    """Whether the later ratings are really higher or lower than the earlier ones.

    They are if Welch's interval of the difference excludes zero, taken over the counts plus 0.2 of each value.
    Source: Welch, "The generalization of 'Student's' problem when several different population variances are
    involved", Biometrika 34 (1947). The noise of a mean is its variance over n - 1, not n: with n, months of
    different size (5 and 20, 10 and 100) whose ratings are split into 1s and 5s are called up or down in 8 to
    12 % of scorecards on which nothing changed; with n - 1 in less than 5 %, also for the other shapes.

    Args:
        earlier: Counts of the month before; with fewer than three ratings everything is steady.
        later: Counts of the month; likewise.
        comparisons: How many such answers stand on one page: they share the 5 % of error (Bonferroni), so that
            a page on which nothing changed says so in 95 of 100 cases.
    """
    n_earlier, n_later = sum(earlier), sum(later)
    if n_earlier < _FEWEST or n_later < _FEWEST:
        return "steady"
    mean_earlier, variance_earlier = _smoothed(earlier)
    mean_later, variance_later = _smoothed(later)
    noise_earlier = variance_earlier / (n_earlier - 1)
    noise_later = variance_later / (n_later - 1)
    noise = noise_earlier + noise_later
    freedom = noise**2 / (noise_earlier**2 / (n_earlier - 1) + noise_later**2 / (n_later - 1))
    difference = mean_later - mean_earlier
    if abs(difference) <= t_quantile(1 - _UNSURE / comparisons / 2, freedom) * sqrt(noise):
        return "steady"
    return "up" if difference > 0 else "down"


def t_quantile(p: float, df: float) -> float:
    """Quantile of Student's t distribution.

    Exact for two degrees of freedom, elsewhere Hill's expansion, "Algorithm 396: Student's
    t-quantiles", Communications of the ACM 13 (1970): a normal quantile bent by inverse powers of the degrees of
    freedom, or, far out where those grow, the first terms of the tail's own series. It agrees with SciPy to five
    digits from 3 degrees of freedom on, to three just above 2.

    Args:
        p: Probability below the quantile, 0.5 to 1 (exclusive).
        df: Degrees of freedom, 2 or more, whole or not.
    """
    tails = 2 * (1 - p)
    if df == 2:
        return sqrt(2 / (tails * (2 - tails)) - 2)
    a = 1 / (df - 0.5)
    b = 48 / a**2
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * sqrt(a * pi / 2) * df
    y = (d * tails) ** (2 / df)
    if y > 0.05 + a:
        return sqrt(df * _near_normal(_NORMAL.inv_cdf(tails / 2), df, a, b, c, d))
    y = ((1 / (((df + 6) / (df * y) - 0.089 * d - 0.822) * (df + 2) * 3) + 0.5 / (df + 4)) * y - 1) * (df + 1) / (
        df + 2
    ) + 1 / y
    return sqrt(df * y)


def _near_normal(x: float, df: float, a: float, b: float, c: float, d: float) -> float:
    """The square of t over df, from the normal quantile x of the lower tail (Hill's expansion)."""
    y = x * x
    if df < 5:
        c += 0.3 * (df - 4.5) * (x + 0.6)
    c += (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
    return expm1(a * y * y)
