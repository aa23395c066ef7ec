"""What is taught about Stay Positive."""

from posters.texts.training.lesson import Exercise, Lesson, Part, RolePlay, Task
from store.language import message

LESSON = Lesson(
    meaning=message(
        "Colleagues feel how we meet them, even on a hard day. Staying positive does not mean hiding problems. "
        "It means that we greet people kindly, name what is wrong calmly, and look for the next step."
    ),
    looks=(
        message("We greet whoever comes to our desk, even when it is busy."),
        message("We say what we can do before what we cannot."),
        message("We talk about a mistake without blaming anyone."),
    ),
    looks_not=(
        message("We sigh or roll our eyes when someone asks for help."),
        message("We say no before the question is finished."),
        message("We complain about another team in front of others."),
    ),
    exercise=Exercise(
        title=message("From a hard moment to the next step"),
        steps=(
            message("Form pairs, if possible with a colleague you do not work with every day."),
            message("Each of you names one thing at work that was hard today. Take one minute each."),
            message("The listener does not argue, and asks one question: what is the smallest next step?"),
            message("Together, find one thing that already works well, and tell it to the group."),
        ),
    ),
    questions=(
        message("What do colleagues hear in our voice when we are under pressure?"),
        message("How can we speak openly about a problem and still give people courage?"),
    ),
    self_check=(
        message("I greet colleagues from other teams before they greet me."),
        message("I stay calm when something goes wrong."),
        message("I tell people when something has gone well."),
    ),
    role_play=RolePlay(
        title=message("The printer has stopped again"),
        setting=message(
            "For the third time this week, the printer on the ward has stopped. The nurse calls the IT service desk."
        ),
        parts=(
            Part(
                role=message("Nurse on the ward"),
                brief=message(
                    "You need to print lists for the next shift. You are tired and annoyed. Say so clearly. "
                    "Become calmer only if the other person takes you seriously."
                ),
            ),
            Part(
                role=message("Person at the IT service desk"),
                brief=message(
                    "Many other calls are waiting. Stay friendly, show that you understand, and name one thing "
                    "that you can do in the next ten minutes."
                ),
            ),
        ),
        watch_for=(
            message("Which words made the conversation calmer?"),
            message("Was the problem taken seriously?"),
            message("Did both know the next step at the end?"),
        ),
    ),
    task=Task(
        situation=message(
            "A colleague from the kitchen comes to your desk: the delivery form is wrong for the second time. "
            "You have five minutes before a meeting."
        ),
        question=message("What do you say first, and why?"),
        answer=message(
            "Greet your colleague and say thank you for coming. Then say what you can do now, and when you will do "
            "the rest. People who feel welcome bring problems early, while they are still small."
        ),
    ),
    pledge=message("I meet every colleague with a friendly word."),
)
