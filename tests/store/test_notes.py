"""Notes: kept whole, and nothing tells who wrote which when."""

import json
import stat
import threading
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal
from uuid import uuid4

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.behaviors import Behavior
from store.errors import CannotWriteError, UsageError
from store.lines import decode_line
from store.notes import MOST_WAITING, Kind, Note, clean
from store.open import Store, open_store
from store.plain_text import is_unsafe
from tests.factories.commands import complaint, run
from tests.factories.stores import a_store, everything

DAY = date(2026, 3, 17)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store(tmp_path / "data")


def add(store: Store, text: str, on: date = DAY) -> Note:
    return store.notes.add("north", Kind.PRAISE, Behavior.BE_HELPFUL, text, on)


def table(store: Store) -> bytes:
    return (store.folder / "notes.jsonl").read_bytes()


def documents(store: Store) -> list[dict[str, object]]:
    return [json.loads(line)["d"] for line in table(store).splitlines()]


def test_a_note_is_kept_with_its_month_and_nothing_more(store: Store) -> None:
    note = store.notes.add("north", Kind.TERRIBLE_STORY, None, " Nobody \n came. ", DAY)
    assert documents(store) == [
        {
            "id": note.id,
            "month": "2026-03",
            "team": "north",
            "kind": "terrible-story",
            "behavior": None,
            "text": "Nobody came.",
            "state": "waiting",
        }
    ]
    assert open_store(store.folder).notes.waiting() == [note]
    assert stat.S_IMODE((store.folder / "notes.jsonl").stat().st_mode) == 0o600


def test_the_order_in_which_notes_came_is_forgotten(store: Store) -> None:
    texts = [f"note {number}" for number in range(8)]
    for text in texts:
        add(store, text)
    orders = set()
    for number in range(12):
        add(store, f"later {number}")
        lines = [decode_line(line + b"\n") for line in table(store).splitlines()]
        assert [n for n, _ in lines] == list(range(1, len(lines) + 1))
        orders.add(tuple(text for _, payload in lines if (text := msgspec.json.decode(payload)["text"]) in texts))
    assert len(orders) > 8
    assert tuple(texts) not in orders
    assert {note.text for note in store.notes.waiting()} == {*texts, *(f"later {number}" for number in range(12))}


def test_the_newest_note_stands_anywhere(store: Store) -> None:
    add(store, "first")
    places = set()
    for number in range(40):
        add(store, f"newest {number}")
        places.add([document["text"] for document in documents(store)].index(f"newest {number}") * 4 // (number + 2))
    assert places == {0, 1, 2, 3}


def test_no_id_is_shared_with_a_check_in(store: Store) -> None:
    check_in = store.save("north", everything(4), extra_mile=False, on=DAY)
    note = add(store, "thanks")
    assert note.id != check_in.id
    assert check_in.id.encode() not in table(store)
    assert note.id.encode() not in (store.folder / "check-ins.jsonl").read_bytes()


def test_the_file_does_not_say_on_which_day_it_was_written(store: Store) -> None:
    add(store, "thanks", date(2026, 3, 31))
    written = (store.folder / "notes.jsonl").stat()
    assert written.st_mtime == datetime(2026, 3, 1, tzinfo=UTC).timestamp()
    assert DAY.isoformat().encode() not in table(store)


def test_what_a_killed_writer_left_is_swept_away(store: Store) -> None:
    left = store.folder / ".notes.jsonl.k1lled.new"
    left.write_bytes(b"an earlier state")
    add(store, "thanks")
    assert sorted(path.name for path in store.folder.iterdir()) == ["format", "notes.jsonl", "organisation.toml"]


def test_a_full_disk_leaves_the_notes_as_they_were(store: Store, tmp_path: Path) -> None:
    add(store, "thanks")
    before = table(store)
    store.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(CannotWriteError):
        add(store, "lost")
    (tmp_path / "elsewhere").rename(store.folder)
    assert table(store) == before


def test_damage_is_kept_aside_and_other_notes_live_on(store: Store) -> None:
    for number in range(6):
        add(store, f"note {number}")
    lines = table(store).splitlines(keepends=True)
    harmed = lines[2].replace(b"note", b"nope")
    (store.folder / "notes.jsonl").write_bytes(b"".join([*lines[:2], harmed, *lines[3:], b'{"n":7,"d":{"id']))
    add(store, "newest")
    assert len(open_store(store.folder).notes.waiting()) == 6
    assert (store.folder / "notes.damaged").read_bytes() == harmed
    assert (store.folder / "notes.torn").read_bytes() == b'{"n":7,"d":{"id\n'


def test_documents_that_this_version_does_not_know_are_not_lost(store: Store) -> None:
    store.journal("notes").append([b'{"kind":"poem"}'])
    store.journal("notes").close()
    add(store, "thanks")
    assert {"kind": "poem"} in documents(store)
    assert len(store.notes.waiting()) == 1


def test_only_waiting_notes_are_listed(store: Store) -> None:
    note = add(store, "thanks")
    store.journal("notes").append([msgspec.json.encode(msgspec.structs.replace(note, state="refused"))])
    assert store.notes.waiting() == [note]


def test_many_writers_lose_nothing(store: Store) -> None:
    def write(number: int) -> None:
        mine = open_store(store.folder)
        for turn in range(5):
            add(mine, f"{number} {turn}")
        mine.close()

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {note.text for note in store.notes.waiting()} == {f"{n} {turn}" for n in range(4) for turn in range(5)}


def test_a_note_keeps_the_derived_scores(store: Store) -> None:
    for _ in range(5):
        store.save("north", everything(4), extra_mile=False, on=DAY)
    store.scorecards(date(2026, 3, 20))
    derived = sorted(path.name for path in (store.folder / "cache").iterdir())
    add(store, "thanks")
    assert sorted(path.name for path in (store.folder / "cache").iterdir()) == derived != []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("", "is empty"), (" \n\t ", "is empty"), ("x" * 281, "has 281 characters"), ("x" * 20_000, "use at most 280")],
)
def test_a_note_that_cannot_be_kept_is_refused(store: Store, text: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        add(store, text)
    assert not (store.folder / "notes.jsonl").exists()


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_no_text_steers_a_terminal(text: str) -> None:
    try:
        cleaned = clean(text)
    except UsageError:
        return
    assert 1 <= len(cleaned) <= 280
    assert not any(map(is_unsafe, cleaned))


def test_the_command_shows_what_waits(store: Store) -> None:
    assert run("store", "notes", "--data", store.folder).stdout == "No note waits.\n"
    add(store, "\x1b[2J[/foo] <b>Łucja</b> 🎉")
    shown = run("store", "notes", "--data", store.folder).stdout
    assert shown == "North, 2026-03, praise, Be Helpful:\n    \ufffd[2J[/foo] <b>Łucja</b> 🎉\n"
    as_json = json.loads(run("store", "notes", "--json", "--data", store.folder).stdout)
    assert [note["kind"] for note in as_json["notes"]] == ["praise"]


def fill(store: Store, number: int, state: Literal["waiting", "refused"] = "waiting") -> None:
    """Many notes at once."""
    note = msgspec.structs.replace(add(store, "thanks"), state=state)
    store.journal("notes").append(
        [msgspec.json.encode(msgspec.structs.replace(note, id=str(uuid4()))) for _ in range(number - 1)]
    )


def test_no_more_than_a_thousand_may_wait(store: Store) -> None:
    fill(store, MOST_WAITING - 1)
    add(store, "the last")
    before = table(store)
    with pytest.raises(UsageError, match="1,000 notes wait already"):
        add(store, "one too many")
    assert table(store) == before
    assert store.notes.drop(DAY) == MOST_WAITING
    add(store, "thanks")
    assert [note.text for note in store.notes.waiting()] == ["thanks"]


def test_only_notes_that_wait_are_dropped(store: Store) -> None:
    fill(store, 3, "refused")  # the first of them waits
    store.journal("notes").append([b'{"id":"x"}'])
    assert store.notes.drop(DAY) == 1
    assert [document.get("state") for document in documents(store) if "state" in document] == ["refused"] * 2
    assert len(documents(store)) == 3
    assert store.notes.drop(DAY) == 0
    assert (store.folder / "notes.jsonl").stat().st_mtime == datetime(2026, 3, 1, tzinfo=UTC).timestamp()


def test_the_command_drops_all_that_wait_and_nothing_by_accident(store: Store) -> None:
    assert run("store", "notes", "drop", "--all", "--data", store.folder).stdout == "No note waits.\n"
    add(store, "thanks")
    assert "--all" in complaint(run("store", "notes", "drop", "--yes", "--data", store.folder), 2)
    assert "add --yes" in complaint(run("store", "notes", "drop", "--all", "--data", store.folder), 2)
    assert "Write options after it" in complaint(run("store", "notes", "--data", store.folder, "drop", "--all"), 2)
    assert len(store.notes.waiting()) == 1
    dropped = run("store", "notes", "drop", "--all", "--yes", "--data", store.folder)
    assert dropped.stdout == "Dropped 1 note.\n"
    assert store.notes.waiting() == []
