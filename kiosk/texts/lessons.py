"""The seven 60-second lessons: one idea to try today for each behavior, in any workplace."""

from datetime import date

from store.behaviors import BEHAVIORS, Behavior
from store.language import message

#: Two short sentences, at most 22 words; what they ask for is done within a minute.
LESSONS = {
    Behavior.STAY_POSITIVE: message("Think of one thing that went well today. Tell it to the next colleague you meet."),
    Behavior.HONOR_COMMITMENTS: message(
        "Write down one promise you made this week. Keep it today, or say when you will."
    ),
    Behavior.COMMUNICATE_OFTEN: message(
        "Somebody is waiting to hear from you. Send them one line: where it stands, and what comes next."
    ),
    Behavior.NEGOTIATE_EXPECTATIONS: message(
        "Before you start on the next request, ask what is needed and by when. Then say what you can do."
    ),
    Behavior.STEP_OUT_OF_YOUR_SILO: message(
        "Ask somebody on another team what slows them down today. Just listen, for one minute."
    ),
    Behavior.BE_POLITE: message(
        "Greet the next person by name, and look up from your work. Thank them for one particular thing."
    ),
    Behavior.BE_HELPFUL: message(
        "Look around for somebody who has more to do than you. Offer to do one small thing for them."
    ),
}


def behavior_of(day: date) -> Behavior:
    """The behavior of the day: each has its turn, in their order."""
    return BEHAVIORS[day.toordinal() % len(BEHAVIORS)]
