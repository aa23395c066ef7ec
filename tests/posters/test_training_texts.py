"""The trainer's texts: complete, short, plain, and all of them can be translated."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

import posters.texts.training
from posters.texts.training.cards import CARD_LINES
from posters.texts.training.introduction import INTRODUCTION
from posters.texts.training.lesson import Lesson
from posters.texts.training.lessons import LESSONS, lesson_of
from posters.texts.training.session import SESSION
from store.behaviors import BEHAVIORS, Behavior
from store.language import ENGLISH

FOLDER = Path(posters.texts.training.__file__).parent
ALL = [*LESSONS.values(), SESSION, INTRODUCTION]
EVERY_LESSON = pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS)


def texts(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from texts(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))


def words(text: str) -> int:
    return len(text.split())


def sentences(text: str) -> int:
    return len(re.findall(r"[.?!](?= [A-Z]|$)", text))


def test_every_behavior_has_its_own_lesson_in_their_order() -> None:
    assert tuple(LESSONS) == BEHAVIORS
    assert len({lesson_of(behavior).pledge for behavior in BEHAVIORS}) == len(BEHAVIORS)


@EVERY_LESSON
def test_a_handout_fits_one_page(lesson: Lesson) -> None:
    assert words(lesson.meaning) <= 45
    assert sentences(lesson.meaning) in (2, 3)
    for line in (*lesson.looks, *lesson.looks_not, *lesson.self_check):
        assert words(line) <= 12, line
        assert sentences(line) == 1, line
    assert [len(lesson.looks), len(lesson.looks_not), len(lesson.self_check), len(lesson.questions)] == [3, 3, 3, 2]
    assert words(lesson.pledge) <= 10


@EVERY_LESSON
def test_an_exercise_has_few_short_steps(lesson: Lesson) -> None:
    assert len(lesson.exercise.steps) in (3, 4)
    for step in lesson.exercise.steps:
        assert words(step) <= 22, step


@EVERY_LESSON
def test_a_role_play_can_be_read_in_a_moment(lesson: Lesson) -> None:
    play = lesson.role_play
    assert sentences(play.setting) in (1, 2)
    assert len(play.parts) == 2
    assert len(play.watch_for) in (2, 3)
    for part in play.parts:
        assert words(part.brief) <= 35, part.brief


@EVERY_LESSON
def test_a_task_and_its_answer_are_short(lesson: Lesson) -> None:
    assert words(lesson.task.situation) <= 40
    assert words(lesson.task.answer) <= 40
    assert sentences(lesson.task.answer) > 1, "an answer gives its reason"


@EVERY_LESSON
def test_what_is_asked_is_a_question_and_what_is_ticked_is_about_oneself(lesson: Lesson) -> None:
    for question in (*lesson.questions, lesson.task.question, *lesson.role_play.watch_for):
        assert question.endswith("?"), question
    for statement in lesson.self_check:
        assert statement.startswith("I "), statement
    assert re.search(r"\bI\b", lesson.pledge)


def test_the_session_lasts_sixty_minutes_without_a_gap() -> None:
    assert SESSION.steps[0].start == 0
    assert SESSION.steps[-1].end == 60
    assert all(before.end == after.start for before, after in pairwise(SESSION.steps))
    assert sum(step.end - step.start for step in SESSION.steps) == 60
    assert all(step.start < step.end for step in SESSION.steps)


def test_the_session_is_said_in_few_words() -> None:
    assert sentences(SESSION.aim) in (1, 2)
    assert 4 <= len(SESSION.bring) <= 6
    assert len(SESSION.after) == 3
    for step in SESSION.steps:
        assert sentences(step.guidance) in (1, 2, 3), step.guidance


def test_the_introduction_says_why_how_and_what_is_kept() -> None:
    assert 60 <= words(INTRODUCTION.why) <= 90
    assert len(INTRODUCTION.how_to_use) in (3, 4)
    assert [sentences(sentence) for sentence in INTRODUCTION.scores] == [1] * 5
    said = [ENGLISH.say(sentence, minimum=ENGLISH.number(7)) for sentence in INTRODUCTION.scores]
    assert "at least 7 answers" in said[1]
    assert all(never_kept in said[-1] for never_kept in ("name", "time of day", "device"))


@pytest.mark.parametrize("behavior", BEHAVIORS)
def test_a_wallet_card_says_the_behavior_and_its_pledge(behavior: Behavior) -> None:
    card = CARD_LINES[behavior]
    assert (card.label, card.act) == (behavior.label, behavior.act)
    assert card.pledge == lesson_of(behavior).pledge


def test_no_text_is_said_twice() -> None:
    assert [text for text, times in Counter(texts(ALL)).items() if times > 1] == []


def test_the_catalogues_get_every_text_and_no_other() -> None:
    found = extract_from_dir(FOLDER, [("**.py", "python")], keywords={"message": None})
    assert {text for _, _, text, _, _ in found} == set(texts(ALL))


def test_every_text_is_plain() -> None:
    for text in texts(ALL):
        assert text == " ".join(text.split()), "single spaces"
        assert not re.search(r"\d\s*%|percent", text), "no statistics"
        assert not re.search(r"[\"“”„«»<>\[\]]", text), "no quotations, no markup"
        assert set(re.findall(r"{.*?}", text)) <= {"{minimum}"}
        for sentence in re.split(r"(?<=[.?!:;]) ", text):
            assert words(sentence) <= 25, sentence
