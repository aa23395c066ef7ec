"""What would weaken a locked kiosk is gone before Textual looks at it."""

import re
from pathlib import Path

from textual import constants

from kiosk.lock import scrub


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
