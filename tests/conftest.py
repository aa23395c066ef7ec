"""What holds for all tests: what they count at run time stays among their own files."""

import gc
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# However long an example takes on a busy machine: what is right is tested here, speed in the benchmarks.
settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")

# Whoever starts the tests in the background makes them, and each program that they start, deaf to Ctrl+C.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Look for garbage among what tests make, and seldom: not again and again among thousands of tests and modules."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def _own_runtime_folder_and_compiled_code(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)  # hundreds of processes need not compile everything anew
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        yield
