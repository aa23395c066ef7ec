"""`store status` says what is there and what is wrong, and never what waits."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.network_disk import kind_of_network
from store.notes import Kind
from store.open import open_store
from store.status import Status, look
from tests.factories.commands import run
from tests.factories.sheets import a_sheet, many_rows
from tests.factories.stores import a_store, visit

_DAY = date(2026, 3, 2)


def status(folder: Path) -> Status:
    return look(open_store(folder), date(2026, 3, 9))


def as_json(folder: Path) -> dict[str, Any]:
    outcome = run("store", "status", "--json", "--data", folder)
    assert outcome.returncode == 0, outcome.stderr
    shown: dict[str, Any] = json.loads(outcome.stdout)
    return shown


def test_released_check_ins_are_counted_by_team_and_source(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [1, 2, 3, 4, 5, 5])
    run("store", "import", a_sheet(tmp_path / "a.csv", *many_rows(300, ["south"])), "--data", store.folder)
    visit(store, _DAY, [1, 2], team="south")
    store.close_days(date(2026, 4, 9))
    shown = as_json(store.folder)
    assert [(team["team"], team["released_check_ins"]) for team in shown["teams"]] == [("north", 6), ("south", 300)]
    assert [(stream["stream"], stream["released_check_ins"]) for stream in shown["streams"]] == [
        ("kiosk", 6),
        ("import 1", 300),
    ]
    assert shown["organisation"] == "Test House"
    assert shown["last_write"] == "2026-03-28"
    assert shown["damage"] == []
    text = run("store", "status", "--data", store.folder).stdout
    assert [word for line in text.splitlines()[3:5] for word in line.split()] == ["North", "6", "South", "300"]
    assert "Last write: 2026-03-28." in text


def test_what_waits_changes_nothing_but_the_day_of_the_last_write(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [1, 2, 3, 4, 5])
    store.close_days(date(2026, 3, 3))
    visit(store, date(2026, 3, 3), [1])
    one = as_json(store.folder)
    visit(store, date(2026, 3, 3), [1, 2, 3])
    visit(store, date(2026, 3, 3), [1, 2], team="south")
    four = as_json(store.folder)
    assert one.pop("disk_left") % 2**20 == four.pop("disk_left") % 2**20 == 0
    assert one == four


def test_an_import_is_not_named_by_its_digest(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    run("store", "import", a_sheet(tmp_path / "a.csv", *many_rows(3)), "--data", store.folder)
    digest = store.streams()[1].removeprefix("import-")
    for options in ([], ["--json"]):
        assert digest not in run("store", "status", *options, "--data", store.folder).stdout


def test_no_data_nothing_released_and_too_small_look_the_same(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data", "nobody", "few", "tiny")
    path = store.folder / "organisation.toml"
    visit(store, _DAY, [1, 2], team="few")
    visit(store, _DAY, [1] * 9, team="tiny")
    path.write_text(path.read_text().replace('key = "tiny"', 'key = "tiny"\nmembers = 3'))
    store.close_days(date(2026, 3, 9))
    teams = as_json(store.folder)["teams"]
    assert len({tuple(value for key, value in team.items() if key not in ("team", "name")) for team in teams}) == 1
    lines = run("store", "status", "--data", store.folder).stdout.splitlines()[3:6]
    assert [line.split("  ", 1)[1].strip() for line in lines] == ["none yet"] * 3
    assert [stream["released_check_ins"] for stream in as_json(store.folder)["streams"]] == [0]


def test_damage_and_evidence_are_shown(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [1, 2, 3, 4, 5])
    path = store.folder / "check-ins.jsonl"
    path.write_bytes(path.read_bytes().replace(b"north", b"nerth", 1))
    (store.folder / "check-ins.torn").write_bytes(b"half\n")
    assert [(damage.file, damage.lines) for damage in status(store.folder).damage] == [
        ("check-ins.jsonl", 1),
        ("check-ins.torn", 1),
    ]
    assert "check-ins.jsonl: 1 line was damaged" in run("store", "status", "--data", store.folder).stdout


def test_a_folder_that_others_may_enter_and_a_doubtful_clock_are_warned_of(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    assert status(store.folder).warnings == []
    visit(store, date(2026, 4, 1), [1])
    store.folder.chmod(0o750)
    clock, mode = status(store.folder).warnings
    assert "set the clock right" in clock
    assert "chmod 700" in mode


def test_looking_closes_no_days_and_writes_nothing(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, _DAY, [1, 2, 3, 4, 5])
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    as_json(store.folder)
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_texts_from_people_steer_no_terminal(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    path = store.folder / "organisation.toml"
    path.write_text(path.read_text().replace('name = "North"', 'name = "[/red]<b>[bold]"'))
    assert "[/red]<b>[bold]" in run("store", "status", "--data", store.folder).stdout


_MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/vdb /home/local\\040disk ext4 rw 0 0
//box/share /mnt/share cifs rw 0 0
/dev/vdc /mnt/share btrfs rw 0 0
ann@host: /mnt/far fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/data", None),
        ("/home/kiosk/data", "nfs4"),
        ("/home/local disk/data", None),
        ("/homeward", None),
        ("/mnt/share/data", None),
        ("/mnt/far", "fuse.sshfs"),
    ],
)
def test_network_disks_are_told_from_local_ones(folder: str, kind: str | None) -> None:
    assert kind_of_network(Path(folder), _MOUNTS) == kind


def test_the_folder_is_told_in_full_and_what_was_set_aside_in_good_grammar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = a_store(tmp_path / "data")
    (store.folder / "check-ins.torn").write_bytes(b"half\n")
    (store.folder / "batches.damaged").write_bytes(b"one\ntwo\n")
    monkeypatch.chdir(tmp_path)
    told = run("store", "status", "--data", "data").stdout
    assert f"kept in {store.folder}\n" in told
    assert "check-ins.torn: 1 line was set aside as torn." in told
    assert "batches.damaged: 2 lines were set aside as damaged." in told
    assert f"Every line in {store.folder} is" in run("store", "check", "--data", "data").stdout


def test_neither_notes_nor_slips_that_are_used_change_what_is_said(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    codes = store.slips.make(3)
    before = as_json(store.folder)
    store.slips.use(codes[0])
    store.notes.add("north", Kind.PRAISE, None, "They stayed on.", _DAY)
    after = as_json(store.folder)
    for said in (before, after):
        del said["disk_left"]
    assert after == before
