"""The Store that kiosk and posters talk to."""

import stat
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from store.behaviors import BEHAVIORS
from store.check import check
from store.errors import CannotReadError, CannotWriteError, NewerFormatError, NoOrganisationError, UsageError
from store.open import Store, create_store, open_store
from store.organisation import Organisation, Team
from store.records import CheckIn
from store.status import look
from tests.factories.stores import a_check_in, a_store, an_organisation, everything, visit

MONDAY = date(2026, 3, 2)


def stored(store: Store) -> list[CheckIn]:
    return [msgspec.json.decode(payload, type=CheckIn) for _, payload in store.journal("check-ins").lines()]


def test_a_saved_check_in_is_what_another_process_reads(tmp_path: Path) -> None:
    answers = {BEHAVIORS[0]: 5, BEHAVIORS[6]: 1}
    saved = a_store(tmp_path).save("north", answers, extra_mile=True, on=MONDAY)
    assert stored(open_store(tmp_path)) == [saved]
    line = (tmp_path / "check-ins.jsonl").read_text()
    assert '"ratings":{"stay_positive":5,"be_helpful":1},"extra_mile":true,"format":1}' in line


def test_a_line_says_nothing_of_who_and_when(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.save("north", everything(3), extra_mile=False, on=MONDAY)
    document = store.db.table("check-ins").all()[0]
    assert set(document) == {"id", "day", "team", "ratings", "extra_mile", "format"}
    assert document["day"] == "2026-03-02"
    assert document["id"][14] == "4"  # a random uuid, not one that tells the time


def test_everything_is_private(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    visit(store, MONDAY, [4] * 5)
    store.close_days(MONDAY + timedelta(days=1))
    for path in [store.folder, *store.folder.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.parametrize("team", ["nobody", "small", "gone", "North"])
def test_a_team_that_cannot_be_rated_is_refused(tmp_path: Path, team: str) -> None:
    teams = (Team("north", "North"), Team("small", "Small", members=3), Team("gone", "Gone", retired=True))
    store = create_store(tmp_path, Organisation(name="Test House", teams=teams))
    with pytest.raises(UsageError, match="cannot be rated"):
        store.save(team, everything(4), extra_mile=False, on=MONDAY)
    assert not (tmp_path / "check-ins.jsonl").exists()


def test_a_visit_without_a_rating_is_not_stored(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="skipped"):
        a_store(tmp_path).save("north", {}, extra_mile=True, on=MONDAY)


def test_a_rating_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(msgspec.ValidationError):
        a_store(tmp_path).save("north", {BEHAVIORS[0]: 6}, extra_mile=True, on=MONDAY)


def test_a_day_never_runs_backwards_and_staff_are_warned(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    assert store.clock_warning(MONDAY) is None
    visit(store, MONDAY, [4])
    assert store.clock_warning(MONDAY) is None
    yesterday = MONDAY - timedelta(days=1)
    assert "set the clock right" in (store.clock_warning(yesterday) or "")
    assert store.save("north", everything(4), extra_mile=False, on=yesterday).day == MONDAY


def test_a_clock_far_ahead_is_not_believed_until_somebody_vouches_for_it(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    visit(store, MONDAY, [4])
    far = MONDAY + timedelta(days=800)
    assert f"clock_confirmed = {far}" in (store.clock_warning(far) or "")
    assert store.save("north", everything(4), extra_mile=False, on=far).day == MONDAY
    settings = tmp_path / "organisation.toml"
    settings.write_text(f"clock_confirmed = {far}\n" + settings.read_text())
    store = open_store(tmp_path)
    assert store.clock_warning(far) is None
    assert store.save("north", everything(4), extra_mile=False, on=far).day == far


def test_a_second_organisation_is_never_founded_over_the_first(tmp_path: Path) -> None:
    a_store(tmp_path)
    before = (tmp_path / "organisation.toml").read_text()
    with pytest.raises(UsageError):
        create_store(tmp_path, an_organisation("other"))
    assert (tmp_path / "organisation.toml").read_text() == before


def test_an_empty_folder_holds_no_organisation(tmp_path: Path) -> None:
    with pytest.raises(NoOrganisationError, match="store init"):
        open_store(tmp_path)


@pytest.mark.parametrize("version", ["2", "99"])
def test_a_folder_of_a_newer_version_is_refused_with_what_to_install(tmp_path: Path, version: str) -> None:
    a_store(tmp_path)
    (tmp_path / "format").write_text(f"{version}\n")
    with pytest.raises(NewerFormatError, match="install"):
        open_store(tmp_path)


@pytest.mark.parametrize("content", ["bla", "", "0", "-1", "1.0", "1\x00", "9" * 5000])
def test_a_damaged_format_is_not_taken_for_a_newer_one(tmp_path: Path, content: str) -> None:
    a_store(tmp_path)
    (tmp_path / "format").write_text(content)
    with pytest.raises(CannotReadError, match=r"format is damaged: .*; write 1 into it"):
        open_store(tmp_path)


def test_a_file_in_place_of_a_folder_is_called_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(CannotReadError, match="data is a file; name a folder with --data"):
        open_store(tmp_path / "data")


def test_a_folder_that_is_gone_is_one_named_error(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    with pytest.raises(CannotWriteError, match="there is no such folder"):
        store.save("north", everything(4), extra_mile=False, on=MONDAY)


def test_nothing_is_stored_where_the_disk_should_be_mounted(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    store.folder.mkdir()
    with pytest.raises(CannotWriteError, match="mount its disk"):
        store.save("north", everything(4), extra_mile=False, on=MONDAY)
    assert list(store.folder.iterdir()) == []


def test_what_was_released_is_shown_even_where_nothing_can_be_written(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    visit(store, MONDAY, [4] * 5)
    tuesday = MONDAY + timedelta(days=1)
    before = store.scorecards(tuesday)
    visit(store, tuesday, [4] * 5)
    (tmp_path / "batches.jsonl").chmod(0o400)
    frozen = tmp_path / "batches.jsonl.frozen"
    (tmp_path / "batches.jsonl").rename(frozen)
    (tmp_path / "batches.jsonl").symlink_to("/proc/version")  # readable, and not to be written even by root
    with pytest.raises(CannotWriteError):
        store.close_days(tuesday + timedelta(days=1))
    (tmp_path / "batches.jsonl").unlink()
    frozen.rename(tmp_path / "batches.jsonl")
    assert store.scorecards(tuesday) == before


def test_sample_check_ins_keep_their_own_days(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    sample = [a_check_in(MONDAY + timedelta(days=day)) for day in range(3)]
    store.add_many(sample)
    assert stored(store) == sample


def test_skipped_lines_are_counted_as_they_are_read(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    visit(store, MONDAY, [4] * 6)
    path = tmp_path / "check-ins.jsonl"
    path.write_bytes(path.read_bytes().replace(b"north", b"nerth", 1))
    assert store.skipped() == 0
    store.scorecards(MONDAY + timedelta(days=1))
    assert store.skipped() == 1


_NO_CHECK_INS = [
    b'{"a":1}',
    b'{"day":"9999-12-31"}',
    b'{"day":5}',
    b"[]",
    b'{"day":"\xff"}',
    b'{"day":"2026-03-09","team":"x"}',
]


@pytest.mark.parametrize("many", [1, 2_000])
@pytest.mark.parametrize("odd", _NO_CHECK_INS)
def test_a_last_line_that_is_no_check_in_is_passed_over(tmp_path: Path, odd: bytes, many: int) -> None:
    store = a_store(tmp_path)
    store.journal("check-ins").append([odd])
    visit(store, MONDAY, [4] * 6)
    store.journal("check-ins").append([odd] * many)
    fresh = open_store(tmp_path)
    assert fresh.clock_warning(MONDAY) is None
    assert fresh.clock_warning(MONDAY - timedelta(days=1)) is not None
    assert look(fresh, MONDAY).last_write == MONDAY
    assert fresh.save("north", everything(4), extra_mile=False, on=MONDAY - timedelta(days=3)).day == MONDAY
    assert len(check(tmp_path, fresh.lock, lambda _: None)) == many + 1


def test_where_no_line_is_a_check_in_the_clock_is_believed(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.journal("check-ins").append(_NO_CHECK_INS)
    assert look(store, MONDAY).last_write is None
    assert store.save("north", everything(4), extra_mile=False, on=MONDAY).day == MONDAY


def test_a_probe_tells_whether_something_could_be_stored(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    before = sorted(tmp_path.rglob("*"))
    store.probe()
    assert sorted(tmp_path.rglob("*")) == before
    store.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(CannotWriteError, match="mount its disk"):
        store.probe()
    store.folder.mkdir()  # where the disk should be mounted
    with pytest.raises(CannotWriteError, match="mount its disk"):
        store.probe()
    store.folder.rmdir()
    (tmp_path / "elsewhere").rename(store.folder)
    store.probe()
