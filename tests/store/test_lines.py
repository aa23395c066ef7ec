"""Each line vouches for all lines above it: whatever happens to the bytes, no wrong line is ever read."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import CannotReadError, RewrittenError
from store.lines import START, Cursor, decode_line, encode_line, read_chunks
from tests.factories.journals import bits_to_flip, encode, is_rewritten, read, some_lines

PAGE = 4096

texts = st.text(st.characters(exclude_categories=["Cs"]))
documents = st.dictionaries(texts, st.one_of(st.integers(), st.booleans(), st.none(), texts, st.lists(texts)))
same_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(st.integers(min_value=1), documents, st.integers(0, 2**32 - 1))
def test_a_line_gives_back_what_it_was_made_of(n: int, document: dict[str, object], state: int) -> None:
    payload = json.dumps(document, ensure_ascii=False).encode()
    line, _ = encode_line(n, payload, state)
    assert line.count(b"\n") == 1
    assert decode_line(line) == (n, payload)
    assert json.loads(line)["d"] == document


def test_a_missing_file_reads_as_empty(tmp_path: Path) -> None:
    assert read(tmp_path / "none.jsonl") == ([], [], START)


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotReadError, match=str(tmp_path)):
        read(tmp_path)


@pytest.mark.parametrize("size", [1, 3 << 18, (1 << 20) - 1, 1 << 20, 3 << 20])
def test_lines_longer_than_a_block_are_read_whole(tmp_path: Path, size: int) -> None:
    lines = [(1, b'{"a":1}'), (2, b'{"a":"%b"}' % (b"x" * size)), (3, b'{"a":3}')]
    (tmp_path / "t.jsonl").write_bytes(b"".join(encode(lines)))
    assert read(tmp_path / "t.jsonl")[:2] == (lines, [])


def test_a_reader_follows_from_its_cursor(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    lines = some_lines(40)
    encoded = encode(lines)
    cursor, seen = START, []
    for size in range(0, 41, 4):
        path.write_bytes(b"".join(encoded[:size]))
        new, damage, cursor = read(path, cursor)
        seen += new
        assert (seen, damage) == (lines[:size], [])


def test_what_follows_the_last_good_line_may_be_a_write_that_is_still_going_on(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    *encoded, last = encode(some_lines(5))
    before = read_after_writing(path, b"".join(encoded))
    for length in range(len(last)):
        path.write_bytes(b"".join(encoded) + last[:length])
        assert read(path) == before
    path.write_bytes(b"".join(encoded) + last)
    assert read(path, before[2])[:2] == (some_lines(5)[-1:], [])


def test_any_change_before_the_cursor_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    data = b"".join(encode(some_lines(6)))
    _, _, end = read_after_writing(path, data)
    other = encode([(1, b'{"who":"0","text":"x"}'), *some_lines(5, first=2)])
    changes = [b"", data[:-1], data[:-2] + b"\n", b"".join(other), b"".join(other) * 2, b"\0" * len(data)]
    assert len(b"".join(other)) == len(data)
    for changed in changes:
        path.write_bytes(changed)
        assert is_rewritten(path, end)
    path.unlink()
    assert is_rewritten(path, end)
    path.write_bytes(data + b"more")
    assert not is_rewritten(path, end)


def test_a_cursor_from_nowhere_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(b"".join(encode(some_lines(6))))
    assert all(is_rewritten(path, Cursor(offset, 0)) for offset in range(1, path.stat().st_size + 20))


def test_a_flipped_bit_is_noticed_wherever_it_is_and_costs_one_document_or_where_two_lines_meet_two(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.jsonl"
    lines = some_lines(12)
    data = bytearray(b"".join(encode(lines)))
    path.write_bytes(data)
    _, _, end = read(path)
    for bit in bits_to_flip(bytes(data)):
        cost = 2 if data[bit // 8] == ord("\n") else 1
        data[bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
        good, damage, cursor = read(path)
        assert damage or cursor != end, f"bit {bit} went unnoticed"
        assert set(good) < set(lines), f"bit {bit} changed a document"
        assert len(good) >= len(lines) - cost, f"bit {bit} cost more than {cost}"
        data[bit // 8] ^= 1 << bit % 8


harm = st.one_of(
    st.tuples(st.just("bytes"), st.integers(0, 1 << 16), st.binary(min_size=1, max_size=300)),
    st.tuples(st.just("zero page"), st.integers(0, 20), st.just(b"")),
    st.tuples(st.just("page of another page"), st.integers(0, 20), st.binary(min_size=1, max_size=1)),
    st.tuples(st.just("cut out"), st.integers(0, 1 << 16), st.binary(min_size=1, max_size=300)),
    st.tuples(st.just("put in"), st.integers(0, 1 << 16), st.binary(min_size=1, max_size=300)),
    st.tuples(st.just("lines twice"), st.integers(0, 200), st.binary(min_size=1, max_size=20)),
    st.tuples(st.just("lines swapped"), st.integers(0, 200), st.binary(min_size=1, max_size=3)),
    st.tuples(st.just("line lost"), st.integers(0, 200), st.just(b"")),
)


def harmed(data: bytes, kind: str, at: int, how: bytes) -> bytes:
    """The data after one piece of harm."""
    lines = data.splitlines(keepends=True)
    if kind in {"bytes", "cut out", "put in"}:
        at %= len(data) + 1
        gone = 0 if kind == "put in" else len(how)
        return data[:at] + (b"" if kind == "cut out" else how) + data[at + gone :]
    if kind.endswith("page") or "page" in kind:
        start = at * PAGE % len(data)
        source = how[0] * PAGE % len(data) if how else 0
        page = data[source : source + PAGE] if how else bytes(PAGE)
        return data[:start] + page + data[start + PAGE :]
    at %= len(lines)
    run = len(how)
    if kind == "lines twice":
        return b"".join(lines[: at + run] + lines[at : at + run] + lines[at + run :])
    if kind == "lines swapped":
        return b"".join(lines[:at] + lines[at + run : at + 2 * run] + lines[at : at + run] + lines[at + 2 * run :])
    return b"".join(lines[:at] + lines[at + 1 :])


@settings(same_folder, max_examples=400)
@given(harms=st.lists(harm, min_size=1, max_size=4))
def test_whatever_the_harm_only_true_lines_are_read_in_order_and_once(
    tmp_path: Path, harms: list[tuple[str, int, bytes]]
) -> None:
    lines = some_lines(200)
    data = b"".join(encode(lines))
    broken = data
    for kind, at, how in harms:
        broken = harmed(broken, kind, at, how)
    good, damage, _ = read_after_writing(tmp_path / "t.jsonl", broken)
    assert set(good) <= set(lines)
    assert [n for n, _ in good] == sorted({n for n, _ in good})
    if broken == data:
        assert (good, damage) == (lines, [])
    elif not data.startswith(broken):
        assert damage or len(good) < len(lines) or broken.startswith(data)


@settings(same_folder, max_examples=200)
@given(at=st.integers(0, 1 << 16), noise=st.binary(min_size=1, max_size=2 * PAGE))
def test_harm_in_one_place_costs_what_it_touches_and_one_line_more(tmp_path: Path, at: int, noise: bytes) -> None:
    lines = some_lines(200)
    encoded = encode(lines)
    data = b"".join(encoded)
    at %= len(data)
    noise = noise[: len(data) - at]
    broken = data[:at] + noise + data[at + len(noise) :]
    touched = data[:at].count(b"\n"), data[: at + len(noise) - 1].count(b"\n")
    good, _, _ = read_after_writing(tmp_path / "t.jsonl", broken)
    spared = [line for index, line in enumerate(lines) if index < touched[0] or index > touched[1] + 1]
    assert set(spared) <= set(good) <= set(lines)


def test_a_torn_tail_that_is_cut_while_someone_reads_costs_the_reader_nothing(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    before = [(n, b'{"a":"%b"}' % (b"x" * 1000)) for n in range(1, 1001)]
    encoded = encode([*before, (1001, b'{"a":"%b"}' % (b"y" * 200_000))])
    path.write_bytes(b"".join(encoded)[:-100_000])
    reading = read_chunks(path)
    first = next(reading)
    after = [(n, b'{"a":"%b"}' % (b"z" * 1000)) for n in range(1001, 1301)]
    with path.open("r+b") as file:  # as the next writer does
        file.truncate(len(b"".join(encoded[:-1])))
    path.write_bytes(b"".join(encode(before + after)))
    rest = list(reading)
    assert not first.damage
    assert not any(chunk.damage for chunk in rest)
    assert b"".join([first.data, *(chunk.data for chunk in rest)]) == b"".join(encode(before + after))


def test_a_reader_that_saw_lines_which_a_failed_write_took_back_starts_over(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(b"".join(encode((n, b'{"a":"%b"}' % (b"x" * 1000)) for n in range(1, 2001))))
    reading = read_chunks(path)
    next(reading)
    path.write_bytes(b"".join(encode((n, b'{"a":"%b"}' % (b"y" * 1001)) for n in range(1, 2001))))
    with pytest.raises(RewrittenError):
        list(reading)


def read_after_writing(path: Path, data: bytes) -> tuple[list[tuple[int, bytes]], list[object], Cursor]:
    """Puts bytes into a file and reads them back as a journal."""
    path.write_bytes(data)
    lines, damage, cursor = read(path)
    return lines, list(damage), cursor
