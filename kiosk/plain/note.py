"""One thing to add, in plain lines: its kind, what it is about, and the words."""

from kiosk.plain.lines import BACK, ENTER, Lines, listed
from kiosk.texts.phrases import KINDS, WHO_READS_IT
from kiosk.visit import Note, Visit
from store.behaviors import BEHAVIORS, Behavior
from store.errors import UsageError
from store.notes import LONGEST, Kind, clean

_NONE, _WRITE = "0", "9"


def choose_note(lines: Lines, visit: Visit) -> Visit:
    """The visit with the note that somebody chose or wrote, without one, or as it was.

    Raises:
        InputEndedError: The answers ended before the choices.
    """
    say = lines.language.say
    kinds = {str(digit): kind for digit, kind in enumerate(KINDS, start=1)}
    options = {digit: say(KINDS[kind].invitation) for digit, kind in kinds.items()}
    nothing = say("Add nothing") if visit.note is None else say("Take my note away")
    while True:
        lines.write(say(WHO_READS_IT))
        answer = _choose(lines, say("What would you like to add?"), {**options, _NONE: nothing})
        if answer == BACK:
            return visit
        if answer == _NONE:
            return visit.with_note(None)
        if note := _about(lines, kinds[answer]):
            return visit.with_note(note)


def _about(lines: Lines, kind: Kind) -> Note | None:
    """The note, once it is clear what it is about; None if somebody steps back."""
    say = lines.language.say
    behaviors = {str(behavior.number): behavior for behavior in BEHAVIORS}
    options = {digit: say(behavior.label) for digit, behavior in behaviors.items()} | {_NONE: say("None of these")}
    while True:
        answer = _choose(lines, say("What is it about?"), options)
        if answer == BACK:
            return None
        if note := _worded(lines, kind, behaviors.get(answer)):
            return note


def _worded(lines: Lines, kind: Kind, behavior: Behavior | None) -> Note | None:
    """The note in a ready phrase or in somebody's own words; None if somebody steps back."""
    say = lines.language.say
    phrases = {str(digit): say(phrase) for digit, phrase in enumerate(KINDS[kind].phrases, start=1)}
    while True:
        answer = _choose(lines, say("Which words fit best?"), {**phrases, _WRITE: say("Type my own words")})
        if answer == BACK:
            return None
        if answer != _WRITE:
            return Note(kind, behavior, phrases[answer])
        if typed := _typed(lines):
            return Note(kind, behavior, typed, is_typed=True)


def _typed(lines: Lines) -> str:
    """Somebody's own words as they will be stored; none if somebody steps back."""
    say = lines.language.say
    prompt = [say("Write it in your own words"), say(WHO_READS_IT), *listed({ENTER: say("back")})]
    while typed := lines.ask(*prompt):
        try:
            return clean(typed)
        except UsageError:
            prompt = [say("Please write at most {count} characters.", count=LONGEST)]
    return ""


def _choose(lines: Lines, question: str, options: dict[str, str]) -> str:
    """One of the options, or back."""
    every = listed({**options, BACK: lines.language.say("back")})
    return lines.choose(question, *every, answers={*options, BACK}, offered=", ".join(every))
