"""What a visitor can add without typing: kinds of notes, and ready phrases for each."""

from dataclasses import dataclass

from store.language import message
from store.notes import Kind

#: Said wherever somebody chooses or writes words.
WHO_READS_IT = message("A manager reads it before anyone else. Your words may give you away.")


@dataclass(frozen=True, slots=True)
class KindWords:
    """How a kind of note is spoken of.

    Attributes:
        invitation: What the visitor can do, on its tile.
        name: What the note is, on the review.
        phrases: Five that name nobody and go with each of the seven behaviours.
    """

    invitation: str
    name: str
    phrases: tuple[str, ...]


KINDS = {
    Kind.PRAISE: KindWords(
        message("Praise a hero"),
        message("Praise"),
        (
            message("They saved my day."),
            message("They stayed with it until it was solved."),
            message("They saw what nobody else had seen."),
            message("Their quiet work helped all of us."),
            message("It is a pleasure to work with them."),
        ),
    ),
    Kind.GOOD_STORY: KindWords(
        message("Tell a good story"),
        message("A good story"),
        (
            message("They put it right the same day."),
            message("They stepped in when we were too few."),
            message("They told us early, so we could plan."),
            message("They found a way when we saw none."),
            message("What they did made a customer happy."),
        ),
    ),
    Kind.TERRIBLE_STORY: KindWords(
        message("Tell a terrible story"),
        message("A terrible story"),
        (
            message("We waited long and heard nothing."),
            message("What was promised did not come."),
            message("We had to do the work twice."),
            message("We were sent from one place to the next."),
            message("A customer had to wait because of it."),
        ),
    ),
    Kind.OBSTACLE: KindWords(
        message("Name an obstacle"),
        message("An obstacle"),
        (
            message("Nobody knew whom to ask."),
            message("There were too few hands that day."),
            message("A rule or a form was in the way."),
            message("A tool or a system did not work."),
            message("We heard of a change too late."),
        ),
    ),
    Kind.EXPECTATION: KindWords(
        message("Say what would help"),
        message("What would help"),
        (
            message("Tell us sooner when something changes."),
            message("Tell us whom we can ask."),
            message("Say what is possible and what is not."),
            message("Come and see how we work."),
            message("Let us agree on a time and keep to it."),
        ),
    ),
}
