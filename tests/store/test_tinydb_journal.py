"""TinyDB on journals: what anyone who knows TinyDB expects, and what a journal adds."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.operations import increment
from tinydb.table import Document

from store.errors import CannotWriteError, UsageError
from store.tinydb_journal import JournalTable, open_tinydb

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[TinyDB]:
    with open_tinydb(tmp_path / "data") as opened:
        yield opened


def ids(db: TinyDB) -> list[int]:
    return [document.doc_id for document in db]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=st.lists(st.dictionaries(texts, values, max_size=5), min_size=1, max_size=5))
def test_documents_come_back_as_they_were(tmp_path: Path, documents: list[dict[str, Any]]) -> None:
    with open_tinydb(tmp_path / "data") as db:
        given_ids = db.insert_multiple(documents)
        assert [db.get(doc_id=n) for n in given_ids] == documents
        assert db.all()[-len(documents) :] == documents


def test_a_table_is_a_file_of_json_lines(db: TinyDB, tmp_path: Path) -> None:
    db.table("notes").insert({"text": "héllo"})
    (line,) = (tmp_path / "data" / "notes.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["d"] == {"text": "héllo"}
    assert db.tables() == {"notes"}


def test_another_program_sees_a_document_at_once(db: TinyDB, tmp_path: Path) -> None:
    other = open_tinydb(tmp_path / "data")
    assert other.search(where("a") == 1) == []
    db.insert({"a": 1})
    assert other.search(where("a") == 1) == [{"a": 1}]
    db.update({"a": 2})
    assert other.search(where("a") == 1) == []
    assert (len(other), other.count(where("a") == 2), other.contains(doc_id=1)) == (1, 1, True)


def test_a_result_shares_nothing_with_the_store(db: TinyDB) -> None:
    db.insert({"list": [1]})
    db.all()[0]["list"].append(2)
    assert db.all() == [{"list": [1]}]


def test_ids_may_be_given_and_are_never_given_twice(db: TinyDB) -> None:
    assert db.insert(Document({"a": 1}, doc_id=7)) == 7
    assert db.insert({"a": 2}) == 8
    assert db.insert(Document({"a": 3}, doc_id=3)) == 3
    assert db.insert_multiple([Document({"a": 4}, doc_id=5), Document({"a": 5}, doc_id=20)]) == [5, 20]
    assert ids(db) == [3, 5, 7, 8, 20]
    for taken in (3, 20):
        with pytest.raises(ValueError, match=f"ID {taken} already exists"):
            db.insert(Document({}, doc_id=taken))
    with pytest.raises(ValueError, match="ID 30 already exists"):
        db.insert_multiple([Document({}, doc_id=30), Document({}, doc_id=30)])
    assert ids(db) == [3, 5, 7, 8, 20]


def test_an_id_is_not_given_again_after_a_removal_further_up(db: TinyDB) -> None:
    db.insert_multiple([{"a": i} for i in range(3)])
    db.remove(doc_ids=[1])
    assert db.insert({}) == 4


def test_all_or_none_of_a_batch_is_stored(db: TinyDB) -> None:
    db.insert({"a": 1})
    for bad in ({"a": object()}, {"a": float("nan")}, {"a": "\ud800"}, [1]):
        with pytest.raises((TypeError, ValueError)):
            db.insert_multiple([{"a": 2}, bad])
    assert db.all() == [{"a": 1}]
    assert db.insert_multiple([]) == []


def test_update_remove_and_upsert_do_as_tinydb_does(db: TinyDB) -> None:
    db.insert_multiple([{"n": i, "kind": "even" if i % 2 == 0 else "odd"} for i in range(6)])
    assert db.update({"seen": True}, where("kind") == "odd") == [2, 4, 6]
    assert db.update(increment("n"), doc_ids=[1, 1]) == [1, 1]
    assert db.get(doc_id=1) == {"n": 2, "kind": "even"}
    assert db.update_multiple([({"a": 1}, where("n") == 3), (increment("n"), where("kind") == "odd")]) == [2, 4, 4, 6]
    assert db.remove(where("kind") == "even") == [1, 3, 5]
    assert db.upsert({"kind": "new"}, where("kind") == "new") == [7]
    assert db.upsert({"more": 1}, where("kind") == "new") == [7]
    assert db.upsert(Document({"kind": "given"}, doc_id=40)) == [40]
    assert ids(db) == [2, 4, 6, 7, 40]
    with pytest.raises(RuntimeError, match="truncate"):
        db.remove()


def test_an_update_that_fails_changes_nothing(db: TinyDB) -> None:
    db.insert_multiple([{"n": 1}, {"n": 2}])

    def fail(document: Mapping[str, Any]) -> None:
        document["n"] /= 2 - document["n"]  # type: ignore[index]

    with pytest.raises(ZeroDivisionError):
        db.update(fail)
    assert db.all() == [{"n": 1}, {"n": 2}]


def test_tables_are_dropped_one_by_one_and_all_at_once(db: TinyDB, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        db.table(name).insert({})
    db.drop_table("b")
    assert db.tables() == {"a", "c"}
    db.drop_table("never there")
    db.drop_tables()
    assert db.tables() == set()
    assert list((tmp_path / "data").iterdir()) == []
    assert db.table("a").insert({}) == 1


def test_truncating_leaves_an_empty_table(db: TinyDB) -> None:
    db.insert_multiple([{}, {}])
    db.truncate()
    assert (len(db), db.tables()) == (0, {"_default"})
    assert db.insert({}) == 1


@pytest.mark.parametrize(
    "name", ["", ".hidden", "../up", "a/b", "a\\b", "c:", "a\nb", "a\0b", "star*", "x" * 300], ids=repr
)
def test_a_name_that_cannot_be_a_file_is_refused(db: TinyDB, name: str, tmp_path: Path) -> None:
    with pytest.raises((UsageError, CannotWriteError), match=r"leave out / .*, control signs and a dot|too long|empty"):
        db.table(name).insert({})
    assert list((tmp_path / "data").iterdir()) == []


@pytest.mark.parametrize("name", ["a b", "Küche", "table1", "_default", "a.b"])
def test_any_other_name_is_a_table(db: TinyDB, name: str) -> None:
    assert db.table(name).insert({}) == 1
    assert db.tables() == {name}


def test_damage_is_skipped_and_counted(db: TinyDB, tmp_path: Path) -> None:
    db.insert_multiple([{"n": i} for i in range(5)])
    path = tmp_path / "data" / "_default.jsonl"
    path.write_bytes(path.read_bytes().replace(b'{"n":2}', b'{"n":7}'))
    table = db.table("_default")
    assert isinstance(table, JournalTable)
    assert [document["n"] for document in table] == [0, 1, 3, 4]
    assert table.damaged == 1
    db.insert({"n": 5})
    db.update({"seen": True})
    assert [document["n"] for document in table] == [0, 1, 3, 4, 5]
    assert table.damaged == 0
    assert b'{"n":7}' in path.with_suffix(".damaged").read_bytes()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(CannotWriteError, match="data"):
        open_tinydb(tmp_path / "data")
