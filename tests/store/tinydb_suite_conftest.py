"""The conftest under which TinyDB's own tests run on our journals: what they open is ours."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import tinydb
from tinydb.storages import JSONStorage, MemoryStorage, Storage

from store.tinydb_journal import JournalDB

NO_CACHE = "looks into the query cache, and we have none"
LEFT_OUT = {
    "test_tables.py::test_query_cache": NO_CACHE,
    "test_tables.py::test_query_cache_size": NO_CACHE,
    "test_tables.py::test_lru_cache": NO_CACHE,
    "test_tinydb.py::test_search": NO_CACHE,
    "test_tinydb.py::test_search_path": NO_CACHE,
    "test_tinydb.py::test_query_cache": "expects a cached result after the documents were taken away",
    "test_tables.py::test_table_repr": "expects the names of their classes",
    "test_tinydb.py::test_empty_write": "brings a storage of its own to a JSON file",
    "test_tinydb.py::test_access_storage": "expects MemoryStorage",
    "test_tinydb.py::test_storage_access": "expects MemoryStorage",
}


def ours_in(folder: Path, stock: type[tinydb.TinyDB]) -> type[tinydb.TinyDB]:
    """A class that opens journals, wherever the tests bring no storage of their own."""

    class TinyDB(JournalDB):
        def __new__(cls, *arguments: Any, storage: type[Storage] | None = None, **settings: Any) -> Any:
            if storage in {None, JSONStorage, MemoryStorage}:
                return super().__new__(cls)
            return stock(*arguments, storage=storage, **settings)

        def __init__(self, path: str | None = None, **_: Any) -> None:
            opened = sum(1 for _ in folder.iterdir())
            super().__init__(Path(path) if path else folder / str(opened))

    return TinyDB


def pytest_configure(config: pytest.Config) -> None:
    """Takes the place of ``tinydb.TinyDB`` before the tests import it."""
    folder = TemporaryDirectory()
    config.add_cleanup(folder.cleanup)
    tinydb.TinyDB = ours_in(Path(folder.name), tinydb.TinyDB)  # type: ignore[misc]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out exactly the tests above."""
    left_out = [item for item in items if item.nodeid in LEFT_OUT]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[tinydb.TinyDB]:
    """The database that most of the tests start from."""
    with tinydb.TinyDB(str(tmp_path / "test.db")) as ours:
        ours.insert_multiple({"int": 1, "char": char} for char in "abc")
        yield ours
