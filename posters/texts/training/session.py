"""The plan of one training session, and what follows it."""

from dataclasses import dataclass

from store.language import message


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of the session.

    Attributes:
        start: Minutes after the session's beginning.
        end: Where the next step starts.
        title: What it is called.
        guidance: What the trainer does and says; one to three sentences.
    """

    start: int
    end: int
    title: str
    guidance: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What keeps the session alive in the month after it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Session:
    """A whole session.

    Attributes:
        title: What it is called.
        aim: What the group has at its end.
        bring: What the trainer brings along.
        steps: From its beginning to its end, without a gap.
        after: What to do in the month that follows.
    """

    title: str
    aim: str
    bring: tuple[str, ...]
    steps: tuple[Step, ...]
    after: tuple[FollowUp, FollowUp, FollowUp]


SESSION = Session(
    title=message("A session of sixty minutes"),
    aim=message(
        "At the end, everybody knows the seven behaviors and has practiced one of them. "
        "The group has chosen one thing that it will do for another team."
    ),
    bring=(
        message("This booklet"),
        message("One set of handouts for each person"),
        message("The team's poster, printed or filled in by hand"),
        message("Wallet cards, cut out"),
        message("Pens and a large sheet of paper"),
        message("A clock that everybody can see"),
    ),
    steps=(
        Step(
            start=0,
            end=5,
            title=message("Welcome"),
            guidance=message(
                "Greet everybody at the door. Say why you meet: to make work between teams easier. "
                "Say that nobody is judged here, and that personal stories stay in this room."
            ),
        ),
        Step(
            start=5,
            end=15,
            title=message("The seven behaviors"),
            guidance=message(
                "Read each behavior aloud, with its meaning. Ask for one good example from the last week. "
                "Praise may name people; criticism may not."
            ),
        ),
        Step(
            start=15,
            end=20,
            title=message("A look at myself"),
            guidance=message(
                "Everybody ticks the self-checks, quietly and alone. Say that nobody will collect the sheets."
            ),
        ),
        Step(
            start=20,
            end=30,
            title=message("A look at our scores"),
            guidance=message(
                "Hang up the poster, and explain the scores and their likely ranges. Ask what the group sees. "
                "Let the group choose one behavior to practice, even if there are no scores yet."
            ),
        ),
        Step(
            start=30,
            end=35,
            title=message("Exercise"),
            guidance=message(
                "Do the exercise on the handout of the chosen behavior. Walk around and listen, and help where needed."
            ),
        ),
        Step(
            start=35,
            end=50,
            title=message("Role play"),
            guidance=message(
                "Two people play, each with one part to read. The others observe, with the list of what to watch for. "
                "Play for four minutes, talk for three, then do it again with two other people."
            ),
        ),
        Step(
            start=50,
            end=57,
            title=message("One action"),
            guidance=message(
                "Ask what the group will do, for which team, who does it, and by when. "
                "Write one action on the large sheet. One action that is done is better than five wishes."
            ),
        ),
        Step(
            start=57,
            end=60,
            title=message("Goodbye"),
            guidance=message(
                "Everybody takes a wallet card and reads its back aloud. Say thank you, and say when you meet again."
            ),
        ),
    ),
    after=(
        FollowUp(
            title=message("Every week: check in"),
            text=message(
                "Ask everybody to check in about a team that served them. More answers make the scores more certain."
            ),
        ),
        FollowUp(
            title=message("After two weeks: look at the poster"),
            text=message(
                "Hang up a new poster where everybody walks past. Talk about it for five minutes, "
                "and thank those who made something better."
            ),
        ),
        FollowUp(
            title=message("After four weeks: finish the action"),
            text=message(
                "Ask whether the action is done and what it changed. If it is not done, find out what is in the way. "
                "If it is done, choose the next one."
            ),
        ),
    ),
)
