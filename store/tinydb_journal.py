"""TinyDB on journals: one file a table, an insert costs one synced line, whatever the table's size.

Only TinyDB's own extension points are used: a storage, a table class, and a database class that names both.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, cast

import msgspec
from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from store.disk import make_private_folder
from store.errors import UsageError
from store.journal import SUFFIX, Journal, Line, Transform
from store.lock import DEADLINE, FolderLock

_decode = msgspec.json.Decoder(dict[str, Any]).decode
_encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode

Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


def open_tinydb(folder: Path | str, *, lock: FolderLock | None = None) -> TinyDB:
    """A TinyDB whose tables are a folder's ``<table>.jsonl`` journals, made as needed.

    Args:
        folder: The data folder; made if it is missing.
        lock: The folder's lock, if the caller has it already.
    """
    return JournalDB(Path(folder), lock=lock)


class JournalStorage(Storage):
    """A folder of journals."""

    def __init__(self, folder: Path, lock: FolderLock | None = None) -> None:
        make_private_folder(folder)
        self.folder = folder
        self.lock = lock or FolderLock(folder, DEADLINE)
        self._journals: dict[str, Journal] = {}

    def journal(self, table: str) -> Journal:
        """The journal behind a table.

        Raises:
            UsageError: The name cannot be a file's name.
        """
        if not table:
            raise UsageError("A table's name is empty; give it one.")
        if table.startswith(".") or any(sign in table for sign in '/\\:*?"<>|') or not table.isprintable():
            message = f'{table!r} cannot name a table: leave out / \\ : * ? " < > |, control signs and a dot in front.'
            raise UsageError(message)
        if table not in self._journals:
            self._journals[table] = Journal(self.folder / (table + SUFFIX), self.lock)
        return self._journals[table]

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables, read lazily: asking for their names loads no document."""
        names = sorted(path.name.removesuffix(SUFFIX) for path in self.folder.glob(f"[!.]*{SUFFIX}"))
        tables = {name: _Documents(self.journal(name)) for name in names}
        return cast("dict[str, dict[str, Any]]", tables) or None

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Makes the folder hold these tables and no others."""
        for name in set(self.read() or {}) - data.keys():
            self.journal(name).drop()
        for name, documents in data.items():
            if not isinstance(documents, _Documents):
                lines = sorted((int(n), _to_json(document)) for n, document in documents.items())
                self.journal(name).rewrite(_instead(lines))

    def close(self) -> None:
        """Lets go of all files."""
        for journal in self._journals.values():
            journal.close()


class _Documents(Mapping[str, dict[str, Any]]):
    """A table's documents by id, decoded anew at each look: nothing is shared with a cache, nothing is kept."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def __iter__(self) -> Iterator[str]:
        return (str(n) for n, _ in self._journal.lines())

    def __len__(self) -> int:
        return sum(chunk.data.count(b"\n") for chunk in self._journal.chunks())

    def __getitem__(self, key: str) -> dict[str, Any]:
        for n, payload in self._journal.lines():
            if str(n) == key:
                return _decode(payload)
        raise KeyError(key)

    def items(self) -> Any:  # noqa: ANN401  # an iterator where Mapping promises a view; TinyDB only iterates
        """Ids and documents, one by one as they are read."""
        return ((str(n), _decode(payload)) for n, payload in self._journal.lines())


class JournalTable(Table):
    """A TinyDB table that appends where TinyDB's own rewrites everything.

    There is no query cache: other processes write too, and a cached result would lie.
    """

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        del cache_size  # TinyDB's signature; see above
        self._journal = cast(JournalStorage, storage).journal(name)
        super().__init__(storage, name, cache_size=0)
        if persist_empty:
            self._journal.append([])

    @property
    def damaged(self) -> int:
        """Damaged lines that the last reading skipped."""
        return self._journal.damaged

    def insert(self, document: Mapping[str, Any]) -> int:
        """Stores a document durably; returns its id."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Stores documents durably, all or none; returns their ids.

        Only if the machine or the process dies meanwhile, some of them may be found later.
        """
        documents = list(documents)
        for document in documents:
            if not isinstance(document, Mapping):
                raise ValueError("Document is not a Mapping")  # TinyDB's own error
        payloads = [_to_json(document) for document in documents]
        if any(isinstance(document, self.document_class) for document in documents):
            return self._insert_with_ids(documents, payloads)
        return self._journal.append(payloads) if payloads else []

    def _insert_with_ids(self, documents: list[Mapping[str, Any]], payloads: list[bytes]) -> list[int]:
        with self._journal.lock.held():
            _, highest = self._journal.end()
            ids: list[int] = []
            for document in documents:
                ids.append(document.doc_id if isinstance(document, Document) else max([highest, *ids]) + 1)
            taken = {n for n, _ in self._journal.lines()} if min(ids) <= highest else set()
            for n, times in Counter(ids).items():
                if times > 1 or n in taken:
                    raise ValueError(f"Document with ID {n} already exists")
            if min(ids) > highest and ids == sorted(ids):
                return self._journal.append(payloads, ids)
            added = dict(zip(ids, payloads, strict=True))
            self._journal.rewrite(_instead(sorted({**dict(self._journal.lines()), **added}.items())))
            return ids

    def update(self, fields: Fields, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Changes all matching documents; returns their ids."""
        chosen = _chooser(cond, doc_ids)

        def change(n: int, document: dict[str, Any]) -> int:
            times = chosen(n, document)
            for _ in range(times):
                _apply(fields, document)
            return times

        return self._rewrite(change)

    def update_multiple(self, updates: Iterable[tuple[Fields, QueryLike]]) -> list[int]:
        """Changes all documents that match any of several queries; returns their ids."""
        updates = list(updates)

        def change(_: int, document: dict[str, Any]) -> int:
            times = 0
            for fields, cond in updates:
                if cond(document):
                    times += 1
                    _apply(fields, document)
            return times

        return self._rewrite(change)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Removes all matching documents; returns their ids."""
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        return self._rewrite(_chooser(cond, doc_ids), drop=True)

    def truncate(self) -> None:
        """Removes all documents."""
        self._journal.rewrite(_instead([]))

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast("dict[str, Mapping[str, Any]]", _Documents(self._journal))

    def _rewrite(self, change: Callable[[int, dict[str, Any]], int], *, drop: bool = False) -> list[int]:
        """Passes each document through ``change``, which tells how often it changed; returns the ids of those."""
        changed: list[int] = []

        def transform(lines: Iterator[Line]) -> Iterator[Line]:
            for n, payload in lines:
                document = _decode(payload)
                times = change(n, document)
                changed.extend([n] * times)
                if not times:
                    yield n, payload
                elif not drop:
                    yield n, _to_json(document)

        def begin() -> Transform:
            changed.clear()
            return transform

        self._journal.rewrite(begin)
        return changed


class JournalDB(TinyDB):
    """TinyDB with the two classes above."""

    table_class = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment]  # TinyDB annotates its own default only


def _chooser(cond: QueryLike | None, doc_ids: Iterable[int] | None) -> Callable[[int, dict[str, Any]], int]:
    """How often a document is meant: ids come first, then the query, then all."""
    if doc_ids is not None:
        times = Counter(doc_ids)
        return lambda n, _: times[n]
    return lambda _, document: int(cond is None or bool(cond(document)))


def _apply(fields: Fields, document: dict[str, Any]) -> None:
    if callable(fields):
        fields(document)
    else:
        document.update(fields)


def _instead(lines: list[Line]) -> Callable[[], Transform]:
    """A rewrite that puts these lines in place of whatever is there."""

    def begin() -> Transform:
        rest = iter(lines)

        def transform(replaced: Iterator[Line]) -> Iterator[Line]:
            for _ in replaced:
                pass
            yield from rest

        return transform

    return begin


def _to_json(document: Mapping[str, Any]) -> bytes:
    return _encode(dict(document)).encode()
