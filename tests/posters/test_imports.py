"""Drawing a poster loads no interface and no database."""

import subprocess
import sys

import pytest


def _loaded_by(module: str) -> set[str]:
    """Top-level modules that a fresh interpreter has after importing one."""
    code = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["posters", "posters.render", "posters.sheets.team"])
def test_drawing_needs_neither_textual_nor_tinydb(module: str) -> None:
    assert _loaded_by(module).isdisjoint({"textual", "tinydb", "typer", "rich"})


def test_the_command_opens_a_store_but_loads_no_interface() -> None:
    loaded = _loaded_by("posters.cli")
    assert "store" in loaded
    assert "textual" not in loaded


def test_the_package_itself_is_light() -> None:
    assert "reportlab" not in _loaded_by("posters")
