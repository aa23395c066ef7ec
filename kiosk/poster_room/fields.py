"""The choices about a sheet, as they stand on the screen: each with what is chosen and what there is."""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from kiosk.poster_room.press import Press
from kiosk.poster_room.requests import MakeSheet, Option
from kiosk.poster_room.wish import Wish
from kiosk.poster_room.words import PAPERS, PARTED_PAPERS
from posters.shelf import PAGE_PAPERS, POSTER_PAPERS, SHELF, Need
from posters.texts.languages import speak
from store.behaviors import BEHAVIORS
from store.language import LANGUAGES, Language


class Field(msgspec.Struct, frozen=True):
    """One choice.

    Attributes:
        digit: The key that changes it.
        label: What it decides.
        value: What is chosen.
        options: What there is; with two, the key takes the other one.
    """

    digit: int
    label: str
    value: str
    options: tuple[Option, ...]

    @property
    def other(self) -> Option | None:
        """What a key takes at once, where there are just two."""
        if len(self.options) != 2:
            return None
        return next((option for option in self.options if option.name != self.value), self.options[0])


def fields_of(wish: Wish, press: Press, language: Language) -> Iterator[tuple[Field, ...]]:
    """The choices that this sheet has, in rows.

    Args:
        wish: What is chosen.
        press: Makes it.
        language: What whoever chooses speaks.
    """
    ask = _Asking(wish, press, language)
    yield (ask.sheet(), *ask.purpose())
    if about := (*ask.team(), *ask.behavior()):
        yield about
    yield ask.language(), ask.paper(), ask.colors()


class _Asking:
    """Makes the choices of one wish.

    Args:
        wish: What is chosen.
        press: Makes it.
        language: What whoever chooses speaks.
    """

    def __init__(self, wish: Wish, press: Press, language: Language) -> None:
        self._wish = wish
        self._press = press
        self._item = wish.item
        self._language = language
        self.say = language.say
        self._say_sheet = speak(language.code).say

    def sheet(self) -> Field:
        organisation = self._press.organisation
        options = [
            self._option(self._say_sheet(item.label), self._wish.of(item, organisation))
            for item in SHELF
            if item.can_be_made_for(organisation)
        ]
        return Field(1, self.say("Sheet"), self._say_sheet(self._item.label), tuple(options))

    def purpose(self) -> Iterator[Field]:
        if self._item.has_review:
            wall, review = self.say("for the wall"), self.say("for a review")
            options = self._option(wall, for_review=False), self._option(review, for_review=True)
            yield Field(4, self.say("What for"), review if self._wish.for_review else wall, options)

    def team(self) -> Iterator[Field]:
        if self._item.team is not Need.NO:
            organisation = self._press.organisation
            none = self.say("no team")
            options = [self._option(team.name, team=team.key) for team in organisation.open_teams]
            if self._item.team is Need.MAY:
                options.insert(0, self._option(none, team=None))
            value = organisation.name_of(self._wish.team) if self._wish.team else none
            yield Field(2, self.say("Team"), value, tuple(options))

    def behavior(self) -> Iterator[Field]:
        if self._item.behavior is not Need.NO:
            none = self.say("all seven")
            options = [self._option(self.say(behavior.label), behavior=behavior) for behavior in BEHAVIORS]
            if self._item.behavior is Need.MAY:
                options.insert(0, self._option(none, behavior=None))
            value = self.say(self._wish.behavior.label) if self._wish.behavior else none
            yield Field(3, self.say("Behavior"), value, tuple(options))

    def language(self) -> Field:
        options = [self._option(LANGUAGES[code], language=code) for code in self._press.organisation.languages]
        return Field(5, self.say("Language"), LANGUAGES[self._wish.language], tuple(options))

    def paper(self) -> Field:
        options = tuple(self._option(self._paper(name), paper=name) for name in self._item.papers)
        return Field(6, self.say("Paper"), self._paper(self._wish.paper), options)

    def colors(self) -> Field:
        color, ink = self.say("in color"), self.say("black on white")
        options = self._option(color, in_ink=False), self._option(ink, in_ink=True)
        return Field(7, self.say("Colors"), ink if self._wish.in_ink else color, options)

    def _paper(self, name: str) -> str:
        is_poster = self._item.papers == POSTER_PAPERS
        return self.say((PARTED_PAPERS.get(name) if is_poster and name in PAGE_PAPERS else None) or PAPERS[name])

    def _option(self, name: str, wish: Wish | None = None, **changes: object) -> Option:
        return Option(name, MakeSheet(self._press, wish or replace(self._wish, **changes)))
