"""A visit steps forward, back and to the end, and never changes under anybody's hands."""

import pytest

from kiosk.visit import Visit
from store.behaviors import BEHAVIORS, Behavior
from store.organisation import Team

VISIT = Visit(Team("kitchen", "Kitchen"))


def test_a_new_visit_has_no_answers_and_asks_the_first_question() -> None:
    assert VISIT.is_empty
    assert VISIT.behavior is Behavior.STAY_POSITIVE
    assert not VISIT.extra_mile


def test_a_rating_belongs_to_the_question_that_is_asked() -> None:
    assert VISIT.at(3).rated(2).answers == {Behavior.NEGOTIATE_EXPECTATIONS: 2}


def test_a_second_answer_replaces_the_first() -> None:
    assert VISIT.rated(2).rated(5).answers == {Behavior.STAY_POSITIVE: 5}


def test_skipping_takes_an_answer_back() -> None:
    assert VISIT.rated(2).at(1).rated(3).at(0).skipped().answers == {Behavior.HONOR_COMMITMENTS: 3}


def test_only_the_seventh_question_is_the_last() -> None:
    assert [VISIT.at(step).is_last for step in range(len(BEHAVIORS))] == [False] * 6 + [True]


def test_each_step_leaves_the_visit_before_it_alone() -> None:
    before = VISIT.rated(1)
    before.at(1).rated(2).with_extra_mile_turned()
    assert before.answers == {Behavior.STAY_POSITIVE: 1}
    assert not before.extra_mile


def test_the_extra_mile_turns_on_and_off() -> None:
    assert VISIT.with_extra_mile_turned().extra_mile
    assert not VISIT.with_extra_mile_turned().with_extra_mile_turned().extra_mile


def test_a_look_at_the_review_in_between_hurries_nobody() -> None:
    visit = Visit(Team("kitchen", "Kitchen"), began=10.0).rated(4).answered_by(10.4)
    assert visit.answered_in == pytest.approx(0.4)
    assert visit.answered_by(99.0).answered_in == pytest.approx(0.4)
    assert visit.at(1).rated(5).answered_by(20.0).answered_in == pytest.approx(10.0)
    assert visit.at(0).skipped().answered_by(30.0).answered_in == pytest.approx(20.0)


def test_where_nobody_looks_at_the_clock_no_visit_is_hurried() -> None:
    assert Visit(Team("kitchen", "Kitchen")).rated(4).answered_by(5.0).answered_in is None
