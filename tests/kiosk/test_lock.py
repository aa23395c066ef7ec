"""What would weaken a locked kiosk is gone before Textual looks at it."""

import re
from pathlib import Path

import pytest
from textual import constants

from kiosk.terminal.lock import scrub
from tests.factories.commands import complaint, run

#: Python runs this before anything else: when the kiosk begins to load, a key arrives.
_KEY_WHILE_LOADING = """
import os, signal, sys

class Visitor:
    def find_spec(self, name, path=None, target=None):
        if name == "kiosk.cli":
            os.kill(os.getpid(), signal.{name})

sys.meta_path.insert(0, Visitor())
"""


def test_every_variable_that_textual_reads_is_scrubbed() -> None:
    source = Path(constants.__file__).read_text("utf-8")
    names = set(re.findall(r'"((?:TEXTUAL|ESC)[A-Z_]*)"', source)) | {"TEXTUAL"}
    assert len(names) > 18
    environment = {**dict.fromkeys(names, "1"), "TERM": "linux", "NO_COLOR": "1", "SEVENWAYS_DATA": "/x"}
    scrub(environment)
    assert environment == {"TERM": "linux", "NO_COLOR": "1", "SEVENWAYS_DATA": "/x"}


def test_a_kiosk_in_a_browser_keeps_its_size_and_nothing_else() -> None:
    environment = {"TEXTUAL_DRIVER": "somewhere:Driver", "COLUMNS": "80", "ROWS": "24", "LINES": "9", "ESCDELAY": "9"}
    scrub(environment, in_browser=True)
    assert environment == {"COLUMNS": "80", "ROWS": "24"}


@pytest.mark.parametrize("name", ["SIGINT", "SIGQUIT", "SIGTSTP"])
def test_a_key_that_comes_before_anything_is_loaded_does_not_end_it(name: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_KEY_WHILE_LOADING.format(name=name))
    ended = run("kiosk", "run", "--locked", "--data", tmp_path / "data", PYTHONPATH=str(tmp_path))
    assert "needs the whole screen" in complaint(ended, 2)


def test_a_kiosk_that_is_not_locked_hears_it(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_KEY_WHILE_LOADING.format(name="SIGINT"))
    assert run("kiosk", "--data", tmp_path / "data", PYTHONPATH=str(tmp_path)).returncode == 130
