"""TinyDB's own tests of tables and documents, fetched from PyPI, pass on our journals."""

import re
import shutil
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.store.tinydb_suite_conftest import LEFT_OUT

# Their modules test_queries, test_utils, test_storages and test_middlewares open no table.
MODULES = ["test_tinydb.py", "test_tables.py", "test_operations.py"]
LEAST_PASSING = 76


@pytest.fixture
def suite(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with their tests and our conftest."""
    assert request.config.cache
    name = f"tinydb-{version('tinydb')}"
    archive = request.config.cache.mkdir("tinydb") / f"{name}.tar.gz"
    if not archive.exists():
        download(name, tmp_path)
        shutil.move(tmp_path / archive.name, archive)
    with tarfile.open(archive) as tar:
        theirs = [member for member in tar if member.name.startswith(f"{name}/tests/")]
        tar.extractall(tmp_path, theirs, filter="data")
    tests = tmp_path / name / "tests"
    shutil.copy(Path(__file__).with_name("tinydb_suite_conftest.py"), tests / "conftest.py")
    return tests


def download(name: str, folder: Path) -> None:
    """Fetches a source distribution, or skips the test."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-binary=tinydb", f"--dest={folder}"]
    fetched = subprocess.run([*command, name.replace("-", "==")], capture_output=True, text=True, check=False)
    if fetched.returncode:
        reason = (fetched.stderr.strip().splitlines() or ["no reason given"])[-1]
        pytest.skip(f"TinyDB's tests cannot be fetched: {reason}")


def test_tinydbs_own_tests_of_tables_and_documents_pass(suite: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "-c", "/dev/null"]
    ran = subprocess.run([*command, *MODULES], cwd=suite, capture_output=True, text=True, check=False)
    *_, summary = ran.stdout.strip().splitlines()
    passed = re.match(rf"(\d+) passed, {len(LEFT_OUT)} deselected", summary)
    assert passed, ran.stdout + ran.stderr
    assert int(passed[1]) >= LEAST_PASSING
