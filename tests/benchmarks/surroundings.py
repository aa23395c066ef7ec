"""Where and with what the benchmarks were run."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import seconds

_PACKAGES = ("tinydb", "msgspec", "textual", "reportlab", "duckdb", "polars", "typst")


def sentence(path: Path) -> str:
    """Date, cores, how long the disk takes to sync, and versions.

    Args:
        path: A file to try the disk with; it must not exist.
    """
    found = [f"{package} {known}" for package in _PACKAGES if (known := _version(package))]
    programs = [f"Python {platform.python_version()}", f"sqlite {sqlite3.sqlite_version}", *found]
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"a write and fdatasync of one line {_sync(path) * 1e6:.0f} µs, files in the page cache; {', '.join(programs)}."
    )


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _sync(path: Path) -> float:
    """Median seconds of a small durable write."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def append() -> None:
        os.write(descriptor, b"-" * 280)
        os.fdatasync(descriptor)

    try:
        return median(seconds(append) for _ in range(100))
    finally:
        os.close(descriptor)
