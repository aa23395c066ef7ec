"""What is taught about Communicate Often."""

from posters.texts.training.lesson import Exercise, Lesson, Part, RolePlay, Task
from store.language import message

LESSON = Lesson(
    meaning=message(
        "Silence makes people guess, and guessing costs time. We tell others how things stand before they have to "
        "ask, even when nothing has changed. Short and regular is better than long and late."
    ),
    looks=(
        message("We send one line when a job is started, delayed or done."),
        message("We say when the next news will come."),
        message("We make sure that our message has arrived and is understood."),
    ),
    looks_not=(
        message("We tell nobody anything until the whole job is finished."),
        message("We write to everybody, and nobody knows who must act."),
        message("We believe that others will hear about it somehow."),
    ),
    exercise=Exercise(
        title=message("One sentence, three facts"),
        steps=(
            message("Each of you chooses one job that another team is waiting for."),
            message("Say one sentence about it: what is done, what comes next, and when."),
            message("The others repeat what they understood. If it is not right, make the sentence simpler."),
            message("Send your sentence to the waiting team today."),
        ),
    ),
    questions=(
        message("Who waits for news from us, often without our noticing?"),
        message("What suits them best: a call, a message, a visit or a board on the wall?"),
    ),
    self_check=(
        message("I give news before people ask for it."),
        message("I use words that people outside my team understand."),
        message("I say who must do what, and by when."),
    ),
    role_play=RolePlay(
        title=message("The lift does not work"),
        setting=message(
            "The service lift has been out of order since the morning. The kitchen must bring lunch to the third floor."
        ),
        parts=(
            Part(
                role=message("Technician from building services"),
                brief=message(
                    "You wait for a part and do not know when it will come. Tell the kitchen what you know, "
                    "what you do not know, and when you will call again."
                ),
            ),
            Part(
                role=message("Cook who sends out lunch"),
                brief=message(
                    "Lunch must leave in one hour. Ask what you need to know for your own plan. "
                    "Say how you want to get the next news."
                ),
            ),
        ),
        watch_for=(
            message("Was it clear what is known and what is not?"),
            message("Did they agree when the next news comes?"),
            message("Were there words that only one team understands?"),
        ),
    ),
    task=Task(
        situation=message(
            "The pharmacy waits for new shelves. You cannot name a day, because the supplier has not answered you. "
            "Three days have passed."
        ),
        question=message("There is nothing new. Do you write to the pharmacy?"),
        answer=message(
            "Yes, one line: no answer yet, I am asking again today, and I will write to you on Friday in any case. "
            "If they hear nothing, they may think that they are forgotten."
        ),
    ),
    pledge=message("I give news before anyone has to ask."),
)
