"""What is taught about Be Helpful."""

from posters.texts.training.lesson import Exercise, Lesson, Part, RolePlay, Task
from store.language import message

LESSON = Lesson(
    meaning=message(
        "Help is best when nobody has to ask for it. We notice when a colleague has too much to do, and we offer one "
        "particular thing. We stay with a problem until somebody takes care of it."
    ),
    looks=(
        message("We offer help before somebody asks."),
        message("We call the right person ourselves, instead of giving a number."),
        message("We ask later whether our help was enough."),
    ),
    looks_not=(
        message("We send people from one desk to the next."),
        message("We see somebody with a heavy load, and walk past."),
        message("We help, and complain about it afterward."),
    ),
    exercise=Exercise(
        title=message("One wish, one offer"),
        steps=(
            message("Everybody says one thing they need help with this week."),
            message("Everybody says one thing they can offer, and how long it takes."),
            message("Find the wishes and offers that fit together."),
            message("Agree on a day for each of them, and say it aloud."),
        ),
    ),
    questions=(
        message("Where do we wait to be asked, although we see that help is needed?"),
        message("What makes it hard to ask for help here?"),
    ),
    self_check=(
        message("I offer help to somebody outside my team every week."),
        message("I find the right person when I cannot help."),
        message("I ask for help before it is too late."),
    ),
    role_play=RolePlay(
        title=message("A room that does not exist"),
        setting=message("A new porter comes to the reception with a bed. The room number on the order does not exist."),
        parts=(
            Part(
                role=message("New porter"),
                brief=message(
                    "It is your second day, and you do not want to disturb anyone. You only ask for the way to the "
                    "room. You do not know that the number is wrong."
                ),
            ),
            Part(
                role=message("Person at the reception"),
                brief=message(
                    "Your telephone is ringing. Find out what the porter really needs, help until the bed has a place, "
                    "and think of what would prevent this next time."
                ),
            ),
        ),
        watch_for=(
            message("How was it found out that the number was wrong?"),
            message("Did the help go on until the problem was solved?"),
            message("Will somebody tell the team that wrote the order?"),
        ),
    ),
    task=Task(
        situation=message(
            "A colleague from the laundry asks you for the key to a storeroom. "
            "You do not have it, and keys are not your job."
        ),
        question=message("What would be helpful here?"),
        answer=message(
            "Find out who has the key, call that person while your colleague waits, and say who will come. "
            "Two minutes of your time can save your colleague a long search."
        ),
    ),
    pledge=message("I see what is needed, and I offer it."),
)
