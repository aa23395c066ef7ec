"""Rate counters: shared, short-lived, and never in a visitor's way."""

import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.abuse import MOST_IN_SPAN
from store.errors import CannotWriteError, UsageError
from store.lock import FolderLock
from store.rates import FILE, NOTES, Rates, shared_clock


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 10_000.0

    def __call__(self) -> float:
        return self.now


def count(rates: Rates, team: str = "north") -> int:
    with rates.counted(team) as recent:
        return recent


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_visits_are_counted_for_each_team_across_processes(tmp_path: Path, clock: Clock) -> None:
    one, other = Rates(tmp_path / "run", clock), Rates(tmp_path / "run", clock)
    assert [count(one), count(other), count(one)] == [1, 2, 3]
    assert count(other, "south") == 1


def test_a_visit_is_forgotten_after_five_minutes(tmp_path: Path, clock: Clock) -> None:
    rates = Rates(tmp_path / "run", clock)
    count(rates)
    clock.now += 299
    assert count(rates) == 2
    clock.now += 2
    assert count(rates) == 2
    assert (tmp_path / "run" / FILE).read_text().count("10000") == 0


def test_old_visits_are_forgotten_where_nobody_comes(tmp_path: Path, clock: Clock) -> None:
    rates = Rates(tmp_path / "run", clock)
    count(rates)
    count(rates, NOTES)
    clock.now += 299
    rates.forget_old()
    assert (tmp_path / "run" / FILE).read_text().count("10000") == 2
    clock.now += 2
    rates.forget_old()
    assert json.loads((tmp_path / "run" / FILE).read_text())["visits"] == {}


def test_a_visit_that_could_not_be_stored_is_not_counted(tmp_path: Path, clock: Clock) -> None:
    rates = Rates(tmp_path / "run", clock)

    def fail() -> None:
        with rates.counted("north") as recent:
            assert recent == 2
            raise CannotWriteError("The disk is full.")

    count(rates)
    for _ in range(20):
        with pytest.raises(CannotWriteError):
            fail()
    assert count(rates) == 2


def test_a_flood_stays_small(tmp_path: Path, clock: Clock) -> None:
    rates = Rates(tmp_path / "run", clock)
    for _ in range(200):
        clock.now += 0.1
        assert count(rates) > 0
    assert count(rates) > MOST_IN_SPAN
    assert (tmp_path / "run" / FILE).stat().st_size < 1000


def test_processes_at_the_same_moment_lose_no_count(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from store.rates import Rates, shared_clock
rates = Rates(Path(sys.argv[1]), shared_clock)
for _ in range(4):
    with rates.counted("north") as recent:
        print(recent)
"""
    started = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path / "run"], stdout=subprocess.PIPE) for _ in range(3)
    ]
    told = b"".join(process.communicate(timeout=30)[0] for process in started)
    assert sorted(map(int, told.split())) == list(range(1, 13))


def test_the_file_is_private_and_names_teams_and_moments_only(tmp_path: Path, clock: Clock) -> None:
    count(Rates(tmp_path / "run", clock))
    path = tmp_path / "run" / FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert re.fullmatch(r'\{"visits":\{"north":\[10000.0\]\},"session":null\}', path.read_text())


def _link(path: Path) -> None:
    (path.parent / "target").write_text('{"visits":{"north":[9999,9999,9999]}}')
    path.symlink_to("target")


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(os.urandom(500)),
        lambda path: path.write_text('{"visits":{"north":["x"]}}'),
        lambda path: path.write_bytes(b'{"visits":{"\xff":[]}}'),
        lambda path: path.write_text('{"visits":' + "[" * 100_000),
        lambda path: path.write_text('{"visits":{"../north":[9999]},"more":1}'),
        lambda path: path.write_text(json.dumps({"visits": {"north": [1e300, 10_001, -5]}, "session": None})),
        lambda path: path.write_text('{"session":{"begin":9000,"end":1e300}}'),
        lambda path: path.write_text('{"session":{"begin":10001,"end":10100}}'),
        lambda path: path.write_bytes(b" " * (2 << 20)),
        os.mkfifo,
        _link,
    ],
)
def test_damaged_or_hostile_content_is_ignored_and_rewritten(
    tmp_path: Path, clock: Clock, harm: Callable[[Path], object]
) -> None:
    path = tmp_path / "run" / FILE
    path.parent.mkdir()
    harm(path)
    assert [count(Rates(path.parent, clock)), count(Rates(path.parent, clock))] == [1, 2]
    assert json.loads(path.read_text()) == {"visits": {"north": [10_000.0, 10_000.0]}, "session": None}
    assert not path.is_symlink()


def _nothing_to_make(folder: Path) -> None:
    folder.parent.joinpath("elsewhere").mkdir()
    folder.symlink_to("elsewhere")


def _taken_by_a_folder(folder: Path) -> None:
    (folder / FILE / "inside").mkdir(parents=True)


@pytest.mark.parametrize("spoil", [_nothing_to_make, _taken_by_a_folder, Path.touch])
def test_where_nothing_can_be_shared_each_process_counts_for_itself(
    tmp_path: Path, clock: Clock, spoil: Callable[[Path], object]
) -> None:
    folder = tmp_path / "run"
    spoil(folder)
    one, other = Rates(folder, clock), Rates(folder, clock)
    assert [count(one) for _ in range(12)] == list(range(1, 13))
    assert count(other) == 1
    one.begin_session(60)
    assert (one.session_left(), count(one)) == (60, 0)
    clock.now += 301
    assert (one.session_left(), count(one)) == (0, 1)


def test_without_any_folder_a_process_counts_for_itself(clock: Clock) -> None:
    rates = Rates(None, clock)
    assert [count(rates), count(rates)] == [1, 2]


def test_a_folder_that_vanishes_is_made_again(tmp_path: Path, clock: Clock) -> None:
    rates = Rates(tmp_path / "run", clock)
    count(rates)
    (tmp_path / "run" / FILE).unlink()
    (tmp_path / "run").rmdir()
    assert count(rates) == 1
    assert (tmp_path / "run" / FILE).exists()


def test_a_stopped_process_with_the_lock_keeps_nobody_waiting_long(tmp_path: Path, clock: Clock) -> None:
    rates = Rates(tmp_path / "run", clock)
    count(rates)
    with FolderLock(tmp_path / "run").held():
        begin = shared_clock()
        assert count(rates) == 2
        assert shared_clock() - begin < 2


def test_a_session_lifts_the_burst_rule_everywhere_and_counts_nothing(tmp_path: Path, clock: Clock) -> None:
    trainer, class_terminal = Rates(tmp_path / "run", clock), Rates(tmp_path / "run", clock)
    trainer.begin_session(3600)
    assert [count(class_terminal) for _ in range(30)] == [0] * 30
    clock.now += 600
    assert class_terminal.session_left() == 3000
    class_terminal.end_session()
    assert trainer.session_left() == 0
    assert count(trainer) == 1


def test_a_session_ends_by_itself(tmp_path: Path, clock: Clock) -> None:
    rates = Rates(tmp_path / "run", clock)
    rates.begin_session(7200)
    clock.now += 7200
    assert (rates.session_left(), count(rates)) == (0, 1)


@pytest.mark.parametrize("seconds", [0, -1, 7201, float("inf"), float("nan")])
def test_a_session_of_no_time_or_of_more_than_two_hours_is_refused(
    tmp_path: Path, clock: Clock, seconds: float
) -> None:
    with pytest.raises(UsageError, match="two hours"):
        Rates(tmp_path / "run", clock).begin_session(seconds)


def test_the_clock_is_one_for_all_processes() -> None:
    code = "from store.rates import shared_clock; print(shared_clock())"
    before = shared_clock()
    told = float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    assert before < told < shared_clock()
