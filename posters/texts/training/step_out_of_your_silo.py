"""What is taught about Step Out of Your Silo."""

from posters.texts.training.lesson import Exercise, Lesson, Part, RolePlay, Task
from store.language import message

LESSON = Lesson(
    meaning=message(
        "Other teams build on our work, and we build on theirs. We go and see how they work and ask what they need "
        "from us. We think of the whole path, not only of our own department."
    ),
    looks=(
        message("We visit another team and watch how it uses our work."),
        message("We ask other teams before we change something they use."),
        message("We know who gets our work next."),
    ),
    looks_not=(
        message("We say that it is not our department, and turn away."),
        message("We change a form and tell only our own team."),
        message("We talk about other teams, but not with them."),
    ),
    exercise=Exercise(
        title=message("Follow one piece of work"),
        steps=(
            message("Choose one thing that your team hands over: a meal, a form, a bed, a computer."),
            message("Name every team that works on it before you and after you, in the right order."),
            message("For each team, say one thing you do that makes its work easier or harder."),
            message("Choose the team you know least, and decide who will visit it this month."),
        ),
    ),
    questions=(
        message("Which team do we know least, although our work depends on it?"),
        message("Which of our habits makes work harder for another team?"),
    ),
    self_check=(
        message("I can say what another team does with my work."),
        message("I know whom to ask in each team that I serve."),
        message("I ask the people concerned before I change something."),
    ),
    role_play=RolePlay(
        title=message("An hour with the porter"),
        setting=message(
            "Patients often arrive late for their examinations. A planner walks with a porter for an hour to learn why."
        ),
        parts=(
            Part(
                role=message("Planner in the office"),
                brief=message(
                    "You make the timetable, and moving beds is new to you. Ask open questions and do not defend the "
                    "timetable. At the end, say what you will change."
                ),
            ),
            Part(
                role=message("Porter with a bed"),
                brief=message(
                    "You know that the lift is full at the same time each morning, and that many telephone numbers on "
                    "the list are old. Explain this if you are asked."
                ),
            ),
        ),
        watch_for=(
            message("Who spoke more, the visitor or the host?"),
            message("What did the planner learn that no list could show?"),
            message("Did they agree on one small change?"),
        ),
    ),
    task=Task(
        situation=message(
            "Your team has made a new order form. It saves your team ten minutes a day. "
            "The ward and the kitchen must fill it in."
        ),
        question=message("What do you do before the form is used?"),
        answer=message(
            "Show it to the ward and the kitchen, and watch them fill it in. What saves you ten minutes may cost them "
            "twenty. The form is good when it helps everybody who uses it."
        ),
    ),
    pledge=message("I go and see how others use my work."),
)
