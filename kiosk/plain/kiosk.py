"""A kiosk in plain lines: takes one visit after the other, by the same rules as on the screen."""

import asyncio
from datetime import date
from random import SystemRandom

from kiosk.clocks import Clocks
from kiosk.desk import Desk
from kiosk.plain.lines import InputEndedError, Lines
from kiosk.plain.questions import answer_questions, choose_team, explain
from kiosk.plain.review import review
from kiosk.rotation import Rotation
from kiosk.team_filter import home_first
from kiosk.texts.visit_words import stored, thanks
from kiosk.texts.wording import WRONG_SLIP, when_open, whom_to_tell
from kiosk.visit import Visit
from store.behaviors import BEHAVIORS
from store.errors import SevenWaysError, UsageError
from store.open import Store
from store.organisation import Organisation


class PlainKiosk:
    """Asks and stores, line by line.

    Nobody can be hurried where the answers come from a script or a pipe: there neither the time that they take is
    measured nor a pause kept between visits. At a terminal both are as on the screen.

    Args:
        store: Where answers go.
        lines: Where they come from, and in which language.
        clocks: What time it is.
        home_team: Key of the team that stands first; None for the one that organisation.toml names.
    """

    def __init__(self, store: Store, lines: Lines, clocks: Clocks, home_team: str | None = None) -> None:
        self._desk = Desk(store.folder, store, "", clocks.seconds, keeps_pause=lines.is_typed)
        self._lines = lines
        self._clocks = clocks
        self._home_team = home_team
        self._rotation = Rotation(SystemRandom().randrange(len(BEHAVIORS)))

    def serve(self, visits: int | None = None) -> bool:
        """Take visits, one after the other.

        Args:
            visits: How many; None until the input ends.

        Returns:
            Whether the last one came to its end; what was left in the middle is dropped.

        Raises:
            SevenWaysError: A script's answers could not be stored; at a terminal they can be tried again.
        """
        while visits is None or visits > 0:
            taken = self._lines.taken
            try:
                if not self._is_ready():
                    return False
                was_taken = self._take()
            except InputEndedError:
                if self._lines.taken == taken:
                    return visits is None
                say = self._lines.language.say
                self._lines.write(say("The input ended in the middle of a visit; nothing of it is stored."))
                return False
            if visits is not None and was_taken:
                visits -= 1
        return True

    @property
    def _organisation(self) -> Organisation:
        return self._desk.organisation

    @property
    def _day(self) -> date:
        return self._clocks.today(self._organisation)

    @property
    def _is_open(self) -> bool:
        return self._clocks.is_open(self._organisation)

    def _is_ready(self) -> bool:
        """Look after the store, say what is in the way; whether somebody can begin."""
        say = self._lines.language.say
        asyncio.run(self._desk.look_after(self._day))
        self._desk.forget_old_visits()
        if self._desk.notice:
            self._lines.write(say("For staff: {notice}", notice=self._desk.notice))
        if not self._organisation.open_teams:
            self._lines.write(say("There is no team to rate yet. Please tell the person in charge of this kiosk."))
            self._lines.write(say("For staff: {notice}", notice="add one with `store teams add NAME`."))
            return False
        return self._is_open or self._waits_for_opening()

    def _waits_for_opening(self) -> bool:
        """Say when it opens; at a terminal look again after each line, a script gives up."""
        while not self._is_open:
            language = self._lines.language
            opens = self._clocks.opens_next(self._organisation)
            self._lines.write(language.say("CLOSED AT THIS TIME"), when_open(opens, language))
            if not self._lines.is_typed:
                return False
            self._lines.ask()
            asyncio.run(self._desk.look_after(self._day))
        return True

    def _take(self) -> bool:
        """One visit from the welcome to the thanks; whether it was one: it may have closed while nobody was there."""
        self._welcome()
        slip = self._slip() if self._organisation.privacy.slips else None
        visit = self._begun()
        if not self._is_open:
            return False
        while True:
            answered = answer_questions(self._lines, visit)
            visit = answered.answered_by(self._clocks.seconds()) if answered else self._begun()
            while answered:
                on = self._day
                visit, is_done = review(self._lines, visit, on)
                if not is_done:
                    break
                if visit.stores_nothing or self._is_over(visit, slip, on):
                    return True

    def _welcome(self) -> None:
        say = self._lines.language.say
        sample = f" ({say('SAMPLE DATA')})" if self._organisation.sample else ""
        self._lines.write(f"{self._organisation.name}{sample}", say("A team served you? Tell it how that went."))

    def _slip(self) -> str:
        """A number that still lets somebody answer."""
        say = self._lines.language.say
        question = say("Type the number on your slip. We do not keep which slip gave which answers.")
        while not asyncio.run(self._desk.takes_slip(code := self._lines.ask(question))):
            question = say(WRONG_SLIP)
        return code

    def _begun(self) -> Visit:
        """A visit to the team that somebody chooses; its time runs at a terminal only."""
        team = choose_team(self._lines, home_first(self._organisation, self._home_team))
        explain(self._lines, team)
        asked = self._rotation.next(self._organisation.kiosk.questions_per_visit)
        return Visit(team, asked, began=self._clocks.seconds() if self._lines.is_typed else None)

    def _is_over(self, visit: Visit, slip: str | None, on: date) -> bool:
        """Store a visit and say thank you, or say what is in the way; whether nothing more can come of it."""
        language = self._lines.language
        try:
            receipt = asyncio.run(self._desk.receive(visit, slip, on))
        except SevenWaysError as error:
            if not self._lines.is_typed:
                raise
            is_final = isinstance(error, UsageError)
            says = language.say("Not stored") if is_final else language.say("Not stored yet")
            self._lines.write(says, whom_to_tell(self._organisation, language), str(error))
            return is_final
        self._rotation.move_on(len(visit.asked))
        sentences = thanks(visit.team, receipt.hold, receipt.note, self._organisation, language)
        self._lines.write(stored(receipt.note, language), f"{language.say('Thank you')}. {' '.join(sentences)}")
        return True
