"""The last look at a visit before it is stored, line by line."""

from datetime import date

from kiosk.plain.lines import BACK, ENTER, Lines, listed
from kiosk.plain.note import choose_note
from kiosk.texts.visit_words import DAY, EXTRA_MILE, note_words, nothing_else, rated, yes_or_no
from kiosk.visit import Visit

_EXTRA_MILE, _NOTE = "+", "8"


def review(lines: Lines, visit: Visit, on: date) -> tuple[Visit, bool]:
    """Show what would be stored, and let it be changed.

    Returns:
        The visit as it is now, and whether somebody is done with it; otherwise back to the questions.

    Raises:
        InputEndedError: Nobody decided.
    """
    _show(lines, visit, on)
    while True:
        options = _options(lines, visit)
        offered = ", ".join(listed(options))
        answer = lines.choose(offered, answers=options, offered=offered)
        if answer == _EXTRA_MILE:
            visit = visit.with_extra_mile_turned()
            lines.write(_extra_mile(lines, visit))
        elif answer == _NOTE:
            visit = choose_note(lines, visit)
            _show(lines, visit, on)
        else:
            return visit, answer == ENTER


def _show(lines: Lines, visit: Visit, on: date) -> None:
    language = lines.language
    say = language.say
    title = say("NOTHING WILL BE STORED") if visit.stores_nothing else say("THIS IS EXACTLY WHAT WILL BE STORED")
    lines.write(title, visit.team.name)
    for behavior in visit.asked:
        lines.write(f"{say(behavior.label)}: {_rated(visit.answers.get(behavior), lines)}")
    if not visit.is_empty:
        lines.write(_extra_mile(lines, visit), f"{say(DAY)}: {language.day(on)}")
    if visit.note:
        lines.write(": ".join(note_words(visit.note, on, language)))
    lines.write(nothing_else(visit, language))


def _rated(rating: int | None, lines: Lines) -> str:
    """A rating as its digit and its word."""
    word = rated(rating, lines.language)
    return f"{rating} {word}" if rating else word


def _extra_mile(lines: Lines, visit: Visit) -> str:
    return f"{lines.language.say(EXTRA_MILE)}: {yes_or_no(visit, lines.language)}"


def _options(lines: Lines, visit: Visit) -> dict[str, str]:
    say = lines.language.say
    done = {ENTER: say("leave it") if visit.stores_nothing else say("store it")}
    extra_mile = {} if visit.is_empty else {_EXTRA_MILE: say("extra mile")}
    return {**done, **extra_mile, _NOTE: say("One thing to add, if you like"), BACK: say("back")}
