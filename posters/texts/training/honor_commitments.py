"""What is taught about Honor Commitments."""

from posters.texts.training.lesson import Exercise, Lesson, Part, RolePlay, Task
from store.language import message

LESSON = Lesson(
    meaning=message(
        "A promise to a colleague is part of somebody else's plan. We promise only what we can keep, we write it "
        "down, and we do it. If we cannot keep it, we say so before the time is up."
    ),
    looks=(
        message("We name a day and a time when we promise something."),
        message("We write a promise down while the other person is there."),
        message("We warn people early when we will be late."),
    ),
    looks_not=(
        message("We say yes to everything and forget half of it."),
        message("We promise it for soon, and do not say when."),
        message("We wait until somebody asks why it is not done."),
    ),
    exercise=Exercise(
        title=message("One open promise"),
        steps=(
            message("Think quietly for one minute: what did you promise another team, and what is still open?"),
            message("Tell one open promise to the person beside you, with the day it is due."),
            message("Decide together: keep it, ask for more time, or find somebody who can do it."),
            message("Agree when you will ask each other whether it is done."),
        ),
    ),
    questions=(
        message("Which kind of promise do we break most often, and what is the reason?"),
        message("How do we want to hear it when another team cannot keep a promise?"),
    ),
    self_check=(
        message("I know my open promises for this week."),
        message("I say that I will be late before the time is up."),
        message("I do not promise for other people without asking them."),
    ),
    role_play=RolePlay(
        title=message("Two rooms instead of three"),
        setting=message(
            "The front office promised three meeting rooms for ten o'clock. "
            "At half past nine it is clear that only two will be ready."
        ),
        parts=(
            Part(
                role=message("Clerk in the front office"),
                brief=message(
                    "The promise was yours. Call now, say what you cannot keep, offer something instead, "
                    "and make a new promise that you can keep."
                ),
            ),
            Part(
                role=message("Colleague who invited the guests"),
                brief=message(
                    "Your guests come at ten. You are disappointed. Ask what you get now, "
                    "and how sure the new promise is."
                ),
            ),
        ),
        watch_for=(
            message("Was the bad news said early in the call?"),
            message("Was the new promise clear: what, who and when?"),
            message("Did the apology sound honest?"),
        ),
    ),
    task=Task(
        situation=message(
            "You have an agreement with the laboratory: a list by Wednesday noon. On Tuesday two people in your team "
            "fall ill, and you see that you cannot finish in time."
        ),
        question=message("What do you do on Tuesday?"),
        answer=message(
            "Call the laboratory the same day. Say what you can deliver by Wednesday noon, and when the rest will "
            "follow. An early warning leaves them time to change their plan; a late excuse does not."
        ),
    ),
    pledge=message("I keep my promises, or I warn people early."),
)
