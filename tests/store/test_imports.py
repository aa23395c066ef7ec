"""The store stands alone: no screens, no paper, no system that it cannot do without."""

import subprocess
import sys
from pathlib import Path

import pytest

import store

ROOMS = sorted(
    ".".join(path.relative_to(Path(store.__file__).parent.parent).with_suffix("").parts)
    for path in Path(store.__file__).parent.rglob("*.py")
    if path.name not in ("__init__.py", "__main__.py")
)


def _python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_no_room_loads_screens_or_paper() -> None:
    loaded = _python(f"import sys; import {', '.join(ROOMS)}; print(*sys.modules)")
    assert {name.partition(".")[0] for name in loaded.split()}.isdisjoint({"textual", "reportlab", "kiosk", "posters"})
    assert "store.cli" in ROOMS


@pytest.mark.parametrize("module", ["store.scorecard", "store.records", "store.organisation"])
def test_plain_values_load_no_database(module: str) -> None:
    assert "tinydb" not in _python(f"import sys, {module}; print(*sys.modules)").split()


def test_importing_needs_no_unix() -> None:
    hidden = "fcntl", "termios", "pwd", "grp", "resource", "pty"
    code = f"import sys; sys.modules.update(dict.fromkeys({hidden})); import {', '.join(ROOMS)}; print('fine')"
    assert _python(code) == "fine\n"
