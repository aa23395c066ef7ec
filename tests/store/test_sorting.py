"""More lines than memory should hold, in order."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from store.sorting import Sorter
from tests.factories.folders import scratch

lines = st.lists(st.binary(max_size=20).map(lambda line: line.replace(b"\n", b"")))


@given(lines, st.integers(1, 400))
def test_lines_come_back_sorted_whatever_fits_into_memory(some: list[bytes], run_bytes: int) -> None:
    with scratch() as folder, Sorter(folder, run_bytes) as sorter:
        for line in some:
            sorter.add(line)
        assert list(sorter) == sorted(some)
        assert list(sorter) == sorted(some)


def test_the_files_of_a_sorter_have_no_names(tmp_path: Path) -> None:
    with Sorter(tmp_path, run_bytes=100) as sorter:
        for n in range(100):
            sorter.add(b"%d" % n)
        assert not list(tmp_path.iterdir())
