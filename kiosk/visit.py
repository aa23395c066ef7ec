"""One person's answers, in memory only: stepping forward, back and to the end."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from store.behaviors import BEHAVIORS, Behavior
from store.organisation import Team

if TYPE_CHECKING:
    from store.notes import Kind


class Note(msgspec.Struct, frozen=True):
    """What a visitor adds in words; it is stored apart from the answers.

    Attributes:
        kind: What it is.
        behavior: Which of the seven it is about; None if none.
        text: Exactly what will be stored.
        is_typed: Whether the visitor wrote it, so that it can be gone over.
    """

    kind: "Kind"
    behavior: Behavior | None
    text: str
    is_typed: bool = False


class NoteFate(StrEnum):
    """What became of a note."""

    STORED = "stored"
    STORED_ALONE = "stored-alone"
    LOST = "lost"


class Visit(msgspec.Struct, frozen=True):
    """A check-in while it is being made; each step gives a new visit.

    Attributes:
        team: The team that is rated.
        asked: The behaviours that are asked about, in their usual order.
        answers: The ratings so far, 1 to 5; a behaviour that is missing is skipped.
        step: How many questions lie behind.
        extra_mile: Whether the team went the extra mile.
        began: When the first question was shown, in seconds of the kiosk's clock; None where nobody looks.
        answered_in: How many seconds passed from then to the first look at the review.
        note: The one thing that the visitor adds; None if nothing.
    """

    team: Team
    asked: tuple[Behavior, ...] = BEHAVIORS
    answers: Mapping[Behavior, int] = msgspec.field(default_factory=dict)
    step: int = 0
    extra_mile: bool = False
    began: float | None = None
    answered_in: float | None = None
    note: Note | None = None

    @property
    def behavior(self) -> Behavior:
        """What is asked now."""
        return self.asked[self.step]

    @property
    def is_last(self) -> bool:
        """Whether no question follows this one."""
        return self.step == len(self.asked) - 1

    @property
    def is_empty(self) -> bool:
        """Whether every question was skipped."""
        return not self.answers

    @property
    def stores_nothing(self) -> bool:
        """Whether there is neither an answer nor a note."""
        return self.is_empty and self.note is None

    def rated(self, rating: int) -> "Visit":
        """The same visit with this rating for the question that is asked."""
        return replace(self, answers={**self.answers, self.behavior: rating}, answered_in=None)

    def skipped(self) -> "Visit":
        """The same visit without a rating for the question that is asked."""
        kept = {behavior: rating for behavior, rating in self.answers.items() if behavior != self.behavior}
        return replace(self, answers=kept, answered_in=None)

    def at(self, step: int) -> "Visit":
        """The same visit at another question."""
        return replace(self, step=step)

    def with_extra_mile_turned(self) -> "Visit":
        """The same visit with the other answer to "they went the extra mile"."""
        return replace(self, extra_mile=not self.extra_mile)

    def with_note(self, note: Note | None) -> "Visit":
        """The same visit with another note, or with none."""
        return replace(self, note=note)

    def answered_by(self, now: float) -> "Visit":
        """The same visit, answered by this second of the clock, unless nothing was answered since it last was."""
        if self.began is None or self.answered_in is not None:
            return self
        return replace(self, answered_in=now - self.began)
