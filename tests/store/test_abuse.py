"""Which visits are held: the rules, and what a store makes of them."""

import math

import pytest

from store.abuse import MOST_IN_SPAN, Hold, why_held


@pytest.mark.parametrize(
    ("answers", "answered_in", "held"),
    [
        (7, 2.99, True),
        (7, 3.0, False),
        (7, 0.0, True),
        (3, 1.28, True),
        (3, 1.29, False),
        (1, 0.42, True),
        (1, 0.43, False),
        (7, None, False),
        (7, math.inf, False),
    ],
)
def test_seven_answers_take_three_seconds_and_fewer_take_less(
    answers: int, answered_in: float | None, held: bool
) -> None:
    assert why_held(answers, answered_in, 3, 1) is (Hold.TOO_FAST if held else None)


def test_zero_seconds_switch_the_rule_off() -> None:
    assert why_held(7, 0.0, 0, 1) is None


def test_the_eleventh_visit_within_five_minutes_is_held() -> None:
    assert why_held(7, 20.0, 3, MOST_IN_SPAN) is None
    assert why_held(7, 20.0, 3, MOST_IN_SPAN + 1) is Hold.BURST


def test_a_visit_that_breaks_both_rules_is_held_for_its_speed() -> None:
    assert why_held(7, 1.0, 3, MOST_IN_SPAN + 1) is Hold.TOO_FAST
