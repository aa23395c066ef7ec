"""A journal: append, read back, cut what is torn, say where it ends."""

from pathlib import Path

import pytest

from store.errors import CannotWriteError
from store.journal import Journal
from store.lock import FolderLock
from tests.factories.journals import encode, read, some_lines


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.jsonl"


def open_journal(path: Path) -> Journal:
    """A journal as a program that has just started sees it."""
    return Journal(path, FolderLock(path.parent))


def test_ids_rise_from_one_and_go_on_in_the_next_program(path: Path) -> None:
    assert open_journal(path).append([b'{"a":1}', b'{"a":2}']) == [1, 2]
    assert open_journal(path).append([b'{"a":3}']) == [3]
    assert list(open_journal(path).lines()) == [(1, b'{"a":1}'), (2, b'{"a":2}'), (3, b'{"a":3}')]


def test_ids_may_be_given_and_later_ones_follow_them(path: Path) -> None:
    journal = open_journal(path)
    assert journal.append([b"{}", b"{}", b"{}"], [5, None, 9]) == [5, 6, 9]
    assert journal.append([b"{}"]) == [10]


def test_a_file_is_plain_json_line_by_line(path: Path) -> None:
    open_journal(path).append([b'{"text":"caf\xc3\xa9"}'])
    assert path.read_text(encoding="utf-8").startswith('{"n":1,"d":{"text":"café"},"c":"')


def test_two_open_journals_see_one_another(path: Path) -> None:
    one, other = open_journal(path), open_journal(path)
    given = [journal.append([b"{}"]) for _ in range(5) for journal in (one, other)]
    assert given == [[n] for n in range(1, 11)]
    assert [n for n, _ in one.lines()] == list(range(1, 11))


def test_nothing_appended_still_makes_the_file(path: Path) -> None:
    assert open_journal(path).append([]) == []
    assert path.read_bytes() == b""


@pytest.mark.parametrize("before", [0, 1, 30, 200])
def test_a_torn_tail_is_cut_and_kept_aside_wherever_it_tore(path: Path, before: int) -> None:
    *whole, torn = encode(some_lines(before + 1))
    for length in range(1, len(torn)):
        path.write_bytes(b"".join(whole) + torn[:length])
        assert open_journal(path).append([b'{"next":1}']) == [before + 1]
        lines, damage, cursor = read(path)
        assert (lines, damage) == ([*some_lines(before), (before + 1, b'{"next":1}')], [])
        assert cursor.offset == path.stat().st_size
        assert path.with_suffix(".torn").read_bytes() == torn[:length] + b"\n"
        path.with_suffix(".torn").unlink()


def test_a_torn_tail_longer_than_many_windows_is_cut(path: Path) -> None:
    whole = encode(some_lines(5))
    path.write_bytes(b"".join(whole) + b'{"n":6,"d":{"a":"' + b"x" * 300_000)
    assert open_journal(path).append([b"{}"]) == [6]
    assert path.with_suffix(".torn").stat().st_size > 300_000
    assert read(path)[1] == []


def test_pages_that_never_reached_the_disk_are_cut(path: Path) -> None:
    data = b"".join(encode(some_lines(5)))
    path.write_bytes(data + bytes(8192))
    assert open_journal(path).append([b"{}"]) == [6]
    assert [n for n, _ in read(path)[0]] == [1, 2, 3, 4, 5, 6]


def test_torn_tails_gather(path: Path) -> None:
    for tail in (b"first", b"second"):
        with path.open("ab") as file:
            file.write(tail)
        open_journal(path).append([b"{}"])
    assert path.with_suffix(".torn").read_bytes() == b"first\nsecond\n"


def test_a_torn_tail_is_cut_even_if_the_writer_had_the_file_open_already(path: Path) -> None:
    journal = open_journal(path)
    journal.append([b"{}"])
    with path.open("ab") as file:
        file.write(b'{"n":2,"d":{')
    assert journal.append([b"{}"]) == [2]
    assert read(path)[:2] == ([(1, b"{}"), (2, b"{}")], [])


def test_damage_inside_is_skipped_and_counted_once_per_reading(path: Path) -> None:
    encoded = encode(some_lines(9))
    encoded[3] = encoded[3].replace(b"who", b"woh")
    path.write_bytes(b"".join(encoded))
    journal = open_journal(path)
    for _ in range(2):
        assert [n for n, _ in journal.lines()] == [1, 2, 3, 5, 6, 7, 8, 9]
        assert journal.damaged == 1
    assert journal.append([b"{}"]) == [10]
    assert len(list(journal.lines())) == 9


def test_a_follower_adds_the_damage_it_meets(path: Path) -> None:
    encoded = encode(some_lines(9))
    path.write_bytes(b"".join(encoded[:3]))
    journal = open_journal(path)
    *_, first = journal.chunks()
    path.write_bytes(b"".join([*encoded[:3], b"junk\n", *encoded[3:]]))
    assert [n for n, _ in journal.lines(first.cursor)] == [5, 6, 7, 8, 9]
    assert journal.damaged == 2


def test_the_end_and_the_last_document_are_found_without_reading_all(path: Path) -> None:
    journal = open_journal(path)
    assert journal.last() is None
    assert journal.end()[1] == 0
    for payload in (b'{"a":1}', b'{"a":"%b"}' % (b"x" * 50_000), b'{"a":3}'):
        journal.append([payload])
        assert journal.last() == payload
        assert open_journal(path).last() == payload
    cursor, highest = open_journal(path).end()
    assert (cursor.offset, highest) == (path.stat().st_size, 3)


def test_the_end_is_true_even_after_damage_in_the_last_lines_but_one(path: Path) -> None:
    encoded = encode(some_lines(9))
    encoded[-2] = encoded[-2][:-12] + b"00000000" + encoded[-2][-4:]
    path.write_bytes(b"".join(encoded))
    assert open_journal(path).end()[1] == 9


def test_a_dropped_journal_starts_afresh_for_those_who_had_it_open(path: Path) -> None:
    one, other = open_journal(path), open_journal(path)
    one.append([b"{}", b"{}"])
    other.append([b"{}"])
    one.drop()
    assert not path.exists()
    assert other.append([b'{"a":1}']) == [1]
    assert list(one.lines()) == [(1, b'{"a":1}')]
    one.drop()
    one.drop()


def test_a_folder_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    journal = open_journal(folder / "t.jsonl")
    journal.append([b"{}"])
    (folder / "t.jsonl").unlink()
    folder.rmdir()
    for write in (lambda: journal.append([b"{}"]), journal.drop, lambda: journal.rewrite(lambda: lambda lines: lines)):
        with pytest.raises(CannotWriteError, match="there is no such folder"):
            write()
    folder.mkdir()
    assert journal.append([b"{}"]) == [1]


def test_closing_twice_and_writing_after_it_are_fine(path: Path) -> None:
    journal = open_journal(path)
    journal.close()
    journal.append([b"{}"])
    journal.close()
    journal.close()
    assert journal.append([b"{}"]) == [2]
