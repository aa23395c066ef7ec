"""What is taught about Negotiate Expectations."""

from posters.texts.training.lesson import Exercise, Lesson, Part, RolePlay, Task
from store.language import message

LESSON = Lesson(
    meaning=message(
        "Many quarrels begin because two people imagine the same job differently. Before we start, we agree what is "
        "needed, by when, and what is possible. If we cannot do everything, we look for what helps most."
    ),
    looks=(
        message("We ask what the result is for before we start."),
        message("We say what is possible, and offer a choice."),
        message("We repeat the agreement in one sentence at the end."),
    ),
    looks_not=(
        message("We take the job and guess what is meant."),
        message("We say no and offer nothing else."),
        message("We call every request urgent."),
    ),
    exercise=Exercise(
        title=message("Three questions before you start"),
        steps=(
            message("Form pairs. One of you asks for something that you often need at work."),
            message("The other asks three questions: what exactly, by when, and what is it for?"),
            message("Say what is possible. Agree on one sentence that is right for both of you."),
            message("Change roles. At the end, tell the group which question helped most."),
        ),
    ),
    questions=(
        message("Which requests do we often misunderstand, and which question would help?"),
        message("What do other teams expect from us that we never agreed to?"),
    ),
    self_check=(
        message("I ask by when something is needed, and what for."),
        message("I offer something else when I must say no."),
        message("I write down what we agreed, so that both can read it."),
    ),
    role_play=RolePlay(
        title=message("Everything by Friday"),
        setting=message(
            "The personnel office asks for eight new computer accounts by Friday. "
            "The IT team cannot finish all of them by then."
        ),
        parts=(
            Part(
                role=message("Clerk in the personnel office"),
                brief=message(
                    "You ask for eight accounts by Friday. Five people start next Monday at noon, "
                    "and three start two weeks later. Say this only if you are asked."
                ),
            ),
            Part(
                role=message("Person in the IT team"),
                brief=message(
                    "You can finish four accounts by Friday and two more on Monday morning. "
                    "Find out what is really needed, and agree on something that works for both."
                ),
            ),
        ),
        watch_for=(
            message("Did someone ask when each account is needed?"),
            message("Did both offer something?"),
            message("Was the agreement said aloud at the end?"),
        ),
    ),
    task=Task(
        situation=message(
            "The purchasing team asks you for all the figures of last year, as soon as possible. "
            "It would take you three days."
        ),
        question=message("What do you answer the purchasing team?"),
        answer=message(
            "Ask which figures they need, what for, and by when. Perhaps one table is enough, and you can send it "
            "today. A few questions now can save both teams days of work."
        ),
    ),
    pledge=message("Before I start, we agree what and by when."),
)
