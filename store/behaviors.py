"""The seven behaviours, always in this order, and the eighth question."""

from enum import StrEnum

from store.language import message

EXTRA_MILE = "extra_mile"


class Behavior(StrEnum):
    """One of the seven cooperation behaviours; the value is its key in files, tables and JSON."""

    STAY_POSITIVE = "stay_positive"
    HONOR_COMMITMENTS = "honor_commitments"
    COMMUNICATE_OFTEN = "communicate_often"
    NEGOTIATE_EXPECTATIONS = "negotiate_expectations"
    STEP_OUT_OF_YOUR_SILO = "step_out_of_your_silo"
    BE_POLITE = "be_polite"
    BE_HELPFUL = "be_helpful"

    @property
    def number(self) -> int:
        """Place in the order, 1 to 7."""
        return BEHAVIORS.index(self) + 1

    @property
    def label(self) -> str:
        """Name as English readers see it, such as ``Step Out of Your Silo``; other languages say it."""
        return _LABELS[self]

    @property
    def act(self) -> str:
        """What a served colleague could see: one act, past tense, at most nine plain words."""
        return _ACTS[self]


BEHAVIORS = tuple(Behavior)

#: The keys under which ratings are released: the seven behaviours and the extra mile.
QUESTIONS = (*(behavior.value for behavior in BEHAVIORS), EXTRA_MILE)

_LABELS = {
    Behavior.STAY_POSITIVE: message("Stay Positive"),
    Behavior.HONOR_COMMITMENTS: message("Honor Commitments"),
    Behavior.COMMUNICATE_OFTEN: message("Communicate Often"),
    Behavior.NEGOTIATE_EXPECTATIONS: message("Negotiate Expectations"),
    Behavior.STEP_OUT_OF_YOUR_SILO: message("Step Out of Your Silo"),
    Behavior.BE_POLITE: message("Be Polite"),
    Behavior.BE_HELPFUL: message("Be Helpful"),
}

_ACTS = {
    Behavior.STAY_POSITIVE: message("They met us in good spirits."),
    Behavior.HONOR_COMMITMENTS: message("They did what they had promised."),
    Behavior.COMMUNICATE_OFTEN: message("They kept us up to date."),
    Behavior.NEGOTIATE_EXPECTATIONS: message("They agreed with us what was possible."),
    Behavior.STEP_OUT_OF_YOUR_SILO: message("They looked at how our work runs."),
    Behavior.BE_POLITE: message("They treated us with courtesy."),
    Behavior.BE_HELPFUL: message("They helped before we had to ask."),
}
