"""The same visit as plain lines, one answer a line: for scripts, serial terminals and screen readers."""

from collections.abc import Callable
from datetime import date
from typing import TextIO

from kiosk.upkeep import look_after
from kiosk.visit import Visit
from kiosk.wording import RATING_WORDS, scale, when_scores_move
from store.behaviors import BEHAVIORS
from store.errors import SevenWaysError
from store.language import ENGLISH
from store.open import Store
from store.organisation import Team
from store.plain_text import printable

_BACK, _EXTRA_MILE, _SKIP = "-", "+", "0"


class InputEndedError(Exception):
    """Nobody answers any more."""


class PlainKiosk:
    """Asks and stores, line by line; what it cannot understand it asks again.

    Args:
        store: Where answers go.
        source: One answer a line.
        sink: Where questions go.
        today: What day it is.
        echo: Whether to repeat each answer, because nobody sees it being typed.
    """

    def __init__(
        self, store: Store, source: TextIO, sink: TextIO, today: Callable[[], date], *, echo: bool = False
    ) -> None:
        self._store = store
        self._source = source
        self._sink = sink
        self._today = today
        self._echo = echo

    def serve(self, visits: int | None = None) -> bool:
        """Take visits, one after the other.

        Args:
            visits: How many; None until the input ends.

        Returns:
            Whether the last one came to its end; what was left in the middle is dropped.
        """
        if notice := look_after(self._store, self._today(), close=True).notice:
            self._say(f"For staff: {notice}")
        if not self._store.organisation.open_teams:
            self._say("There is no team to rate yet; add one with `store teams add NAME`.")
            return False
        while visits is None or visits > 0:
            try:
                team = self._choose_team()
            except InputEndedError:
                return visits is None
            try:
                self._take(Visit(team))
            except InputEndedError:
                self._say("The input ended in the middle of a visit; nothing of it is stored.")
                return False
            visits = None if visits is None else visits - 1
        return True

    def _choose_team(self) -> Team:
        """The team that served the visitor.

        Raises:
            InputEndedError: Nobody chose one.
        """
        teams = self._store.organisation.open_teams
        name = self._store.organisation.name
        self._say(f"{name}{' (sample data)' if self._store.organisation.sample else ''}: how did a team serve you?")
        for number, team in enumerate(teams, start=1):
            self._say(f"{number} {team.name}")
        while True:
            answer = self._ask("Which team? Its number:")
            if answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(teams):
                return teams[int(answer) - 1]
            self._say(f"There is no such number; write one from 1 to {len(teams)}.")

    def _take(self, visit: Visit) -> None:
        """Ask the seven questions and store the answers."""
        self._say(f"{visit.team.name}. {scale(ENGLISH)}; {_SKIP} skips, {_BACK} goes back, an empty line finishes.")
        while True:
            answered = self._questions(visit)
            if answered is None:
                visit = Visit(self._choose_team())
                continue
            stored = self._review(answered)
            if stored is None:
                return
            visit = stored

    def _questions(self, visit: Visit) -> Visit | None:
        """Ask on from where the visit stands; None if somebody steps back to the choice of the team."""
        while True:
            behavior = visit.behavior
            answer = self._ask(f"{behavior.number} of {len(BEHAVIORS)}: {behavior.label}. {behavior.act}")
            if answer == _BACK:
                if visit.step == 0:
                    return None
                visit = visit.at(visit.step - 1)
                continue
            if not answer:
                return visit
            if answer not in {_SKIP, "1", "2", "3", "4", "5"}:
                self._say(f"Write one digit: {scale(ENGLISH)}, {_SKIP} skips.")
                continue
            visit = visit.skipped() if answer == _SKIP else visit.rated(int(answer))
            if visit.is_last:
                return visit
            visit = visit.at(visit.step + 1)

    def _review(self, visit: Visit) -> Visit | None:
        """Show what would be stored and store it; a visit if somebody steps back into it, None when it is over."""
        on = self._today()
        if visit.is_empty:
            self._say("Every question was skipped, so nothing is stored.")
            return None
        self._show(visit, on)
        while True:
            answer = self._ask(f"An empty line stores it, {_EXTRA_MILE} turns the extra mile, {_BACK} goes back.")
            if answer == _BACK:
                return visit
            if answer == _EXTRA_MILE:
                visit = visit.with_extra_mile_turned()
                self._say(f"They went the extra mile: {'yes' if visit.extra_mile else 'no'}")
            elif not answer and self._stored(visit, on):
                return None

    def _show(self, visit: Visit, on: date) -> None:
        self._say("This is exactly what will be stored:")
        self._say(f"Team: {visit.team.name}")
        for behavior in BEHAVIORS:
            rating = visit.answers.get(behavior)
            self._say(f"{behavior.label}: {f'{rating} {RATING_WORDS[rating - 1]}' if rating else 'skipped'}")
        self._say(f"They went the extra mile: {'yes' if visit.extra_mile else 'no'}")
        self._say(f"Day: {ENGLISH.day(on)}")
        self._say("Nothing else but a random number: no name, no time of day, no device.")

    def _stored(self, visit: Visit, on: date) -> bool:
        """Store the visit and say thank you, or say what is in the way."""
        try:
            hold = self._store.receive(
                visit.team.key, visit.answers, extra_mile=visit.extra_mile, on=on, answered_in=None, slip=self._slip()
            )
        except SevenWaysError as error:
            self._say(f"Not stored yet: {error}")
            return False
        if hold:
            self._say("Thank you, it is stored. Many came at once, so a manager decides whether they count.")
            return True
        self._say(f"Thank you, it is stored. {when_scores_move(self._store.organisation, ENGLISH)}")
        return True

    def _slip(self) -> str | None:
        """The code that lets somebody answer, where slips are asked for."""
        return self._ask("The number on your slip:") if self._store.organisation.privacy.slips else None

    def _ask(self, question: str) -> str:
        self._say(question)
        line = self._source.readline()
        if not line:
            raise InputEndedError
        if self._echo:
            self._say(f"> {line.strip() or '(an empty line)'}")
        return line.strip()

    def _say(self, sentence: str) -> None:
        self._sink.write(printable(sentence) + "\n")
        self._sink.flush()
