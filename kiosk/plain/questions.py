"""Which team it was, and the questions about it, one line each."""

from collections.abc import Sequence

from kiosk.plain.lines import BACK, ENTER, Lines, listed
from kiosk.texts.wording import RATING_WORDS
from kiosk.visit import Visit
from store.organisation import Team

_SKIP = "0"


def choose_team(lines: Lines, teams: Sequence[Team]) -> Team:
    """Ask for the number of a team.

    Raises:
        InputEndedError: Nobody chose one.
    """
    by_number = {str(number): team for number, team in enumerate(teams, start=1)}
    choices = listed({number: team.name for number, team in by_number.items()})
    question = lines.language.say("Which team served you?")
    return by_number[lines.choose(question, *choices, answers=by_number, offered=f"1–{len(teams)}")]


def explain(lines: Lines, team: Team) -> None:
    """Say who is rated and what can be answered."""
    lines.write(team.name, ", ".join(listed(_options(lines))))


def answer_questions(lines: Lines, visit: Visit) -> Visit | None:
    """Ask on from where a visit stands; None if somebody steps back to the choice of the team.

    Raises:
        InputEndedError: The answers ended before the questions.
    """
    options = _options(lines)
    while True:
        answer = lines.choose(_question(lines, visit), answers=options, offered=", ".join(listed(options)))
        if answer == ENTER:
            return visit
        if answer == BACK:
            if visit.step == 0:
                return None
            visit = visit.at(visit.step - 1)
            continue
        visit = visit.skipped() if answer == _SKIP else visit.rated(int(answer))
        if visit.is_last:
            return visit
        visit = visit.at(visit.step + 1)


def _question(lines: Lines, visit: Visit) -> str:
    """How far, the behaviour, what it looks like, and an earlier answer."""
    say = lines.language.say
    far = say("{number} of {count}", number=visit.step + 1, count=len(visit.asked))
    given = visit.answers.get(visit.behavior)
    earlier = " " + say("Your answer: {rating}.", rating=given) if given else ""
    return f"{far}: {say(visit.behavior.label)}. {say(visit.behavior.act)}{earlier}"


def _options(lines: Lines) -> dict[str, str]:
    say = lines.language.say
    ratings = {str(rating): say(word) for rating, word in enumerate(RATING_WORDS, start=1)}
    return {**ratings, _SKIP: say("didn't see it"), BACK: say("back"), ENTER: say("finish here")}
