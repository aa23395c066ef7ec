"""`store check` reads everything and finds every fault."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from store.behaviors import BEHAVIORS
from store.check import Fault, check
from store.errors import NewerFormatError
from store.journal import Journal
from store.lines import encode_line
from store.lock import FolderLock
from store.notes import Kind
from store.open import Store, open_store
from store.status import look
from tests.factories.commands import complaint, run
from tests.factories.journals import bits_to_flip
from tests.factories.sheets import a_sheet, many_rows
from tests.factories.stores import a_check_in, a_store, visit

_DAY = date(2026, 3, 2)


def silent(_: int) -> None:
    """Takes no notice of progress."""


def faults(folder: Path) -> list[Fault]:
    return check(folder, FolderLock(folder), silent)


def a_small_store(folder: Path) -> Store:
    """Three check-ins, the two batches that they make, and one that waits."""
    store = a_store(folder, minimum=3)
    for rating in (1, 2, 3):
        store.save("north", {BEHAVIORS[0]: rating}, extra_mile=True, on=_DAY)
    store.close_days(date(2026, 3, 3))
    store.save("north", {BEHAVIORS[1]: 5}, extra_mile=True, on=date(2026, 3, 3))
    return store


@pytest.mark.parametrize("name", ["check-ins.jsonl", "batches.jsonl"])
def test_a_single_flipped_bit_of_a_journal_is_found_wherever_it_is(tmp_path: Path, name: str) -> None:
    path = a_small_store(tmp_path / "data").folder / name
    content = path.read_bytes()
    assert not faults(path.parent)
    missed = []
    for bit in bits_to_flip(content):
        harmed = bytearray(content)
        harmed[bit // 8] ^= 1 << bit % 8
        path.write_bytes(harmed)
        found = [fault for fault in faults(path.parent) if fault.file == name]
        line = content.count(b"\n", 0, bit // 8) + 1
        if not any(fault.line is not None and abs(fault.line - line) <= 1 for fault in found):
            missed.append((bit, found))
    assert not missed


def test_every_flipped_bit_of_the_format_is_found(tmp_path: Path) -> None:
    folder = a_small_store(tmp_path / "data").folder
    for bit in range(16):
        content = bytearray(b"1\n")
        content[bit // 8] ^= 1 << bit % 8
        (folder / "format").write_bytes(content)
        assert is_faulty(folder), content


def is_faulty(folder: Path) -> bool:
    """Whether something is found; a format that nobody knows counts too."""
    try:
        return bool(faults(folder))
    except NewerFormatError:
        return True


def test_a_sound_store_is_said_to_be_all_good(tmp_path: Path) -> None:
    store = a_small_store(tmp_path / "data")
    run("store", "import", a_sheet(tmp_path / "a.csv", *many_rows(20)), "--data", store.folder)
    outcome = run("store", "check", "--data", store.folder)
    assert outcome.returncode == 0
    assert outcome.stdout.endswith("all good.\n")
    assert outcome.stdout.count("\n") == 1
    assert outcome.stderr == ""


def test_each_fault_is_named_with_file_and_line(tmp_path: Path) -> None:
    store = a_small_store(tmp_path / "data")
    path = store.folder / "check-ins.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[1].replace(b"north", b"south") + lines[2] + lines[3] + b'{"n":5,"d":{"id"')
    outcome = run("store", "check", "--data", store.folder)
    assert outcome.returncode == 1
    assert [line.split(": ")[0] for line in outcome.stdout.splitlines()] == ["check-ins.jsonl:2", "check-ins.jsonl:5"]
    assert "checksum" in outcome.stdout
    assert "torn" in outcome.stdout


def test_looking_does_not_touch(tmp_path: Path) -> None:
    store = a_small_store(tmp_path / "data")
    path = store.folder / "check-ins.jsonl"
    path.write_bytes(path.read_bytes() + b"torn")
    before = {item.name: item.read_bytes() for item in store.folder.iterdir() if item.is_file()}
    assert len(faults(store.folder)) == 1
    assert {item.name: item.read_bytes() for item in store.folder.iterdir() if item.is_file()} == before


def sound_lines(*payloads: bytes) -> bytes:
    """Lines whose checksums hold, whatever they say."""
    content, state = b"", 0
    for n, payload in enumerate(payloads, start=1):
        line, state = encode_line(n, payload, state)
        content += line
    return content


_GOOD_BATCH = {
    "stream": "check-ins", "team": "north", "question": "be_polite", "day": "2026-03-02", "k": 5,
    "counts": [1, 1, 1, 1, 1], "same_day": 5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("check-ins", {"day": "2026-02-30"}),
        ("check-ins", {"team": "Not A Key"}),
        ("check-ins", {"id": "5f0c3ff4-77f1-11ee-b962-0242ac120002"}),  # a uuid1 holds a time and a device
        ("check-ins", {"ratings": {"be_polite": 6}}),
        ("check-ins", {"ratings": {"be_polite": 4.5}}),
        ("check-ins", {"ratings": {}}),
        ("check-ins", {"extra_mile": "yes"}),
        ("check-ins", {"who": "Ada"}),
        ("check-ins", {"format": 2}),
        ("batches", {"k": 2}),
        ("batches", {"counts": [1, 1, 1, 1, 0], "same_day": 4}),
        ("batches", {"counts": [1, 1, 1, 1]}),
        ("batches", {"counts": [9, 1, 1, 1, -1]}),
        ("batches", {"question": "be_kind"}),
        ("batches", {"question": "extra_mile"}),
        ("batches", {"same_day": 0}),
        ("batches", {"same_day": 6}),
    ],
)
def test_a_record_that_cannot_be_is_a_fault(tmp_path: Path, table: str, change: dict[str, object]) -> None:
    folder = a_store(tmp_path / "data").folder
    (folder / "check-ins.jsonl").write_bytes(sound_lines(msgspec.json.encode(a_check_in(_DAY))))
    good = _GOOD_BATCH if table == "batches" else msgspec.to_builtins(a_check_in(_DAY))
    (folder / f"{table}.jsonl").write_bytes(sound_lines(msgspec.json.encode(good)))
    assert not faults(folder)
    (folder / f"{table}.jsonl").write_bytes(sound_lines(msgspec.json.encode(good | change)))
    assert [(fault.file, fault.line) for fault in faults(folder)] == [(f"{table}.jsonl", 1)]


def test_a_check_in_that_stands_in_two_streams_is_a_fault(tmp_path: Path) -> None:
    folder = a_store(tmp_path / "data").folder
    payload = msgspec.json.encode(a_check_in(_DAY))
    (folder / "check-ins.jsonl").write_bytes(sound_lines(payload))
    (folder / f"import-{'0' * 32}.jsonl").write_bytes(sound_lines(msgspec.json.encode(a_check_in(_DAY)), payload))
    (fault,) = faults(folder)
    assert (fault.file, fault.line) == (f"import-{'0' * 32}.jsonl", 2)
    assert "stored twice" in fault.what


def test_ids_that_do_not_rise_are_a_fault(tmp_path: Path) -> None:
    folder = a_store(tmp_path / "data").folder
    first, state = encode_line(7, b"{}", 0)
    second, _ = encode_line(7, b"{}", state)
    (folder / "actions.jsonl").write_bytes(first + second)
    (fault,) = faults(folder)
    assert str(fault).startswith("actions.jsonl:2: the id 7 stands behind the id 7; ")


def test_a_mistake_in_the_settings_is_a_fault(tmp_path: Path) -> None:
    folder = a_small_store(tmp_path / "data").folder
    path = folder / "organisation.toml"
    path.write_text(path.read_text().replace("minimum = 3", "minimum = 2"))
    (fault,) = faults(folder)
    assert fault.file == "organisation.toml"
    assert "minimum" in fault.what


def test_a_write_that_is_going_on_is_no_fault(tmp_path: Path) -> None:
    store = a_small_store(tmp_path / "data")
    path = store.folder / "check-ins.jsonl"
    whole = path.read_bytes()
    payload = msgspec.json.encode(a_check_in(_DAY))
    store.journal("check-ins").append([payload])
    line = path.read_bytes()[len(whole) :]
    path.write_bytes(whole + line[:20])

    def finish(_: int) -> None:
        """What the writer does between our reading of the file and of its end."""
        with path.open("ab") as file:
            file.write(line[path.stat().st_size - len(whole) :])

    assert not check(store.folder, FolderLock(store.folder), finish)


def test_a_file_that_is_rewritten_meanwhile_is_read_again(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [1, 2, 3, 4, 5])
    other = Journal(store.folder / "check-ins.jsonl", FolderLock(store.folder))
    rewritten: list[bool] = []

    def rewrite(_: int) -> None:
        if not rewritten:
            rewritten.append(True)
            other.rewrite(lambda: lambda lines: ((n + 10, payload) for n, payload in lines))

    assert not check(store.folder, FolderLock(store.folder), rewrite)
    assert rewritten


def test_a_folder_without_an_organisation_is_one_sentence(tmp_path: Path) -> None:
    assert "no organisation" in complaint(run("store", "check", "--data", tmp_path), 1)
    assert "no organisation" in complaint(run("store", "check", "--data", tmp_path / "gone"), 1)


def test_a_journal_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    folder = a_small_store(tmp_path / "data").folder
    (folder / "check-ins.jsonl").rename(folder / "aside")
    (folder / "check-ins.jsonl").mkdir()
    assert "Cannot read" in complaint(run("store", "check", "--data", folder), 1)
    assert open_store(folder).streams() == ["check-ins"]


def test_a_damaged_format_is_a_fault_like_others_and_a_newer_one_stops_the_check(tmp_path: Path) -> None:
    folder = a_small_store(tmp_path / "data").folder
    (folder / "format").write_text("bla\n")
    (fault,) = faults(folder)
    assert str(fault) == "format: it does not say 1, the format of this folder; write 1 and a line end into it."
    (folder / "format").write_text("2\n")
    with pytest.raises(NewerFormatError):
        faults(folder)
    assert "is a file; name a folder" in complaint(run("store", "check", "--data", folder / "format"), 1)


def test_notes_pin_and_slips_are_judged_too(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    store.notes.add("north", Kind.PRAISE, None, "They stayed on.", _DAY)
    store.slips.make(1)
    (store.folder / "pin.json").write_text('{"hash":"$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"}')
    assert faults(store.folder) == []
    store.journal("notes").append([b'{"text":"no note"}'])
    (store.folder / "pin.json").write_bytes(b"")
    (store.folder / "slips.json").write_bytes(b"{")
    assert [(fault.file, fault.line) for fault in faults(store.folder)] == [
        ("pin.json", None),
        ("slips.json", None),
        ("notes.jsonl", 2),
    ]
    assert "set a new one with `store pin`" in run("store", "check", "--data", store.folder).stdout
    assert [harm.file for harm in look(store, _DAY).damage] == ["pin.json", "slips.json"]
