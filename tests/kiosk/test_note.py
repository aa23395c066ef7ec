"""One thing to add: by keypad, by taps and by typing; stored as the review said, apart, once, and then forgotten."""

import gc
from pathlib import Path

import pytest
from textual.events import Key, Paste

from kiosk.app import KioskApp
from kiosk.screens.note_kind import NoteKindScreen
from kiosk.screens.note_phrase import NotePhraseScreen
from kiosk.screens.note_words import NoteWordsScreen
from kiosk.screens.review import ReviewScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.texts.phrases import KINDS
from kiosk.visit import Note as VisitNote
from kiosk.widgets.words import Words
from store.behaviors import Behavior
from store.held import HeldGroup
from store.notes import LONGEST, Kind, Note
from store.open import Store
from store.plain_text import is_unsafe
from tests.kiosk.standing import PATIENT, a_kiosk, a_store, reading, shows, standing, stored, type_keys, until

HERO = " 15555555" + "8" + "1" + "7" + "1"
WORDS = " 15555555" + "8" + "2" + "0" + "9"
READS_IT = "A manager reads it before anyone else. Your words may give you away."


def notes(store: Store) -> list[Note]:
    """All notes that a manager will read."""
    return store.notes.waiting()


async def test_a_keypad_alone_leads_to_a_stored_note(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, HERO)
        await pilot.pause()
        assert "Praise · Be Helpful · October 2026 They saved my day." in reading(app)
        assert "The note is kept apart." in reading(app)
        await type_keys(pilot, "⏎")
        await shows(pilot, "A manager reads your note before anyone else.")
        assert "YOUR ANSWERS ARE STORED" in reading(app)
    (note,) = notes(store)
    assert (note.team, note.kind, note.behavior) == ("pharmacy", Kind.PRAISE, Behavior.BE_HELPFUL)
    assert (note.text, note.month) == ("They saved my day.", "2026-10")
    assert len(stored(store)) == 1


async def test_taps_alone_lead_to_a_stored_note(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 2444⏎")
        await pilot.pause()
        await pilot.click("#note")
        await shows(pilot, "What would you like to add?")
        await pilot.click("#option-4")
        await shows(pilot, "What is it about?")
        await pilot.click("#option-0")
        await shows(pilot, "Which words fit best?")
        await pilot.click("#option-3")
        await shows(pilot, "An obstacle · October 2026 A rule or a form was in the way.")
        await pilot.click("#main")
        await shows(pilot, "A manager reads your note")
    (note,) = notes(store)
    assert (note.kind, note.behavior, note.text) == (Kind.OBSTACLE, None, "A rule or a form was in the way.")


async def test_every_kind_has_five_phrases_that_fit_a_note() -> None:
    assert list(KINDS) == list(Kind)
    for words in KINDS.values():
        assert len(set(words.phrases)) == 5
        assert all(len(phrase) <= LONGEST for phrase in words.phrases)


async def test_every_step_says_who_reads_it_and_leads_one_step_back(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, WORDS)
        for back in ("escape", "minus", "backspace", "minus"):
            await pilot.pause()
            assert READS_IT in reading(app)
            await pilot.press(back)
        assert isinstance(app.screen, ReviewScreen)


async def test_keys_of_the_keypad_are_characters_while_typing(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, WORDS)
        await pilot.pause()
        await pilot.press(*"1-2*3/4.5+6,7", "space", "Ł", "left", "X", "delete", "home", "0", "end", "!")
        assert app.screen.query_one(Words).text == "01-2*3/4.5+6,7 X!"


async def test_f2_and_f3_work_while_typing_and_lose_no_word(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, WORDS + "Hello")
        await pilot.press("f3")
        assert app.theme.endswith("high-contrast")
        await pilot.press("f2", "1")
        await pilot.pause()
        assert isinstance(app.screen, NoteWordsScreen)
        await type_keys(pilot, "!⏎")
        await shows(pilot, "A good story · October 2026 Hello!")


@pytest.mark.parametrize(
    "text",
    ["[/foo] <b>x</b> =cmd() [@click=app.quit]", "a\x1b[2Jb\x07c\nd", "\u202eevil \u05e2\u05d1", "Z" + "\u0336" * 400],
)
async def test_hostile_words_are_only_words_and_stored_as_they_are_shown(tmp_path: Path, text: str) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, WORDS)
        await pilot.pause()
        app.post_message(Paste(text))
        await until(pilot, lambda: app.screen.query_one(Words).text != "")
        await type_keys(pilot, "⏎")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        shown = app.screen.visit.note if isinstance(app.screen, ReviewScreen) else None
        assert shown
        assert not any(map(is_unsafe, reading(app)))
        await type_keys(pilot, "⏎")
        await shows(pilot, "A manager reads your note")
    assert notes(store)[0].text == shown.text
    assert 1 <= len(shown.text) <= LONGEST


@pytest.mark.parametrize("character", ["x", "府", "w "])
async def test_no_more_is_taken_than_can_be_stored_and_all_of_it_is_shown(tmp_path: Path, character: str) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, WORDS)
        await pilot.pause()
        assert "280 characters left" in reading(app)
        app.post_message(Paste(character * 20_000))
        await shows(pilot, "0 characters left")
        await type_keys(pilot, "yy⏎")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        typed = app.screen.visit.note.text if isinstance(app.screen, ReviewScreen) and app.screen.visit.note else ""
        letters = typed.replace(" ", "")
        assert set(letters) == {character.strip()}
        assert reading(app).count(character.strip()) >= len(letters)
        assert "…" not in reading(app)
        await type_keys(pilot, "⏎")
        await shows(pilot, "A manager reads your note")
    assert notes(store)[0].text == typed


async def test_a_note_without_a_word_is_asked_for_again(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, WORDS + "  ⏎")
        await shows(pilot, "Type at least one word, or go back.")
        await type_keys(pilot, "a")
        await pilot.pause()
        assert "Type at least" not in reading(app)


async def test_holding_backspace_deletes_what_was_typed_and_nothing_more(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, WORDS + "ab⌫⌫⌫⌫")
        assert isinstance(app.screen, NoteWordsScreen)
        await type_keys(pilot, "kept")
        await pilot.press("escape")
        assert isinstance(app.screen, NotePhraseScreen)
        await type_keys(pilot, "9")
        await pilot.pause()
        assert app.screen.query_one(Words).text == "kept"


async def test_on_a_keypad_backspace_leads_back_from_words_that_are_deleted(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, WORDS + "1-2⌫⌫⌫⌫")
        assert isinstance(app.screen, NoteWordsScreen)
        pressed_anew = Key("backspace", None)
        pressed_anew.time += 1
        app.post_message(pressed_anew)
        await until(pilot, lambda: isinstance(app.screen, NotePhraseScreen))
        await type_keys(pilot, "9⌫")
        assert isinstance(app.screen, NotePhraseScreen)


async def test_enter_leads_back_from_words_that_are_deleted(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, WORDS + "1-2⌫⌫⌫⏎")
        assert isinstance(app.screen, NotePhraseScreen)
        await type_keys(pilot, "9⏎1")
        await shows(pilot, "They put it right the same day.")


async def test_own_words_can_be_gone_over_but_a_phrase_is_not_taken_for_own_words(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, HERO + "8119")
        await pilot.pause()
        assert app.screen.query_one(Words).text == ""
        await type_keys(pilot, "mine⏎8119")
        await pilot.pause()
        assert app.screen.query_one(Words).text == "mine"


async def test_a_note_can_be_changed_and_taken_away(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, HERO + "8471")
        await shows(pilot, "An obstacle · Be Helpful · October 2026 Nobody knew whom to ask.")
        await type_keys(pilot, "8")
        await shows(pilot, "Take my note away")
        await type_keys(pilot, "0")
        await shows(pilot, "One thing to add, if you like")
        await type_keys(pilot, "⏎")
        await shows(pilot, "YOUR ANSWERS ARE STORED")
        assert "note" not in reading(app)
    assert notes(store) == []


async def test_going_back_to_a_question_keeps_the_note(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, HERO + "-3")
        await shows(pilot, "They saved my day.")


async def test_a_note_alone_is_stored_alone_and_the_review_says_so(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 3⏎8111")
        await shows(pilot, "Only this note about the team will be stored")
        assert "THIS IS EXACTLY WHAT WILL BE STORED" in reading(app)
        assert "Day" not in reading(app)
        assert "extra mile" not in reading(app)
        await type_keys(pilot, "+⏎")
        await shows(pilot, "YOUR NOTE IS STORED")
        assert "score" not in reading(app).lower()
    assert stored(store) == []
    assert [note.team for note in notes(store)] == ["kitchen"]


def in_the_way(store: Store) -> Path:
    """Make notes, and nothing else, impossible to write."""
    path = store.folder / "notes.jsonl"
    path.mkdir()
    return path


async def test_answers_are_stored_once_even_if_their_note_fails(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    in_the_way(store)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, HERO + "⏎")
        await shows(pilot, "Your note could not be stored, and is gone.")
        assert "YOUR ANSWERS ARE STORED" in reading(app)
        assert "A manager reads" not in reading(app)
    assert len(stored(store)) == 1


async def test_a_note_alone_that_fails_is_kept_and_tried_again(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    path = in_the_way(store)
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, " 3⏎8111⏎")
        await shows(pilot, "try again")
        path.rmdir()
        await type_keys(pilot, "⏎")
        await shows(pilot, "YOUR NOTE IS STORED")
    assert len(notes(store)) == 1
    assert stored(store) == []


async def test_the_note_of_a_hurried_visit_is_stored_though_its_answers_are_held(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", timings=PATIENT.__replace__(too_fast_seconds=3))
    app = a_kiosk(store)
    async with standing(app) as pilot:
        await type_keys(pilot, HERO + "⏎")
        await shows(pilot, "a manager decides whether they count")
        assert "A manager reads your note" in reading(app)
    assert stored(store) == []
    assert len(notes(store)) == 1
    assert [type(group) for group in store.held.groups()] == [HeldGroup]


async def test_nothing_of_a_note_stays_in_the_kiosk(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, HERO + "⏎")
        await shows(pilot, "A manager reads your note")
        await type_keys(pilot, "x" + WORDS + "secret")
        await pilot.press("escape")
        await type_keys(pilot, "-" * 12)
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.pause()
        assert alive(VisitNote) == 0
        assert alive(Words) == 0
        assert alive(NoteKindScreen) == 0


def alive(kind: type) -> int:
    gc.collect()
    return sum(isinstance(thing, kind) for thing in gc.get_objects())


async def test_what_a_voice_reads_names_every_choice(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        await type_keys(pilot, " 15555555")
        await pilot.pause()
        for keys in ("", "8", "1", "7"):
            await type_keys(pilot, keys)
            await pilot.pause()
            assert READS_IT in " ".join(_spoken(app))
        assert "9: Type my own words." in _spoken(app)


def _spoken(app: KioskApp) -> list[str]:
    return app.up.spoken()
