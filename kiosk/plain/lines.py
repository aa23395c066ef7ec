"""Lines that are written and read: one answer a line, in one language."""

from collections.abc import Container, Mapping
from typing import TextIO

from store.language import ENGLISH, Language
from store.plain_text import printable

#: What is written to step back, as on the keypad; an empty line is its Enter.
BACK, ENTER = "-", ""


class InputEndedError(Exception):
    """Nobody answers any more."""


class Lines:
    """Asks and reads; what cannot be an answer is asked again.

    Attributes:
        language: What is spoken.
        is_typed: Whether somebody may sit there: the answers come from a terminal.
        taken: How many lines have been read.

    Args:
        source: One answer a line.
        sink: Where questions go.
        language: What is spoken.
        echo: Whether to repeat each answer, because nobody sees it being typed.
    """

    def __init__(self, source: TextIO, sink: TextIO, language: Language = ENGLISH, *, echo: bool = False) -> None:
        self.language = language
        self.is_typed = source.isatty()
        self.taken = 0
        self._source = source
        self._sink = sink
        self._echo = echo

    def write(self, *sentences: str) -> None:
        """Write each on a line of its own."""
        self._sink.write("".join(printable(sentence) + "\n" for sentence in sentences))
        self._sink.flush()

    def ask(self, *prompt: str) -> str:
        """Write the lines of a prompt and read the answer, without the spaces around it.

        Raises:
            InputEndedError: There is none.
        """
        self.write(*prompt)
        line = self._source.readline()
        if not line:
            raise InputEndedError
        self.taken += 1
        answer = line.strip()
        if self._echo:
            self.write(f"> {answer or 'Enter'}")
        return answer

    def choose(self, *prompt: str, answers: Container[str], offered: str) -> str:
        """Ask until the answer is one of those that are offered.

        Args:
            prompt: The lines of the question.
            answers: What may be written.
            offered: The same for people, said when something else was written.

        Raises:
            InputEndedError: None came.
        """
        answer = self.ask(*prompt)
        while answer not in answers:
            answer = self.ask(self.language.say("Please write one of these: {answers}.", answers=offered))
        return answer


def listed(options: Mapping[str, str]) -> list[str]:
    """What can be written, each with what it means."""
    return [f"{answer or 'Enter'} {words}" for answer, words in options.items()]
