"""Whatever is no append builds a new file beside the old one and takes its place."""

import fcntl
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.errors import RewrittenError
from store.journal import Journal, Line, LineWriter, Transform
from store.lock import FolderLock
from tests.factories.journals import encode, read, some_lines

APPEND = """
import sys
from pathlib import Path
from store.journal import Journal
from store.lock import FolderLock
path = Path(sys.argv[1])
print(Journal(path, FolderLock(path.parent)).append([sys.argv[2].encode()]))
"""
PEAK = """
import resource, sys
from store.tinydb_journal import open_tinydb
from tinydb import where
table = open_tinydb(sys.argv[1]).table("t")
{work}
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.jsonl"


def open_journal(path: Path) -> Journal:
    """A journal as a program that has just started sees it."""
    return Journal(path, FolderLock(path.parent))


def each(change: Callable[[int, bytes], bytes | None]) -> Callable[[], Transform]:
    """A rewrite that changes (or, with None, drops) each line by itself."""

    def transform(lines: Iterator[Line]) -> Iterator[Line]:
        for n, payload in lines:
            changed = change(n, payload)
            if changed is not None:
                yield n, changed

    return lambda: transform


def leftovers(path: Path) -> list[Path]:
    """Unfinished files beside the journal."""
    return list(path.parent.glob(".*.new"))


def test_a_rewrite_changes_drops_and_keeps(path: Path) -> None:
    journal = open_journal(path)
    journal.append([b'{"a":1}', b'{"a":2}', b'{"a":3}'])
    journal.rewrite(each(lambda n, payload: None if n == 2 else payload.replace(b"a", b"b")))
    assert list(journal.lines()) == [(1, b'{"b":1}'), (3, b'{"b":3}')]
    assert journal.append([b"{}"]) == [4]
    assert not leftovers(path)


def test_a_rewrite_that_changes_nothing_leaves_the_file_alone(path: Path) -> None:
    journal = open_journal(path)
    journal.append([b"{}"] * 5)
    before = path.stat()
    journal.rewrite(each(lambda _, payload: payload))
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert not leftovers(path)


def test_a_reader_in_the_middle_of_a_rewrite_reads_the_old_file_to_its_end(path: Path) -> None:
    payload = b'{"a":"%b"}' % (b"x" * 1000)
    journal = open_journal(path)
    journal.append([payload] * 3000)
    reading = journal.lines()
    next(reading)
    open_journal(path).rewrite(each(lambda n, _: b"{}"))
    assert list(reading) == [(n, payload) for n in range(2, 3001)]


def test_a_follower_notices_a_rewrite(path: Path) -> None:
    journal = open_journal(path)
    journal.append([b'{"a":1}', b'{"a":2}'])
    *_, chunk = journal.chunks()
    journal.rewrite(each(lambda _, payload: payload.replace(b"a", b"b")))
    with pytest.raises(RewrittenError):
        list(journal.chunks(chunk.cursor))


def test_damaged_lines_are_copied_aside_by_a_rewrite(path: Path) -> None:
    encoded = encode(some_lines(9))
    encoded[3] = encoded[3].replace(b"who", b"woh")
    encoded[6] = b"junk\n"
    path.write_bytes(b"".join(encoded))
    journal = open_journal(path)
    journal.rewrite(each(lambda _, payload: payload))
    lines, damage, _ = read(path)
    assert not damage
    kept = path.with_suffix(".damaged").read_bytes()
    assert encoded[3] in kept
    assert b"junk\n" in kept
    assert {n for n, _ in lines} >= {1, 2, 3, 5, 6, 9}
    journal.rewrite(each(lambda _, payload: payload))
    assert path.with_suffix(".damaged").read_bytes() == kept


def test_a_damaged_last_line_is_kept_aside_by_a_rewrite(path: Path) -> None:
    *encoded, last = encode(some_lines(4))
    path.write_bytes(b"".join(encoded) + last.replace(b"who", b"woh"))
    open_journal(path).rewrite(each(lambda _, payload: payload))
    assert read(path)[:2] == (some_lines(3), [])
    assert path.with_suffix(".torn").read_bytes() == last.replace(b"who", b"woh")


def test_others_may_write_while_a_slow_rewrite_goes_on(path: Path) -> None:
    """The transform itself waits for another process that writes: with the lock held, that would be refused."""
    open_journal(path).append([b'{"a":1}', b'{"a":2}'])
    said: list[str] = []

    def change(n: int, payload: bytes) -> bytes:
        if n == 1:
            said.append(run(APPEND, path, '{"a":3}'))
        return payload.replace(b"a", b"b")

    open_journal(path).rewrite(each(change))
    assert said == ["[3]\n"]
    assert list(open_journal(path).lines()) == [(n, b'{"b":%d}' % n) for n in (1, 2, 3)]


def test_what_is_written_after_all_lines_were_read_is_rewritten_too(path: Path) -> None:
    open_journal(path).append([b'{"a":1}'])
    others = iter([b'{"a":2}', b'{"a":3}'])
    passes: list[list[int]] = []

    def transform(lines: Iterator[Line]) -> Iterator[Line]:
        passes.append([])
        for n, payload in lines:
            passes[-1].append(n)
            yield n, payload.replace(b"a", b"b")
        if len(passes) == 1:
            open_journal(path).append(list(others))

    open_journal(path).rewrite(lambda: transform)
    assert passes == [[1], [2, 3]]
    assert list(open_journal(path).lines()) == [(n, b'{"b":%d}' % n) for n in (1, 2, 3)]


def test_two_rewrites_at_once_both_count(path: Path) -> None:
    """While one is under way another one starts and ends: the first notices, and does it again on the new file."""
    open_journal(path).append([b'{"a":1}', b'{"a":2}'])
    attempts: list[int] = []

    def change(n: int, payload: bytes) -> bytes:
        attempts.append(n)
        if attempts == [1]:
            open_journal(path).rewrite(each(lambda _, payload: payload.replace(b"a", b"b")))
        return payload.replace(b":", b":1")

    open_journal(path).rewrite(each(change))
    assert attempts == [1, 2, 1, 2]
    assert list(open_journal(path).lines()) == [(1, b'{"b":11}'), (2, b'{"b":12}')]
    assert not leftovers(path)


def test_a_journal_dropped_during_a_rewrite_stays_dropped(path: Path) -> None:
    open_journal(path).append([b'{"a":1}', b'{"a":2}'])

    def change(n: int, payload: bytes) -> bytes:
        if path.exists():
            open_journal(path).drop()
        return payload.replace(b"a", b"b")

    open_journal(path).rewrite(each(change))
    assert list(open_journal(path).lines()) == []


def test_a_transform_that_fails_changes_nothing_and_leaves_nothing(path: Path) -> None:
    journal = open_journal(path)
    journal.append([b"{}"] * 3)

    def fail(n: int, payload: bytes) -> bytes:
        if n == 2:
            raise KeyError("colour")
        return payload + b" "

    with pytest.raises(KeyError, match="colour"):
        journal.rewrite(each(fail))
    assert list(journal.lines()) == [(n, b"{}") for n in (1, 2, 3)]
    assert not leftovers(path)
    assert journal.append([b"{}"]) == [4]


@pytest.mark.parametrize("name", ["t", "t[1]", "a b.c", "ü"])
def test_what_a_killed_rewrite_left_behind_is_swept_by_the_next(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.jsonl"
    journal = open_journal(path)
    journal.append([b"{}"])
    stale = tmp_path / f".{name}.jsonl.abcdef.new"
    alive = tmp_path / f".{name}.jsonl.ghijkl.new"
    strange = tmp_path / ".other.jsonl.abcdef.new"
    for left in (stale, alive, strange):
        left.write_bytes(b"half")
    with alive.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        journal.rewrite(each(lambda _, payload: payload))
        assert not stale.exists()
        assert alive.exists()
        assert strange.exists()


@pytest.mark.parametrize(
    "work",
    [
        'table.update({"touched": True}, where("k") == 7)',
        'table.remove(where("k") == 7)',
        "sum(1 for _ in table)",
        'table.insert({"k": 1})',
    ],
    ids=["update", "remove", "read", "insert"],
)
def test_memory_stays_flat_whatever_the_size(tmp_path: Path, work: str) -> None:
    peaks = []
    for name, size in (("small", 1000), ("large", 120_000)):
        folder = tmp_path / name
        folder.mkdir()
        with (folder / "t.jsonl").open("wb") as file:
            writer = LineWriter(file)
            for n in range(1, size + 1):
                writer.write(n, b'{"k":%d,"text":"%b"}' % (n, b"x" * 100))
        peaks.append(int(run(PEAK.format(work=work), folder)))
    small, large = peaks
    assert (tmp_path / "large" / "t.jsonl").stat().st_size > 15_000_000
    assert large - small < 6000, f"{small} kB for 1,000 documents, {large} kB for 120,000"


def run(script: str, *arguments: object) -> str:
    """What a Python script prints."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
