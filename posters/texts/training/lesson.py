"""The shape of what is taught about one behavior: every text is a message of the catalogues."""

from dataclasses import dataclass

Three = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Exercise:
    """Five minutes in a break room, with nothing to prepare.

    Attributes:
        title: What it is called.
        steps: Three or four, in their order; each at most 22 words.
    """

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Whom one player plays.

    Attributes:
        role: A job, never a name.
        brief: What this player alone reads; at most 35 words.
    """

    role: str
    brief: str


@dataclass(frozen=True, slots=True)
class RolePlay:
    """A scene for two, and what the others look for.

    Attributes:
        title: What it is called.
        setting: What everybody hears first; one or two sentences.
        parts: The two players; the behavior is tried by at least one of them.
        watch_for: Two or three questions that the observers answer.
    """

    title: str
    setting: str
    parts: tuple[Part, Part]
    watch_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A case to think about.

    Attributes:
        situation: What has happened; at most 40 words.
        question: What to decide.
        answer: One good way and its reason, printed on another page; at most 40 words.
    """

    situation: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """All that is taught about one behavior.

    Attributes:
        meaning: Two or three sentences; at most 45 words.
        looks: What somebody beside us could see or hear when we do it; at most 12 words each.
        looks_not: The same when we do not.
        exercise: What to do together.
        questions: To talk about.
        self_check: Statements in the first person, to tick or not; at most 12 words each.
        role_play: What to try out.
        task: What to think through.
        pledge: What a wallet card says; at most 10 words.
    """

    meaning: str
    looks: Three
    looks_not: Three
    exercise: Exercise
    questions: tuple[str, str]
    self_check: Three
    role_play: RolePlay
    task: Task
    pledge: str
