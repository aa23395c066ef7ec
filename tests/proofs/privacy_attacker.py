"""An attacker who sees every figure, and a naive model that knows what the attacker must never work out.

The model replays all that was ever stored, rating by rating, and keeps whose ratings are behind which batch. The
attacker asks the real store for every window after every step: each figure must be what the model's set of ratings
adds up to, and no two of those sets may differ by one to k-1 ratings.
"""

from datetime import date, timedelta
from itertools import combinations_with_replacement
from typing import NamedTuple

import msgspec

from store.batches import answers
from store.behaviors import EXTRA_MILE, QUESTIONS, Behavior
from store.open import BATCHES, Store
from store.records import Batch, CheckIn
from store.scorecard import Scores

Key = tuple[str, str, str]
FIRST_DAY = date(2026, 3, 2)


class Released(NamedTuple):
    """One batch as the model knows it: what it says, and who is behind it."""

    key: Key
    day: date
    counts: tuple[int, ...]
    voices: frozenset[str]


class Model:
    """Works out the batches by going through everything from the start at each look."""

    def __init__(self) -> None:
        self.batches: list[Released] = []
        self._marks: dict[Key, tuple[date, int]] = {}

    def close(self, streams: dict[str, list[CheckIn]], k: int, before: date, *, at_once: bool) -> None:
        """Releases what is due, stream by stream, team by team, question by question."""
        for stream, check_ins in streams.items():
            for team in sorted({check_in.team for check_in in check_ins}):
                for place, question in enumerate(QUESTIONS):
                    key = (stream, team, question)
                    self._close(key, self._waiting(key, place, check_ins), k, before, at_once=at_once)

    def _close(self, key: Key, waiting: list[tuple[CheckIn, int]], k: int, before: date, *, at_once: bool) -> None:
        group: list[tuple[CheckIn, int]] = []
        for place, entry in enumerate(waiting, start=1):
            group.append(entry)
            day = entry[0].day
            day_is_over = day < before and (place == len(waiting) or waiting[place][0].day > day)
            if len(group) >= k and (at_once or day_is_over):
                self._release(key, group)
                group = []

    def _waiting(self, key: Key, place: int, check_ins: list[CheckIn]) -> list[tuple[CheckIn, int]]:
        day, part = self._marks.get(key, (date.min, 0))
        released = {voice for batch in self.batches if batch.key == key for voice in batch.voices}
        waiting, seen = [], 0
        for check_in in check_ins:
            value = answers(check_in.ratings, extra_mile=check_in.extra_mile)[place]
            if check_in.team != key[1] or value is None:
                continue
            seen += check_in.day == day
            if check_in.day > day or (check_in.day == day and seen > part):
                assert check_in.id not in released, f"{key}: a released rating waits again"
                waiting.append((check_in, value))
        return waiting

    def _release(self, key: Key, group: list[tuple[CheckIn, int]]) -> None:
        day = group[-1][0].day
        same_day = sum(check_in.day == day for check_in, _ in group)
        marked, part = self._marks.get(key, (date.min, 0))
        self._marks[key] = (day, same_day + (part if marked == day else 0))
        counts = [0] * (2 if key[2] == EXTRA_MILE else 5)
        for _, value in group:
            counts[value] += 1
        self.batches.append(Released(key, day, tuple(counts), frozenset(check_in.id for check_in, _ in group)))

    def behind(self, teams: set[str], question: str, first: date, last: date) -> tuple[list[int], frozenset[str]]:
        """Counts and voices of all batches of some teams in a window."""
        counts, voices = [0] * 5, frozenset[str]()
        for batch in self.batches:
            if batch.key[1] in teams and batch.key[2] == question and first <= batch.day <= last:
                counts = [a + b for a, b in zip(counts, (*batch.counts, 0, 0, 0), strict=False)]
                voices |= batch.voices
        return counts, voices


class Attacker:
    """Remembers the set behind every figure that was ever shown."""

    def __init__(self, smallest_k: int) -> None:
        self._k = smallest_k
        self._sets: dict[str, set[frozenset[str]]] = {question: {frozenset()} for question in QUESTIONS}

    def look(self, store: Store, model: Model, on: date) -> None:
        """Asks for the scores of every window."""
        days = [FIRST_DAY + timedelta(days=day) for day in range((on - FIRST_DAY).days + 1)]
        for first, last in combinations_with_replacement(days, 2):
            cards = store.scorecards(on, first, last)
            shown = {team.key for team in store.organisation.teams if not team.too_small}
            for card in cards.teams:
                self._check(card.scores, model, {card.team} & shown, first, last)
            self._check(cards.all, model, shown, first, last)

    def _check(self, scores: Scores, model: Model, teams: set[str], first: date, last: date) -> None:
        for question in QUESTIONS:
            counts, voices = model.behind(teams, question, first, last)
            told = (*scores.extra_mile, 0, 0, 0) if question == EXTRA_MILE else scores[Behavior(question)].counts
            assert list(told) == counts, f"{teams} {question} {first}..{last}: shown {told}, released {counts}"
            assert sum(counts) == len(voices), f"{teams} {question}: somebody was counted twice"
            self._compare(question, voices)

    def _compare(self, question: str, voices: frozenset[str]) -> None:
        if voices in self._sets[question]:
            return
        for other in self._sets[question]:
            for alone in (voices - other, other - voices, voices ^ other):
                assert not 0 < len(alone) < self._k, f"{question}: two figures give {len(alone)} ratings away"
        self._sets[question].add(voices)


def surviving(store: Store) -> dict[str, list[CheckIn]]:
    """What can still be read of each stream, in its order."""
    return {
        stream: [msgspec.json.decode(payload, type=CheckIn) for _, payload in store.journal(stream).lines()]
        for stream in store.streams()
    }


def written(store: Store) -> list[tuple[Key, date, tuple[int, ...]]]:
    """The batches that the store has written, sorted."""
    batches = (msgspec.json.decode(payload, type=Batch) for _, payload in store.journal(BATCHES).lines())
    return sorted(((batch.stream, batch.team, batch.question), batch.day, batch.counts) for batch in batches)
