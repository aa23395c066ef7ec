"""What the booklet says first: why, how to use it, and what scores are."""

from dataclasses import dataclass

from store.language import message


@dataclass(frozen=True, slots=True)
class Introduction:
    """The booklet's first page.

    Attributes:
        title: What stands above it.
        why: Why service among colleagues matters; 60 to 90 words.
        how_to_use: Who does what with the booklet.
        scores: Five sentences about scores; the second one holds ``{minimum}``, the fewest answers in a group.
    """

    title: str
    why: str
    how_to_use: tuple[str, ...]
    scores: tuple[str, str, str, str, str]


INTRODUCTION = Introduction(
    title=message("Good service begins among colleagues"),
    why=message(
        "Patients, guests and customers feel how well we work together. A meal is warm, a bed is ready and a question "
        "is answered because one team has served another well. When colleagues wait, guess or quarrel, the people "
        "outside wait too. Service among colleagues can be learned. It has seven behaviors that everybody can see and "
        "practice, whatever their job. Take small steps and repeat them often: that is how they become a habit."
    ),
    how_to_use=(
        message("You train a group: follow the plan of the session, which also says what to bring."),
        message("You lead a team: bring one handout a week to a short meeting, in any order."),
        message("You read alone: tick a self-check, and choose one thing to try today."),
        message("Copy the pages and pass them on as often as you like."),
    ),
    scores=(
        message("A score is the average of what colleagues answered about a team, from 1 (never) to 5 (always)."),
        message("Scores change only by groups of at least {minimum} answers, so that nobody sees a single answer."),
        message(
            "The likely range says where the true average probably lies: the more answers, the narrower it usually is."
        ),
        message("Check-ins are anonymous: we keep the team, the answers, the day and a random number."),
        message("With an answer we never keep a name, the time of day or the device."),
    ),
)
