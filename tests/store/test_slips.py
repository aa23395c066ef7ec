"""One voice, one slip: each code once, and no trace of it afterwards."""

import json
import multiprocessing
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import CannotReadError, UsageError
from store.lock import FolderLock
from store.slips import FILE, Cost, Slips, is_well_formed, new_code

CHEAP = Cost(n=2)


def some_slips(folder: Path) -> Slips:
    folder.mkdir(exist_ok=True)
    return Slips(folder, FolderLock(folder), CHEAP)


@pytest.fixture
def slips(tmp_path: Path) -> Slips:
    return some_slips(tmp_path / "data")


def test_each_code_is_good_once(slips: Slips, tmp_path: Path) -> None:
    first, second = slips.make(2)
    assert slips.is_unused(first)
    assert slips.use(first)
    assert not slips.is_unused(first)
    assert not some_slips(tmp_path / "data").use(first)
    assert some_slips(tmp_path / "data").use(second)


def test_codes_are_typed_on_a_keypad(slips: Slips) -> None:
    codes = slips.make(200)
    assert len(set(codes)) == 200
    assert all(len(code) == 10 and code.isdigit() and is_well_formed(code) for code in codes)
    assert slips.is_unused(f" {codes[0][:5]}-{codes[0][5:]} ")


def test_more_can_be_made_and_earlier_ones_stay_good(slips: Slips) -> None:
    early = slips.make(3)
    slips.make(3)
    assert all(slips.is_unused(code) for code in early)


@given(st.integers(0, 10**9 - 1), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(number: int, place: int, off: int) -> None:
    [code] = [f"{number:09}{check}" for check in range(10) if is_well_formed(f"{number:09}{check}")]
    wrong = code[:place] + str((int(code[place]) + off) % 10) + code[place + 1 :]
    assert not is_well_formed(wrong)


@pytest.mark.parametrize("text", ["", "1", "x" * 20_000, "١٢٣٤٥٦٧٨٩٠", "[/foo]", "\ud800", "12345678901", "²" * 10])
def test_what_is_no_code_is_no_slip(slips: Slips, text: str) -> None:
    slips.make(1)
    assert not slips.is_unused(text)
    assert not slips.use(text)


def test_a_code_that_nobody_made_is_no_slip(slips: Slips) -> None:
    assert not slips.use(new_code())
    slips.make(1)
    assert not slips.use(new_code())


def test_nothing_in_the_folder_tells_which_codes_were_used(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    slips = some_slips(folder)
    codes = slips.make(9)
    for code in codes[:6]:
        slips.use(code)
    kept = json.loads((folder / FILE).read_bytes())
    assert [path.name for path in folder.iterdir()] == [FILE]
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600
    assert kept["hashes"] == sorted(kept["hashes"])
    assert len(kept["hashes"]) == 3
    assert not any(code in (folder / FILE).read_text() for code in codes)


def test_the_order_of_use_leaves_no_mark(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    slips = some_slips(folder)
    codes = slips.make(6)
    before = (folder / FILE).read_bytes()
    left = []
    for order in (codes[:4], codes[3::-1]):
        (folder / FILE).write_bytes(before)
        for code in order:
            slips.use(code)
        left.append((folder / FILE).read_bytes())
    assert left[0] == left[1]


def test_what_a_killed_writer_left_is_swept_away(slips: Slips, tmp_path: Path) -> None:
    [code] = slips.make(1)
    (tmp_path / "data" / f".{FILE}.k1lled.new").write_bytes(b"an earlier state")
    slips.use(code)
    assert [path.name for path in (tmp_path / "data").iterdir()] == [FILE]


def test_each_installation_has_its_own_salt(tmp_path: Path) -> None:
    some_slips(tmp_path / "a").make(1)
    some_slips(tmp_path / "b").make(1)
    salts = {json.loads((tmp_path / name / FILE).read_bytes())["salt"] for name in ("a", "b")}
    assert len(salts) == 2


def _use(folder: Path, code: str, won: "multiprocessing.Queue[bool]") -> None:
    won.put(some_slips(folder).use(code))


def test_of_many_who_use_one_code_at_once_one_wins(slips: Slips, tmp_path: Path) -> None:
    [code] = slips.make(1)
    won: multiprocessing.Queue[bool] = multiprocessing.Queue()
    users = [multiprocessing.Process(target=_use, args=(tmp_path / "data", code, won)) for _ in range(8)]
    for user in users:
        user.start()
    assert sorted(won.get(timeout=30) for _ in users) == [False] * 7 + [True]
    for user in users:
        user.join()


ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from store.errors import CannotWriteError
from store.lock import FolderLock
from store.slips import Cost, Slips
folder = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    Slips(folder, FolderLock(folder), Cost(n=2)).use(sys.argv[2])
except CannotWriteError as error:
    print(error)
"""


def test_a_code_that_cannot_be_removed_is_not_used_up(slips: Slips, tmp_path: Path) -> None:
    [code] = slips.make(1)
    said = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, tmp_path / "data", code], capture_output=True, text=True, check=True
    )
    assert "Cannot write to" in said.stdout
    assert slips.use(code)


def test_a_folder_that_is_gone_is_no_wrong_code(slips: Slips, tmp_path: Path) -> None:
    [code] = slips.make(1)
    (tmp_path / "data").rename(tmp_path / "gone")
    with pytest.raises(CannotReadError, match="mount its disk"):
        slips.use(code)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"salt":"00"}', b"\xff", b'{"salt":"' + b"0" * 32 + b'","hashes":["x"]}']
)
def test_a_damaged_file_lets_nobody_in_and_nothing_be_overwritten(slips: Slips, tmp_path: Path, content: bytes) -> None:
    [code] = slips.make(1)
    (tmp_path / "data" / FILE).write_bytes(content)
    for ask in (slips.is_unused, slips.use):
        with pytest.raises(CannotReadError, match="print new slips"):
            ask(code)
    with pytest.raises(CannotReadError):
        slips.make(1)
    assert (tmp_path / "data" / FILE).read_bytes() == content


@pytest.mark.parametrize("count", [0, -1, 10_001])
def test_impossible_numbers_are_refused(slips: Slips, count: int) -> None:
    with pytest.raises(UsageError, match="make 1 to 10000"):
        slips.make(count)


def test_codes_that_could_not_be_printed_are_void(slips: Slips) -> None:
    early = slips.make(3)
    counted: list[int] = []
    lost: list[str] = []

    def print_them() -> None:
        with slips.made(5, counted.append) as codes:
            lost.extend(codes)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        print_them()
    assert sum(counted) == len(lost) == 5
    assert not any(slips.is_unused(code) for code in lost)
    assert all(slips.is_unused(code) for code in early)


def test_codes_are_good_before_they_are_printed_and_afterwards(slips: Slips, tmp_path: Path) -> None:
    with slips.made(2, lambda _: None) as codes:
        assert all(some_slips(tmp_path / "data").is_unused(code) for code in codes)
    assert all(some_slips(tmp_path / "data").use(code) for code in codes)
