"""What is taught about Be Polite."""

from posters.texts.training.lesson import Exercise, Lesson, Part, RolePlay, Task
from store.language import message

LESSON = Lesson(
    meaning=message(
        "Courtesy shows people that they matter, whatever their job. We greet, we listen, we say please and thank "
        "you, and we apologize when we are wrong. It costs little, and people remember it for a long time."
    ),
    looks=(
        message("We use a colleague's name, and say it correctly."),
        message("We let people finish speaking before we answer."),
        message("We thank people for one particular thing they did."),
    ),
    looks_not=(
        message("We look at the screen while somebody speaks to us."),
        message("We send messages without a greeting or a word of thanks."),
        message("We are friendly to managers and unfriendly to cleaners."),
    ),
    exercise=Exercise(
        title=message("Thanks with a reason"),
        steps=(
            message("Stand in a circle. Everybody thinks of one person outside the team who helped them lately."),
            message("Each of you says who it was, what they did, and what it made easier."),
            message("The others listen without a comment until everybody has spoken."),
            message("Before the day ends, say thank you to that person, by voice or in writing."),
        ),
    ),
    questions=(
        message("Which small acts of courtesy matter most to us, and why?"),
        message("When do we become impolite without wanting to?"),
    ),
    self_check=(
        message("I greet everyone, from the cleaner to the director."),
        message("I listen until the other person has finished."),
        message("I apologize when I am wrong or unfriendly."),
    ),
    role_play=RolePlay(
        title=message("The wrong tray"),
        setting=message(
            "A nurse finds the wrong meal on a tray: the patient must not eat it. "
            "The nurse calls the kitchen at its busiest time."
        ),
        parts=(
            Part(
                role=message("Nurse with the tray"),
                brief=message(
                    "This mistake could have harmed the patient, and you are worried. Say what happened and what you "
                    "need now. Stay courteous, and do not blame the person."
                ),
            ),
            Part(
                role=message("Cook on the telephone"),
                brief=message(
                    "You must send out twenty meals in ten minutes. Listen to the end, apologize, "
                    "say thank you for the call, and say what happens next."
                ),
            ),
        ),
        watch_for=(
            message("Did anyone interrupt the other?"),
            message("Was the mistake named clearly, without blame?"),
            message("Which words showed respect?"),
        ),
    ),
    task=Task(
        situation=message(
            "Somebody from another team sends you an angry message in capital letters. What they ask for is reasonable."
        ),
        question=message("How do you reply?"),
        answer=message(
            "Greet them, answer what they asked, and do not comment on the tone. If it happens again, talk to them in "
            "person. A calm reply solves the problem; an angry one makes a new problem."
        ),
    ),
    pledge=message("I greet, I listen, and I say thank you."),
)
