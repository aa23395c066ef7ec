"""The seven lessons, each under its behavior."""

from collections.abc import Mapping

from posters.texts.training import (
    be_helpful,
    be_polite,
    communicate_often,
    honor_commitments,
    negotiate_expectations,
    stay_positive,
    step_out_of_your_silo,
)
from posters.texts.training.lesson import Lesson
from store.behaviors import Behavior

LESSONS: Mapping[Behavior, Lesson] = {
    Behavior.STAY_POSITIVE: stay_positive.LESSON,
    Behavior.HONOR_COMMITMENTS: honor_commitments.LESSON,
    Behavior.COMMUNICATE_OFTEN: communicate_often.LESSON,
    Behavior.NEGOTIATE_EXPECTATIONS: negotiate_expectations.LESSON,
    Behavior.STEP_OUT_OF_YOUR_SILO: step_out_of_your_silo.LESSON,
    Behavior.BE_POLITE: be_polite.LESSON,
    Behavior.BE_HELPFUL: be_helpful.LESSON,
}


def lesson_of(behavior: Behavior) -> Lesson:
    """What is taught about a behavior."""
    return LESSONS[behavior]
