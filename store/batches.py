"""How ratings are released: never fewer than k at once, and never by comparing two figures.

Ratings wait, per stream, team and question. When a day is over and at least k of them wait, all that wait become
one batch, dated that day. A batch is a fact: it is written once, and everything shown is a union of whole batches,
so the ratings behind any two figures differ by none or by at least k.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from store.behaviors import EXTRA_MILE, QUESTIONS
from store.records import Batch, CheckIn, Ratings

VALUES = 5


class Key(NamedTuple):
    """What a batch is about."""

    stream: str
    team: str
    question: str


class Mark(NamedTuple):
    """How far a key's ratings are released: all before ``day`` (ISO), and the first ``part`` of that day."""

    day: str
    part: int


class Rule(NamedTuple):
    """When waiting ratings become a batch.

    Attributes:
        k: How many a batch must hold at least.
        before: Days before this one (ISO) are over.
        at_once: Whether a batch is due as soon as k wait, without waiting for the day to end.
    """

    k: int
    before: str
    at_once: bool


class Waiting:
    """The ratings of one key that wait, in the order in which they came.

    They are kept one by one, not as sums: if k changes, what waits is looked at again from its first day on, so
    that the batches depend on the ratings and on the rule alone, never on who counted when.

    Attributes:
        key: What they are about.
        entries: Their days (ISO) and values, counted from 0.
        day: The newest of the days; empty if none wait.
    """

    __slots__ = ("day", "entries", "key")

    def __init__(self, key: Key) -> None:
        self.key = key
        self.entries: list[tuple[str, int]] = []
        self.day = ""

    def add(self, day: str, value: int, rule: Rule) -> Batch | None:
        """One more rating; returns what that releases: what waited from earlier days, or at once all with it."""
        due = None
        if day > self.day:
            due = None if rule.at_once else self.release(rule)
            self.day = day
        self.entries.append((day, value))
        return self.release(rule) if rule.at_once else due

    def release(self, rule: Rule) -> Batch | None:
        """One batch of all that wait, if it is due; from then on none wait."""
        if len(self.entries) < rule.k or not (rule.at_once or self.day < rule.before):
            return None
        counts = [0] * (2 if self.key.question == EXTRA_MILE else VALUES)
        for _, value in self.entries:
            counts[value] += 1
        batch = Batch(
            stream=self.key.stream,
            team=self.key.team,
            question=self.key.question,
            day=date.fromisoformat(self.day),
            k=rule.k,
            counts=tuple(counts),
            same_day=sum(day == self.day for day, _ in self.entries),
        )
        self.entries, self.day = [], ""
        return batch


class Settled:
    """Tells released ratings from waiting ones, for a reader that goes through each stream in its order."""

    def __init__(self, marks: Mapping[Key, Mark], owed: Mapping[Key, Mark] | None = None) -> None:
        """Begins at a stream's start, or behind what was read before.

        Args:
            marks: How far each key is released.
            owed: What ``owed`` said after the last reading; None for a reading from the start.
        """
        self._marks = marks
        self._seen: dict[Key, int] = {}
        if owed is not None:
            for key, mark in marks.items():
                missing = owed.get(key)
                self._seen[key] = mark.part - (missing.part if missing and missing.day == mark.day else 0)

    def takes(self, key: Key, day: str) -> bool:
        """Whether the next rating of this key, of this day, was released."""
        mark = self._marks.get(key)
        if mark is None or day > mark.day:
            return False
        if day < mark.day:
            return True
        seen = self._seen[key] = self._seen.get(key, 0) + 1
        return seen <= mark.part

    def owed(self) -> dict[Key, Mark]:
        """The released ratings of each key's last day that were not met: they were erased or harmed since.

        As nobody can tell which of a day's ratings they were, as many of the next of that day pass for them; else
        what is released would depend on when somebody counted.
        """
        missing = ((key, mark.day, mark.part - self._seen.get(key, 0)) for key, mark in self._marks.items())
        return {key: Mark(day, part) for key, day, part in missing if part > 0}

    def through(self, stream: str, team: str) -> str:
        """The day (ISO) before which all of a team's ratings in a stream are released; empty if there is none."""
        return min((self._marks.get(Key(stream, team, question), _NEVER).day for question in QUESTIONS), default="")

    def is_released(self, stream: str, check_in: CheckIn) -> bool:
        """Whether every answer of a check-in was released; to be asked once for each, in the stream's order."""
        day = check_in.day.isoformat()
        values = answers(check_in.ratings, extra_mile=check_in.extra_mile)
        asked = [Key(stream, check_in.team, q) for q, value in zip(QUESTIONS, values, strict=True) if value is not None]
        taken = [self.takes(key, day) for key in asked]  # a list: each of them must be counted
        return all(taken)


_NEVER = Mark("", 0)


def answers(ratings: Ratings, *, extra_mile: bool) -> tuple[int | None, ...]:
    """A check-in's answers to the eight questions, each counted from 0; None is a skipped one."""
    values = (None if rating is None else rating - 1 for rating in msgspec.structs.astuple(ratings))
    return (*values, int(extra_mile))
